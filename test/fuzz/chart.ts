/**
 * A chart in; the chart itself, run by what `src/chart/` says it means, as an object with the generator's own protocol,
 * out. The guards and actions are its own code; no notation is written on the way.
 */
import type { Action, Chart, Constant, State, Transition } from '../../src/chart/chart.ts';
import { type Code, codeReferences, codeText } from '../../src/chart/code.ts';
import type { Files } from './compiled.ts';
import { linked, stripped } from './evaluate.ts';
import { moduleOf, type Protocol, type Side } from './sides.ts';
import { OUTSIDE } from './world.ts';

type Context = Record<string, unknown>;

/** What came: an event that was sent, an error, or what is to be returned. */
interface Arrived {
  readonly how: 'next' | 'throw' | 'return' | 'start';
  readonly value: unknown;
}

/** The code of the chart, made runnable: what it changes is in the context afterwards. */
interface Running {
  readonly run: (action: Action, context: Context, arrived: Arrived) => void;
  readonly value: (code: Code, context: Context, arrived: Arrived) => unknown;
}

export function chartSide(chart: Chart, files: Files): Side {
  const texts = new Map<Action | Code, string>();
  const add = (code: Code | undefined): void => void (code && texts.set(code, functionText([code], [], true)));
  for (const one of [...chart.parameters, ...chart.context]) add(one.initial);
  for (const state of chart.states) add(state.value?.kind === 'code' ? state.value.code : undefined);
  for (const one of transitionsOf(chart)) {
    for (const action of one.actions) texts.set(action, functionText(action.statements, action.writes, false));
    for (const code of [one.guard === 'else' ? undefined : one.guard, one.returns, one.throws]) add(code);
  }
  const imports = chart.dependencies.flatMap((one) => (one.kind === 'import' && !one.typeOnly ? [`import { ${one.exported} as ${one.name} } from './${one.from}';`] : []));
  const copies = chart.dependencies.flatMap((one) => (one.kind === 'copy' ? [one.text] : []));
  const make = linked<readonly ((context: Context, came: unknown) => unknown)[]>(moduleOf(files), stripped([...imports, ...copies, `const $code = [\n${[...texts.values()].join(',\n')}\n];`].join('\n')), '$code', OUTSIDE);
  return (world, args) => {
    const functions = make(...world.given);
    const of = new Map([...texts.keys()].map((key, at) => [key, functions[at]!]));
    return protocol(chart, { run: (action, context, { value }) => void of.get(action)!(context, value), value: (code, context, { value }) => of.get(code)!(context, value) }, args);
  };
}

function transitionsOf({ initial, states }: Chart): readonly Transition[] {
  return [initial, ...states.flatMap(({ transitions }) => transitions)];
}

/** The names that the code refers to, then the code, then what it has changed. */
function functionText(statements: readonly Code[], writes: readonly string[], gives: boolean): string {
  const references = statements.flatMap(codeReferences);
  const names = (wanted: (to: string) => boolean): string[] => [...new Set(references.filter(({ to }) => wanted(to)).map(({ name }) => name))];
  const context = [...new Set([...names((to) => to === 'context'), ...writes])];
  const came = names((to) => to === 'event' || to === 'error' || to === 'returned').filter((name) => !context.includes(name));
  const body = gives ? `return (${codeText(statements[0]!)}\n);` : `try {\n${statements.map((one) => `${codeText(one)}\n;`).join('\n')}\n} finally { ${writes.map((name) => `$context.${name} = ${name};`).join(' ')} }`;
  return `(($context: any, $came: any): any => { ${context.length > 0 ? `let { ${context.join(', ')} } = $context;` : ''} ${came.map((name) => `let ${name} = $came;`).join(' ')} ${body} })`;
}

function protocol(chart: Chart, code: Running, args: readonly unknown[]): Protocol {
  const context: Context = {};
  let at: State | undefined;
  let over = false;

  /** Takes a transition, and those out of the choices behind it. */
  const take = (first: Transition, arrived: Arrived): IteratorResult<unknown> => {
    for (let one = first, steps = 0; ; steps += 1) {
      if (steps > 10_000) throw new Error('the chart goes round for ever');
      for (const action of one.actions) code.run(action, context, arrived);
      if (one.throws) throw code.value(one.throws, context, arrived);
      const target = one.target;
      if (target !== undefined) at = chart.states.find(({ id }) => id === target)!;
      if (at!.kind === 'final') {
        over = true;
        return { done: true, value: one.returns ? code.value(one.returns, context, arrived) : valueOf(at!, arrived) };
      }
      if (at!.kind === 'atomic') return { done: false, value: valueOf(at!, arrived) };
      const next = chosen(at!.transitions, arrived);
      if (!next) throw new Error(`no way out of ${at!.id}`);
      one = next;
    }
  };
  const valueOf = ({ value }: State, arrived: Arrived): unknown => (value === undefined ? undefined : value.kind === 'constant' ? constantOf(value.constant) : code.value(value.code, context, arrived));
  /** The first whose guard holds; `else`, where none of the same trigger does. */
  const chosen = (candidates: readonly Transition[], arrived: Arrived): Transition | undefined =>
    candidates.find(({ guard }) => guard !== 'else' && (guard === undefined || code.value(guard, context, arrived))) ?? candidates.find(({ guard }) => guard === 'else');

  const start = (): IteratorResult<unknown> => {
    const arrived: Arrived = { how: 'start', value: undefined };
    for (const [index, { name, rest, initial }] of chart.parameters.entries()) {
      context[name] = rest ? args.slice(index) : args[index];
      if (context[name] === undefined && initial) context[name] = code.value(initial, context, arrived);
    }
    for (const { name, initial } of chart.context) if (initial) context[name] = code.value(initial, context, arrived);
    return take(chart.initial, arrived);
  };

  const arrive = (arrived: Arrived): IteratorResult<unknown> => {
    const state = at!;
    const taken = chosen(candidatesFor(chart, state, arrived), arrived);
    if (taken) return take(taken, arrived);
    if (arrived.how === 'throw') throw arrived.value;
    if (arrived.how === 'return') return { done: true, value: arrived.value };
    return { done: false, value: valueOf(state, arrived) };
  };

  const guarded = (work: () => IteratorResult<unknown>): IteratorResult<unknown> => {
    if (over) throw new Error('the chart is asked after its end');
    return work();
  };
  return {
    next: (value) => guarded(() => (at ? arrive({ how: 'next', value }) : start())),
    throw: (value) => guarded(() => arrive({ how: 'throw', value })),
    return: (value) => guarded(() => arrive({ how: 'return', value })),
  };
}

/** The transitions of the state that are for what came. */
function candidatesFor(chart: Chart, { transitions }: State, { how, value }: Arrived): readonly Transition[] {
  if (how !== 'next') return transitions.filter(({ trigger }) => trigger.kind === how);
  const type = eventOf(chart, value);
  const named = transitions.filter(({ trigger }) => (type === undefined ? trigger.kind === 'value' : trigger.kind === 'event' && trigger.type === type));
  if (named.length > 0) return named;
  return transitions.filter(({ trigger }) => trigger.kind === 'any' && (type === undefined || !trigger.but.includes(type)));
}

/** The event of the alphabet that was sent, if it is one. */
function eventOf({ alphabet }: Chart, value: unknown): string | undefined {
  const form = typeof value === 'string' ? 'string' : 'object';
  const type = typeof value === 'string' ? value : typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
  return alphabet.events.find((event) => event.type === type && event.form === form)?.type;
}

function constantOf(constant: Constant): unknown {
  switch (constant.kind) {
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'bigint':
      return BigInt(constant.value);
    case 'string':
    case 'number':
    case 'boolean':
      return constant.value;
  }
}

/**
 * A chart in, what can be seen of it out: what may come in where it is, and what it then does, says and shows. Of its data nothing is
 * known: its conditions are asked of whoever runs it, and its actions are the code they are.
 */
import type { Action, Chart, State, Transition } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import { constantText } from '../../chart/label.ts';
import { begin, type Configuration, type Incoming, step, type Step, stepper } from '../../chart/step.ts';
import type { Taken } from '../../chart/microstep.ts';
import type { TreeNode } from '../../chart/tree.ts';
import type { Called } from '../names.ts';
import type { Ask } from './ask.ts';
import { type Condition, conditionOf, holds } from './condition.ts';

export interface Side {
  readonly chart: Chart;
  /** What its states can be called, where it can wait. */
  readonly names: readonly string[];
  /** The types of the events that its transitions name. */
  readonly events: readonly string[];
  /** What else its transitions wait for, whatever state it is in: `value`, `throw`, `return`, `other` (an event that nobody names). */
  readonly kinds: ReadonlySet<Input['kind']>;
  /** The timers and actors that run where it is. */
  readonly running: (place: Configuration) => readonly Input[];
  readonly begin: (ask: Ask) => Reaction;
  readonly react: (place: Configuration, input: Input, ask: Ask) => Reaction;
}

/** What comes in, by names that say nothing of where a chart keeps what waits for it. */
export type Input =
  | { readonly kind: 'event'; readonly type: string }
  | { readonly kind: 'other' | 'value' | 'throw' | 'return' }
  /** `nth`: which of several with that delay, or of that source, in document order. */
  | { readonly kind: 'after'; readonly delay: string; readonly nth: number }
  | { readonly kind: 'actor'; readonly source: string; readonly how: 'done' | 'error' | 'snapshot'; readonly nth: number };

export interface Reaction {
  readonly after: Configuration;
  /** What is done and begun, in order, as one line of code. */
  readonly does: string;
  readonly end?: End;
  /** What it waits in, as a whole and each innermost state in document order; absent where it has ended. */
  readonly called?: Called;
  readonly parts?: readonly Called[];
  /** What it shows there besides its name. */
  readonly shows: string;
  readonly taken: readonly Taken[];
  readonly entered: readonly State[];
}

/** `said`: every way of writing what it returns or throws. */
export interface End {
  readonly kind: NonNullable<Step['end']>['kind'];
  readonly said: readonly string[];
}

/** `drawn`: only what a drawing can show is looked at: what actions are called, and not what they read, write or begin with. */
export function sideOf(chart: Chart, { drawn }: { readonly drawn: boolean }): Side {
  const machine = stepper(chart);
  const { nodes, indexOf } = machine.tree;
  const conditions = new Map<Transition, Condition>();
  const conditionIn = (transition: Transition): Condition => {
    const known = conditions.get(transition);
    if (known) return known;
    const found = conditionOf(typeof transition.guard === 'object' ? codeText(transition.guard) : 'true');
    conditions.set(transition, found);
    return found;
  };
  const words = (actions: readonly Action[]): string => actions.filter(({ raises, delay }) => raises === undefined || delay !== undefined).map((action) => wordsOf(action, drawn)).join(', ');

  const answer = (ask: Ask, came: Incoming | undefined): Parameters<typeof step>[3] => ({ transition }, { active }, { event, actions }) => {
    let when: string | undefined;
    return holds(conditionIn(transition), (atom) => {
      if (atom.inState !== undefined) return active.includes(indexOf.get(atom.inState) ?? -1);
      when ??= `${event === came ? '' : JSON.stringify(event)} ${words(actions)}`;
      return ask(atom, `${atom.text} after ${when}`);
    });
  };
  const reaction = (from: readonly string[], { after, actions, taken, entered, end }: Step): Reaction => {
    const begun = entered.flatMap((index) => startedBy(nodes[index]!));
    const at = end ? [] : leaves(after).map((index) => nodes[index]!);
    return {
      after,
      does: [...from, words(actions), ...begun].filter((part) => part !== '').join(', '),
      ...(end ? { end: endOf(end, taken, isOnlyEnd) } : { called: calledAt(at), parts: at.map((node) => calledAt([node])) }),
      shows: drawn ? '' : at.flatMap(({ state }) => shownBy(state)).join(', '),
      taken,
      entered: entered.flatMap((index) => nodes[index]!.state ?? []),
    };
  };
  const isOnlyEnd = drawn || chart.states.filter(({ kind, parent }) => kind === 'final' && parent === undefined).length === 1;
  const leaves = ({ active }: Configuration): readonly number[] => active.filter((index) => !active.some((other) => nodes[other]!.parent === index)).toSorted((a, b) => a - b);
  const waits = nodes.filter(({ index, children }) => index > 0 && children.length === 0);
  const isOnly = new Map<string, number>();
  for (const { state } of waits) isOnly.set(lastName(state!), (isOnly.get(lastName(state!)) ?? 0) + 1);
  const calledAt = (at: readonly TreeNode[]): Called => {
    const whole = at.map(({ state }) => state!.id).join(', ');
    const last = at.map(({ state }) => lastName(state!)).join(' ');
    const names = at.length === 1 && isOnly.get(last) !== 1 ? [whole] : [whole, last];
    return { path: whole, names: [...names, ...at.flatMap(({ state }) => (at.length === 1 ? valueNames(state!) : []))] };
  };
  const context = drawn ? [] : chart.context.flatMap(({ name, initial }) => (initial ? [`${name} = ${codeText(initial)}`] : [])).toSorted();
  const triggers = chart.states.flatMap(({ transitions }) => transitions.map(({ trigger }) => trigger));

  return {
    chart,
    names: waits.flatMap((node) => calledAt([node]).names),
    events: [...new Set(triggers.flatMap((trigger) => (trigger.kind === 'event' ? [trigger.type] : trigger.kind === 'any' ? trigger.but : trigger.kind === 'family' ? [trigger.prefix, `${trigger.prefix}.…`] : [])))],
    kinds: new Set(triggers.map(({ kind }) => (kind === 'any' ? 'other' : kind)).filter((kind): kind is 'other' | 'value' | 'throw' | 'return' => ['other', 'value', 'throw', 'return'].includes(kind))),
    running: ({ active }) => {
      const states = active.toSorted((a, b) => a - b).flatMap((index) => nodes[index]!.state ?? []);
      const delays = states.flatMap(({ transitions }) => [...new Set(transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [trigger.delay] : [])))]);
      const sources = states.flatMap(({ actors = [] }) => actors.map(({ source }) => source));
      return [
        ...delays.map((delay, at): Input => ({ kind: 'after', delay, nth: count(delays, delay, at) })),
        ...sources.flatMap((source, at) => (['done', 'error', 'snapshot'] as const).map((how): Input => ({ kind: 'actor', source, how, nth: count(sources, source, at) }))),
      ];
    },
    begin: (ask) => reaction(context, begin(machine, answer(ask, undefined))),
    react: (place, input, ask) => {
      const event = incoming(machine.tree.nodes, place, input);
      if (!event) return reaction([], { after: place, actions: [], taken: [], entered: [] });
      const taken = step(machine, place, event, answer(ask, event));
      // A generator takes both everywhere: nothing written means that it fails, or ends, there.
      const untaken = taken.taken.length === 0 && !taken.end;
      if (untaken && input.kind === 'throw') return { ...reaction([], taken), end: { kind: 'throw', said: ['error'] } };
      if (untaken && input.kind === 'return') return { ...reaction([], taken), end: { kind: 'final', said: ['returned'] } };
      return reaction([], taken);
    },
  };
}

function incoming(nodes: readonly TreeNode[], { active }: Configuration, input: Input): Incoming | undefined {
  switch (input.kind) {
    case 'event':
      return input;
    case 'value':
    case 'throw':
    case 'return':
      return { kind: input.kind };
    case 'other':
      return { kind: 'event', type: 'an event that nobody names' };
    case 'after': {
      const found = active.toSorted((a, b) => a - b).filter((index) => nodes[index]!.state?.transitions.some(({ trigger }) => trigger.kind === 'after' && trigger.delay === input.delay));
      const node = found[input.nth];
      return node === undefined ? undefined : { kind: 'after', node, delay: input.delay };
    }
    case 'actor': {
      const found = active.toSorted((a, b) => a - b).flatMap((index) => nodes[index]!.state?.actors ?? []).filter(({ source }) => source === input.source)[input.nth];
      return found && { kind: 'actor', id: found.id, how: input.how };
    }
  }
}

function count(list: readonly string[], word: string, upTo: number): number {
  return list.slice(0, upTo).filter((other) => other === word).length;
}

function startedBy({ state }: TreeNode): readonly string[] {
  const delays = new Set(state?.transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [`wait ${trigger.delay}`] : [])));
  return [...delays, ...(state?.actors ?? []).map(({ source, input }) => `start ${source}${input ? ` ${codeText(input)}` : ''}`)];
}

function shownBy(state: State | undefined): readonly string[] {
  const value = state?.value?.kind === 'code' ? [codeText(state.value.code)] : [];
  return [...value, ...(state?.tags ?? []).toSorted().map((tag) => `#${tag}`)];
}

function lastName(state: State): string {
  return state.name ?? state.id;
}

function valueNames({ value }: State): readonly string[] {
  return value?.kind === 'constant' && 'value' in value.constant ? [String(value.constant.value)] : [];
}

/** Its code on one line; in a drawing, only what it is called. */
function wordsOf({ name, statements }: Action, drawn: boolean): string {
  return (drawn ? name : statements.map((code) => codeText(code).replace(/;\s*$/, '')).join(', ')).replaceAll(/\s+/g, ' ');
}

/** An end without a value is known by its name, and where there is only one, by being the end. */
function endOf(end: NonNullable<Step['end']>, taken: readonly Taken[], isOnlyEnd: boolean): End {
  const last = taken.at(-1)?.transition;
  switch (end.kind) {
    case 'throw':
      return { kind: 'throw', said: [last?.throws ? codeText(last.throws) : ''] };
    case 'final': {
      const value = end.node.state?.value;
      const written = last?.returns ? [codeText(last.returns)] : [];
      const spelt = !value ? [] : [value.kind === 'constant' ? constantText(value.constant) : codeText(value.code)];
      const said = [...written, ...spelt].map((text) => (text === 'undefined' ? '' : text));
      const named = said.some((text) => text !== '') ? [] : [constantText({ kind: 'string', value: lastName(end.node.state!) }), ...(isOnlyEnd ? [''] : [])];
      return { kind: 'final', said: [...said, ...named] };
    }
    case 'failed':
      return { kind: 'failed', said: [end.actor] };
    case 'endless':
    case 'torn':
      return { kind: end.kind, said: [''] };
  }
}

/**
 * Two charts in, whether anybody could tell them apart out, by trying: every word of events, under every way that the conditions may fall, as long as there is
 * anything new to come to. Of the checker nothing is used but how a chart takes one step and, for guards that are any code, what they ask.
 */
import type { Action, Chart, State, Trigger } from '../../src/chart/chart.ts';
import { codeText } from '../../src/chart/code.ts';
import { type Answer, begin, type Configuration, type Incoming, step, type Step, type Stepper, stepper } from '../../src/chart/step.ts';
import { type Atom, type Condition, conditionOf, holds } from '../../src/check/decide/condition.ts';

export interface Bounds {
  /** How many pairs of configurations are gone on from. */
  readonly pairs: number;
  /** How many conditions there may be: each is tried both ways. */
  readonly conditions: number;
  /** Whether only what a drawing shows is looked at: what actions are called. */
  readonly drawn?: boolean;
  readonly logic: Logic;
}

/** A word on which they part; `same` where all was tried, `unknown` where that is too much, `endless` where one goes round for ever. */
export type Found = { readonly kind: 'different'; readonly word: readonly string[] } | { readonly kind: 'same' | 'unknown' | 'endless' };

export function bruteForce(a: Chart, b: Chart, bounds: Bounds): Found {
  const { logic } = bounds;
  const asked = [...new Set([...guardsIn(a), ...guardsIn(b)].flatMap(logic.asked))];
  if (asked.length > bounds.conditions) return { kind: 'unknown' };
  const valuations = Array.from({ length: 2 ** asked.length }, (_, bits) => new Set(asked.filter((__, at) => (bits >> at) & 1))).filter(logic.possible);
  const sides = [stepper(a), stepper(b)] as const;
  const inputs = inputsOf([a, b]);
  const met = new Set<string>();
  let level: (Pair | undefined)[] = [undefined];
  const words = new Map<Pair, readonly string[]>();
  for (let left = bounds.pairs; level.length > 0; ) {
    const next: Pair[] = [];
    for (const pair of level) {
      for (const input of pair ? inputs : [undefined]) {
        for (const says of valuations) {
          const [x, y] = sides.map((side, at) => react(side, pair?.[at], input, says, logic));
          const word = [...((pair && words.get(pair)) ?? []), `${input?.text ?? 'start'} [${[...says].join(', ')}]`];
          if (x!.end?.kind === 'endless' || y!.end?.kind === 'endless') return { kind: 'endless' };
          // What nobody can be in is compared no further.
          if (x!.end?.kind === 'torn' && y!.end?.kind === 'torn') continue;
          if (seen(sides[0], x!, bounds.drawn) !== seen(sides[1], y!, bounds.drawn)) return { kind: 'different', word };
          const key = `${where(x!.after)} | ${where(y!.after)}`;
          if (x!.end || met.has(key)) continue;
          met.add(key);
          if (--left < 0) return { kind: 'unknown' };
          const made: Pair = [x!.after, y!.after];
          words.set(made, word);
          next.push(made);
        }
      }
    }
    level = next;
  }
  return { kind: 'same' };
}

type Pair = readonly [Configuration, Configuration];

interface Input {
  readonly text: string;
  /** Nothing where the chart cannot be told that, where it is. */
  readonly incoming: (stepper: Stepper, at: Configuration) => Incoming | undefined;
}

/** Everything that could come in, whatever they wait in. */
function inputsOf(charts: readonly Chart[]): readonly Input[] {
  const found = new Map<string, Input>();
  const add = (text: string, incoming: Input['incoming']): void => void (found.has(text) || found.set(text, { text, incoming }));
  const plain = (text: string, incoming: Incoming): void => add(text, () => incoming);
  plain('an event that nobody names', { kind: 'event', type: 'an event that nobody names' });
  for (const { states } of charts) {
    for (const { transitions, actors = [] } of states) {
      // A state that was moved is called otherwise: it is the place among those that run that counts.
      for (const { source } of actors) for (const nth of [0, 1]) for (const how of ['done', 'error'] as const) add(`${how} of ${source}, ${nth}`, ({ tree }, { active }) => {
        const own = inOrder(active).flatMap((index) => tree.nodes[index]!.state?.actors ?? []).filter((one) => one.source === source)[nth];
        return own && { kind: 'actor', id: own.id, how };
      });
      for (const { trigger } of transitions) ofTrigger(trigger, add, plain);
    }
  }
  return [...found.values()];
}

function ofTrigger(trigger: Trigger, add: (text: string, incoming: Input['incoming']) => void, plain: (text: string, incoming: Incoming) => void): void {
  switch (trigger.kind) {
    case 'event':
      return plain(trigger.type, { kind: 'event', type: trigger.type });
    case 'family':
      plain(trigger.prefix, { kind: 'event', type: trigger.prefix });
      return plain(`${trigger.prefix}.x`, { kind: 'event', type: `${trigger.prefix}.x` });
    case 'any':
      for (const type of trigger.but) plain(type, { kind: 'event', type });
      return;
    case 'value':
    case 'throw':
    case 'return':
      return plain(`(${trigger.kind})`, { kind: trigger.kind });
    case 'after':
      for (const nth of [0, 1]) add(`after ${trigger.delay}, ${nth}`, ({ tree }, { active }) => {
        const node = inOrder(active).filter((index) => tree.nodes[index]!.state?.transitions.some((one) => one.trigger.kind === 'after' && one.trigger.delay === trigger.delay))[nth];
        return node === undefined ? undefined : { kind: 'after', node, delay: trigger.delay };
      });
      return;
    case 'always':
    case 'done':
    case 'actor':
      return;
  }
}

function inOrder(active: readonly number[]): readonly number[] {
  return active.toSorted((a, b) => a - b);
}

function react(side: Stepper, at: Configuration | undefined, input: Input | undefined, says: ReadonlySet<string>, logic: Logic): Step {
  const answer: Answer = ({ transition: { guard } }) => typeof guard !== 'object' || logic.holds(codeText(guard), says);
  if (!at || !input) return begin(side, answer);
  const incoming = input.incoming(side, at);
  return incoming ? step(side, at, incoming, answer) : { after: at, actions: [], taken: [], entered: [] };
}

/** What an onlooker sees of a step. */
function seen({ tree }: Stepper, { after, actions, entered, end }: Step, drawn = false): string {
  const done = actions.flatMap((action) => (action.raises !== undefined && action.delay === undefined ? [] : [wordsOf(action, drawn)]));
  const begun = entered.flatMap((index) => {
    const { transitions = [], actors = [] } = tree.nodes[index]!.state ?? {};
    return [...new Set(transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [`waits ${trigger.delay}`] : []))), ...actors.map(({ source }) => `starts ${source}`)];
  });
  const at = end ? [] : after.active.flatMap((index) => (tree.nodes[index]!.children.length === 0 ? [lastName(tree.nodes[index]!.state)] : [])).toSorted();
  return JSON.stringify([done, begun, at, end?.kind, end?.kind === 'final' ? endedWith(end.node.state) : undefined]);
}

/** A state that was moved is the same state, to whoever does not look around it. */
function lastName(state: State | undefined): string {
  return state?.name ?? state?.id ?? '';
}

/** An end is what it returns; one that returns nothing is known by its name. */
function endedWith(state: State | undefined): string {
  return state?.value ? JSON.stringify(state.value) : lastName(state);
}

function wordsOf({ name, statements }: Action, drawn: boolean): string {
  return drawn ? name : statements.map(codeText).join('; ');
}

function where({ active, history }: Configuration): string {
  return JSON.stringify([active.toSorted((x, y) => x - y), [...history].toSorted(([x], [y]) => x - y)]);
}

/** What is asked, and whether a guard holds when the answers are these. */
export interface Logic {
  readonly asked: (guard: string) => readonly string[];
  readonly holds: (guard: string, says: ReadonlySet<string>) => boolean;
  /** Whether all of these can be so at once. */
  readonly possible: (says: ReadonlySet<string>) => boolean;
}

/** Guards over `ready` and `open`, as JavaScript has it. */
export const readyAndOpen: Logic = {
  asked: (guard) => guard.match(/ready|open/g) ?? [],
  holds: (guard, says) => Boolean(new Function('ready', 'open', `return ${guard};`)(says.has('ready'), says.has('open'))),
  possible: () => true,
};

/** Any code: what is compared, called or looked at in it is so or is not; one thing is not two values at once. */
export const anyCode: Logic = {
  asked: (guard) => atomsIn(conditionOf(guard)).map(({ text }) => text),
  holds: (guard, says) => holds(conditionOf(guard), ({ text }) => says.has(text)),
  possible: (says) => {
    const subjects = [...says].flatMap((text) => atomsIn(conditionOf(text)).flatMap(({ equals }) => (equals ? [equals.subject] : [])));
    return new Set(subjects).size === subjects.length;
  },
};

function atomsIn(condition: Condition): readonly Atom[] {
  switch (condition.kind) {
    case 'constant':
      return [];
    case 'asks':
      return [condition.atom];
    case 'not':
      return atomsIn(condition.part);
    case 'and':
    case 'or':
      return [...atomsIn(condition.left), ...atomsIn(condition.right)];
  }
}

function guardsIn({ states }: Chart): readonly string[] {
  return states.flatMap(({ transitions }) => transitions.flatMap(({ guard }) => (typeof guard === 'object' ? [codeText(guard)] : [])));
}

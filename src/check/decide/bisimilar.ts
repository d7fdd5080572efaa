/**
 * Two charts in; out: that they do the same whatever comes in and whatever their conditions say, or a shortest way on which they do not.
 *
 * The same idea as equivalence.ts (Hopcroft and Karp 1971), walking over charts as they are instead of over tables: a pair of configurations
 * that is met is merged, and what follows from it is looked at once. What a step does hangs on conditions, of which nothing is known: both charts
 * are asked at once, and each condition is answered in every way, the same for both, as in symbolic automata (Pous 2015). So "the same"
 * is said of all data; "not the same" may need answers that the data would never give, which are told with the way.
 */
import type { Chart, State, Transition } from '../../chart/chart.ts';
import type { Configuration } from '../../chart/step.ts';
import type { EventNames } from '../event-names.ts';
import { type Called, fold, type Names, type Pair } from '../names.ts';
import { type Answered, everyWay } from './ask.ts';
import type { Input, Reaction, Side } from './side.ts';

export type Bisimilarity =
  | { readonly kind: 'same'; readonly pairs: number; readonly names: readonly Pair[]; /** what no way leads to */ readonly dead: { readonly a: Dead; readonly b: Dead } }
  | { readonly kind: 'different'; readonly way: readonly WayStep[]; readonly names: readonly Pair[] }
  | { readonly kind: 'undecided'; readonly reason: string };

/** States that are never active and transitions that are never taken, whatever comes in and whatever conditions say. */
export interface Dead {
  readonly states: readonly State[];
  readonly transitions: readonly { readonly from: State; readonly transition: Transition }[];
}

/** One step of both: on the last they do not do the same. */
export interface WayStep {
  /** Nothing on the way in. */
  readonly input?: Input;
  /** What the conditions are taken to say. */
  readonly answers: readonly Answered[];
  readonly a: Reaction;
  readonly b: Reaction;
}

export interface Between {
  readonly a: Side;
  readonly b: Side;
  readonly states: Names;
  readonly events: EventNames;
}

/** How many ways of answering one step may have, and how many pairs may be met, before it is said that there are too many. */
const MOST_WAYS = 1024;
const MOST_PAIRS = 200_000;
/** How many ways all steps together. */
const MOST_STEPS = 300_000;

interface Met {
  readonly a: Configuration;
  readonly b: Configuration;
  readonly from: Met | undefined;
  readonly step: WayStep;
}

/** Whether two charts are bisimilar, conditions and actions compared as the code they are. */
export function bisimilar(between: Between): Bisimilarity {
  const { a, b, events, states } = between;
  const classes = createClasses();
  const queue: Met[] = [];
  let steps = 0;
  const inputs = inputsOf(between);
  const alive = { a: createAlive(), b: createAlive() };
  const names = (): readonly Pair[] => [...events.inferred, ...states.inferred()];
  /** Looks at all ways of one step: the first that tells the two apart, or why not all were looked at. */
  const look = (from: Met | undefined, input: Input | undefined): Bisimilarity | undefined => {
    const { ways, cut } = everyWay((ask) => bothReact(between, from, input, ask), MOST_WAYS);
    steps += ways.length;
    if (steps > MOST_STEPS) return { kind: 'undecided', reason: `there are over ${MOST_STEPS} ways through their steps` };
    if (cut) return { kind: 'undecided', reason: `one step asks too much: over ${MOST_WAYS} ways through it, or goes round` };
    for (const { answers, result: { left, right } } of ways) {
      const step: WayStep = { ...(input && { input }), answers, a: left, b: right };
      if (left.end?.kind === 'torn' || right.end?.kind === 'torn') return { kind: 'undecided', reason: 'a history state leaves a machine in states that cannot be active together' };
      if (!alike(left, right, states)) return { kind: 'different', way: wayTo(from, step), names: names() };
      alive.a.note(left);
      alive.b.note(right);
      if (!left.end && classes.merge(`a ${keyOf(left.after)}`, `b ${keyOf(right.after)}`)) queue.push({ a: left.after, b: right.after, from, step });
    }
    return undefined;
  };
  const first = look(undefined, undefined);
  if (first) return first;
  for (const met of queue) {
    if (queue.length > MOST_PAIRS) return { kind: 'undecided', reason: `there are over ${MOST_PAIRS} pairs of configurations` };
    for (const input of [...inputs, ...runningIn(between, met)]) {
      const found = look(met, input);
      if (found) return found;
    }
  }
  return { kind: 'same', pairs: queue.length, names: names(), dead: { a: alive.a.rest(a.chart), b: alive.b.rest(b.chart) } };
}

/** What may be sent, whatever the two wait in: by the first side's names. */
export function inputsOf({ a, b, events }: Between): readonly Input[] {
  const partners = new Set(events.partner.values());
  const types = [...a.events, ...b.events.filter((type) => !partners.has(type) && !a.events.includes(type))];
  const kinds = (['other', 'value', 'throw', 'return'] as const).filter((kind) => a.kinds.has(kind) || b.kinds.has(kind));
  return [...types.map((type): Input => ({ kind: 'event', type })), ...kinds.map((kind): Input => ({ kind }))];
}

/** The timers and actors that run in either. */
export function runningIn({ a, b }: Between, met: { readonly a: Configuration; readonly b: Configuration }): readonly Input[] {
  return [...new Map([...a.running(met.a), ...b.running(met.b)].map((input) => [JSON.stringify(input), input])).values()];
}

/** Both sides of one step. */
export function bothReact({ a, b, events }: Between, from: { readonly a: Configuration; readonly b: Configuration } | undefined, input: Input | undefined, ask: Parameters<Side['begin']>[0]): { readonly left: Reaction; readonly right: Reaction } {
  if (!from || !input) return { left: a.begin(ask), right: b.begin(ask) };
  const translated = input.kind === 'event' ? { ...input, type: events.partner.get(input.type) ?? input.type } : input;
  return { left: a.react(from.a, input, ask), right: b.react(from.b, translated, ask) };
}

/** Whether nobody who looks on could tell two reactions apart. */
export function alike(left: Reaction, right: Reaction, states: Names): boolean {
  if (left.does !== right.does || left.shows !== right.shows || left.end?.kind !== right.end?.kind) return false;
  if (left.end && right.end) return left.end.said.some((words) => right.end!.said.includes(words));
  return left.called === undefined || right.called === undefined || sameStates(left, right, states);
}

/** States that are active together are named one by one, in whatever order their regions stand; or as a whole, where they are not as many. */
function sameStates({ called, parts = [] }: Reaction, { called: other, parts: others = [] }: Reaction, states: Names): boolean {
  if (parts.length !== others.length || parts.length < 2) return states.agree(called!.path, other!, called!.names);
  const left = new Set(others);
  const open: Called[] = [];
  for (const part of parts) {
    const same = [...left].find((one) => one.names.some((name) => part.names.some((own) => fold(own) === fold(name))));
    if (same) left.delete(same);
    else open.push(part);
  }
  return open.every((part, at) => states.agree(part.path, [...left][at]!, part.names));
}

/** Where it is, as a word: what is active and what is remembered, in no order. */
export function keyOf({ active, history }: Configuration): string {
  return `${active.toSorted((x, y) => x - y).join(',')} ${[...history].toSorted(([x], [y]) => x - y).map(([node, list]) => `${node}:${list.toSorted((x, y) => x - y).join(',')}`).join(' ')}`;
}

function createAlive(): { note(reaction: Reaction): void; rest(chart: Chart): Dead } {
  const taken = new Set<Transition>();
  const entered = new Set<State>();
  return {
    note: (reaction) => {
      for (const { transition } of reaction.taken) taken.add(transition);
      for (const state of reaction.entered) entered.add(state);
    },
    rest: ({ states }) => ({
      states: states.filter((state) => state.kind !== 'history' && !entered.has(state)),
      transitions: states.flatMap((from) => (from.kind === 'history' ? [] : from.transitions.filter((transition) => !taken.has(transition)).map((transition) => ({ from, transition })))),
    }),
  };
}

function wayTo(from: Met | undefined, last: WayStep): readonly WayStep[] {
  const way = [last];
  for (let at = from; at; at = at.from) way.push(at.step);
  return way.reverse();
}

/** Union by size, with the paths halved (Tarjan and van Leeuwen 1984), over words. */
function createClasses(): { merge(x: string, y: string): boolean } {
  const numbers = new Map<string, number>();
  const above: number[] = [];
  const rootOf = (word: string): number => {
    let at = numbers.get(word);
    if (at === undefined) {
      at = above.push(-1) - 1;
      numbers.set(word, at);
    }
    for (let up = above[at]!; up >= 0; up = above[at]!) {
      const second = above[up]!;
      if (second < 0) return up;
      above[at] = second;
      at = second;
    }
    return at;
  };
  return {
    merge: (x, y) => {
      const [left, right] = [rootOf(x), rootOf(y)];
      if (left === right) return false;
      const [larger, smaller] = above[left]! <= above[right]! ? [left, right] : [right, left];
      above[larger] = above[larger]! + above[smaller]!;
      above[smaller] = larger;
      return true;
    },
  };
}

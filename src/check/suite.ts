/**
 * A chart and the XState machine that was written from it in, sequences out that take every transition at least once
 * and see every guard both ways, as far as a bounded search finds them.
 *
 * The search runs the machine from its start for every step it tries: nothing is shared between two tries, and effects
 * are only recorders. It looks at each state with everything that can be sent, nearest first; as long as something has not
 * been exercised, it also goes deep in the states where that is, and wanders. Deterministic: the wandering has a seed.
 */
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';
import type { Chart } from '../chart/chart.ts';
import { decodeKey } from '../format/xstate/key.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Bridge, type Observation, actorDriver } from './drive.ts';
import { type Candidate, argumentLists, candidates, samplesIn } from './inputs.ts';
import { poolAround, poolOf } from './pool.ts';
import type { Chooser, Run } from './recorders.ts';
import type { World } from './sample.ts';
import type { Sequence, Start, Step } from './sequence.ts';
import { valueText } from './value-text.ts';

export interface Suite {
  /** None is the beginning of another. */
  readonly sequences: readonly Sequence[];
  readonly coverage: Coverage;
  /** Something called outside without end. */
  readonly tooMany: boolean;
}

/** A place the search has come to, and the way there. */
interface Node {
  readonly sequence: Sequence;
  readonly parent?: Node;
  readonly snapshot: AnyMachineSnapshot | undefined;
  readonly state: string;
  expanded: boolean;
}

export interface Budget {
  /** Events sent to the machine while searching. */
  readonly steps: number;
  /** Ways in which the calls of one step are answered. */
  readonly answers: number;
  /** Walks at random, and their length. */
  readonly walks: number;
  readonly walk: number;
}

export const standardBudget: Budget = { steps: 30_000, answers: 12, walks: 40, walk: 30 };

export function suiteFor(chart: Chart, machine: AnyStateMachine, bridge: Bridge, world: World, budget: Budget = standardBudget): Suite {
  const coverage = coverageOf(chart, machine);
  const pool = poolOf(chart);
  const samples = samplesIn(world.exports, chart.name);
  const offered = (node: Node): readonly Candidate[] => candidates(chart, samples, poolAround(pool, node.snapshot?.context));
  const kept = new Set<Node>();
  const seen = new Map<string, Node>();
  const looks = new Map<string, number>();
  const random = randomFrom(1);
  const askedIn = waitingBefore(chart);
  const unfinished = (): ReadonlySet<string> => new Set(coverage.goals.filter((goal) => !goal.taken || (goal.guarded && !goal.passed)).flatMap((goal) => [...(askedIn.get(goal.state) ?? [])]));
  let spent = 0;
  let tooMany = false;

  const begin = (start: Start): Live => live(actorDriver(machine, chart, bridge, world, coverage.inspect), start, coverage, (step) => eventOf(step, bridge, world));
  /** Runs a sequence from the start. */
  const run = (sequence: Sequence): { node: Node; news: boolean; answered: Answered } => {
    const running = begin(sequence.start);
    for (const step of sequence.steps) running.step(step);
    spent += sequence.steps.length + 1;
    tooMany ||= running.last().tooMany;
    return { node: nodeOf(running, sequence), news: running.news(), answered: running.last().answered };
  };

  /** Tries a step with every way its calls may be answered. */
  const attempt = (make: (choices: readonly number[]) => Sequence, keep: boolean, parent: Node | undefined): void => {
    const todo: (readonly number[])[] = [[]];
    for (let tried = 0; tried < budget.answers && tried < todo.length; tried += 1) {
      const choices = todo[tried]!;
      const { node, news, answered } = run(make(choices));
      const mine = answered.map(({ choice }) => choice);
      for (let at = choices.length; at < answered.length; at += 1) for (let other = 1; other < answered[at]!.of; other += 1) todo.push([...mine.slice(0, at), other]);
      const reached = { ...node, parent };
      const key = node.snapshot && valueText([node.snapshot.value, node.snapshot.context]);
      const isNew = key !== undefined && !seen.has(key);
      if (isNew) seen.set(key, reached);
      if (keep || news) kept.add(reached);
    }
  };

  const expand = (node: Node): void => {
    node.expanded = true;
    const isFirst = !looks.has(node.state);
    looks.set(node.state, (looks.get(node.state) ?? 0) + 1);
    for (const { kind, value } of offered(node)) {
      if (spent > budget.steps) return;
      attempt((choices) => ({ ...node.sequence, steps: [...node.sequence.steps, { kind, value, choices }] }), isFirst, node);
    }
  };

  for (const args of argumentLists(chart, samples, pool)) attempt((choices) => ({ start: { args, choices }, steps: [] }), true, undefined);

  for (let round = 0; spent < budget.steps; round += 1) {
    const open = [...seen.values()].filter((node) => !node.expanded);
    const fresh = open.find((node) => !looks.has(node.state));
    const left = unfinished();
    if (open.length === 0 || (left.size === 0 && !fresh)) break;
    expand(fresh ?? pick(open, round, looks, left, random));
  }
  for (const node of walks({ starts: [...seen.values()].filter((node) => node.sequence.steps.length === 0), budget, random, offered, begin })) kept.add(node);

  return { sequences: maximal(kept), coverage, tooMany };
}

type Answered = Run<unknown>['answered'];

/** A run that goes on. A step after its end does nothing. */
interface Live {
  step(step: Step, choices?: Chooser): void;
  snapshot(): AnyMachineSnapshot | undefined;
  look(): Observation;
  last(): Run<unknown>;
  /** Whether the last step exercised anything new. */
  news(): boolean;
}

function live(drive: ReturnType<typeof actorDriver>, start: Start, coverage: Coverage, eventOf: (step: Step) => EventObject): Live {
  const snapshot = (): AnyMachineSnapshot | undefined => drive.actor()?.getSnapshot() as AnyMachineSnapshot | undefined;
  const noted = (): boolean => {
    const now = snapshot();
    return now !== undefined && coverage.after(now);
  };
  let look = drive.start(start);
  let news = noted();
  return {
    step: (step, choices) => {
      if (look.outcome !== 'yields') return;
      coverage.before(snapshot()!, eventOf(step));
      look = drive.step(step, choices);
      news = noted();
    },
    snapshot,
    look: () => look,
    last: drive.last,
    news: () => news,
  };
}

function nodeOf(running: Live, sequence: Sequence): Node {
  const look = running.look();
  return { sequence, snapshot: look.outcome === 'yields' ? running.snapshot() : undefined, state: look.state ?? '', expanded: false };
}

function eventOf(step: Step, bridge: Bridge, world: World): EventObject {
  const value = step.value(world);
  return step.kind === 'send' ? bridge.sent(value) : step.kind === 'throw' ? bridge.thrown(value) : bridge.returned(value);
}

/** For each state itself, and for each choice the states that come by it: where something must be sent to see more of it. */
function waitingBefore(chart: Chart): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map(chart.states.map((state) => [state.id, new Set(state.kind === 'atomic' ? [state.id] : [])]));
  const kinds = new Map(chart.states.map((state) => [state.id, state.kind]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const state of chart.states) {
      for (const { target } of state.transitions) {
        const into = target !== undefined && kinds.get(target) === 'choice' ? before.get(target)! : undefined;
        const size = into?.size;
        for (const id of before.get(state.id)!) into?.add(id);
        changed ||= into?.size !== size;
      }
    }
  }
  return before;
}

/** By turns the nearest place in the state looked at least, the deepest in a state with something left, and any. */
function pick(open: readonly Node[], round: number, looks: ReadonlyMap<string, number>, left: ReadonlySet<string>, random: () => number): Node {
  const times = (node: Node): number => looks.get(node.state) ?? 0;
  const least = open.reduce((best, node) => (times(node) < times(best) ? node : best));
  if (round % 3 === 0) return least;
  if (round % 3 === 1) {
    const wanted = open.filter((node) => left.has(decodeKey(node.state)));
    return wanted.reduce((best, node) => (node.sequence.steps.length > best.sequence.steps.length ? node : best), wanted[0] ?? least);
  }
  return open[Math.floor(random() * open.length)] ?? least;
}

interface Walking {
  readonly starts: readonly Node[];
  readonly budget: Budget;
  readonly random: () => number;
  readonly offered: (node: Node) => readonly Candidate[];
  readonly begin: (start: Start) => Live;
}

/** Long sequences at random: a wrong change of context may show only many steps later. */
function walks({ starts, budget, random, offered, begin }: Walking): readonly Node[] {
  if (starts.length === 0) return [];
  return Array.from({ length: budget.walks }, (_, index) => {
    const { start } = starts[index % starts.length]!.sequence;
    const running = begin(start);
    let node = nodeOf(running, { start, steps: [] });
    while (node.snapshot && node.sequence.steps.length < budget.walk) {
      const all = offered(node);
      const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
      const isLikely = random() < 0.95;
      const groups = [...new Set(all.filter((each) => each.kind === 'send' || !isLikely).map((each) => each.group))];
      const group = one(groups.includes('a sample') && random() < 0.5 ? ['a sample'] : groups.length > 0 ? groups : ['a return']);
      const { kind, value } = one(all.filter((each) => each.group === group));
      // What is called outside seldom throws: a walk would not get far.
      running.step({ kind, value, choices: [] }, (of, returning) => (random() < 0.04 ? Math.floor(random() * of) : Math.floor(random() * returning)));
      const choices = running.last().answered.map(({ choice }) => choice);
      node = nodeOf(running, { start, steps: [...node.sequence.steps, { kind, value, choices }] });
    }
    return node;
  });
}

/** Those that no other goes on from. */
function maximal(kept: ReadonlySet<Node>): readonly Sequence[] {
  const passed = new Set<Node>();
  for (const node of kept) for (let above = node.parent; above && !passed.has(above); above = above.parent) passed.add(above);
  return [...kept].filter((node) => !passed.has(node)).map((node) => node.sequence);
}

/** A small generator of numbers in [0, 1), the same on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

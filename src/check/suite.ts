/**
 * A chart and the XState machine that was written from it in, sequences out that take every transition at least once
 * and see every guard both ways, as far as a bounded search finds them.
 *
 * The search runs the machine from its start for every step it tries: nothing is shared between two tries, and effects
 * are only recorders. It looks at each state with everything that can be sent, nearest first; as long as something has not
 * been exercised, it tries what may exercise it wherever it can, looks at each state again for each way to start, goes
 * deep where something is left, and wanders. Deterministic: the wandering has a seed.
 */
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';
import type { Chart } from '../chart/chart.ts';
import { decodeKey } from '../format/xstate/key.ts';
import { type Coverage, type Goal, coverageOf } from './coverage.ts';
import { type Bridge, type Observation, actorDriver } from './drive.ts';
import { type Candidate, argumentLists, candidates, groupOf, samplesIn } from './inputs.ts';
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
  /** What is wanted there has been tried. */
  probed: boolean;
}

export interface Budget {
  /** Events sent to the machine while searching, whatever its size. */
  readonly steps: number;
  /** And this many more for each transition. */
  readonly stepsEach: number;
  /** Ways in which the calls of one step are answered. */
  readonly answers: number;
  /** Walks at random, and their length. */
  readonly walks: number;
  readonly walk: number;
}

export const standardBudget: Budget = { steps: 30_000, stepsEach: 40, answers: 12, walks: 40, walk: 30 };

export function suiteFor(chart: Chart, machine: AnyStateMachine, bridge: Bridge, world: World, budget: Budget = standardBudget): Suite {
  const coverage = coverageOf(chart, machine);
  const pool = poolOf(chart);
  const samples = samplesIn(world.exports, chart.name);
  const offered = (node: Node): readonly Candidate[] => candidates(chart, samples, poolAround(pool, node.snapshot?.context));
  const kept = new Set<Node>();
  const seen = new Map<string, Node>();
  const looks = new Map<string, number>();
  const calls = argumentLists(chart, samples, pool);
  const placeOf = (node: Node): string => `${calls.indexOf(node.sequence.start.args)} ${node.state}`;
  const random = randomFrom(1);
  const causes = causesOf(chart);
  const unfinished = (): Wanted => wantedBy(coverage.goals.filter((goal) => !goal.taken || (goal.guarded && !goal.passed)), causes);
  const most = budget.steps + budget.stepsEach * coverage.goals.length;
  let spent = 0;
  const isSpent = (): boolean => spent > most;
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
      const key = node.snapshot && `${placeOf(reached)} ${valueText([node.snapshot.value, node.snapshot.context])}`;
      const isNew = key !== undefined && !seen.has(key);
      if (isNew) seen.set(key, reached);
      if (keep || news) kept.add(reached);
    }
  };

  /** Tries all that can be sent there; or, where `groups` are wanted, only those. */
  const expand = (node: Node, groups?: ReadonlySet<string>): void => {
    if (groups) node.probed = true;
    else node.expanded = true;
    const isFirst = !groups && !looks.has(node.state);
    if (!groups) for (const place of [node.state, placeOf(node)]) looks.set(place, (looks.get(place) ?? 0) + 1);
    for (const { kind, value, group } of offered(node)) {
      if (isSpent()) return;
      if (groups && !groups.has(group) && !(kind === 'send' && groups.has('any'))) continue;
      attempt((choices) => ({ ...node.sequence, steps: [...node.sequence.steps, { kind, value, choices }] }), isFirst, node);
    }
  };

  for (const args of calls) attempt((choices) => ({ start: { args, choices }, steps: [] }), true, undefined);

  for (let round = 0; !isSpent(); round += 1) {
    const open = [...seen.values()].filter((node) => !node.expanded);
    const fresh = open.find((node) => !looks.has(node.state));
    const left = unfinished();
    if (open.length === 0 || (left.size === 0 && !fresh)) break;
    const near = fresh ? undefined : open.find((node) => !node.probed && left.has(decodeKey(node.state)));
    if (near) expand(near, left.get(decodeKey(near.state)));
    else expand(fresh ?? open.find((node) => !looks.has(placeOf(node))) ?? pick(open, round, looks, left, random));
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
  return { sequence, snapshot: look.outcome === 'yields' ? running.snapshot() : undefined, state: look.state ?? '', expanded: false, probed: false };
}

function eventOf(step: Step, bridge: Bridge, world: World): EventObject {
  const value = step.value(world);
  return step.kind === 'send' ? bridge.sent(value) : step.kind === 'throw' ? bridge.thrown(value) : bridge.returned(value);
}

/** By the id of a state, the groups of candidates that are wanted there. */
type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

/** What must be sent where for something unfinished to be seen: by its own trigger or, out of a choice, by what leads to the choice. */
function wantedBy(goals: readonly Goal[], causes: ReadonlyMap<string, Wanted>): Wanted {
  const wanted = new Map<string, Set<string>>();
  for (const { state, transition } of goals) {
    const entries: Wanted = causes.get(state) ?? new Map([[state, new Set([groupOf(transition.trigger)])]]);
    for (const [id, groups] of entries) wanted.set(id, new Set([...(wanted.get(id) ?? []), ...groups]));
  }
  return wanted;
}

/** For each choice, what leads to it, through other choices too. */
function causesOf(chart: Chart): ReadonlyMap<string, Wanted> {
  const choices = new Map(chart.states.flatMap((state) => (state.kind === 'choice' ? [[state.id, new Map<string, Set<string>>()] as const] : [])));
  const add = (to: Map<string, Set<string>>, id: string, groups: Iterable<string>): boolean => {
    const before = to.get(id)?.size ?? 0;
    to.set(id, new Set([...(to.get(id) ?? []), ...groups]));
    return to.get(id)!.size > before;
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const state of chart.states) {
      for (const { target, trigger } of state.transitions) {
        const into = target === undefined ? undefined : choices.get(target);
        if (!into) continue;
        const from: Wanted = choices.get(state.id) ?? new Map([[state.id, new Set([groupOf(trigger)])]]);
        for (const [id, groups] of from) isChanged = add(into, id, groups) || isChanged;
      }
    }
  }
  return choices;
}

/** By turns the nearest place in the state looked at least, the deepest in a state with something left, and any. */
function pick(open: readonly Node[], round: number, looks: ReadonlyMap<string, number>, left: Wanted, random: () => number): Node {
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
      const likely = all.filter((each) => each.kind === 'send' || !isLikely);
      const samples = random() < 0.5 ? likely.filter((each) => each.isSample) : [];
      const from = samples.length > 0 ? samples : likely.length > 0 ? likely : all;
      const group = one([...new Set(from.map((each) => each.group))]);
      const { kind, value } = one(from.filter((each) => each.group === group));
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

/**
 * A chart and the XState machine that was written from it in, sequences out that take every transition at least once
 * and see every guard both ways, as far as a bounded search finds them.
 *
 * The search goes on from each place that it has come to, by the snapshot that was kept there; a machine that needs an actor (see stage.ts) it runs from its
 * start for every step it tries, so that nothing is shared between two tries. Effects are only recorders. It looks at each state with everything that can be sent, nearest first; as long as something has not
 * been exercised, it tries what may exercise it wherever it can, looks at each state again for each way to start, goes
 * deep where something is left, and wanders. Deterministic: the wandering has a seed.
 */
import type { AnyStateMachine } from 'xstate';
import type { Chart } from '../../chart/chart.ts';
import { decodeKey } from '../../format/xstate/key.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { Bridge } from '../drive/drive.ts';
import { type Candidate, argumentLists, candidates, samplesIn } from '../inputs/inputs.ts';
import { poolAround, poolOf } from '../inputs/pool.ts';
import type { Run } from '../drive/recorders.ts';
import { type Searched, type Node, begin, nodeOf, resume } from './run.ts';
import type { World } from '../inputs/sample.ts';
import type { Sequence } from './sequence.ts';
import { createStage } from '../drive/stage.ts';
import { valueText } from '../drive/value-text.ts';
import { type Walks, randomFrom, walksFrom } from './walk.ts';
import { type Wanted, causesOf, wantedBy } from './wanted.ts';

export interface Suite {
  /** None is the beginning of another. */
  readonly sequences: readonly Sequence[];
  readonly coverage: Coverage;
  /** Something called outside without end. */
  readonly tooMany: boolean;
}

export interface Budget extends Walks {
  /** Events sent to the machine while searching, whatever its size. */
  readonly steps: number;
  /** And this many more for each transition. */
  readonly stepsEach: number;
  /** Ways in which the calls of one step are answered. */
  readonly answers: number;
}

export const standardBudget: Budget = { steps: 30_000, stepsEach: 40, answers: 12, walks: 40, walk: 30 };

/** The suite of a chart, found by running `machine`, which was written from it. */
export function suiteFor(chart: Chart, machine: AnyStateMachine, bridge: Bridge, world: World, budget: Budget = standardBudget): Suite {
  return search(chart, machine, bridge, world, budget, true) ?? search(chart, machine, bridge, world, budget, false)!;
}

/** Nothing where it turns out that the machine cannot be run on a stage. */
function search(chart: Chart, machine: AnyStateMachine, bridge: Bridge, world: World, budget: Budget, isStaged: boolean): Suite | undefined {
  const coverage = coverageOf(chart, machine);
  const stage = isStaged ? createStage(chart, machine, world, coverage.inspect) : undefined;
  if (isStaged && !stage) return undefined;
  const searched: Searched = { chart, machine, bridge, world, coverage, stage, inspect: coverage.inspect };
  const pool = poolOf(chart);
  const samples = samplesIn(world.exports, chart.name);
  const offered = (node: Node): readonly Candidate[] => candidates(chart, samples, poolAround(pool, node.snapshot?.context), node.state === '' ? undefined : decodeKey(node.state));
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
  const isSpent = (): boolean => spent > most || stage?.needsActor() === true;
  let tooMany = false;

  /** Runs a sequence: on a stage its last step, where the others have been run. */
  const run = (sequence: Sequence, parent: Node | undefined): { node: Node; news: boolean; answered: Run<unknown>['answered'] } => {
    const isOnward = stage !== undefined && parent?.snapshot !== undefined;
    const running = isOnward ? resume(searched, parent) : begin(searched, sequence.start);
    for (const step of isOnward ? sequence.steps.slice(-1) : sequence.steps) running.step(step);
    spent += sequence.steps.length + 1;
    tooMany ||= running.last().tooMany;
    return { node: nodeOf(running, sequence), news: running.news(), answered: running.last().answered };
  };

  /** Tries a step with every way its calls may be answered. */
  const attempt = (make: (choices: readonly number[]) => Sequence, keep: boolean, parent: Node | undefined): void => {
    const todo: (readonly number[])[] = [[]];
    for (let tried = 0; tried < budget.answers && tried < todo.length; tried += 1) {
      const choices = todo[tried]!;
      const { node, news, answered } = run(make(choices), parent);
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
    if (fresh) {
      expand(fresh);
      continue;
    }
    const left = unfinished();
    if (open.length === 0 || left.size === 0) break;
    const near = open.find((node) => !node.probed && left.has(decodeKey(node.state)));
    if (near) expand(near, left.get(decodeKey(near.state)));
    else expand(open.find((node) => !looks.has(placeOf(node))) ?? pick(open, round, looks, left, random));
  }
  const starts = [...seen.values()].flatMap(({ sequence }) => (sequence.steps.length === 0 ? [sequence.start] : []));
  for (const node of walksFrom(searched, starts, offered, budget, random)) kept.add(node);

  return stage?.needsActor() ? undefined : { sequences: maximal(kept), coverage, tooMany };
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

/** Those that no other goes on from. */
function maximal(kept: ReadonlySet<Node>): readonly Sequence[] {
  const passed = new Set<Node>();
  for (const node of kept) for (let above = node.parent; above && !passed.has(above); above = above.parent) passed.add(above);
  return [...kept].filter((node) => !passed.has(node)).map((node) => node.sequence);
}

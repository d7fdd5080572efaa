/**
 * `yieldchart/check`: whether a generator, its chart, its diagram and its XState machine tell the same story.
 *
 * Everything is passed in, loaded: this room touches no file and runs the user's code only between recorders.
 */
import type { AnyStateMachine, EventObject } from 'xstate';
import { returned, sent, thrown } from '../bridge/event.ts';
import { yielded } from '../bridge/yielded.ts';
import type { Chart } from '../chart/chart.ts';
import { asDrawn } from '../chart/drawn.ts';
import { fromXState } from '../format/xstate/read/read.ts';
import { unprimed } from '../runtime/primed.ts';
import { arrowsOf, graphOf } from './structure/arrow.ts';
import { compareBehaviour } from './drive/behaviour.ts';
import { agreementOf } from './compare.ts';
import { type Goal, unexercised } from './suite/coverage.ts';
import type { Bridge, Machine } from './drive/drive.ts';
import { watchingTypeErrors } from './drive/engine-error.ts';
import { impossibleIn } from './suite/exhaust.ts';
import { eventNames, eventsIn } from './event-names.ts';
import { replaceGlobals } from './drive/globals.ts';
import { sampleFaults } from './inputs/inputs.ts';
import { ignoresOf, withoutIgnored } from './ignore.ts';
import { createNames, namesIn, type Pair } from './names.ts';
import { isPlain } from './drive/plain.ts';
import { type Recorders, createRecorders } from './drive/recorders.ts';
import type { World } from './inputs/sample.ts';
import { type Budget, standardBudget, suiteFor } from './suite/suite.ts';
import { watching } from './drive/taken.ts';
import type { Compared, Counts, Level, Verdict } from './verdict.ts';

export type { Trace, TraceStep } from './drive/behaviour.ts';
export { distinguish, type Different, type Equivalence, type Same } from './decide/equivalence.ts';
export { type Minimal, minimise } from './decide/minimise.ts';
export type { Table } from './decide/table.ts';
export type { Difference, DifferenceKind } from './structure/difference.ts';
export type { Change, ChangeKind, ChartDiff, Sent } from './diff/chart-diff.ts';
export { type DiffOptions, diffCharts } from './diff/diff.ts';
export { diffMermaid } from './diff/drawing.ts';
export { linesText, markdownOf, tellDiff, type ToldLine } from './diff/tell.ts';
export type { Bridge, Machine, Observation } from './drive/drive.ts';
export type { Samples } from './inputs/inputs.ts';
export { createRecorders, type Recorders } from './drive/recorders.ts';
export { ignoresOf } from './ignore.ts';
export { replaceGlobals, replaceNothing } from './drive/globals.ts';
export type { World } from './inputs/sample.ts';
export { countsText, tell } from './story.ts';
export type { Pair } from './names.ts';
export { compareCharts } from './structure/structure.ts';
export { type Budget, standardBudget } from './suite/suite.ts';
export type { Compared, Counts, Level, Verdict } from './verdict.ts';
export type { Reacted, Way, WayLine } from './way.ts';

export interface Parts {
  readonly chart: Chart;
  /** The machine itself; absent where its module could not be run, with the reason. */
  readonly generator?: Machine;
  /** The XState machine that the generator is held against. */
  readonly machine?: AnyStateMachine;
  /** The machine that was written from the chart, by which the suite is found; `machine` itself where it is that one. */
  readonly guide?: AnyStateMachine;
  /** Charts read back from what was written, or from what it is checked against, with the names they go by. */
  readonly against?: readonly { readonly name: string; readonly chart: Chart; /** a diagram: held against what is drawn of the chart */ readonly drawing?: boolean; /** its machine is run too: then it is what the two do that decides */ readonly run?: boolean }[];
  /** The words of `yieldchart/xstate`, unless told otherwise. */
  readonly bridge?: Bridge;
  /** Made beforehand where modules were loaded with recorders for their packages (and told what to ignore). */
  readonly recorders?: Recorders;
  /**
   * What the generator's module exports (`samples`, classes of errors), as each part sees it. Best is an instance of the
   * module for each, so that what the module itself remembers is not shared; `machine` must be of the world that
   * `machine` was loaded in, and `guide` of that of `guide` (the machine's, where it is not given).
   */
  readonly exports?: { readonly generator: Exports; readonly machine: Exports; readonly guide?: Exports };
  /** What is called otherwise in a machine that somebody else wrote: its states and events, by the generator's names for them. */
  readonly map?: Readonly<Record<string, string>>;
  /** Whether names that are taken for one another may be: without it, the verdict is undecided until `map` says so. */
  readonly acceptNames?: boolean;
  /** Events, actions and variables that do not matter, by their names. */
  readonly ignore?: readonly string[];
  /** Why a part is missing. */
  readonly reasons?: readonly string[];
  readonly budget?: Budget;
}

/**
 * The verdict on one machine: structures first, then behaviour, side by side.
 *
 * @example
 * const verdict = checkMachine({ chart, generator: trafficLight, machine, against: [{ name: 'the diagram', chart: read }] });
 * verdict.kind; // 'same'
 */
export function checkMachine(parts: Parts): Verdict {
  const { machine, bridge = words, ignore = [] } = parts;
  const ignores = ignoresOf(ignore);
  const chart = withoutIgnored(parts.chart, ignores);
  // What `primed` gives has taken its first step already; the machine in it has not.
  const generator = parts.generator && ((unprimed(parts.generator as never) as Machine | undefined) ?? parts.generator);
  const agreements = (parts.against ?? []).map((other) => {
    const [left, right] = [chart, withoutIgnored(other.chart, ignores)];
    return agreementOf(other.drawing ? asDrawn(left) : left, other.drawing ? asDrawn(right) : right, { a: 'the chart', b: other.name }, { drawn: true, unordered: other.drawing === true, map: parts.map });
  });
  const isRun = machine !== undefined && generator !== undefined;
  const deciding = agreements.filter((_, at) => !(isRun && parts.against![at]!.run));
  const differences = deciding.flatMap((agreement) => agreement.differences);
  const way = deciding.find((agreement) => agreement.way)?.way;
  // What a drawing calls otherwise may be another thing, until somebody says that it is the same.
  const drawnNames = deciding.flatMap((agreement) => (agreement.level === undefined ? [] : agreement.names));
  const reasons = [...(parts.reasons ?? []), ...(drawnNames.length > 0 && !parts.acceptNames ? [namesReason(drawnNames)] : [])];
  if (!generator || !machine) {
    if (reasons.length === 0) reasons.push(`${generator ? 'the XState machine' : 'the generator'} was not given, so nothing was run`);
    return verdictOf({ chart, differences, way, reasons, goals: [], impossible: [], sequences: 0, steps: 0 });
  }
  reasons.push(...sampleFaults(parts.exports?.machine ?? {}, chart.name));

  const recorders = parts.recorders ?? createRecorders(replaceGlobals, ignores);
  const world = (exports: Exports | undefined): World => ({ recorders, exports: exports ?? {} });
  const worlds = { generator: world(parts.exports?.generator), machine: world(parts.exports?.machine) };
  return watchingTypeErrors(() => recorders.during(() => {
    const guide = parts.guide ?? machine;
    const guideWorld = world(parts.exports?.guide ?? parts.exports?.machine);
    const suite = suiteFor(chart, guide, bridge, guideWorld, parts.budget ?? standardBudget);
    const impossible = unexercised(suite.coverage.goals).length > 0 ? impossibleIn(chart, guide, bridge, guideWorld) : [];
    const foreign = isPlain(machine) ? foreignTo(chart, machine, parts.map) : undefined;
    const sides = foreign ? { ...foreign, bridge: { ...bridge, sent: (value: unknown) => renamed(bridge.sent(value), foreign.events.partner) }, inspect: foreign.watch.inspect, strange: foreign.events.strange.filter((type) => !ignores(type)) } : { bridge };
    const behaviour = compareBehaviour({ chart, generator, machine, worlds, map: parts.map, ...sides, ...(ignore.length > 0 && { ignores }) }, suite.sequences);
    if (suite.tooMany || behaviour.tooMany) reasons.push('a step called outside without end, and was cut short');
    const inferred = foreign ? [...foreign.events.inferred, ...foreign.names.inferred()] : [];
    const names = foreign ? inferred : drawnNames;
    if (inferred.length > 0 && !parts.acceptNames && !behaviour.trace) reasons.push(namesReason(inferred));
    if (!behaviour.trace) reasons.push(...behaviour.callsLeft);
    if (foreign && !behaviour.trace) reasons.push(...foreign.watch.left().map((text) => `the machine's own ${text} was not taken`));
    const isDecided = foreign !== undefined && agreementOf(asDrawn(chart), withoutIgnored(fromXState(machine).chart, ignores), { a: 'the chart', b: 'the XState machine' }, { drawn: true, map: parts.map }).level !== undefined;
    // Where the two were seen to part, what differs in their code says why.
    const whole = behaviour.trace ? agreements.flatMap((agreement) => agreement.differences) : differences;
    return verdictOf({ chart, differences: whole, ...(!behaviour.trace && { way }), reasons, goals: suite.coverage.goals, impossible, names, ...behaviour, shown: isDecided ? 'bisimilar' : 'suite' });
  }));
}

/** Two charts, neither of which is run. */
export interface Charts {
  readonly a: NamedChart;
  readonly b: NamedChart;
  readonly map?: Readonly<Record<string, string>>;
  readonly acceptNames?: boolean;
  readonly ignore?: readonly string[];
  /** What of either could not be read or compared. */
  readonly reasons?: readonly string[];
}

export interface NamedChart {
  /** What it is called where the two differ. */
  readonly name: string;
  readonly chart: Chart;
  /** A diagram, or what was read of a live machine: neither shows more than a drawing does. */
  readonly drawing?: boolean;
  /** A diagram: in it, the order of arrows says nothing. */
  readonly diagram?: boolean;
}

/**
 * The verdict on two charts, whatever they were read from: by their structure, and by what they do whatever comes in and whatever their
 * conditions say. Guards and actions are compared as the code they are.
 *
 * @example
 * checkCharts({ a: { name: 'old.mmd', chart: old, drawing: true }, b: { name: 'new.mmd', chart: next, drawing: true } }).level; // 'identical'
 */
export function checkCharts({ a, b, map, acceptNames, ignore = [], reasons = [] }: Charts): Verdict {
  const drawn = a.drawing === true || b.drawing === true;
  const read = ({ chart }: NamedChart): Chart => withoutIgnored(drawn ? asDrawn(chart) : chart, ignoresOf(ignore));
  const { level, differences, way, names, undecided } = agreementOf(read(a), read(b), { a: a.name, b: b.name }, { drawn, unordered: a.diagram === true || b.diagram === true, ...(map && { map }) });
  const open = names.length > 0 && !acceptNames && level !== undefined ? [namesReason(names)] : [];
  const found = level !== undefined ? [] : differences;
  return { ...verdictOf({ chart: a.chart, differences: undecided === undefined ? found : [], way, reasons: [...reasons, ...open, ...(undecided === undefined ? [] : [undecided])], goals: [], impossible: [], sequences: 0, steps: 0, names }), ...(level && { level }) };
}

function namesReason(names: readonly Pair[]): string {
  return `the two only do the same where these names are one: ${names.map((pair) => `${pair.generator} = ${pair.machine}`).join(', ')}`;
}

/** What it takes to hold a machine that somebody else wrote against a chart's generator. */
function foreignTo(chart: Chart, machine: AnyStateMachine, map: Readonly<Record<string, string>> = {}) {
  const called = chart.states.flatMap(({ id, kind, value }) => (kind === 'atomic' ? [id, ...(value?.kind === 'constant' && 'value' in value.constant ? [String(value.constant.value)] : [])] : []));
  return { names: createNames(called, namesIn(machine), map), events: eventNames(chart.alphabet.events.map(({ type }) => type), eventsIn(machine), map), watch: watching(machine) };
}

function renamed(event: EventObject, partner: ReadonlyMap<string, string>): EventObject {
  return partner.has(event.type) ? { ...event, type: partner.get(event.type)! } : event;
}

type Exports = World['exports'];

/**
 * What stands for a package or a `node:` module while a machine's module is loaded to be checked: a recorder of all that
 * is done with it. XState and yieldchart themselves stay the real ones (nothing is given for them).
 */
export function outsideRecorders(recorders: Recorders): (specifier: string) => object | undefined {
  return (specifier) => (/^(?:xstate|yieldchart)(?:\/|$)/.test(specifier) ? undefined : (recorders.anything(specifier) as object));
}

const words: Bridge = { sent, thrown, returned, yielded };

interface Findings {
  readonly chart: Chart;
  readonly differences: readonly Compared[];
  readonly reasons: readonly string[];
  readonly goals: readonly Goal[];
  readonly impossible: readonly string[];
  readonly sequences: number;
  readonly steps: number;
  readonly trace?: Verdict['trace'];
  readonly names?: Verdict['names'];
  readonly way?: Verdict['way'];
  /** What it means that nothing differs and nothing is left open. */
  readonly shown?: Level;
}

function verdictOf({ chart, differences, reasons, goals, impossible, sequences, steps, trace, names = [], way, shown }: Findings): Verdict {
  const left = unexercised(goals).filter((text) => !impossible.includes(text));
  const guarded = goals.filter((goal) => goal.guarded);
  const graph = graphOf(chart);
  const counts: Counts = {
    states: chart.states.filter((state) => state.kind !== 'choice').length,
    transitions: chart.states.reduce((sum, state) => sum + arrowsOf(graph, state).length, 0),
    taken: goals.filter((goal) => goal.taken).length,
    guards: guarded.length,
    bothWays: guarded.filter((goal) => goal.taken && goal.passed).length,
    sequences,
    steps,
  };
  const kind = differences.length > 0 || trace || way ? 'different' : left.length > 0 || reasons.length > 0 ? 'undecided' : 'same';
  const level = kind === 'same' ? shown : kind === 'undecided' && sequences > 0 ? 'sequences' : undefined;
  return { machine: chart.name, kind, ...(level && { level }), counts, differences, ...(trace && { trace }), ...(way && { way }), unexercised: left, impossible, names, reasons };
}

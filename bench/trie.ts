/**
 * How long it takes to drive XState through a suite along the trie of its sequences, as a ratio to an actor for each sequence; and to find the suite, going on from
 * where the search has been, as a ratio to running each try from the start. `npm run bench` writes it into docs/bench.md; exits 1 where a goal is missed.
 */
import type { AnyStateMachine } from 'xstate';
import type { Chart, State } from '../src/chart/chart.ts';
import type { World } from '../src/check/index.ts';
import type { Sequence } from '../src/check/suite/sequence.ts';
import { createStage } from '../src/check/drive/stage.ts';
import { standardBudget, suiteFor } from '../src/check/suite/suite.ts';
import { alongTrie, byActor } from '../src/check/drive/trie.ts';
import { gallery } from '../test/check/gallery.ts';
import { bridge, byActors, written } from '../test/check/written.ts';
import { median, timed, writePart } from './page.ts';

const goal = 5;
const deep: readonly string[] = ['grid', 'ring'];
const ROUNDS = 7;
/** Rounds beforehand that do not count. */
const WARM = 3;

type Leads = (state: number, event: number, states: number) => number;
/** Rows of twenty, each state beside four others. */
const grid: Leads = (state, event, states) => (state + [1, -1, 20, -20][event]! + states) % states;
const ring: Leads = (state, event, states) => (state + [1, 0, 0, 0][event]!) % states;
const random: Leads = (state, event, states) => (state * (event + 2) + event * event + 1) % states;

const missed: string[] = [];
const rows: string[] = [];
const subjects = gallery().filter(({ name }) => ['trafficLight', 'door', 'atm', 'pinLock', 'tcpConnection', 'wordProcessor', 'authentication'].includes(name));
for (const { chart, text } of [...subjects.map((chart) => ({ chart, text: undefined })), generated('grid', 400, grid), generated('random', 400, random), generated('ring', 200, ring)]) {
  const { machine, world } = await written(chart, text);
  world.recorders.during(() => measure(chart, machine, world));
}

writePart('Driving an XState machine', [
  'The suite of a machine, driven along the trie of its sequences (each step made once, from the snapshot that was kept before it), and with an actor for each sequence; and the suite',
  'found by going on from where the search has been, and by running every try from the start. What is seen is the same.',
  `Goal: driven at least ${goal} times as fast where hundreds of states lie deep (${deep.join(', ')}). A suite of a small machine shares little: most of it are 40 walks at random.`,
  'A machine that waits for the clock or for actors, that turns to its own actor, that changes what a snapshot holds or uses what another module has (which may remember) is run by an',
  'actor for each sequence; so is what `check --live` runs. What is said to differ has always been done by an actor that ran from the start.',
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}, medians of ${ROUNDS} alternating runs, in milliseconds of the processor.`,
  '',
  '| machine | states | sequences | steps | of them along the trie | an actor each | along the trie | times as fast | search from the start | going on | times as fast |',
  '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
  ...rows,
]);
for (const each of missed) process.stderr.write(`Missed: ${each}.\n`);
if (missed.length > 0) process.exitCode = 1;

function measure(chart: Chart, machine: AnyStateMachine, world: World): void {
  const find = (mine: World) => suiteFor(chart, machine, bridge, mine, standardBudget).sequences;
  const suite = find(world);
  const staged = { machine, chart, bridge, world };
  const times = { alone: [] as number[], shared: [] as number[], again: [] as number[], onward: [] as number[] };
  for (let round = -WARM; round < ROUNDS; round++) {
    const note = (key: keyof typeof times, run: () => unknown): void => {
      const time = timed(run);
      if (round >= 0) times[key].push(time);
    };
    note('alone', () => suite.forEach((sequence) => byActor(staged, sequence)));
    note('shared', () => {
      const stage = createStage(chart, machine, world);
      if (!stage) throw new Error(`${chart.name} needs an actor`);
      suite.forEach(alongTrie({ ...staged, stage }));
      if (stage.needsActor()) throw new Error(`${chart.name} needs an actor`);
    });
    note('again', () => find(byActors(world)));
    note('onward', () => find(world));
  }
  const [driven, found] = [median(times.alone) / median(times.shared), median(times.again) / median(times.onward)];
  const steps = suite.reduce((sum, { steps }) => sum + steps.length + 1, 0);
  rows.push(`| ${[chart.name, chart.states.length, suite.length, steps, edges(suite)].map((each) => each.toLocaleString('en')).join(' | ')} | ${median(times.alone).toFixed(0)} ms | ${median(times.shared).toFixed(1)} ms | ${driven.toFixed(1)} | ${median(times.again).toFixed(0)} ms | ${median(times.onward).toFixed(0)} ms | ${found.toFixed(1)} |`);
  if (deep.includes(chart.name) && driven < goal) missed.push(`${chart.name}: only ${driven.toFixed(1)} times as fast`);
}

/** The steps that are left where sequences that begin alike share their beginning. */
function edges(suite: readonly Sequence[]): number {
  const parts = new Set<unknown>();
  for (const { start, steps } of suite) for (const part of [start, ...steps]) parts.add(part);
  return parts.size;
}


/** A chart of so many states, and four events in each. Nobody wrote it, so its module has nothing in it. */
function generated(name: string, states: number, leads: Leads): { readonly chart: Chart; readonly text: string } {
  const events = Array.from({ length: 4 }, (_, event) => `e${event}`);
  const state = (at: number): State => ({
    kind: 'atomic',
    id: `s${at}`,
    value: { kind: 'constant', constant: { kind: 'string', value: `s${at}` } },
    places: [],
    transitions: events.map((type, event) => ({ trigger: { kind: 'event', type }, actions: [], target: `s${leads(at, event, states)}`, places: [] })),
  });
  const chart: Chart = {
    name,
    file: 'bench/generated.ts',
    parameters: [],
    context: [],
    alphabet: { events: events.map((type) => ({ type, form: 'string', fields: [] })), open: false },
    initial: { trigger: { kind: 'always' }, actions: [], target: 's0', places: [] },
    states: Array.from({ length: states }, (_, at) => state(at)),
    dependencies: [],
  };
  return { chart, text: 'export {};' };
}

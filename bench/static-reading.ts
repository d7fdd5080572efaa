/**
 * How long it takes to read an XState machine from its definition, as a ratio to running it in every state with every event, which is what `getAdjacencyMap` of
 * `xstate/graph` does. Both after `createMachine`, each time on a machine of its own: XState keeps what it has once worked out. `npm run bench` writes it into
 * docs/bench.md; exits 1 where a goal is missed.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type AnyStateMachine, createMachine } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { fromXState } from '../src/format/xstate/read/read.ts';
import { exponent, median, timed, writePart } from './page.ts';

const compared = [1_000, 2_000, 5_000];
const LARGEST = 20_000;
const goals = { ratio: 10, at: [1_000, 5_000] };
/** Of ours, for one of XState's. */
const ROUNDS = 3;

interface Subject {
  readonly name: string;
  /** A machine of so many states, and what there is to be seen of it. */
  readonly of: (states: number) => { readonly config: object; readonly configurations: number; readonly transitions: number };
}

const subjects: readonly Subject[] = [
  { name: 'a ring, four events a state', of: (states) => flat(states, [1, -1, 2, -2]) },
  { name: 'a grid, four events a state', of: (states) => flat(states, [1, -1, 40, -40]) },
  { name: 'blocks, by turns of eight states and of two regions of three', of: blocks },
];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (how: { readonly type: 'minor' }) => void;
/** A machine that is settled in memory: what is new there is moved twice, and whoever runs next would pay for it. */
function settled(machine: AnyStateMachine): AnyStateMachine {
  for (let twice = 0; twice < 2; twice++) collect({ type: 'minor' });
  return machine;
}

const missed: string[] = [];
const rows: string[] = [];
for (const { name, of } of subjects) {
  const make = (states: number): AnyStateMachine => settled(createMachine(of(states).config as never) as never);
  fromXState(make(1_000));
  const times = [...compared, LARGEST].map((states) => {
    const { configurations, transitions } = of(states);
    const theirs: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < (states === LARGEST ? 1 : Math.ceil(10_000 / states)); round++) {
      if (states !== LARGEST) {
        const machine = make(states);
        let seen = 0;
        theirs.push(timed(() => (seen = Object.keys(getAdjacencyMap(machine, {})).length)));
        if (seen !== configurations) throw new Error(`${name}, ${states} states: XState comes to ${seen} of ${configurations} configurations`);
      }
      for (let again = 0; again < ROUNDS; again++) {
        const machine = make(states);
        let read = 0;
        ours.push(timed(() => (read = fromXState(machine).chart.states.reduce((sum, state) => sum + state.transitions.length, 0))));
        if (read !== transitions) throw new Error(`${name}, ${states} states: ${read} of ${transitions} transitions are read`);
      }
    }
    const [their, our] = [theirs.length === 0 ? undefined : median(theirs), median(ours)];
    const ratio = their === undefined ? undefined : their / our;
    if (ratio !== undefined && goals.at.includes(states) && ratio < goals.ratio) missed.push(`${name}, ${states} states: only ${ratio.toFixed(1)} times as fast`);
    rows.push(`| ${name} | ${states.toLocaleString('en')} | ${configurations.toLocaleString('en')} | ${their === undefined ? '' : `${their.toFixed(0)} ms`} | ${our.toFixed(1)} ms | ${ratio === undefined ? '' : ratio.toFixed(0)} |`);
    return { states, their, our };
  });
  const power = (key: 'their' | 'our') => exponent(times.flatMap(({ states, [key]: time }) => (time === undefined ? [] : [[states, time] as const]))).toFixed(2);
  rows.push(`| | time grows as size to the power of | | ${power('their')} | ${power('our')} | |`);
}

writePart('Reading an XState machine', [
  'A machine as `createMachine` gives it and memory has settled, read by `fromXState` into a chart, and run in each configuration with each event by `getAdjacencyMap` of `xstate/graph`, in one process.',
  `Goal: at least ${goals.ratio} times as fast at ${goals.at.map((states) => states.toLocaleString('en')).join(' and ')} states.`,
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}, medians of 2 to 10 runs of XState's and ${ROUNDS} times as many of ours in turn, in milliseconds of the processor.`,
  '',
  '| machine | states | configurations | `getAdjacencyMap` | `fromXState` | times as fast |',
  '|---|---:|---:|---:|---:|---:|',
  ...rows,
]);
for (const goal of missed) process.stderr.write(`Missed: ${goal}.\n`);
if (missed.length > 0) process.exitCode = 1;

/** States in a row, round and round; event `e0`, `e1`, … goes so many on. */
function flat(states: number, steps: readonly number[]) {
  const on = (state: number): object => Object.fromEntries(steps.map((step, event) => [`e${event}`, `s${(state + step + states) % states}`]));
  return {
    config: { id: 'flat', initial: 's0', states: Object.fromEntries(Array.from({ length: states }, (_, state) => [`s${state}`, { on: on(state) }])) },
    configurations: states,
    transitions: states * steps.length,
  };
}

/** Blocks in a row, of nine states each: every other one has eight in it, those between two regions of three. Each block leads on to the next, and back. */
function blocks(states: number) {
  const count = Math.round(states / 9);
  const all = Array.from({ length: count }, (_, block) => {
    const on = { on: `b${(block + 1) % count}`, back: `b${(block + count - 1) % count}` };
    return [`b${block}`, block % 2 === 0 ? { on, ...row(8, 'next', 'previous') } : { on, type: 'parallel', states: { left: row(3, 'next', 'previous'), right: row(3, 'up', 'down') } }];
  });
  const even = Math.ceil(count / 2);
  return {
    config: { id: 'blocks', initial: 'b0', states: Object.fromEntries(all) },
    configurations: even * 8 + (count - even) * 9,
    transitions: even * 16 + (count - even) * 12 + count * 2,
  };
}

function row(states: number, forward: string, backward: string) {
  const on = (state: number): object => ({ [forward]: `s${(state + 1) % states}`, [backward]: `s${(state + states - 1) % states}` });
  return { initial: 's0', states: Object.fromEntries(Array.from({ length: states }, (_, state) => [`s${state}`, { on: on(state) }])) };
}

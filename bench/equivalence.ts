/**
 * How long it takes to decide whether two large tables do the same, as a ratio to the least that could be done with them: a plain breadth-first
 * walk over both. The two are timed in turn, in one process. `npm run bench` writes it into docs/bench.md; exits 1 where a goal is missed.
 */
import { type Equivalence, distinguish } from '../src/check/decide/equivalence.ts';
import type { Table } from '../src/check/decide/table.ts';
import { reached } from '../src/check/decide/walk.ts';
import { shuffled, wholes } from '../test/check/decide/chance.ts';
import { randomTable, seenOn } from '../test/check/decide/tables.ts';
import { exponent, median, timed, writePart } from './page.ts';

const EVENTS = 4;
const LARGEST = 1_000_000;
const sizes = [10_000, 100_000, LARGEST];
// Time over size, as a power: near-linear where neighbours in memory are neighbours in the walk. Elsewhere caches make even a plain walk
// of large tables slower than linear, and no more than that is to be added.
const goals = { ratio: 5, gigabytes: 2, exponent: 1.1, exponentAboveWalk: 0.2 };

interface Subject {
  readonly name: string;
  readonly expected: Equivalence['kind'];
  readonly of: (states: number) => readonly [Table, Table];
  readonly isInOrder?: true;
}

const subjects: readonly Subject[] = [
  { name: 'a ring, and itself', expected: 'same', of: (states) => [ring(states), ring(states)], isInOrder: true },
  { name: 'a ring, and its copy in another order', expected: 'same', of: (states) => copied(ring(states)) },
  { name: 'a ring, and that copy with its last output changed', expected: 'different', of: (states) => mutated(copied(ring(states))) },
  { name: 'a random machine, and its copy in another order', expected: 'same', of: (states) => copied(random(states)) },
  { name: 'a random machine, and that copy with one output changed', expected: 'different', of: (states) => mutated(copied(random(states))) },
  { name: 'a random machine with each state twice, and so again, otherwise', expected: 'same', of: (states) => [doubled(random(states / 2), 3), doubled(random(states / 2), 4)] },
];

const missed: string[] = [];
const rows: string[] = [];
for (const { name, expected, of, isInOrder } of subjects) {
  const times = sizes.map((states) => {
    const [a, b] = of(states);
    const walks: number[] = [];
    const decisions: number[] = [];
    const answers: Equivalence[] = [];
    for (let round = 0; round < 9 + LARGEST / states; round++) {
      walks.push(timed(() => reached(a).length + reached(b).length));
      decisions.push(timed(() => (answers[0] = distinguish(a, b))));
    }
    const ratio = median(decisions.map((time, round) => time / walks[round]!));
    const answer = answers[0]!;
    if (answer.kind !== expected || !replays(a, b, answer)) missed.push(`${name}, ${states} states: the answer is wrong`);
    if (states === LARGEST && ratio > goals.ratio) missed.push(`${name}: ${ratio.toFixed(2)} times a walk`);
    rows.push(`| ${name} | ${states.toLocaleString('en')} | ${answer.kind === 'same' ? 'the same' : `a word of ${answer.word.length.toLocaleString('en')}`} | ${median(walks).toFixed(1)} ms | ${median(decisions).toFixed(1)} ms | ${ratio.toFixed(2)} |`);
    return { states, walk: median(walks), decision: median(decisions) };
  });
  const walk = exponent(times.map(({ states, walk }) => [states, walk]));
  const decision = exponent(times.map(({ states, decision }) => [states, decision]));
  if (decision > (isInOrder ? goals.exponent : walk + goals.exponentAboveWalk)) missed.push(`${name}: time grows with exponent ${decision.toFixed(2)}, of a walk ${walk.toFixed(2)}`);
  rows.push(`| | time grows as size to the power of | | ${walk.toFixed(2)} | ${decision.toFixed(2)} | |`);
}
const gigabytes = process.resourceUsage().maxRSS / 1e6;
if (gigabytes > goals.gigabytes) missed.push(`${gigabytes.toFixed(2)} GB of memory`);

writePart('Deciding whether two tables do the same', [
  `Two tables of ${EVENTS} events, and the shortest word that tells them apart where they differ, against a breadth-first walk over both in the same process.`,
  `Goals: at most ${goals.ratio} times the walk at ${LARGEST.toLocaleString('en')} states; less than ${goals.gigabytes} GB of memory; time grows with size to the power of at most ${goals.exponent} where the`,
  `table lies in memory as it is walked, and elsewhere at most ${goals.exponentAboveWalk} above that of the walk, which itself suffers from caches that are too small.`,
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}, medians of ${9 + 1} to ${9 + LARGEST / sizes[0]!} alternating runs, in milliseconds of the processor; at most ${gigabytes.toFixed(2)} GB in use, the tables included.`,
  '',
  '| tables | states | answer | walk | decision | times the walk |',
  '|---|---:|---|---:|---:|---:|',
  ...rows,
]);
for (const goal of missed) process.stderr.write(`Missed: ${goal}.\n`);
if (missed.length > 0) process.exitCode = 1;

/** Event 0 leads on, round and round; the others stay. Only the last state shows that it is. */
function ring(states: number): Table {
  const next = new Int32Array(states * EVENTS).map((_, cell) => (cell % EVENTS === 0 ? (cell / EVENTS + 1) % states : Math.floor(cell / EVENTS)));
  const output = new Int32Array(next.length);
  output[(states - 1) * EVENTS] = 1;
  return { states, inputs: EVENTS, start: 0, next, output, mark: new Int32Array(states) };
}

function random(states: number): Table {
  return randomTable(states, EVENTS, 4, 1);
}

/** State s as states 2s and 2s + 1, each of which leads to either of two: many more pairs of states that do the same than are merged. */
function doubled(table: Table, seed: number): Table {
  const chance = wholes(seed);
  const { inputs, states } = table;
  const original = (cell: number) => Math.floor(cell / inputs / 2) * inputs + (cell % inputs);
  const cells = new Int32Array(2 * states * inputs);
  return {
    states: 2 * states,
    inputs,
    start: 2 * table.start,
    next: cells.map((_, cell) => 2 * table.next[original(cell)]! + chance(2)),
    output: cells.map((_, cell) => table.output[original(cell)]!),
    mark: new Int32Array(2 * states),
  };
}

/** A table, and the same in another order. */
function copied(table: Table): readonly [Table, Table] {
  const { states, inputs } = table;
  const place = Int32Array.from(shuffled([...table.mark.keys()], wholes(2)));
  const copy = { states, inputs, start: place[table.start]!, next: new Int32Array(table.next.length), output: new Int32Array(table.output.length), mark: new Int32Array(states) };
  for (let state = 0; state < states; state++) {
    copy.mark[place[state]!] = table.mark[state]!;
    for (let input = 0; input < inputs; input++) {
      copy.next[place[state]! * inputs + input] = place[table.next[state * inputs + input]!]!;
      copy.output[place[state]! * inputs + input] = table.output[state * inputs + input]!;
    }
  }
  return [table, copy];
}

/** The second of the two with another output where a breadth-first walk comes last. */
function mutated([table, copy]: readonly [Table, Table]): readonly [Table, Table] {
  const output = copy.output.slice();
  output[reached(copy).at(-1)! * copy.inputs] = 9;
  return [table, { ...copy, output }];
}

/** Whether a word does tell the two apart, on its last input and not before. */
function replays(a: Table, b: Table, answer: Equivalence): boolean {
  if (answer.kind === 'same') return true;
  const inB = seenOn(b, answer.word);
  return seenOn(a, answer.word).findIndex((seen, at) => seen !== inB[at]) === answer.word.length;
}

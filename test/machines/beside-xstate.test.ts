/**
 * The machines that are written twice, once as a generator and once as an XState machine: that both do the same is
 * tried on every sequence of events up to a length, on every event in every configuration of the machine that is found
 * further out, and on random sequences, longer and with payloads of any kind. That the tests see a difference is tried
 * by breaking each machine in every place.
 * What the walk of each comes to is expected: `UPDATE=1` writes test/machines/beside-xstate/expected.json anew,
 * then `npm run docs` the table of docs/beside-xstate.md.
 */
import * as fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { type Expected, readExpected, writeExpected } from './beside-xstate/expected.ts';
import { mutantsOf } from './beside-xstate/mutants.ts';
import { type Pair, type Sent, createNames } from './beside-xstate/pair.ts';
import { type Choice, type Step, type Walked, walkAgain, walkAll, walkAlong } from './beside-xstate/walk.ts';

const seed = Number(process.env['SEED'] ?? 1);

const stems = (folder: string, ending: string) =>
  readdirSync(join(import.meta.dirname, folder)).filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length)).toSorted();

const pairs = await Promise.all(stems('beside-xstate/pairs', '.ts').map(async (name) => {
  const { pair } = (await import(`./beside-xstate/pairs/${name}.ts`)) as { readonly pair: Pair };
  return [name, pair] as const;
}));

const found = new Map<string, Expected>();

describe.each(pairs)('%s', (name, pair) => {
  const names = createNames(pair.names);
  const event = pair.more === undefined ? fc.constantFrom(...pair.events) : fc.oneof(fc.constantFrom(...pair.events), pair.more);
  const walks = fc.array(fc.oneof<[fc.Arbitrary<Choice>, fc.Arbitrary<Choice>]>(fc.record({ event }), fc.record({ taken: fc.nat(99) })), { maxLength: 60, size: 'max' });

  let walk: Walked | undefined;
  const walked = () => (walk ??= walkAll(pair, names, { sequences: 4_000, configurations: 500 }));

  test('does the same on every sequence of events up to a length, and further from every configuration', () => {
    const { difference, steps: _, ...counts } = walked();
    expect(difference).toBeUndefined();
    found.set(name, counts);
  });

  test('does the same on random sequences', () => {
    fc.assert(fc.property(walks, (walk) => void expect(walkAlong(pair, pair.machine, names, walk).difference).toBeUndefined()), { numRuns: 100, seed });
  });

  test('comes into every state in which the machine can wait', () => {
    walked();
    const seen = names.paths().flatMap(leaves);
    expect(waiting(pair.machine.root).filter((path) => !seen.includes(path))).toEqual([]);
    found.set(name, { ...found.get(name)!, states: names.paths().length });
  });

  test('no longer does when any one thing in the machine is gone or elsewhere', { timeout: 180_000 }, () => {
    const mutants = mutantsOf(pair.machine);
    const tried = { steps: walked().steps, walks: fc.sample(walks, { numRuns: 100, seed }).map((walk) => walkAlong(pair, pair.machine, names, walk).events) };
    const survivors = mutants.filter((mutant) => !caught(pair, mutant.machine(), tried)).map(({ change }) => change);
    expect(survivors).toEqual(Object.keys(pair.unnoticed ?? {}));
    found.set(name, { ...found.get(name)!, mutants: mutants.length, caught: mutants.length - survivors.length });
  });

  test('comes to what is expected', () => {
    if (!process.env['UPDATE']) expect(found.get(name)).toEqual(readExpected()[name]);
  });
});

function caught(pair: Pair, mutant: AnyStateMachine, tried: { readonly steps: readonly Step[]; readonly walks: readonly (readonly Sent[])[] }): boolean {
  const names = createNames(pair.names);
  if (tried.walks.some((events) => walkAlong(pair, mutant, names, events.map((event) => ({ event }))).difference !== undefined)) return true;
  return walkAgain(pair, mutant, tried.steps) !== undefined;
}

/** The states without states, but for the machine's ends and those left at once. */
function waiting(state: AnyStateNode): readonly string[] {
  if (state.type === 'history' || (state.type === 'final' && state.parent === state.machine.root)) return [];
  if (state.always?.some(({ guard }) => guard === undefined)) return [];
  return state.type === 'atomic' || state.type === 'final' ? [state.path.join('.')] : Object.values(state.states).flatMap(waiting);
}

/** `a.{b.c, d.e}` → `a.b.c`, `a.d.e`. */
function leaves(path: string): readonly string[] {
  const [, before, inside] = /^(.*?)\{(.*)\}$/.exec(path) ?? [];
  return inside === undefined ? [path] : inside.split(', ').map((leaf) => before + leaf);
}

test('each of them is expected, and no other', () => {
  if (process.env['UPDATE']) writeExpected(Object.fromEntries(pairs.map(([name]) => [name, found.get(name)!])));
  expect(Object.keys(readExpected())).toEqual(pairs.map(([name]) => name));
});

test('each file beside XState has its other half', () => {
  const folder = '../../machines/beside-xstate';
  const generators = stems(folder, '.ts').filter((stem) => !stem.endsWith('.machine'));
  expect(generators).toEqual(pairs.map(([name]) => name));
  expect(stems(folder, '.machine.ts')).toEqual(generators);
});

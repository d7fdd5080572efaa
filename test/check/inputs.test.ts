/** What the check sends, and how calls are answered: enough to see each arrow, and nothing that the machine is not made for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type World, createRecorders, replaceNothing } from '../../src/check/index.ts';
import { candidates } from '../../src/check/inputs/inputs.ts';
import { poolOf } from '../../src/check/inputs/pool.ts';
import { compile } from '../../src/compile.ts';
import { checked } from './checked.ts';
import { root } from './gallery.ts';

const world: World = { recorders: createRecorders(replaceNothing), exports: {} };

/** All that is sent to a machine, given its signature and body. */
function sentTo(type: string, body: string): readonly unknown[] {
  const source = `export function* m(): Generator<string, void${type === '' ? '' : `, ${type}`}> { ${body} }`;
  const chart = compile(['m.ts'], { read: (path) => (path === 'm.ts' ? source : undefined) }).machines[0]!.chart!;
  return candidates(chart, undefined, poolOf(chart)).flatMap(({ kind, value }) => (kind === 'send' ? [value(world)] : []));
}

describe('every arrow is taken, and every guard seen both ways, where', () => {
  test.each([
    ['a sum is compared with a limit', 'switch/true.ts'],
    ['a number is asked whether it is one', 'alphabet/bare-numbers.ts'],
    ['a call may be answered by nothing', 'opaque/result-is-kept.ts'],
    ['a call may be answered by objects that differ in any field', 'try/call-result-and-error.ts'],
  ])('%s', async (_, name) => {
    const file = `test/fixtures/${name}`;
    const chart = compile([file], { read: (path) => (path === file ? readFileSync(join(root, path), 'utf8') : undefined) }).machines[0]!.chart!;
    const { kind, unexercised } = await checked(chart);
    expect({ kind, unexercised }).toEqual({ kind: 'same', unexercised: [] });
  });
});

describe('where anything may be sent', () => {
  test('an object that the code knows by its type alone says more than that, or it would be the string', () => {
    const objects = sentTo('', "while (true) { const event = yield 'a'; if (event.type === 'go') yield 'b'; else if (event === 'stop') yield 'c'; }").filter((value) => typeof value === 'object' && value !== null);
    expect(objects).not.toEqual([]);
    for (const value of objects) expect(Object.keys(value as object).length).toBeGreaterThan(1);
  });

  test('to a machine that only asks for the type of what it is sent, there is always something, and no string of that name', () => {
    const values = sentTo('', "while (true) { const event = yield 'a'; if (event.type === 'go') yield 'b'; }");
    expect(values).toEqual(expect.arrayContaining([{ type: 'go' }, 'anything']));
    for (const other of ['go', null, undefined]) expect(values).not.toContain(other);
  });

  test('only strings are, to a machine that takes strings', () => {
    const values = sentTo('string', "while (true) { const word = yield 'a'; if (word.length > 3) yield 'b'; }");
    expect(values.length).toBeGreaterThan(3);
    expect(values.filter((value) => typeof value !== 'string')).toEqual([]);
  });

  test('numbers and nothing are, too, to a machine that says nothing of it', () => {
    const values = sentTo('', "while (true) { const word = yield 'a'; if (word) yield 'b'; }");
    expect(values).toEqual(expect.arrayContaining([undefined, 0, 'a']));
  });
});

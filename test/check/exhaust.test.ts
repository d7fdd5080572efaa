/** What is said to be impossible must be: where two configurations look alike and are not, an arrow that only one of them takes is not missed. */
import { describe, expect, test } from 'vitest';
import { impossibleIn } from '../../src/check/suite/exhaust.ts';
import { compile } from '../../src/compile.ts';
import { bridge, written } from './written.ts';

async function impossible(text: string): Promise<readonly string[]> {
  const [machine] = compile(['machine.ts'], { read: (path) => (path === 'machine.ts' ? text : undefined) }).machines;
  const { chart } = machine!;
  const { machine: xstate, world } = await written(chart!, text);
  return impossibleIn(chart!, xstate, bridge, world);
}

/** Goes to `b` where `test` holds: `change` makes it so, `restore` undoes it. */
const switched = (before: string, start: string, change: string, test: string, restore: string): string => `${before}
export function* machine(): Generator<'a' | 'b', void, 'change' | 'restore' | 'go'> {
  let it = ${start};
  while (true) {
    const event = yield 'a';
    if (event === 'change') { ${change} }
    else if (event === 'restore') { ${restore} }
    else if (${test}) yield 'b';
  }
}
`;

describe('configurations that look alike are told apart', () => {
  test.each([
    ['by the order of properties', switched('', '{ x: 1, y: 2 } as Record<string, number>', 'it = { y: 2, x: 1 };', "Object.keys(it)[0] === 'y'", 'it = { x: 1, y: 2 };')],
    ['by what is shared', switched('', '[{ n: 0 }, { n: 0 }]', 'const one = { n: 0 }; it = [one, one];', 'it[0] === it[1]', 'it = [{ n: 0 }, { n: 0 }];')],
    ['by which constant it is', switched('const A = { n: 0 }, B = { n: 0 };', 'A', 'it = B;', 'it === B', 'it = A;')],
    ['by which exported constant it is', switched('export const A = { n: 0 }, B = { n: 0 };', 'A', 'it = B;', 'it === B', 'it = A;')],
    ['by which symbol it is', switched("const S = Symbol('x'), T = Symbol('x');", '{ s: S as symbol }', 'it = { s: T };', 'it.s === T', 'it = { s: S };')],
  ])('%s', async (_, text) => {
    expect(await impossible(text)).toEqual([]);
  });
});

describe('what is found around a program may be another', () => {
  test.each([
    ['in a condition', "export function* machine(): Generator<'a' | 'b', void, 'go'> {\n  while (true) {\n    yield 'a';\n    if (process.env['MODE'] === 'x') yield 'b';\n  }\n}\n"],
    ['in a function', "const isOn = (): boolean => process.env['MODE'] === 'x';\nexport function* machine(): Generator<'a' | 'b', void, 'go'> {\n  while (true) {\n    yield 'a';\n    if (isOn()) yield 'b';\n  }\n}\n"],
    ['in a function that is exported', "export const isOn = (): boolean => process.env['MODE'] === 'x';\nexport function* machine(): Generator<'a' | 'b', void, 'go'> {\n  while (true) {\n    yield 'a';\n    if (isOn()) yield 'b';\n  }\n}\n"],
  ])('%s', async (_, text) => {
    expect(await impossible(text)).toEqual([]);
  });
});

test('what a machine makes anew each time is the same where the same is in it', async () => {
  const left = await impossible(switched('const first = { n: 0 };', '{ list: [first, { n: 1 }], all: new Map([[1, { n: 2 }]]) }', 'it = { list: [first, { n: 3 }], all: new Map([[1, { n: 2 }]]) };', 'it.list[1]!.n === 4', 'it = { list: [first, { n: 1 }], all: new Map([[1, { n: 2 }]]) };'));
  expect(left.length).toBeGreaterThan(0);
});

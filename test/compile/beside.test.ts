/** A project is shared by the machines of a file: what one of them learned in it must make nothing else of another. */
import { expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';

const helpers = `interface Box { n: number }
function bump(box: Box): void { if (box.n < 5) box.n = box.n + 1; again(box); }
function again(box: Box): void { if (box.n < 3) bump(box); }
`;
const machine = (name: string, call: string): string => `export function* ${name}(): Generator<'waiting' | 'empty', void, 'go'> {
  const box: Box = { n: 0 };
  yield 'waiting';
  ${call}(box);
  if (box.n === 0) yield 'empty';
}
`;
const [first, second] = [machine('first', 'bump'), machine('second', 'again')];

test.each([
  ['first', `${helpers}${first}${second}`],
  ['second', `${helpers}${second}${first}`],
])('a machine beside others is the same as alone: %s before the other', (_, text) => {
  const host = { read: (path: string) => (path === 'a.ts' ? text : undefined) };
  const alone = ['first', 'second'].map((name) => compile([`a.ts#${name}`], host).machines[0]!);
  const together = compile(['a.ts'], host).machines;
  for (const { name, chart, diagnostics } of alone) expect({ chart, diagnostics }).toEqual({ chart: together.find((one) => one.name === name)!.chart, diagnostics: together.find((one) => one.name === name)!.diagnostics });
});

/** A coroutine of another file that is delegated to twice is read twice: what is said of either reading stands in that file. */
import { expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';

const machine = `import { first } from './first.ts';
// What stands here is as long as the other file, so that a place in that one would be a place in this one, too.
export function* machine(): Generator<string, void, 'go'> {
  yield* first('a');
  yield* first('b');
}
`;

function said(body: string) {
  const files: Readonly<Record<string, string>> = { 'machine.ts': machine, 'first.ts': `export function* first(word: string): Generator<string, void, 'go'> {\n  ${body}\n}\n` };
  const diagnostics = compile(['machine.ts'], { read: (path) => files[path] }).machines[0]!.diagnostics;
  return diagnostics.map(({ file, span, message }) => ({ file, at: files[file!]!.slice(span!.start, span!.end), message }));
}

test('what is yielded is quoted from where it stands', () => {
  const each = { file: 'first.ts', at: 'word + Math.random()', message: expect.stringContaining('What `word + Math.random()` yields') };
  expect(said('yield word + Math.random();')).toEqual([each, each]);
});

test('what is refused is shown where it stands', () => {
  expect(said("yield 'in';\n  if (word === 'b') for (;;) console.log('spin');")).toMatchObject([{ file: 'first.ts', at: "for (;;) console.log('spin');" }]);
});

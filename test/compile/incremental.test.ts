/** A compiler that remembers: what it gives is what a fresh one gives, whatever was edited, and what was not touched is not done again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Compilation, createCompiler } from '../../src/compile.ts';
import { asked, type Files, intruders, project, swaps } from './project.ts';

type Edit = (files: Files) => Files;

const file = fc.constantFrom(...Object.keys(project));
const place = fc.nat({ max: 20 });

/** Edits of one statement of a file, `at` counted around. */
function inFile(edit: (statements: string[], at: number) => void): fc.Arbitrary<Edit> {
  return fc.tuple(file, place).map(([name, at]) => (files: Files) => {
    const statements = [...(files[name] ?? project[name]!)];
    edit(statements, statements.length === 0 ? 0 : at % statements.length);
    return { ...files, [name]: statements };
  });
}

const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...swaps).chain(([from, to]) => inFile((statements, at) => void (statements[at] = (statements[at] ?? '').replace(from, to)))) },
  { weight: 4, arbitrary: fc.constantFrom(...intruders).chain((text) => inFile((statements, at) => void statements.splice(at, 0, text))) },
  { weight: 2, arbitrary: fc.constantFrom(...intruders).chain((text) => inFile((statements) => void statements.push(text))) },
  { weight: 2, arbitrary: inFile((statements, at) => void statements.splice(at, 1)) },
  { weight: 2, arbitrary: inFile((statements, at) => void ([statements[0], statements[at]] = [statements[at]!, statements[0]!])) },
  { weight: 1, arbitrary: inFile((statements) => void statements.splice(0, 0, '\n// pushed down\n')) },
  { weight: 1, arbitrary: file.map((name) => (files: Files) => Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))) },
  { weight: 1, arbitrary: fc.constantFrom('helpers', 'helpers.tsx', 'tables.tsx', 'types/index.ts', 'parts/index').map((name) => (files: Files) => ({ ...files, [name]: project['helpers.ts']! })) },
  // Back to how a file was at first.
  { weight: 3, arbitrary: file.map((name) => (files: Files) => ({ ...files, [name]: project[name]! })) },
);

const runs = Number(process.env['RUNS'] ?? 12);

describe('a compiler that remembers', () => {
  test('gives after any edits what a fresh one gives', () => {
    const kept = { machines: 0, all: 0 };
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (all) => {
        const now = { files: project };
        const host = { read: (path: string) => now.files[path]?.join('\n') };
        const compiler = createCompiler(host);
        let before = compiler.compile(asked);
        for (const edit of all) {
          now.files = edit(now.files);
          const after = compiler.compile(asked);
          kept.machines += after.machines.filter((machine) => before.machines.some(({ chart }) => chart && chart === machine.chart)).length;
          kept.all += after.machines.length;
          expect(plain(after)).toEqual(plain(compile(asked, host)));
          before = after;
        }
      }),
      { numRuns: runs },
    );
    // Else the law says nothing.
    expect(kept.machines).toBeGreaterThan(kept.all / 3);
  }, 600_000);
});

/** As plain data, with all that is only made when it is asked for. */
function plain(compilation: Compilation): unknown {
  return JSON.parse(JSON.stringify(compilation));
}

/** A compiler that remembers: what it gives is what a fresh one gives, whatever was edited, and what was not touched is not done again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Compilation, createCompiler } from '../../src/compile.ts';
import { aliases, asked, type Files, intruders, project, swaps } from './project.ts';

type Edit = (files: Files) => Files;

/** Where the aliases lead is kept beside the files, as in a tsconfig. */
const CONFIG = 'aliases';
const start: Files = { ...project, [CONFIG]: Object.entries(aliases).map((pair) => pair.join(' ')) };
const without = (files: Files, name: string): Files => Object.fromEntries(Object.entries(files).filter(([other]) => other !== name));

/** Most edits are where the machines are. */
const file = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...asked) }, { weight: 3, arbitrary: fc.constantFrom(...Object.keys(project)) });
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
  { weight: 2, arbitrary: fc.constantFrom('// said above', '/** Said above. */', '').chain((text) => inFile((statements, at) => void (statements[at] = `${text}\n${statements[at]}`))) },
  { weight: 1, arbitrary: fc.constantFrom('rounds = 1;', 'limits.low = 2;', "NEXT.red = 'amber';").map((text) => (files: Files) => ({ ...files, 'machines.ts': [...(files['machines.ts'] ?? []), text] })) },
  { weight: 1, arbitrary: file.map((name) => (files: Files) => without(files, name)) },
  // One file under the name of another, and each under that of the other.
  { weight: 1, arbitrary: fc.tuple(file, file).map(([from, to]) => (files: Files) => without({ ...files, [to]: files[from] ?? project[from]! }, from)) },
  { weight: 1, arbitrary: fc.tuple(file, file).map(([one, other]) => (files: Files) => ({ ...files, [one]: files[other] ?? project[other]!, [other]: files[one] ?? project[one]! })) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(aliases), 'far', './gone'), file).map(([alias, to]) => (files: Files) => ({ ...files, [CONFIG]: [...files[CONFIG]!.filter((line) => !line.startsWith(`${alias} `)), `${alias} ${to}`] })) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(aliases)).map((alias) => (files: Files) => ({ ...files, [CONFIG]: files[CONFIG]!.filter((line) => !line.startsWith(`${alias} `)) })) },
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
        const now = { files: start };
        const resolve = (specifier: string): string | undefined => {
          const to = now.files[CONFIG]!.find((line) => line.startsWith(`${specifier} `))?.slice(specifier.length + 1);
          return to !== undefined && now.files[to] ? to : undefined;
        };
        const host = { read: (path: string) => (path === CONFIG ? undefined : now.files[path]?.join('\n')), resolve };
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

  const two = `const limits = { high: 3 };
let rounds = 0;
export function* counter(): Generator<string, void, 'tick' | 'reset'> {
  let n = 0;
  while (n < limits.high) {
    const event = yield 'counting';
    n = event === 'tick' ? n + 1 : rounds;
  }
}
export function* lamp(): Generator<'off' | 'on', never, Go> {
  while (true) {
    yield 'off';
    yield 'on';
  }
}
`;
  const withType = `import type { Go } from './types';\n${two}`;

  /** Compiles two versions one after the other; the machines of both, the second held against a fresh compiler. */
  function edited(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>, file = 'a.ts') {
    const now = { files: before };
    const host = { read: (path: string) => now.files[path] };
    const compiler = createCompiler(host);
    const [counter, lamp] = compiler.compile([file]).machines;
    now.files = { ...before, ...after };
    const second = compiler.compile([file]);
    expect(plain(second)).toEqual(plain(compile([file], host)));
    return { before: { counter, lamp }, after: { counter: second.machines[0], lamp: second.machines[1] } };
  }

  test('keeps the machines that an edit does not touch', () => {
    const { before, after } = edited({ 'a.ts': withType }, { 'a.ts': withType.replace("yield 'on'", "yield 'ON'") });
    expect(after.counter).toBe(before.counter);
    expect(after.lamp).not.toBe(before.lamp);
  });

  test('moves what only stands elsewhere', () => {
    const { before, after } = edited({ 'a.ts': withType }, { 'a.ts': `// one line more\n${withType}` });
    expect(after.lamp!.place.line).toBe(before.lamp!.place.line + 1);
    expect(after.lamp!.chart!.states[0]!.places[0]!.line).toBe(before.lamp!.chart!.states[0]!.places[0]!.line + 1);
  });

  test.each([
    ['what is said above a machine', { 'a.ts': withType.replace('export function* lamp', '// said above\nexport function* lamp') }],
    ['an assignment to a name, anywhere', { 'a.ts': `${withType}rounds = 1;\n` }],
    ['a change of a table, anywhere', { 'a.ts': `${withType}limits.high = 4;\n` }],
    ['a name that was nobody\'s', { 'a.ts': `${two}type Go = 'go';\n` }],
    ['a file that was not there', { 'types.ts': "export type Go = 'go';\n" }],
    ['a nearer file than the one that was found', { 'types.ts': "export type Go = 'run';\n" }],
  ])('sees %s', (_, after) => {
    edited({ 'a.ts': withType }, after);
    edited({ 'a.ts': withType, 'types/index.ts': "export type Go = 'go';\n" }, after);
    edited({ 'a.ts': two }, after);
  });

  // Who comes to a name by an export has not looked at the statement that declares it.
  const through = (source: string, use = 'T'): string => `${source}\nexport function* counter(): Generator<string, void, typeof ${use}> {\n  yield ${use};\n}\n${two.slice(two.indexOf('export function* lamp')).replace('Go', "'go'")}`;
  const colors = "export const one = 'one';\nexport const two = 'two';\n";

  test.each([
    ['exported by its name', "import { T } from './b.ts';", "import { one as T } from './colors.ts';\nexport { T };\n"],
    ['exported by another name', "import { T } from './b.ts';", "import { one as L } from './colors.ts';\nexport { L as T };\n"],
    ['exported as the default', "import T from './b.ts';", "import { one as L } from './colors.ts';\nexport default L;\n"],
    ['part of what is exported as the default', "import T from './b.ts';", "import { one as L } from './colors.ts';\nexport default `${L}`;\n"],
  ])('sees that an import means something else that is %s', (_, source, between) => {
    const before = { 'a.ts': through(source), 'b.ts': between, 'colors.ts': colors };
    edited(before, { 'b.ts': between.replace('one', 'two') });
    edited(before, { 'b.ts': between.replace(/import .*/, "const L = 'three', T = L;") });
  });

  test('sees that what is required means something else', () => {
    const before = { 'a.ts': through("import b = require('./b.cjs');", 'b.red'), 'b.cjs': "const { one } = require('./colors.cjs');\nexports.red = one;\n", 'colors.cjs': "module.exports = { one: 'one', two: 'two' };\n" };
    edited(before, { 'b.cjs': "const { two: one } = require('./colors.cjs');\nexports.red = one;\n" });
  });

  const lampAlone = two.slice(two.indexOf('export function* lamp')).replace('Go', "'go'");
  test.each([
    ['a description', '// said above\n', 'const other = 1;\n', "export function* said() {\n  yield 'on';\n}\n"],
    ['a description at the end of a line', '/* said above */\n', 'const other = 1;', "export function* said() {\n  yield 'on';\n}\n", 'before'],
    ['a pragma', '// @control\n', 'let other = 1;\n', "let flag = 1;\nexport function* said() {\n  yield 'on';\n  if (flag) yield 'off';\n}\nflag = 2;\n"],
    ['a pragma on what is never looked at', '// @control\n', 'let other = 1;\n', "const list = ['on'];\nexport function* said(): Generator<string, void, 'go'> {\n  if ((yield 'on') === 'x') yield list[0];\n}\n"],
    ['a type', "/** @param {'p' | 'q'} x */\n", 'function* other(x) {}\n', "function* inner(x) {\n  yield x;\n}\nexport function* said(y) {\n  yield* inner(y);\n}\n"],
  ])('sees what comes between a comment and what it speaks of: %s', (_, comment, between, source, where = 'between') => {
    const file = source.includes('Generator<') ? 'a.ts' : 'a.js';
    const rest = file === 'a.ts' ? lampAlone : lampAlone.replace(/: Generator<.*> \{/, ' {');
    const apart = where === 'before' ? `${between}${comment}${source}` : `${comment}${between}${source}`;
    const all = [`${comment}${source}${rest}`, `${apart}${rest}`, `${source}${rest}`];
    for (const one of all) for (const other of all) if (one !== other) edited({ [file]: one }, { [file]: other }, file);
  });

  test('finds what it kept again when a file parses again', () => {
    const now = { text: withType };
    const compiler = createCompiler({ read: (path) => (path === 'a.ts' ? now.text : undefined) });
    const before = compiler.compile(['a.ts']);
    now.text = `${withType}const = 1;`;
    expect(compiler.compile(['a.ts'])).toMatchObject({ machines: [], diagnostics: [{ code: 'syntax-error' }] });
    now.text = withType;
    expect(compiler.compile(['a.ts']).machines[0]!.chart).toBe(before.machines[0]!.chart);
  });
});

/** As plain data, with all that is only made when it is asked for. */
function plain(compilation: Compilation): unknown {
  return JSON.parse(JSON.stringify(compilation));
}

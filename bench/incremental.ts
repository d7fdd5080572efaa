/**
 * How long it takes to compile a project again after an edit, as a ratio to compiling all of it for the first time, and to parsing the edited file. A
 * project of a hundred files; the edited one has 200 lines and five machines, which share types, a table and helpers with each other and with other files.
 * Each edit is another text, as a person's are. `npm run bench` writes it into docs/bench.md; exits 1 where a goal is missed.
 */
import { compile, createCompiler } from '../src/compile.ts';
import { parseModule } from '../src/syntax/parse.ts';
import { median, timed, writePart } from './page.ts';

const goals = { cold: 1 / 10, parse: 3 };
/** Of all, each with compilers that have seen nothing. */
const ROUNDS = 3;
/** Of each kind of edit in a round: so many at once, so often. Where much rests on what is edited, fewer. */
const EDITS = { few: 4, many: 16 };
const SERIES = 3;
const EDITED = 'flows/edited.ts';

/** Of one machine, 35 lines. `name` makes it another. */
function machine(name: string, place: string): string {
  return `
/** A door of ${place} that locks after some wrong codes. */
export function* ${name}(limit: number = LIMITS.tries): Generator<State, void, Command> {
  let wrong = 0;
  let light: 'red' | 'green' = 'red';
  while (true) {
    // nobody may pass
    const command = yield 'locked';
    if (command === 'service') {
      log('${place}');
      yield 'open for service';
      continue;
    }
    if (command.type !== 'code') continue;
    if (isRight(command.digits)) {
      light = other(light);
      wrong = 0;
      const next = yield 'open';
      if (next === 'service') return;
      light = other(light);
      note(light);
    } else {
      wrong = counted(wrong);
      if (wrong >= limit) {
        log('alarm of ${place}');
        const answer = yield 'alarm';
        if (answer !== 'service') {
          wrong = 0;
        }
      } else {
        yield 'wrong';
      }
    }
  }
}
`;
}

function flows(names: readonly string[], types: string, lib: string): string {
  return `import type { Command, State } from '../types/${types}.ts';
import { counted, log } from '../lib/${lib}.ts';
import { LIMITS } from '../lib/limits.ts';

const RIGHT = ['1234', '4321'] as const;

/** Whether a code is one of the right ones. */
function isRight(digits: string): boolean {
  return RIGHT.some((right) => right === digits);
}

function other(light: 'red' | 'green'): 'red' | 'green' {
  return light === 'red' ? 'green' : 'red';
}

export function note(what: string): void {
  log('light ' + what);
}
${names.map((name) => machine(name, name)).join('')}`;
}

const types = `export type State = string;\nexport type Command = { type: 'code'; digits: string } | 'service';\n`;
const lib = `export function counted(n: number): number {\n  return n + 1;\n}\n\nexport function log(what: string): void {\n  console.log(what);\n}\n`;

function project(): Map<string, string> {
  const files = new Map([['lib/limits.ts', 'export const LIMITS = { tries: 3 } as const;\n']]);
  for (let at = 0; at < 44; at++) files.set(`types/types${at}.ts`, types);
  for (let at = 0; at < 10; at++) files.set(`lib/lib${at}.ts`, lib);
  for (let at = 0; at < 44; at++) files.set(`flows/flow${at}.ts`, flows([`door${at}`, `gate${at}`], `types${at}`, `lib${at % 10}`));
  files.set(EDITED, flows(['front', 'back', 'side', 'cellar', 'roof'], 'types0', 'lib0'));
  return files;
}

interface Edit {
  readonly name: string;
  /** The file it is in. */
  readonly file: string;
  /** Whether few enough machines rest on it for the goal of parsing to be meant. */
  readonly isSmall: boolean;
  /** The text with the edit, `at` of many. */
  readonly edit: (text: string, at: number) => string;
}

const edits: readonly Edit[] = [
  { name: 'inside a machine: another name of a state', file: EDITED, isSmall: true, edit: (text, at) => text.replace("answer = yield 'alarm'", `answer = yield 'alarm ${at}'`) },
  { name: 'inside a machine: a statement more', file: EDITED, isSmall: true, edit: (text, at) => text.replace("log('side');", `log('side');\n      log('${at}');`) },
  { name: 'a comment inside a machine', file: EDITED, isSmall: true, edit: (text, at) => text.replace('// nobody may pass', `// nobody may pass ${at}`) },
  { name: 'a helper that all five machines call', file: EDITED, isSmall: false, edit: (text, at) => text.replace('return RIGHT.some((right) =>', `return digits !== '${at}' && RIGHT.some((right) =>`) },
  { name: 'another that all five call, exported', file: EDITED, isSmall: false, edit: (text, at) => text.replace("log('light ' + what)", `log('light ${at} ' + what)`) },
  { name: 'a comment between machines', file: EDITED, isSmall: true, edit: (text, at) => text.replace('/** Whether', `/** ${at}: whether`) },
  { name: 'a line more at the top', file: EDITED, isSmall: true, edit: (text, at) => `// ${at}\n${'\n'.repeat(at % 2)}${text}` },
  { name: 'a type in another file, of 7 machines in 2 files', file: 'types/types0.ts', isSmall: false, edit: (text, at) => text.replace("| 'service'", `| 'service' | 'call ${at}'`) },
  { name: 'a helper in another file, of 15 machines in 6 files', file: 'lib/lib0.ts', isSmall: false, edit: (text, at) => text.replace('console.log(what)', `console.log(${at}, what)`) },
  { name: 'none', file: EDITED, isSmall: true, edit: (text) => text },
];

const all = project();
const files = [...all.keys()];
const lines = all.get(EDITED)!.trimEnd().split('\n').length;
if (files.length !== 100 || Math.abs(lines - 200) > 10) throw new Error(`${files.length} files, ${lines} lines`);
const parsed = { at: 0 };
const measured = edits.map((edit) => ({ ...edit, cold: [] as number[], parse: [] as number[], charted: [] as number[] }));
const cold: number[] = [];
for (let round = 0; round < ROUNDS + 1; round++) {
  const texts = new Map(all);
  const host = { read: (path: string) => texts.get(path) };
  const time = timed(() => compile(files, host));
  // The first warms up.
  if (round > 0) cold.push(time);
  const compiler = createCompiler(host);
  let before = compiler.compile(files);
  for (const { file, edit, isSmall, ...into } of measured) {
    const count = isSmall ? EDITS.many : EDITS.few;
    const clean = texts.get(file)!;
    for (let series = 0; series < SERIES; series++) {
      const edited = Array.from({ length: count }, () => edit(clean, parsed.at++));
      if (edit !== edits.at(-1)!.edit && edited[0] === clean) throw new Error(`${file} is not edited`);
      const again = timed(() => {
        for (const text of edited) {
          texts.set(file, text);
          compiler.compile(files);
        }
      });
      const parse = timed(() => {
        for (const text of edited) parseModule(EDITED, file === EDITED ? text : all.get(EDITED)!);
      });
      if (round > 0) {
        into.cold.push(again / count / time);
        into.parse.push(again / parse);
      }
      const after = compiler.compile(files);
      texts.set(file, edit(clean, parsed.at++));
      const one = compiler.compile(files);
      into.charted.push(one.machines.filter(({ chart }) => !after.machines.some((other) => other.chart === chart)).length);
      if (series === 0 && round === 0 && JSON.stringify(one) !== JSON.stringify(compile(files, host))) throw new Error(`After an edit of ${file}, it is not what a fresh one gives.`);
    }
    texts.set(file, clean);
    before = compiler.compile(files);
  }
  if (before.machines.length !== 93) throw new Error(`${before.machines.length} machines`);
}

const missed: string[] = [];
const rows = measured.map(({ name, isSmall, cold: toCold, parse: toParse, charted }) => {
  const [ofCold, ofParse] = [median(toCold), median(toParse)];
  if (isSmall && ofCold > goals.cold) missed.push(`${name}: ${ofCold.toFixed(3)} of a cold run`);
  if (isSmall && ofParse > goals.parse) missed.push(`${name}: ${ofParse.toFixed(1)} times parsing`);
  return `| ${name} | ${median(charted)} | ${ofCold.toFixed(4)} | ${ofParse.toFixed(2)} |`;
});

writePart('Compiling again after an edit', [
  `A project of 100 files and 93 machines, compiled anew in ${median(cold).toFixed(0)} ms; the edited file has ${lines} lines and five machines. Medians of ratios.`,
  '',
  '| what is edited | machines compiled, or moved | time, of a cold run | time, of parsing the file of 200 lines |',
  '|---|---|---|---|',
  ...rows,
  '',
  `Goals, where at most one machine rests on what is edited: at most ${goals.cold} of a cold run, and at most ${goals.parse} times parsing. ${missed.length === 0 ? 'All met.' : `Missed: ${missed.join('; ')}.`}`,
]);
if (missed.length > 0) process.exitCode = 1;

/** Code that no person writes: it ends, with a chart or with a diagnostic that says what was cut. How long it takes is for bench/ to say. */
import { expect, test } from 'vitest';
import { compile, toMermaid } from '../src/compile.ts';

type Ends = number | string;

const times = (count: number, text: (at: number) => string): string => Array.from({ length: count }, (_, at) => text(at)).join('');
const machine = (body: string, head = "m(): Generator<string, void, 'go' | 'no'>"): string => `export function* ${head} {\n${body}\n}\n`;

/** A source, and how many states its chart has or what it is refused for. */
const cases: readonly (readonly [about: string, source: () => string, ends: Ends])[] = [
  ['ten thousand yields in a row', () => machine(times(10_000, (at) => `yield 's${at}';\n`)), 10_000],
  ['a thousand nested blocks', () => machine(`${'{'.repeat(1000)} yield 'deep'; ${'}'.repeat(1000)}`), 1],
  ['nine hundred nested ifs', () => machine(`${'if (a) {'.repeat(900)} yield 'deep'; ${'}'.repeat(900)}`, 'm(a: boolean): Generator<string, void, string>'), 1],
  ['three hundred nested loops that wait', () => machine(`${"while ((yield 'a') === 'go') {".repeat(300)} yield 'deep'; ${'}'.repeat(300)}`), 301],
  ['a hundred nested tries', () => machine(`${'try {'.repeat(100)} yield 'deep'; ${'} finally { log(); }'.repeat(100)}`, 'm(log: () => void): Generator<string, void, string>'), 1],
  ['a loop that cannot end', () => machine('let n = 0;\nwhile (true) n++;'), 'loop-can-spin'],
  ['a loop that counts to a million', () => machine("let n = 0;\nwhile (n < 1_000_000) n++;\nyield `${n}`;"), 'loop-can-spin'],
  ['sixteen switches that are in any position', () => machine(`${times(16, (at) => `let b${at} = false;\n`)}while (true) {\nconst e = yield [${times(16, (at) => `b${at}, `)}].filter(Boolean).length > 8 ? 'many' : 'few';\n${times(16, (at) => `if (e === 'e${at}') b${at} = !b${at};\n`)}}`, `m(): Generator<string, void, ${times(16, (at) => `'e${at}' | `)}'off'>`), 'too-large'],
  ['a counter that names the states', () => machine('let n = 0;\nwhile (true) { yield `${n}`; n++; }'), 1],
  ['a file of five megabytes beside the machine', () => `${machine("yield 'a';")}${times(60_000, (at) => `export const value${at} = { name: 'item ${at}', list: [${at}, ${at + 1}], next: (x: number) => x + ${at} };\n`)}`, 1],
  ['a machine of five megabytes', () => machine(`let text = '';\n${times(60_000, (at) => `text += 'a text that is long enough to be one line of a large file: ${at}';\n`)}yield text;`), 1],
  ['twenty thousand parentheses', () => machine(`yield ${'('.repeat(20_000)}1${')'.repeat(20_000)};`), 'nested-too-deep'],
  ['a sum of twenty thousand numbers', () => machine(`yield 1${' + 1'.repeat(20_000)};`), 'nested-too-deep'],
  ['a path of twenty thousand names', () => machine(`yield x${'.a'.repeat(20_000)};`, 'm(x: any): Generator<number, void, string>'), 'nested-too-deep'],
  ['three thousand else-ifs', () => machine(`while (true) { const e = yield 'w'; ${times(3000, (at) => `if (e === 'e${at}') yield 'x${at}'; else `)} yield 'z'; }`, 'm(): Generator<string, void, string>'), 'nested-too-deep'],
  ['a hundred and fifty cases', () => machine(`while (true) switch (yield 'w') { ${times(150, (at) => `case 'e${at}': yield 'x${at}'; break;\n`)} }`, 'm(): Generator<string, void, string>'), 151],
  ['a coroutine that delegates to itself twice, for ever', () => `function* tree(n: number): Generator<string, void, 'go'> { yield \`\${n}\`; yield* tree(n + 1); yield* tree(n + 2); }\n${machine('yield* tree(0);')}`, 'recursion-unbounded'],
  ['functions that call each other twice', () => `${times(30, (at) => `const f${at} = (n: number): number => ${at === 29 ? 'n + 1' : `f${at + 1}(n) + f${at + 1}(n + 1)`};\n`)}${machine("let n = f0(1);\nwhile (true) { yield n > 3 ? 'much' : 'little'; n = f0(n); }")}`, 2],
  ['five hundred variables', () => machine(`${times(500, (at) => `let v${at} = ${at};\n`)}while ((yield 'more') === 'go') {\n${times(500, (at) => `v${at} += v${(at + 1) % 500};\n`)}}\nyield \`\${v7}\`;`), 2],
];

test.each(cases)('%s', { timeout: 300_000 }, (_, source, ends) => {
  const text = source();
  const { machines, diagnostics } = compile(['m.ts'], { read: (path) => (path === 'm.ts' ? text : undefined) });
  const { chart, diagnostics: own } = machines[0] ?? { diagnostics };
  if (typeof ends === 'string') {
    expect(chart).toBeUndefined();
    expect([...diagnostics, ...own].map(({ code }) => code)).toContain(ends);
  } else {
    expect(own.map(({ message }) => message).join('\n') || chart).toBeTruthy();
    expect(chart?.states.filter(({ kind }) => kind === 'atomic')).toHaveLength(ends);
    expect(toMermaid(chart!)).toContain('stateDiagram-v2');
  }
});

/** How the command line answers what it was not meant for: one clear sentence, exit 2, and the way to the help. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/main.ts';
import { folderOf, yieldchart } from './terminal.ts';

const cwd = folderOf();

test.each([
  ['', /Usage:/],
  ['explode', /There is no command explode\.\n/],
  ['exprot a.ts', /There is no command exprot\. Did you mean export\?/],
  ['list', /list needs at least one FILE\./],
  ['compile a.ts', /compile needs --out DIR: the folder to write into\./],
  ['compile --out d', /compile needs at least one FILE\./],
  ['compile a.ts --out', /--out needs a value: --out DIR\./],
  ['compile a.ts --out --check', /--out needs a value: --out DIR\./],
  ['compile a.ts --otu d', /compile has no option --otu\. Did you mean --out\?/],
  ['compile a.ts --out d --index=yes', /--index takes no value\./],
  ['compile a.ts --out d --partial', /--partial is not supported yet/],
  ['check a.ts --against b.ts --against=c.ts', /--against is given twice, and takes one OTHER\./],
  ['compile a.ts --out d --out d', /--out is given twice, and takes one DIR\./],
  ...['list a.ts', 'export a.ts --to mermaid', 'compile a.ts --out d', 'check a.ts', 'explain a.ts', 'explain no-machine'].map((line): [string, RegExp] => [`${line} --max-values 0`, /--max-values needs a whole number from 1 on, not 0\./]),
  ['list a.ts --max-values 2.5', /not 2\.5\./],
  ['list a.ts --max-values 1e3', /not 1e3\./],
  ['list a.ts --max-values=-4', /not -4\./],
  ['list a.ts --max-values=', /not nothing\./],
  ['list a.ts --max-values', /--max-values needs a value: --max-values N\./],
  ['export a.ts', /export needs --to NOTATION/],
  ['export a.ts b.ts --to mermaid', /export takes only one FILE#NAME, so what is b\.ts for\?/],
  ['export a.ts --to mermiad', /There is no notation mermiad\. Did you mean mermaid\? There are: mermaid, svg/],
  ['export a.ts --to constructor', /There is no notation constructor\./],
  ...['map a=b', 'accept-names', 'out d'].map((option): [string, RegExp] => [`check a.ts --${option}`, /--(map|accept-names|out) is for two that are held against each other: it needs --against OTHER\./]),
  ['--versoin', /There is no command --versoin\. Did you mean --version\?/],
  ['list #light', /#light names no file: it should be FILE#NAME\./],
  ['list a.ts#', /a\.ts# names no machine: it should be FILE#NAME, or a\.ts for all of them\./],
  ['list a.ts -x', /list has no option -x\./],
  ['explain', /explain needs one CODE or FILE#NAME\./],
  ['explain loop-can-spn', /There is no diagnostic loop-can-spn\. Did you mean loop-can-spin\?/],
])('`yieldchart %s` is wrong usage', async (line, words) => {
  const { exit, out, err } = await yieldchart(line, cwd);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatch(words);
  expect(err).not.toMatch(/ {4}at /);
});

test('a word that is empty, as of a variable that is not set, is not the current folder', async () => {
  expect(await yieldchart(['list', ''], cwd)).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('A FILE is empty. The current folder is called `.`.') });
});

test.each(['list', 'check', 'explain', 'compile --out d', 'export --to svg'])('`yieldchart %s` says of a diagram that it is no module, and not what is wrong with it as one', async (line) => {
  const folder = folderOf({ 'light.mmd': '---\ntitle: Light\n---\nstateDiagram-v2\n  [*] --> on\n' });
  const { exit, out, err } = await yieldchart(`${line} light.mmd`, folder);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatch(/^error no-machine light\.mmd\nlight\.mmd is no TypeScript or JavaScript module\./);
  expect(err).toContain('yieldchart check FILE --against OTHER');
});

test('a mistake inside a command points to the help of that command', async () => {
  expect((await yieldchart('compile a.ts', cwd)).err).toContain('See yieldchart compile --help.');
});

describe('help', () => {
  test('names every command, and what the exit codes mean', async () => {
    const { exit, out } = await yieldchart('--help', cwd);
    expect(exit).toBe(0);
    for (const { name, summary } of commands) expect(out).toContain(`${name.padEnd(7)}  ${summary}`);
    expect(out).toContain('Exit codes: 0 fine, 1 a difference found or a machine refused, 2 wrong usage, 3 our bug, 4 not everything decided.');
  });

  test.each(commands.map(({ name }) => name))('of %s shows every option and examples that parse', async (name) => {
    const command = commands.find((candidate) => candidate.name === name)!;
    const { exit, out } = await yieldchart(`${name} --help`, cwd);
    expect(exit).toBe(0);
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
    expect(command.examples.length).toBeGreaterThan(0);
    for (const { line } of command.examples) {
      expect(out).toContain(line);
      expect(line.startsWith(`yieldchart ${name} `)).toBe(true);
    }
    expect((await yieldchart(`help ${name}`, cwd)).out).toBe(out);
  });

  test('is given without the arguments that the command otherwise needs', async () => {
    expect((await yieldchart('compile --out --help', cwd)).exit).toBe(2);
    expect((await yieldchart('compile --help', cwd)).exit).toBe(0);
  });
});

test('--version prints the version of the package and nothing else', async () => {
  expect(await yieldchart('--version', cwd)).toEqual({ exit: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
});

describe('explain CODE', () => {
  test('says what it means, why it is so, and the way out', async () => {
    const { exit, out } = await yieldchart('explain machine-not-found', cwd);
    expect(exit).toBe(0);
    expect(out).toMatch(/^error machine-not-found\n‹file› has no machine called ‹name›\. It has: ‹names›\.\n\nWhy: .+\nFix: .+\n$/);
  });

  test('gives a program the same as JSON', async () => {
    const { exit, out } = await yieldchart('explain machine-not-found --json', cwd);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ code: 'machine-not-found', severity: 'error', fix: expect.any(String) });
  });
});

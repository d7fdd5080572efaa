/** check: two of anything that can be read as a chart, neither of which is a generator, and what is said of how far they agree. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, folderOf, yieldchart } from './terminal.ts';

const machine = (states: string, initial = 'red'): string => `import { createMachine } from 'xstate';\nexport const light = createMachine({ id: 'light', initial: '${initial}', states: { ${states} } });\n`;
const light = machine("red: { on: { NEXT: 'green' } }, green: { on: { NEXT: 'yellow' } }, yellow: { on: { NEXT: 'red' } }");
const diagram = 'stateDiagram-v2\n  [*] --> Red\n  Red --> Green : next\n  Green --> Yellow : next\n  Yellow --> Red : next\n';
const json = JSON.stringify({ id: 'light', initial: 'red', states: { red: { on: { NEXT: 'green' } }, green: { on: { NEXT: 'yellow' } }, yellow: { on: { NEXT: { target: 'red', guard: 'ready' } } } } });

const cwd = folderOf({
  'light.ts': light,
  'light.js': light,
  'swapped.ts': light.replace("red: { on: { NEXT: 'green'", "red: { on: { NEXT: 'yellow'").replace("green: { on: { NEXT: 'yellow'", "green: { on: { NEXT: 'red'").replace("yellow: { on: { NEXT: 'red'", "yellow: { on: { NEXT: 'green'"),
  'nested.ts': machine("stop: { initial: 'red', states: { red: { on: { NEXT: '#light.go.green' } } } }, go: { initial: 'green', states: { green: { on: { NEXT: 'yellow' } }, yellow: { on: { NEXT: '#light.stop' } } } }", 'stop'),
  'renamed.ts': machine("a: { on: { NEXT: 'b' } }, b: { on: { NEXT: 'c' } }, c: { on: { NEXT: 'a' } }", 'a'),
  'more.ts': light.replace("red: { on: { NEXT: 'green'", "red: { on: { NEXT: 'green', RESET: 'red', LOG: { actions: 'log' }"),
  'two-ways.ts': machine("red: { on: { NEXT: [{ guard: ({ context }) => !context.a, target: 'red' }, { target: 'green' }] } }, green: {}"),
  'guards-a.mmd': 'stateDiagram-v2\n  [*] --> a\n  a --> b : go [count > 3 && ready]\n  a --> a : go [else] / log\n',
  'guards-b.mmd': 'stateDiagram-v2\n  [*] --> a\n  a --> a : go [!(3 < count) || !ready] / log\n  a --> b : go [else]\n',
  'ordered.ts': machine("red: { on: { NEXT: [{ guard: 'ready', target: 'green' }, { guard: 'open', target: 'red', actions: 'wait' }] } }, green: {}"),
  'reordered.ts': machine("red: { on: { NEXT: [{ guard: 'open', target: 'red', actions: 'wait' }, { guard: 'ready', target: 'green' }] } }, green: {}"),
  'light.mmd': diagram,
  'light.json': json,
});

describe('check of two that are no generators', () => {
  test.each([
    ['light.ts --against light.js', 0, /^light: same\n.*\n {2}identical in structure\n/],
    ['light.ts --against light.mmd', 0, /\n {2}bisimilar/],
    ['light.mmd --against nested.ts', 0, /\n {2}bisimilar/],
    ['guards-a.mmd --against guards-b.mmd', 0, /\n {2}bisimilar/],
    ['light.ts --against renamed.ts', 4, /not decided: the two only do the same where these names are one: red = a, green = b, yellow = c/],
    ['light.ts --against renamed.ts --accept-names', 0, /bisimilar/],
    ['light.ts --against renamed.ts --map red=a,green=b,yellow=c', 0, /bisimilar/],
    ['light.ts --against renamed.ts --map red=b,green=a,yellow=c', 1, /≠ start\n {6}light\.ts +is in red\n {6}renamed\.ts +is in a\n/],
    ['light.ts --against swapped.ts', 1, /part after 1 step:\n {4}start\n.*\n {2}≠ NEXT\n {6}light\.ts +is in green\n {6}swapped\.ts +is in yellow\n/],
    ['light.mmd --against light.json', 1, /≠ next \(NEXT\) {3}if not: ready\n {6}light\.mmd +is in Red .*\n {6}light\.json +ignores it, and stays in yellow\n/],
    ['ordered.ts --against reordered.ts', 1, /≠ NEXT {3}if ready, open\n {6}ordered\.ts +is in green\n {6}reordered\.ts +does wait; is in red\n/],
    ['light.ts --against more.ts', 1, /≠ RESET|≠ LOG/],
    ['light.ts --against more.ts --ignore RESET,log', 0, /bisimilar|identical/],
  ])('`yieldchart check %s` ends in %i', { timeout: 60_000 }, async (line, code, words) => {
    const { exit, out, err } = await yieldchart(`check ${line}`, cwd);
    expect(err).toBe('');
    expect(out).toMatch(words);
    expect(exit).toBe(code);
  });

  test('draws both in one picture where they differ, and nothing where they do not', async () => {
    await yieldchart('check light.ts --against light.mmd --out pictures', cwd);
    expect(filesIn(cwd).filter((file) => file.startsWith('pictures'))).toEqual([]);
    await yieldchart('check light.ts --against more.ts --out pictures', cwd);
    expect(readFileSync(join(cwd, 'pictures/light.diff.mmd'), 'utf8')).toMatch(/red --> red : \+ RESET|red : .*\+ LOG/);
    expect(readFileSync(join(cwd, 'pictures/light.diff.svg'), 'utf8')).toContain('<svg');
  });

  test('says all of it as JSON too', async () => {
    const { exit, out } = await yieldchart('check light.ts --against swapped.ts --json', cwd);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ verdicts: [{ machine: 'light', kind: 'different', way: { between: { a: 'light.ts', b: 'swapped.ts' }, steps: [{ input: 'start', agrees: true }, { input: 'NEXT', agrees: false }] } }] });
  });
});

describe('check of two XState machines', () => {
  const folder = folderOf({
    'a.ts': machine("red: { on: { NEXT: { guard: ({ context }) => context.n > 3, target: 'green' } } }, green: {}").replace("id: 'light',", 'context: { n: 0 },'),
    'b.ts': machine("red: { on: { NEXT: { guard: ({ context }) => 3 < context.n, target: 'green' } } }, green: {}").replace("id: 'light',", 'context: { n: 0 },'),
    'c.ts': machine("red: { on: { NEXT: { guard: ({ context }) => 3 < context.n, target: 'green' } } }, green: {}").replace("id: 'light',", 'context: { n: 5 },'),
    'in.ts': "import { createMachine, stateIn } from 'xstate';\nexport const m = createMachine({ type: 'parallel', states: { x: { initial: 'off', states: { off: { on: { t: 'on' } }, on: {} } }, y: { initial: 'off', states: { off: { on: { u: { guard: stateIn({ x: 'on' }), target: 'on' } } }, on: {} } } } });\n",
    'free.ts': "import { createMachine } from 'xstate';\nexport const m = createMachine({ type: 'parallel', states: { x: { initial: 'off', states: { off: { on: { t: 'on' } }, on: {} } }, y: { initial: 'off', states: { off: { on: { u: 'on' } }, on: {} } } } });\n",
  });

  test.each([
    ['a.ts --against b.ts', 0, /bisimilar/],
    ['a.ts --against c.ts', 4, /not decided: the two begin with other contexts: {"n":0} and {"n":5}/],
    ['in.ts --against free.ts', 1, /≠ u\n/],
    ['in.ts --against in.ts', 0, /identical/],
  ])('`yieldchart check %s` ends in %i', async (line, code, words) => {
    const { exit, out } = await yieldchart(`check ${line}`, folder);
    expect(out).toMatch(words);
    expect(exit).toBe(code);
  });
});

describe('check --ignore', () => {
  const bell = (log: string): string => `import { ring, note } from 'bells';\nexport function* bell(): Generator<'silent' | 'ringing', never, 'push' | 'reset'> {\n  while (true) {\n    while ((yield 'silent') !== 'push') ${log};\n    ring();\n    while ((yield 'ringing') !== 'push');\n  }\n}\n`;
  const machine = "import { setup } from 'xstate';\nexport const bell = setup({ actions: { ring: () => {} } }).createMachine({ initial: 'silent', states: { silent: { on: { push: { target: 'ringing', actions: 'ring' } } }, ringing: { on: { push: 'silent' } } } });\n";
  const folder = folderOf({ 'quiet.ts': bell(''), 'loud.ts': bell('note()'), 'bell.machine.ts': machine });

  test.each([
    ['loud.ts --against quiet.ts', 1, /part after 1 step/],
    ['loud.ts --against quiet.ts --ignore note', 0, /same/],
    ['loud.ts --against bell.machine.ts', 4, /what the generator calls as bells\.note was not compared/],
    ['loud.ts --against bell.machine.ts --ignore note', 0, /same/],
    ['loud.ts --against quiet.ts --ignore reset', 0, /same/],
  ])('`yieldchart check %s` ends in %i', async (line, code, words) => {
    const { exit, out } = await yieldchart(`check ${line}`, folder);
    expect(out).toMatch(words);
    expect(exit).toBe(code);
  });
});

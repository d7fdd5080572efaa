/** check: verdicts on a stranger's machines, and against what is given with --against. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesIn, folderOf, yieldchart } from './terminal.ts';

const light = `export function* light(): Generator<'RED' | 'GREEN' | 'YELLOW', never, 'next'> {
  let now: 'RED' | 'GREEN' | 'YELLOW' = 'RED';
  while (true) {
    if ((yield now) === 'next') now = ({ RED: 'GREEN', GREEN: 'YELLOW', YELLOW: 'RED' } as const)[now];
  }
}
`;
const lamp = `export function* lamp(): Generator<'off' | 'on', never, 'press'> {
  while (true) {
    yield 'off';
    yield 'on';
  }
}
`;

let cwd: string;
const file = (name: string) => join(cwd, name);
const changed = (name: string, from: string, into: string, change: (text: string) => string): string => {
  const before = readFileSync(file(from), 'utf8');
  const after = change(before);
  expect(after, `${name} is ${from} changed`).not.toBe(before);
  writeFileSync(file(into), after);
  return into;
};

beforeAll(async () => {
  cwd = folderOf({ 'light.ts': light, 'two.ts': lamp + light });
  await yieldchart('compile light.ts --out diagrams', cwd);
});

describe('check', () => {
  test('tells one machine with its counts, and touches nothing', async () => {
    const before = filesIn(cwd);
    const { exit, out, err } = await yieldchart('check light.ts', cwd);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^light: same\n {2}3 states, 3 of 3 transitions taken, /);
    expect(filesIn(cwd)).toEqual(before);
  });

  test('tells several as a table', async () => {
    const { exit, out } = await yieldchart('check two.ts', cwd);
    expect(exit).toBe(0);
    expect(out.split('\n')[0]).toBe('machine  states  transitions  sequences run  verdict');
    expect(out).toMatch(/\nlamp +2 +2 +\d+ {2}same\nlight +3 +3 +\d+ {2}same\n$/);
  });

  test('tells two of the same name apart by their files', async () => {
    const { out } = await yieldchart('check a b', folderOf({ 'a/lamp.ts': lamp, 'a/light.ts': light, 'b/lamp.ts': lamp }));
    expect(out).toContain('a/lamp.ts#lamp');
    expect(out).toContain('b/lamp.ts#lamp');
    expect(out).toMatch(/^light /m);
  });
  test('says of several, too, what can never be taken in one that is the same', async () => {
    const odd = "export function* odd(): Generator<'one' | 'two', never, 'go'> {\n  while (true) {\n    const event = yield 'one';\n    if (event.localeCompare('gp') > 0) yield 'two';\n  }\n}\n";
    const { exit, out } = await yieldchart('check odd.ts', folderOf({ 'odd.ts': lamp + odd }));
    expect(exit).toBe(0);
    expect(out).toMatch(/\nlamp .* same\nodd .* same\n\nodd: same\n/);
    expect(out).toMatch(/\n {2}cannot be otherwise: one --> two : go .* was not taken\n/);
  });

  test('does not mistake what a module counts for a difference', async () => {
    const folder = folderOf({
      'counter.ts': "let served = 0;\nexport function serve(): number {\n  served += 1;\n  return served;\n}\n\nexport function* counter(): Generator<'open' | 'pause', void, 'guest' | 'close'> {\n  while ((yield 'open') === 'guest') {\n    if (serve() % 3 === 0) yield 'pause';\n  }\n}\n",
    });
    const { exit, out } = await yieldchart('check counter.ts', folder);
    expect(out).toMatch(/^counter: same\n/);
    expect(exit).toBe(0);
  });

  test('gives a program the verdicts', async () => {
    const { exit, out } = await yieldchart('check two.ts --json', cwd);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdicts: [{ file: 'two.ts', machine: 'lamp', kind: 'same' }, { file: 'two.ts', machine: 'light', kind: 'same', counts: { states: 3, transitions: 3, taken: 3 } }], diagnostics: [] });
  });

  test('ends in 4 where something could not be exercised, and says what', async () => {
    const folder = folderOf({ 'vault.ts': "export function* vault(): Generator<'shut' | 'open', void, { type: 'try'; code: string }> {\n  while (true) {\n    const event = yield 'shut';\n    if (event.code.length > 40 && event.code.endsWith(event.code.slice(0, 3).toUpperCase() + '!')) break;\n  }\n  yield 'open';\n}\n" });
    const { exit, out } = await yieldchart('check vault.ts', folder);
    expect(out).toMatch(/^vault: undecided\n/);
    expect(out).toContain('not exercised: ');
    expect(exit).toBe(4);
  });

  test('ends in 4 where the module cannot be run, having compared what can be read', async () => {
    const folder = folderOf({ 'lamp.ts': `${lamp}throw new RangeError('no power');\n` });
    const { exit, out } = await yieldchart('check lamp.ts', folder);
    expect(exit).toBe(4);
    expect(out).toContain('lamp.ts fails when it is loaded: RangeError: no power');
  });

  test('ends in 1 with a refused machine, and checks the others', async () => {
    const folder = folderOf({ 'a.ts': `${lamp}export function* evil(): Generator<'a', never, 'next'> { while (true) { eval('1'); yield 'a'; } }\n` });
    const { exit, out, err } = await yieldchart('check a.ts', folder);
    expect(exit).toBe(1);
    expect(out).toMatch(/^lamp: same\n/);
    expect(err).toMatch(/^unsupported not-supported a\.ts:7:/);
  });

  test('runs nothing outside: packages, node: modules and globals are recorders', async () => {
    const folder = folderOf({ 'writer.ts': "import { writeFileSync } from 'node:fs';\nimport { ring } from 'a-bell-that-is-not-installed';\nexport function* writer(): Generator<'idle', never, 'go'> {\n  while (true) {\n    yield 'idle';\n    writeFileSync('written.txt', 'x');\n    ring('once');\n    console.log('gone');\n  }\n}\n" });
    const { exit, out } = await yieldchart('check writer.ts', folder);
    expect(out).toMatch(/^writer: same\n/);
    expect(exit).toBe(0);
    expect(filesIn(folder)).toEqual(['writer.ts']);
  });

  test('runs the real ones with --live', async () => {
    const folder = folderOf();
    writeFileSync(join(folder, 'writer.ts'), `import { appendFileSync } from 'node:fs';\nexport function* writer(): Generator<'idle', never, 'go'> {\n  while (true) {\n    yield 'idle';\n    appendFileSync(${JSON.stringify(join(folder, 'written.txt'))}, 'x');\n  }\n}\n`);
    expect((await yieldchart('check writer.ts --live', folder)).exit).toBe(0);
    expect(filesIn(folder)).toContain('written.txt');
  });

  test('checks a machine that is primed, and a method, by themselves', async () => {
    const folder = folderOf({
      'a.ts': "import { primed } from 'yieldchart';\nexport const sum = primed(function* sum(): Generator<number, never, number> { let total = 0; while (true) total += yield total; });\nexport const Lights = { first: 'on' as const, *walk(): Generator<'go' | 'stay', never, 'next'> { while (true) { yield 'stay'; yield 'go'; } } };\n",
    });
    const { exit, out } = await yieldchart('check a.ts', folder);
    expect(out).toMatch(/\nsum +1 .* same\nLights\.walk +2 .* same\n/);
    expect(exit).toBe(0);
  });
});

describe('check --against a diagram', () => {
  test('is the same for the one that was written, and for one a person reworked', async () => {
    expect((await yieldchart('check light.ts --against diagrams/light.mmd', cwd)).exit).toBe(0);
    changed('the reworked diagram', 'diagrams/light.mmd', 'reworked.mmd', (text) =>
      ['stateDiagram-v2', '  state "GREEN" as g', '  state "YELLOW" as y', '  state "RED" as r', '  y --> r : next', '  g --> y : next', '  r --> g : next', '  [*] --> r', ''].join('\n') + text.slice(text.length),
    );
    const { exit, out } = await yieldchart('check light.ts --against reworked.mmd', cwd);
    expect(out).toMatch(/^light: same/);
    expect(exit).toBe(0);
  });

  test('names an arrow that was deleted', async () => {
    changed('the diagram without an arrow', 'diagrams/light.mmd', 'less.mmd', (text) => text.replace(/^.*GREEN --> YELLOW.*\n/m, ''));
    const { exit, out } = await yieldchart('check light.ts --against less.mmd', cwd);
    expect(exit).toBe(1);
    expect(out).toContain('GREEN --> YELLOW : next');
  });

  test('names an arrow that leads elsewhere', async () => {
    changed('the diagram with an arrow turned', 'diagrams/light.mmd', 'turned.mmd', (text) => text.replace('GREEN --> YELLOW', 'GREEN --> RED'));
    const { exit, out } = await yieldchart('check light.ts --against turned.mmd', cwd);
    expect(exit).toBe(1);
    expect(out).toMatch(/GREEN --> YELLOW : next/);
  });

  test('tells of one that somebody drew, with other capitals, only what differs', async () => {
    writeFileSync(file('drawn.mmd'), 'stateDiagram-v2\n  [*] --> Red\n  Red --> Green : NEXT\n  Green --> Red : NEXT\n  Yellow --> Red : NEXT\n');
    const { exit, out } = await yieldchart('check light.ts --against drawn.mmd', cwd);
    expect(exit).toBe(1);
    const [, , ...told] = out.split('\n');
    expect(told.slice(0, 3)).toEqual([
      '  GREEN --> YELLOW : next: in the chart it leads to YELLOW, in drawn.mmd RED.',
      '    the chart: light.ts:4:10',
      '    drawn.mmd: drawn.mmd:4:3',
    ]);
    expect(out).not.toMatch(/has a state/);
  });

  test('does not take a state for another that is only called otherwise, until somebody says so', async () => {
    writeFileSync(file('renamed.mmd'), 'stateDiagram-v2\n  [*] --> Stop\n  Stop --> Green : next\n  Green --> Yellow : next\n  Yellow --> Stop : next\n');
    const { exit, out } = await yieldchart('check light.ts --against renamed.mmd', cwd);
    expect(out).toMatch(/^light: undecided\n/);
    expect(out).toContain('not decided: the two only do the same where these names are one: RED = Stop');
    expect(exit).toBe(4);
    for (const said of ['--map RED=stop', '--accept-names']) expect(await yieldchart(`check light.ts --against renamed.mmd ${said}`, cwd)).toMatchObject({ exit: 0, out: expect.stringMatching(/^light: same\n/) });
  });

  test('shows where a diagram is none', async () => {
    writeFileSync(file('broken.mmd'), 'stateDiagram-v2\n  RED --> \n');
    const { exit, out, err } = await yieldchart('check light.ts --against broken.mmd', cwd);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain('broken.mmd:2:');
  });
});

describe('check --against an XState machine', () => {
  test('is the same for the one that was written', async () => {
    const { exit, out } = await yieldchart('check light.ts --against diagrams/light.xstate.ts', cwd);
    expect(out).toMatch(/^light: same/);
    expect(exit).toBe(0);
  });

  test('names a target that was turned, and shows the run on which it shows', async () => {
    changed('the module with a target turned', 'diagrams/light.xstate.ts', 'diagrams/turned.xstate.ts', (text) => text.replace("target: 'YELLOW'", "target: 'RED'"));
    const { exit, out } = await yieldchart('check light.ts --against diagrams/turned.xstate.ts', cwd);
    expect(exit).toBe(1);
    expect(out).toContain('GREEN --> YELLOW : next');
    expect(out).toMatch(/≠ send\('next'\)/);
  });

  test('takes one written by hand', async () => {
    writeFileSync(
      file('hand.ts'),
      "import { createMachine } from 'xstate';\nexport const unrelated = 3;\nexport const byHand = createMachine({ initial: 'RED', states: { RED: { on: { next: 'GREEN' } }, GREEN: { on: { next: 'YELLOW' } }, YELLOW: { on: { next: 'RED' } } } });\n",
    );
    const { out } = await yieldchart('check light.ts --against hand.ts', cwd);
    expect(out.split('\n')[0]).toMatch(/^light: /);
    expect(out).not.toMatch(/RED --> GREEN : next/);
  });

  test('says so where the module does not load', async () => {
    writeFileSync(file('throws.ts'), "import { setup } from 'xstate';\nthrow new RangeError('no');\n");
    expect(await yieldchart('check light.ts --against throws.ts', cwd)).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('throws.ts fails when it is loaded: RangeError: no') });
  });
});

describe('check --against another generator', () => {
  const flow = light.replace(/ {2}let[\s\S]*$/, "  while (true) {\n    yield 'RED';\n    yield 'GREEN';\n    yield 'YELLOW';\n  }\n}\n");

  test('is the same for one that is written otherwise and does the same', async () => {
    writeFileSync(file('flow.ts'), flow);
    const { exit, out } = await yieldchart('check light.ts --against flow.ts', cwd);
    expect(out).toMatch(/^light: same/);
    expect(exit).toBe(0);
  });

  test('shows the difference to one that does not', async () => {
    writeFileSync(file('short.ts'), flow.replace("    yield 'YELLOW';\n", ''));
    const { exit, out } = await yieldchart('check light.ts --against short.ts#light', cwd);
    expect(exit).toBe(1);
    expect(out).toMatch(/GREEN --> YELLOW : next/);
    expect(out).toMatch(/≠ send\('next'\)/);
  });

  test('takes the machine of the same name where there are several', async () => {
    expect((await yieldchart('check light.ts --against two.ts', cwd)).exit).toBe(0);
  });
});

describe('check, wrongly used', () => {
  test.each([
    ['check two.ts --against diagrams/light.mmd', /--against takes one machine, and there are 2; which one\?\n {2}two\.ts#lamp\n {2}two\.ts#light/],
    ['check light.ts --against no.mmd', /There is no file no\.mmd\./],
    ['check light.ts --against diagrams', /diagrams is a folder, and one file is wanted here\./],
    ['check light.ts --against diagrams/light.svg', /diagrams\/light\.svg is neither a diagram \(\.mmd\), nor JSON, nor a module with a machine\./],
    ['check light.ts --against two.ts#lantern', /two\.ts has no machine called lantern\. It has: lamp, light\./],
    ['check no.ts', /There is no file no\.ts\./],
  ])('`yieldchart %s` says so and ends in 2', async (line, words) => {
    const { exit, out, err } = await yieldchart(line, cwd);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(words);
  });
});

/** What compile would write, from charts drawn by hand: the command line's own part of the way. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Chart, Machine } from '../../src/compile.ts';
import { compareFolder } from '../../src/cli/write/compare-folder.ts';
import { planOutputs } from '../../src/cli/write/plan.ts';
import type { Reading } from '../../src/cli/read/read.ts';
import { readingExit, select } from '../../src/cli/read/read.ts';
import type { Terminal } from '../../src/cli/say/terminal.ts';
import { writeWhole } from '../../src/cli/write/write.ts';
import { diagnose } from '../../src/diagnostic/diagnostic.ts';
import { door, trafficLight } from '../charts.ts';
import { filesIn, folderOf } from './terminal.ts';

const texts: Readonly<Record<string, string>> = { 'machines/light.ts': '// a light\nexport function* trafficLight() { /* ``` */ }\n', 'machines/two.ts': 'const one = 1;\nexport function* door() {}\nexport function* shut() {}\n' };
const machine = (chart: Chart, file: string, stem: string, rest: Partial<Machine> = {}): Machine => ({
  name: chart.name,
  file,
  stem,
  chart: { ...chart, file },
  diagnostics: [],
  explanation: { events: [], variables: [], states: [], waits: [] },
  place: { file, line: 2, column: 1 },
  span: { start: texts[file]!.indexOf('export'), end: texts[file]!.indexOf('}') + 1 },
  ...rest,
});
const light = machine(trafficLight, 'machines/light.ts', 'traffic-light');
const gate = machine(door, 'machines/two.ts', 'door');
const refused = machine({ ...door, name: 'shut' }, 'machines/two.ts', 'shut', { chart: undefined, diagnostics: [diagnose('loop-can-spin', {}, { machine: 'shut', file: 'machines/two.ts' })] });
const reading = (...machines: Machine[]): Reading => ({ machines, diagnostics: [], host: { read: (path) => texts[path] } });
const silent = { write: () => {}, live: false, colour: false };
const terminal: Terminal = { cwd: '/somewhere', out: silent, err: silent };
const plan = (index: boolean, ...machines: Machine[]) => planOutputs(reading(...machines), 'diagrams', index, terminal);

describe('a plan', () => {
  test('has four files for each machine, and says the same twice', async () => {
    const { groups } = await plan(false, light, gate);
    expect(groups.map((group) => group.map(({ name }) => name))).toEqual(['traffic-light', 'door'].map((stem) => [`${stem}.mmd`, `${stem}.svg`, `${stem}.xstate.ts`, `${stem}.xstate.json`]));
    expect((await plan(false, light, gate)).groups).toEqual(groups);
  });

  test('has nothing of a refused machine, and all of the others', async () => {
    const { groups, refused: left } = await plan(false, gate, refused);
    expect(groups.flat().map(({ name }) => name)).toEqual(['door.mmd', 'door.svg', 'door.xstate.ts', 'door.xstate.json']);
    expect([...left]).toEqual(['shut']);
  });

  test('refuses all machines that would be written to the same files, also where only the case differs', async () => {
    const { groups, diagnostics } = await plan(false, light, gate, { ...gate, name: 'Door', stem: 'Door' });
    expect(groups).toHaveLength(1);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['same-name', 'Two machines would be written as door: this one and machines/two.ts#Door.'],
      ['same-name', 'Two machines would be written as Door: this one and machines/two.ts#door.'],
    ]);
  });
});

describe('the page of all machines', () => {
  const page = async (...machines: Machine[]) => (await plan(true, ...machines)).groups.at(-1)![0]!;

  test('shows each picture beside its source, and links to both', async () => {
    const { name, text } = await page(light, gate);
    expect(name).toBe('README.md');
    expect(text).toContain('## trafficLight\n');
    expect(text).toContain('[light.ts](../machines/light.ts#L2), 3 states, 3 transitions;');
    expect(text).toContain('![The statechart of trafficLight](traffic-light.svg)');
  });

  test('shows all of a file that has one machine, and the machine alone of one that has more', async () => {
    expect((await page(light, gate)).text).toContain('// a light\nexport function* trafficLight()');
    const { text } = await page(gate, refused);
    expect(text).toContain('```ts\nexport function* door() {}\n```');
    expect(text).not.toContain('const one');
  });

  test('fences source that has fences in it', async () => {
    expect((await page(light)).text).toContain('````ts\n// a light');
  });
});

describe('a folder compared with the plan', () => {
  test('is as it would be written right after it was', async () => {
    const folder = folderOf();
    const all = await plan(true, light, gate);
    for (const group of all.groups) writeWhole(folder, 'diagrams', group);
    expect(compareFolder(folder, all)).toEqual({ stale: [], missing: [], orphans: [] });
  });

  test('has what is stale, missing and an orphan, and keeps the files of a machine that is refused', async () => {
    const folder = folderOf({ 'old.mmd': '', 'shut.mmd': '', 'notes.md': '', 'mine.ts': '' });
    const all = await plan(false, gate, refused);
    for (const group of all.groups) writeWhole(folder, 'diagrams', group);
    writeFileSync(join(folder, 'door.svg'), `${readFileSync(join(folder, 'door.svg'), 'utf8')} `);
    rmSync(join(folder, 'door.mmd'));
    const before = filesIn(folder);
    expect(compareFolder(folder, all)).toEqual({ stale: ['door.svg'], missing: ['door.mmd'], orphans: ['old.mmd'] });
    expect(filesIn(folder)).toEqual(before);
  });

  test('lacks everything where it is not there at all', async () => {
    expect(compareFolder(join(folderOf(), 'no'), await plan(false, light)).missing).toHaveLength(4);
  });
});

describe('the machines that are asked for', () => {
  const compilation = { machines: [light, gate, refused], diagnostics: [] };
  const target = (file: string, name?: string) => ({ file, name, found: false });

  test('are all of a file, or those named, in the order of the source', () => {
    expect(select(compilation, [target('machines/two.ts', 'shut'), target('machines/two.ts', 'door')], []).machines).toEqual([gate, refused]);
    expect(select(compilation, [target('machines/light.ts')], []).machines).toEqual([light]);
  });

  test('that are not there are wrong usage, and said with the names there are', () => {
    const asked = select(compilation, [target('machines/two.ts', 'gate')], []);
    expect(asked.diagnostics[0]?.message).toBe('machines/two.ts has no machine called gate. It has: door, shut.');
    expect(readingExit(asked)).toBe(2);
  });

  test('in a folder may be in some of its files only', () => {
    const empty = diagnose('no-machine', { file: 'machines/prices.ts' }, { file: 'machines/prices.ts' });
    const found = [{ file: 'machines/light.ts', found: true }, { file: 'machines/prices.ts', found: true }];
    expect(select({ machines: [light], diagnostics: [empty] }, found, ['machines']).diagnostics).toEqual([]);
    expect(select({ machines: [], diagnostics: [empty] }, found, ['machines']).diagnostics[0]?.message).toBe('No module in machines exports a generator function.');
    expect(readingExit(select({ machines: [light], diagnostics: [empty] }, [target('machines/prices.ts')], []))).toBe(2);
  });

  test('that are refused end in 1', () => {
    expect(readingExit({ machines: [gate], diagnostics: [] })).toBe(0);
    expect(readingExit({ machines: [gate, refused], diagnostics: [] })).toBe(1);
  });
});

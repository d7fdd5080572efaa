/** toBehaveLike in projects of somebody else's: which tests pass, and what those that fail say. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtPackage } from '../cli/package.ts';
import { type Outcome, runVitest, vitestProject } from './project.ts';

const head = "import 'yieldchart/vitest';\nimport { createMachine, setup } from 'xstate';\nimport { describe, expect, test } from 'vitest';\n";
const lamp = "export function* lamp(): Generator<'off' | 'on', never, 'press'> {\n  while (true) {\n    yield 'off';\n    yield 'on';\n  }\n}\n";
const lampMachine = "createMachine({ initial: 'off', states: { off: { on: { press: 'on' } }, on: { on: { press: 'off' } } } })";

let built: string;
beforeAll(async () => {
  built = await builtPackage(false);
});

describe('what a machine is held against', () => {
  let ran: Readonly<Record<string, Outcome>>;
  beforeAll(() => {
    const project = vitestProject(built, {
      'src/light.ts': readFileSync('machines/traffic-light.ts', 'utf8'),
      'src/flow.ts': "export function* byFlow(): Generator<'RED' | 'GREEN' | 'YELLOW', never, 'next'> {\n  while (true) {\n    yield 'RED';\n    yield 'GREEN';\n    yield 'YELLOW';\n  }\n}\n",
      'src/machines.ts': [
        "import { createMachine } from 'xstate';",
        "export const good = createMachine({ initial: 'red', states: { red: { on: { NEXT: 'green' } }, green: { on: { NEXT: 'yellow' } }, yellow: { on: { NEXT: 'red' } } } });",
        "export const short = createMachine({ initial: 'red', states: { red: { on: { NEXT: 'green' } }, green: { on: { NEXT: 'red' } }, yellow: { on: { NEXT: 'red' } } } });",
        "export const renamed = createMachine({ initial: 'stop', states: { stop: { on: { NEXT: 'go' } }, go: { on: { NEXT: 'slow' } }, slow: { on: { NEXT: 'stop' } } } });",
      ].join('\n'),
      'src/bell.ts': "import { ring } from 'a-bell';\nexport function* bell(): Generator<'idle', never, 'go'> {\n  while (true) {\n    yield 'idle';\n    ring('once');\n  }\n}\n",
      'src/bell-machine.ts': "import { createMachine } from 'xstate';\nimport { ring } from 'a-bell';\nexport const once = createMachine({ initial: 'idle', states: { idle: { on: { go: { actions: () => ring('once') } } } } });\nexport const twice = createMachine({ initial: 'idle', states: { idle: { on: { go: { actions: () => ring('twice') } } } } });\n",
      'node_modules/a-bell/package.json': '{ "name": "a-bell", "type": "module", "exports": "./index.js" }',
      'node_modules/a-bell/index.js': "export function ring() { throw new Error('it really rang'); }\n",
      'src/vault.ts': [
        "export function* vault(): Generator<'shut' | 'open', void, { type: 'try'; code: string }> {",
        '  while (true) {',
        "    const event = yield 'shut';",
        '    if (isRight(event.code)) break;',
        '  }',
        "  yield 'open';",
        '}',
        "function isRight(code: string): boolean { return code.length > 40 && code.endsWith(code.slice(0, 3).toUpperCase() + '!'); }",
      ].join('\n'),
      'src/sampled.ts': [
        "export function* vault(): Generator<'shut' | 'open', void, { type: 'try'; code: string }> {",
        '  while (true) {',
        "    const event = yield 'shut';",
        '    if (isRight(event.code)) break;',
        '  }',
        "  yield 'open';",
        '}',
        "function isRight(code: string): boolean { return code.length > 40 && code.endsWith(code.slice(0, 3).toUpperCase() + '!'); }",
        "export const samples = { vault: { events: [{ type: 'try', code: `abc${'-'.repeat(40)}ABC!` }, { type: 'try', code: '' }] } };",
      ].join('\n'),
      'src/broken.ts': `${lamp}throw new RangeError('no power');\n`,
      'against.test.ts': [
        head,
        "import { compile } from 'yieldchart/compile';",
        "import { readFileSync } from 'node:fs';",
        "import { trafficLight } from './src/light.ts';",
        "import { byFlow } from './src/flow.ts';",
        "import { good, renamed, short } from './src/machines.ts';",
        "import { bell } from './src/bell.ts';",
        "import * as bells from './src/bell-machine.ts';",
        "import { vault } from './src/vault.ts';",
        "import { vault as sampled } from './src/sampled.ts';",
        'const chart = (file: string) => compile([file], { read: (path) => readFileSync(path, "utf8") }).machines[0]!.chart!;',
        "test('a machine of the same names', () => expect(trafficLight).toBehaveLike(good));",
        "test('a machine that differs', () => expect(trafficLight).toBehaveLike(short));",
        "test('a machine that differs, expected to', () => expect(trafficLight).not.toBehaveLike(short));",
        "test('a machine that does not differ, expected to', () => expect(trafficLight).not.toBehaveLike(good));",
        "test('other names', () => expect(trafficLight).toBehaveLike(renamed));",
        "test('other names, expected to differ', () => expect(trafficLight).not.toBehaveLike(renamed));",
        "test('other names, accepted', () => expect(trafficLight).toBehaveLike(renamed, { acceptNames: true }));",
        "test('other names, told', () => expect(trafficLight).toBehaveLike(renamed, { map: { RED: 'stop', GREEN: 'go', YELLOW: 'slow' } }));",
        "test('other names, told wrongly', () => expect(trafficLight).toBehaveLike(renamed, { map: { RED: 'stop', GREEN: 'slow', YELLOW: 'go' } }));",
        `test('a machine made in the test', () => expect(trafficLight).not.toBehaveLike(${lampMachine}));`,
        "test('another generator', () => expect(trafficLight).toBehaveLike(byFlow));",
        "test('a chart', () => expect(trafficLight).toBehaveLike(chart('src/flow.ts')));",
        "test('a chart that differs', () => expect(trafficLight).toBehaveLike(chart('src/vault.ts')));",
        "test('recorders for what both call', () => expect(bell).toBehaveLike(bells.once));",
        "test('another call', () => expect(bell).toBehaveLike(bells.twice));",
        "test('another call that does not matter', () => expect(bell).toBehaveLike(bells.twice, { ignore: ['ring'] }));",
        "test('no example', () => expect(vault).toBehaveLike(vault));",
        "test('samples', () => expect(sampled).toBehaveLike(sampled));",
        "test('nothing that can be compared', () => expect(trafficLight).toBehaveLike({ on: 1 } as never));",
        "test('a running generator', () => expect(trafficLight()).toBehaveLike(good));",
        "test('an arrow function', () => expect(() => trafficLight()).toBehaveLike(good));",
        'describe.concurrent("at once", () => {',
        "  test('one of several at once', ({ expect }) => expect(trafficLight).toBehaveLike(good));",
        "  test('another of several at once', ({ expect }) => expect(trafficLight).not.toBehaveLike(short));",
        '});',
      ].join('\n'),
    });
    ran = runVitest(project);
  });

  test.each(['a machine of the same names', 'a machine that differs, expected to', 'other names, accepted', 'other names, told', 'a machine made in the test', 'another generator', 'a chart', 'recorders for what both call', 'another call that does not matter', 'samples', 'one of several at once', 'another of several at once'])('passes: %s', (title) => {
    expect(ran[title]).toEqual({ status: 'passed', message: '' });
  });

  test('a difference is told as the command line tells it, with the shortest run on which it shows', () => {
    expect(ran['a machine that differs']).toEqual({
      status: 'failed',
      message: expect.stringMatching(
        /^trafficLight: different\n {2}3 states, .*\n {2}The generator and the XState machine part after 2 steps:\n {4}start\(\)\n {6}both {7}yields 'RED' {3}in red\n {4}send\('next'\).*\n {6}both {7}yields 'GREEN' {3}in green\n {2}≠ send\('next'\).*\n {6}generator {2}yields 'YELLOW'\n {6}machine {4}is in red/,
      ),
    });
  });

  test.each([
    ['a machine that does not differ, expected to', /^trafficLight: same\n[^]*a difference was expected/],
    ['other names', /^trafficLight: undecided\n[^]*RED = stop, GREEN = go, YELLOW = slow\n.*\{ acceptNames: true \}.*\{ map: \{ "RED": "stop", "GREEN": "go", "YELLOW": "slow" \} \}/],
    ['other names, expected to differ', /^trafficLight: undecided\n/],
    ['other names, told wrongly', /^trafficLight: different\n[^]*≠ send\('next'\)/],
    ['a chart that differs', /^trafficLight: different\n[^]*The chart has a state RED; the chart that was given has not\./],
    ['another call', /^bell: different\n[^]*generator .*a-bell\.ring\('once'\)[^]*machine .*a-bell\.ring\('twice'\)/],
    ['no example', /^vault: undecided\n[^]*not exercised: [^]*export const samples = \{ vault:/],
    ['nothing that can be compared', /toBehaveLike takes an XState machine, a generator function or a chart, not an object that is none\./],
    ['a running generator', /expect was given a generator that runs already, not its function\./],
    ['an arrow function', /expect was given a function that is no generator function\./],
  ])('fails, and says why: %s', (title, words) => {
    expect(ran[title]).toEqual({ status: 'failed', message: expect.stringMatching(words) });
  });
});

describe('where a machine is found', () => {
  const shop = [
    "export default function* (): Generator<'open' | 'shut', never, 'turn'> { while (true) { yield 'open'; yield 'shut'; } }",
    "export class Lights { static *pedestrian(): Generator<'stop' | 'walk', never, 'push'> { while (true) { yield 'stop'; yield 'walk'; } } }",
    "export const devices = { inner: { *pump(): Generator<'idle' | 'pumping', never, 'press'> { while (true) { yield 'idle'; yield 'pumping'; } } } };",
  ].join('\n');
  const files = {
    'src/shop.ts': shop,
    'src/barrel.ts': "export { lamp as light } from './lamp.js';\nexport * from './shop.ts';\nexport { default as door } from './shop.ts';\n",
    'src/lamp.ts': lamp,
    'src/two.ts': "export const first = { *walk(): Generator<'a' | 'b', never, 'go'> { while (true) { yield 'a'; yield 'b'; } } };\nexport const second = { *walk(): Generator<'c' | 'd', never, 'go'> { while (true) { yield 'c'; yield 'd'; } } };\n",
    'src/primed.ts': "import { primed } from 'yieldchart';\nexport const sum = primed(function* sum(): Generator<'even' | 'odd', never, 'go'> { while (true) { yield 'even'; yield 'odd'; } });\n",
    'src/hidden.ts': `${lamp.replace('export ', '')}export const all = [lamp];\n`,
    'src/evil.ts': "export function* evil(): Generator<'a', never, 'next'> {\n  while (true) {\n    eval('1');\n    yield 'a';\n  }\n}\n",
    'node_modules/a-lamp/package.json': '{ "name": "a-lamp", "type": "module", "exports": "./index.js" }',
    'node_modules/a-lamp/index.js': lamp.replace(/: Generator<.*>/, ''),
    'packages/lamps/package.json': '{ "name": "@shop/lamps", "type": "module", "exports": "./index.ts" }',
    'packages/lamps/index.ts': lamp,
    'vitest.config.ts': "export default { resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } } };\n",
    'found.test.ts': [
      head,
      "import door, { Lights as Lamps } from './src/shop';",
      "import * as all from './src/barrel.ts';",
      "import { light } from './src/barrel.ts';",
      "import { first, second } from './src/two.ts';",
      "import { sum } from './src/primed.ts';",
      "import { lamp as aliased } from '@/lamp.ts';",
      "import { all as hidden } from './src/hidden.ts';",
      "import { evil } from './src/evil.ts';",
      "import { vi } from 'vitest';",
      "import { lamp as packed } from 'a-lamp';",
      "import { lamp as linked } from '@shop/lamps';",
      "const names = { low: 'low', high: 'high' } as const;",
      "function* own(): Generator<'low' | 'high', never, 'turn'> { while (true) { yield names.low; yield names.high; } }",
      "const both = { *walk(): Generator<'x', never, 'go'> { while (true) yield 'x'; } };",
      "const again = { *walk(): Generator<'y', never, 'go'> { while (true) yield 'y'; } };",
      "const two = (a: string, b: string, event: string) => createMachine({ initial: a, states: { [a]: { on: { [event]: b } }, [b]: { on: { [event]: a } } } });",
      "test('a default export', () => expect(door).toBehaveLike(two('open', 'shut', 'turn')));",
      "test('a member of a class', () => expect(Lamps.pedestrian).toBehaveLike(two('stop', 'walk', 'push')));",
      "test('through a namespace', () => expect(all.Lights.pedestrian).toBehaveLike(two('stop', 'walk', 'push')));",
      "test('a default export by another name', () => expect(all.door).toBehaveLike(two('open', 'shut', 'turn')));",
      "test('a re-export by another name', () => expect(light).toBehaveLike(two('off', 'on', 'press')));",
      "test('a member of a member', () => expect(all.devices.inner.pump).toBehaveLike(two('idle', 'pumping', 'press')));",
      "test('the first of one name', () => expect(first.walk).toBehaveLike(two('a', 'b', 'go')));",
      "test('the second of one name', () => expect(second.walk).toBehaveLike(two('c', 'd', 'go')));",
      "test('a primed one', () => expect(sum).toBehaveLike(two('even', 'odd', 'go')));",
      "test('by an alias', () => expect(aliased).toBehaveLike(two('off', 'on', 'press')));",
      "test('by an import of the test itself', async () => { const { lamp } = await import('./src/lamp.ts'); await expect(lamp).toBehaveLike(two('off', 'on', 'press')); });",
      "test('of a module that was run anew', async () => { vi.resetModules(); await expect(aliased).toBehaveLike(two('off', 'on', 'press')); });",
      "test('in a package', () => expect(packed).toBehaveLike(packed));",
      "test('in a package that is linked', () => expect(linked).toBehaveLike(two('off', 'on', 'press')));",
      "test('in the test file', () => expect(own).toBehaveLike(two('low', 'high', 'turn')));",
      "test('in the test file, wrong', () => expect(own).toBehaveLike(two('high', 'low', 'turn')));",
      "test('two of one name in the test file', () => expect(both.walk).toBehaveLike(two('x', 'y', 'go')));",
      "test('inside of a test', () => { function* inner(): Generator<'x', never, 'go'> { while (true) yield 'x'; } return expect(inner).toBehaveLike(light); });",
      "test('not exported', () => expect(hidden[0]).toBehaveLike(two('off', 'on', 'press')));",
      "test('bound', () => expect(aliased.bind(undefined)).toBehaveLike(two('off', 'on', 'press')));",
      "test('refused', () => expect(evil).toBehaveLike(two('a', 'b', 'next')));",
    ].join('\n'),
  };
  const found = ['a default export', 'a member of a class', 'through a namespace', 'a default export by another name', 'a re-export by another name', 'a member of a member', 'the first of one name', 'the second of one name', 'a primed one', 'by an alias', 'by an import of the test itself', 'of a module that was run anew', 'in a package', 'in a package that is linked', 'in the test file'];

  describe.each(['forks', 'threads'])('in the pool %s', (pool) => {
    let ran: Readonly<Record<string, Outcome>>;
    beforeAll(() => {
      const project = vitestProject(built, files);
      mkdirSync(join(project, 'node_modules/@shop'));
      symlinkSync(join(project, 'packages/lamps'), join(project, 'node_modules/@shop/lamps'));
      ran = runVitest(project, [`--pool=${pool}`]);
    });

    test.each(found)('passes: %s', (title) => {
      expect(ran[title]).toEqual({ status: 'passed', message: '' });
    });

    test.each([
      ['in the test file, wrong', /^own: different\n/],
      ['two of one name in the test file', /found\.test\.ts has 2 machines called walk: both\.walk, again\.walk\./],
      ['inside of a test', /inner stands inside of something in found\.test\.ts\./],
      ['not exported', /lamp was loaded from src\/hidden\.ts, which does not export it\./],
      ['bound', /bound lamp has no source of its own/],
      ['refused', /^evil of src\/evil\.ts has no chart:\n\nunsupported not-supported src\/evil\.ts:3:5\n[^]*eval[^]*Why: [^]*Fix: /],
    ])('fails, and says what to do: %s', (title, words) => {
      expect(ran[title]).toEqual({ status: 'failed', message: expect.stringMatching(words) });
    });
  });

  test('not in a context of its own, which is said', () => {
    const ran = runVitest(vitestProject(built, { 'lamp.test.ts': `${head}${lamp}test('a lamp', () => expect(lamp).toBehaveLike(lamp));` }), ['--pool=vmThreads']);
    expect(ran['a lamp']).toEqual({ status: 'failed', message: expect.stringContaining('Run this file in the pool forks or threads.') });
  });
});

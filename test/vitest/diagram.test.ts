/** toMatchDiagram in a project of somebody else's: what it writes, when, and what it says of a diagram that is another. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtPackage } from '../cli/package.ts';
import { runVitest, vitestProject } from './project.ts';

let project: string;
beforeAll(async () => {
  project = vitestProject(await builtPackage(false), {
    'src/light.ts': readFileSync('machines/traffic-light.ts', 'utf8'),
    'vitest.config.ts': "export default { test: { setupFiles: ['yieldchart/vitest'], globals: true } };\n",
    'src/light.test.ts': [
      "import { trafficLight } from './light.ts';",
      "test('shows', () => expect(trafficLight).toMatchDiagram('../docs/light.mmd'));",
      "test.concurrent('shows at once', ({ expect }) => expect(trafficLight).toMatchDiagram('../docs/at-once.mmd'));",
    ].join('\n'),
    'src/not.test.ts': "import { trafficLight } from './light.ts';\ntest('does not show', () => expect(trafficLight).not.toMatchDiagram('../docs/not.mmd'));\n",
  });
});

const file = (name: string) => join(project, 'docs', name);
const shows = (words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => runVitest(project, ['light', ...words], env)['shows'];
const turned = 'stateDiagram-v2\n  [*] --> RED\n  RED --> GREEN : next\n  GREEN --> RED : next\n  YELLOW --> RED : next\n';
const reworked = '%% by hand\nstateDiagram-v2\n  state "YELLOW" as y\n  y --> r : next\n  state "RED" as r\n  r --> GREEN : next\n  GREEN --> y : next\n  [*] --> r\n';
const passed = { status: 'passed', message: '' };

describe('a diagram that is missing', () => {
  beforeEach(() => rmSync(join(project, 'docs'), { recursive: true, force: true }));

  test('is written, from the folder of the test file, and matches from then on', () => {
    expect(runVitest(project, ['light'])).toEqual({ shows: passed, 'shows at once': passed });
    const written = readFileSync(file('light.mmd'), 'utf8');
    expect(written).toBe(readFileSync('diagrams/traffic-light.mmd', 'utf8').replace('machines/traffic-light.ts', 'src/light.ts'));
    expect(readFileSync(file('at-once.mmd'), 'utf8')).toBe(written);
    expect(shows([], { CI: 'true' })).toEqual(passed);
  });

  test('is a failure in CI, where nothing is written', () => {
    expect(shows([], { CI: 'true' })).toEqual({ status: 'failed', message: expect.stringMatching(/^There is no diagram docs\/light\.mmd of trafficLight yet, and vitest writes none in CI\./) });
    expect(existsSync(file('light.mmd'))).toBe(false);
  });

  test('is none that differs: .not passes, and writes nothing', () => {
    expect(runVitest(project, ['not'])['does not show']).toEqual(passed);
    expect(existsSync(file('not.mmd'))).toBe(false);
  });
});

describe('a diagram that is there', () => {
  const given = (text: string) => {
    shows();
    writeFileSync(file('light.mmd'), text);
  };

  test('is another where a state was renamed since: what it is called says so', () => {
    given(reworked.replace('state "RED"', 'state "STOP"'));
    expect(shows()).toEqual({ status: 'failed', message: expect.stringContaining('What is called RED is called STOP there.') });
  });

  test('may be reworked, and stays as it is, with -u too', () => {
    given(reworked);
    expect([shows(), shows(['-u'])]).toEqual([passed, passed]);
    expect(readFileSync(file('light.mmd'), 'utf8')).toBe(reworked);
  });

  test('that shows something else fails, says where, and stays as it is', () => {
    given(turned);
    expect(shows()).toEqual({
      status: 'failed',
      message: expect.stringMatching(/^trafficLight: different from docs\/light\.mmd\n {2}GREEN --> YELLOW : next[^]*\n {4}docs\/light\.mmd: docs\/light\.mmd:\d+:\d+\n[^]*vitest -u writes the diagram anew\./),
    });
    expect(readFileSync(file('light.mmd'), 'utf8')).toBe(turned);
  });

  test('that shows something else is written anew with -u', () => {
    given(turned);
    expect(shows(['-u'])).toEqual(passed);
    expect(readFileSync(file('light.mmd'), 'utf8')).toContain('GREEN --> YELLOW : next');
  });

  test('that is none says where', () => {
    given('stateDiagram-v2\n  RED --> \n');
    expect(shows()).toEqual({ status: 'failed', message: expect.stringMatching(/^docs\/light\.mmd is no diagram that can be read:\n\n[^]*docs\/light\.mmd:2:/) });
  });
});

/** The types of the matchers, in a strict project that checks the declarations of its packages too. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtPackage, typeCheck } from '../cli/package.ts';
import { vitestProject } from './project.ts';

test('expect knows the matchers, what they take, and that they are to be awaited', async () => {
  const project = vitestProject(await builtPackage(true), {
    'light.ts': readFileSync('machines/traffic-light.ts', 'utf8'),
    'use.ts': [
      "import 'yieldchart/vitest';",
      "import { createMachine } from 'xstate';",
      "import { expect } from 'vitest';",
      "import type { Chart } from 'yieldchart/compile';",
      "import type { BehaveOptions, MachineMatchers } from 'yieldchart/vitest';",
      "import { trafficLight } from './light.ts';",
      'declare const chart: Chart;',
      "const options: BehaveOptions = { map: { RED: 'stop' }, acceptNames: true, ignore: ['log'] };",
      "export const done: Promise<void> = expect(trafficLight).toBehaveLike(createMachine({ initial: 'a', states: { a: {} } }), options);",
      'export const not: Promise<void> = expect(trafficLight).not.toBehaveLike(trafficLight);',
      'export const held: Promise<void> = expect(trafficLight).toBehaveLike(chart);',
      "export const drawn: Promise<void> = expect(trafficLight).toMatchDiagram('docs/light.mmd');",
      "export type Names = keyof MachineMatchers & 'toBehaveLike';",
      '// @ts-expect-error: a text is no machine',
      "void expect(trafficLight).toBehaveLike('light');",
      '// @ts-expect-error: no such option',
      'void expect(trafficLight).toBehaveLike(trafficLight, { mapp: {} });',
      '// @ts-expect-error: where is the diagram?',
      'void expect(trafficLight).toMatchDiagram();',
    ].join('\n'),
  });
  expect(typeCheck(project, ['use.ts'])).toEqual({ exit: 0, out: '', err: '' });
});

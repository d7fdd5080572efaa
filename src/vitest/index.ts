/**
 * `yieldchart/vitest`: what a test expects of a machine. `import 'yieldchart/vitest'` in a test file, or in a file of vitest's
 * `setupFiles`, gives `expect` two matchers. They are asynchronous: `await` them.
 *
 * The machine's source is read, so it must be at the top level of a module (the test file is one), and exported where that is another.
 */
import { expect, type MatcherState } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import type { Chart } from '../chart/chart.ts';
import { type BehaveOptions, behavesLike } from './behave.ts';
import { matchesDiagram } from './diagram.ts';
import { answered } from './received.ts';

export type { BehaveOptions } from './behave.ts';

/**
 * What `expect(trafficLight)` can do, once this module is imported. `trafficLight` is a generator function.
 *
 * @example
 * import 'yieldchart/vitest';
 * import { expect, test } from 'vitest';
 * import { trafficLight } from './traffic-light.ts';
 * import { lightMachine } from './light-machine.ts';
 *
 * test('the light behaves like the machine it replaces, and is drawn', async () => {
 *   await expect(trafficLight).toBehaveLike(lightMachine, { map: { next: 'TIMER' } });
 *   await expect(trafficLight).toMatchDiagram('docs/light.mmd');
 * });
 */
export interface MachineMatchers {
  /**
   * The generator does what `expected` does: an XState machine, another generator function, or a chart. It is decided as by
   * `yieldchart check --against`; the failure's message is its story, with the shortest run on which the two part. What cannot
   * be decided fails too, with or without `.not`, and says what would decide it.
   *
   * The modules of both are loaded anew, with recorders for what they call outside. An XState machine that the test file's
   * relative imports do not lead to (made in the test, by `provide`, from a package) is run as it is, and so is what it calls.
   */
  toBehaveLike(expected: AnyStateMachine | ((...args: never[]) => Generator<unknown, unknown, never>) | Chart, options?: BehaveOptions): Promise<void>;
  /**
   * The Mermaid diagram at `path`, from the folder of the test file, shows the generator's chart. A diagram that is not there
   * is written, but in CI that is a failure; `vitest -u` writes one that differs anew. One that was only reworked (other ids, order,
   * notes, colours) is not different, and stays as it is.
   */
  toMatchDiagram(path: string): Promise<void>;
}

declare module 'vitest' {
  // All declarations of an interface have the same parameters.
  // oxlint-disable-next-line typescript/no-explicit-any, no-unused-vars, typescript/no-empty-object-type
  interface Matchers<T = any> extends MachineMatchers {}
}

expect.extend({
  toBehaveLike(this: MatcherState, received: unknown, expected: unknown, options?: BehaveOptions) {
    return answered(this, () => behavesLike(this, received, expected, options));
  },
  toMatchDiagram(this: MatcherState, received: unknown, path: string) {
    return answered(this, () => matchesDiagram(this, received, path));
  },
});

/** What a run is made of: how a machine is started, and what is sent to it, as recipes that each side follows for itself. */
import type { Sample, World } from '../inputs/sample.ts';
import { valueText } from '../drive/value-text.ts';

export interface Sequence {
  readonly start: Start;
  readonly steps: readonly Step[];
}

export interface Start {
  readonly args: readonly Sample[];
  /** What opaque calls are answered: see recorders.ts. */
  readonly choices: readonly number[];
}

export interface Step {
  readonly kind: 'send' | 'throw' | 'return';
  readonly value: Sample;
  readonly choices: readonly number[];
}

/** `start(3)`. */
export function startText(start: Start, world: World): string {
  return `start(${start.args.map((sample) => valueText(sample(world))).join(', ').replace(/(?:(?:^|, )undefined)+$/, '')})`;
}

/** `send('next')`. */
export function stepText(step: Step, world: World): string {
  return `${step.kind}(${valueText(step.value(world))})`;
}

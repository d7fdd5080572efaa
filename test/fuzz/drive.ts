/** A side and a trial in, what is seen at each step out. */
import { valueText } from '../../src/check/value-text.ts';
import type { Step } from './grammar.ts';
import type { Printed } from './print.ts';
import type { Side } from './sides.ts';
import { createWorld, Spins } from './world.ts';

export interface Seen {
  readonly outcome: 'yields' | 'returns' | 'throws';
  readonly value: string;
  readonly calls: readonly string[];
}

/** The first step starts the machine; its answers are what is asked on the way to the first state. */
export type Trial = readonly Step[];

/** Goes on as long as it waits. */
export function drive(side: Side, printed: Printed, [start, ...steps]: Trial): readonly Seen[] {
  const world = createWorld();
  const running = side(world, printed.parameters.map(world.argument));
  const observe = (step: Step, work: () => IteratorResult<unknown>): Seen => {
    world.begin(step.answers);
    try {
      const { done, value } = work();
      return { outcome: done ? 'returns' : 'yields', value: valueText(value), calls: world.calls() };
    } catch (error) {
      if (error instanceof Spins || isTimeout(error)) throw error;
      return { outcome: 'throws', value: valueText(error), calls: world.calls() };
    }
  };
  const seen = [observe(start!, () => running.next())];
  for (const step of steps) {
    if (seen.at(-1)!.outcome !== 'yields') break;
    const value = payload(printed, step);
    seen.push(observe(step, () => (step.kind === 'send' ? running.next(value) : running[step.kind](value))));
  }
  return seen;
}

export function payload({ alphabet }: Printed, { kind, pick }: Step): unknown {
  if (kind === 'send') return alphabet.events[pick % alphabet.events.length]!();
  if (kind === 'return') return pick % 2 ? 'stop' : undefined;
  return [() => 'x', () => new Error('outside'), () => undefined][pick % 3]!();
}

export function seenText(seen: Seen | undefined): string {
  return seen ? `${seen.outcome} ${seen.value}${seen.calls.length > 0 ? `  calling ${seen.calls.join(', ')}` : ''}` : '—';
}

/** What `vm` throws into code that runs too long. */
export function isTimeout(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

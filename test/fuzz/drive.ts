/** A side and a trial in, what is seen at each step out. */
import { valueText } from '../../src/check/drive/value-text.ts';
import type { Step } from './grammar.ts';
import { NotLowered } from './graph.ts';
import type { Printed } from './write.ts';
import type { Side } from './sides.ts';
import { createWorld, Spins } from './world.ts';

export interface Seen {
  readonly outcome: 'yields' | 'returns' | 'throws';
  readonly value: string;
  readonly calls: readonly string[];
}

/** The first step starts the machine: its answers are what is asked on the way to the first state, its number says what it is given. */
export type Trial = readonly Step[];

/** Goes on as long as it waits. `raw`: it may be thrown into before it has begun, and asked again when it is over, as a generator may. */
export function drive(side: Side, printed: Printed, [start, ...steps]: Trial, raw = false): readonly Seen[] {
  const world = createWorld();
  const running = side(world, printed.parameters.map((name, at) => world.argument(name, start!.pick + at)));
  const observe = (step: Step, work: () => IteratorResult<unknown>): Seen => {
    world.begin(step.answers);
    try {
      const { done, value } = work();
      return { outcome: done ? 'returns' : 'yields', value: valueText(value), calls: world.calls() };
    } catch (error) {
      if (error instanceof Spins || error instanceof NotLowered || isTimeout(error)) throw error;
      return { outcome: 'throws', value: valueText(error), calls: world.calls() };
    }
  };
  const take = (step: Step): Seen => {
    const value = payload(printed, step);
    return observe(step, () => (step.kind === 'send' ? running.next(value) : running[step.kind](value)));
  };
  const seen = [raw ? take(start!) : observe(start!, () => running.next())];
  let after = raw ? 3 : 0;
  for (const step of steps) {
    if (seen.at(-1)!.outcome !== 'yields' && (after -= 1) < 0) break;
    seen.push(take(step));
  }
  running.settle?.();
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

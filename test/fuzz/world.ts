/**
 * What is outside of a machine: functions that are called and asked, and whose n-th answer in a step is the same on
 * each side. In: the answers of a step. Out: what was called, in order, as text.
 */
import { valueText } from '../../src/check/drive/value-text.ts';

/** The generator goes round for ever: not a machine. */
export class Spins extends Error {}

export interface World {
  /** What stands for a name that code outside of the machine's own may have: `OUTSIDE`, in this order. */
  readonly given: readonly unknown[];
  /** What a parameter of this name is given; where there is a choice, by a number. */
  readonly argument: (name: string, pick: number) => unknown;
  /** A step begins; `answers` are given again and again, none of them by their number. */
  begin(answers: readonly number[]): void;
  /** What was called since. */
  calls(): readonly string[];
}

/** The names that every side's code is given. */
export const OUTSIDE = ['fuel', 'console', 'Math', 'Date'] as const;

/** What a machine may be given besides, made anew. */
const INPUTS: Readonly<Record<string, readonly (() => unknown)[]>> = {
  enabled: [() => true, () => false],
  limit: [() => undefined, () => 1, () => 5],
  size: [() => undefined, () => ({}), () => ({ size: 3 }), () => ({ first: 'z' }), () => ({ size: 0, first: 'x' })],
  hint: [() => undefined, () => 'x', () => 'why'],
};

/** The answer that is an error. */
export const ERROR = 11;

/** How many rounds of loops there may be in a step. */
const PLENTY = 1000;

export function createWorld(): World & { spun(): boolean } {
  let calls: string[] = [];
  let answers: readonly number[] = [];
  let asked = 0;
  let left = PLENTY;
  const answer = <T>(call: string, from: readonly T[]): T => {
    const choice = answers.length === 0 ? asked : answers[asked % answers.length]!;
    asked += 1;
    if (calls.length > 500) left = -1;
    if (left < 0) throw new Spins();
    // One answer in twelve is an error.
    if (choice === ERROR) {
      calls.push(`${call} throws`);
      throw new Error(`no ${call}`);
    }
    calls.push(call);
    return from[choice % from.length]!;
  };
  const told = (args: readonly unknown[]): string => args.map(valueText).join(', ');
  const functions: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
    out: (...args) => answer(`out(${told(args)})`, [undefined]),
    ask: (...args) => answer(`ask(${told(args)})`, [true, false]),
    pick: () => answer('pick()', ['x', 'y', 'z']),
    roll: () => answer('roll()', [0, 1, 2, 5]),
    tint: (view) => {
      const state = answer(`tint(${told([view])})`, [undefined, 'x', 'z']);
      if (state !== undefined) (view as { state: string }).state = state;
    },
  };
  const now = (): number => answer('Date.now()', [0, 1000, 86_400_000]);
  const given: Readonly<Record<(typeof OUTSIDE)[number], unknown>> = {
    fuel: () => {
      left -= 1;
      if (left < 0) throw new Spins();
    },
    console: { log: (...args: unknown[]) => answer(`log(${told(args)})`, [undefined]) },
    Math: Object.create(Math, { random: { value: () => answer('Math.random()', [0, 0.3, 0.75]) } }),
    Date: Object.defineProperties(class extends Date {}, { name: { value: 'Date' }, now: { value: now } }),
  };
  return {
    given: OUTSIDE.map((name) => given[name]),
    argument: (name, pick) => functions[name] ?? INPUTS[name]?.[pick % INPUTS[name].length]?.(),
    begin: (next) => {
      calls = [];
      asked = 0;
      left = PLENTY;
      answers = next;
    },
    calls: () => calls,
    spun: () => left < 0,
  };
}

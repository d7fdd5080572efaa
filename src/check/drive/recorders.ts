/**
 * What a machine calls outside itself, replaced while it is checked: every call is written down and answered from a
 * script, so that nothing outside is touched and both sides are told the same.
 *
 * A run is one step of one side. In it the n-th call that has more than one possible answer gets the answer that the
 * script's n-th choice names (the first, where the script has ended); what was possible is kept, so that a search can
 * try the others. The clock only goes forward: each look at it is a choice of how far.
 */
import { type Ignores, ignoresCall } from '../ignore.ts';
import { valueText } from './value-text.ts';

export interface Recorders {
  /** What puts recorders in the place of globals. */
  readonly replace: Replace;
  /** A function called `name` that writes down its calls; what it returns is made by one of `answers`, or it throws what one of `errors` makes. */
  recorder(name: string, answers: readonly Answer[], errors?: readonly Answer[]): (...args: unknown[]) => unknown;
  /** A function that writes down its calls and passes them on. */
  passing(name: string, real: (...args: never[]) => unknown): (...args: unknown[]) => unknown;
  /** Stands for anything: it can be called, constructed, extended, and so can what it has. Used for packages and opaque objects. */
  anything(name: string): unknown;
  /** Does all of `work` with recorders in the place of globals. It must not be asynchronous. */
  during<T>(work: () => T): T;
  /** Runs one step with the answers that `choices` name. `clock` is where its clock stands, in milliseconds. */
  run<T>(choices: readonly number[] | Chooser, clock: number, step: () => T): Run<T>;
}

/** Makes one possible answer, anew for each call. */
export type Answer = () => unknown;

/** Picks one of the answers: those before `returning` return, the others throw. */
export type Chooser = (of: number, returning: number) => number;

export interface Run<T> {
  readonly result: T;
  /** Every call, in order: `check('7')`. */
  readonly calls: readonly string[];
  /** The same, taken apart. */
  readonly made: readonly Made[];
  /** For each call that could have been answered otherwise: the answer it got, of how many. */
  readonly answered: readonly { readonly choice: number; readonly of: number }[];
  readonly clock: number;
  /** The step called outside so often that it was cut short. */
  readonly tooMany: boolean;
}

/** A call: what was called, with what, and how that was written then. What is set is called `name =`. */
export interface Made {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly texts: readonly string[];
}

/** Replaces what is global; given so that a check that runs the real ones replaces nothing. */
export type Replace = (recorders: Recorders, tick: () => number) => () => void;

const MOST_CALLS = 10_000;

/** The recorders of a check. `replace` puts recorders in the place of globals for its time, and gives the way back. What is ignored is not written down, and never fails. */
export function createRecorders(replace: Replace, ignores: Ignores = () => false): Recorders {
  let current: { choices: readonly number[] | Chooser; calls: string[]; made: Made[]; answered: { choice: number; of: number }[]; clock: number; tooMany: boolean } | undefined;

  const note = (text: string, made: Made): void => {
    if (!current || ignoresCall(made.name, ignores)) return;
    current.calls.push(text);
    current.made.push(made);
    if (current.calls.length > MOST_CALLS) {
      current.tooMany = true;
      throw new RangeError(`More than ${MOST_CALLS} calls in one step.`);
    }
  };
  const choose = (of: number, returning = of): number => {
    if (!current || of < 2) return 0;
    const { choices, answered } = current;
    const wanted = typeof choices === 'function' ? choices(of, returning) : (choices[answered.length] ?? 0);
    const choice = wanted < of ? wanted : 0;
    current.answered.push({ choice, of });
    return choice;
  };
  const named = (name: string, call: (...args: unknown[]) => unknown): ((...args: unknown[]) => unknown) => Object.defineProperty(call, 'name', { value: name });
  const callOf = (name: string, args: readonly unknown[]): Made => ({ name, args, texts: args.map(valueText) });
  const callText = ({ name, texts }: Made): string => `${name}(${texts.join(', ')})`;

  const self: Recorders = {
    replace,
    recorder: (name, answers, errors = []) =>
      named(name, (...args) => {
        if (ignoresCall(name, ignores)) return answers[0]?.();
        const made = callOf(name, args);
        const text = callText(made);
        const choice = choose(answers.length + errors.length, answers.length);
        if (choice >= answers.length && errors.length > 0) {
          const error = errors[choice - answers.length]!();
          note(`${text} throws ${valueText(error)}`, made);
          throw error;
        }
        const answer = answers[choice]?.();
        note(answers.length > 1 ? `${text} → ${valueText(answer)}` : text, made);
        return answer;
      }),
    passing: (name, real) =>
      named(name, (...args) => {
        const made = callOf(name, args);
        note(callText(made), made);
        return (real as (...args: unknown[]) => unknown)(...args);
      }),
    anything: (name) => {
      const parts = new Map<string, unknown>();
      const part = (key: string, called: string): unknown => {
        if (!parts.has(key)) parts.set(key, self.anything(called));
        return parts.get(key);
      };
      const call = self.recorder(name, [() => undefined, () => true], [() => new Error(`${name} failed`)]);
      // A class can only extend, and `new` only call, what is a `function`.
      const target = named(name, function () {});
      return new Proxy(target, {
        // While a module is loaded nothing is tried yet: what it makes there (a schema, a client) stands for anything too.
        apply: (_, __, args) => (current ? call(...(args as unknown[])) : part('()', `${name}()`)),
        construct: (_, args, made: { prototype: object }) => {
          const call = callOf(`new ${name}`, args as unknown[]);
          note(callText(call), call);
          return Object.create(made.prototype) as object;
        },
        get: (_, key) => {
          if (key === 'prototype') return (target as unknown as { prototype: unknown }).prototype;
          if (key === Symbol.toPrimitive || key === 'toString') return () => `[${name}]`;
          if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
          if (key === 'name') return name;
          return part(key, `${name}.${key}`);
        },
        set: (_, key, value) => {
          const made = callOf(`${name}.${String(key)} =`, [value]);
          note(`${made.name} ${made.texts[0]}`, made);
          parts.set(String(key), value);
          return true;
        },
      });
    },
    run: (choices, clock, step) => {
      const mine = { choices, calls: [], made: [], answered: [], clock, tooMany: false };
      const outer = current;
      current = mine;
      try {
        const result = step();
        return { result, calls: mine.calls, made: mine.made, answered: mine.answered, clock: mine.clock, tooMany: mine.tooMany };
      } finally {
        current = outer;
      }
    },
    during: (work) => {
      const restore = replace(self, () => (current ? (current.clock += [1000, 3_600_000][choose(2)]!) : 0));
      try {
        return work();
      } finally {
        restore();
      }
    },
  };
  return self;
}

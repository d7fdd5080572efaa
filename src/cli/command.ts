/** What a command of the command line is: data that the parser, the help and the docs all read, and a function. */
import type { Terminal } from './say/terminal.ts';

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name: `FILES… --out DIR`. */
  readonly usage: string;
  /** How many arguments there may be, options left out. */
  readonly arguments: { readonly least: number; readonly most: number; readonly called: string };
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly Example[];
  readonly run: (call: Call, terminal: Terminal) => Promise<Exit>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  /** What its value is called in the help. */
  readonly value?: string;
  readonly required?: boolean;
  readonly says: string;
}

export interface Example {
  readonly line: string;
  readonly does: string;
}

/** One use of a command. */
export interface Call {
  readonly arguments: readonly string[];
  /** By name; only those that were given. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** What the process ends with; `usage` also where an output cannot be written. Promised to scripts: never change a number's meaning. */
export const exits = { fine: 0, found: 1, usage: 2, bug: 3, undecided: 4 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** The caller's mistake: exit 2, with these words and no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const jsonOption: Option = { type: 'boolean', says: 'print JSON, for programs' };

export const maxValuesOption: Option = { type: 'string', value: 'N', says: 'how many values control may have before it is context (256)' };

/** How many values control may have, as `compile` is told; `UsageError` where it is no such number. */
export function limits(call: Call): { readonly maxValues?: number } {
  const given = text(call, 'max-values');
  if (given === undefined) return {};
  const maxValues = Number(given);
  if (!/^\d+$/.test(given) || maxValues < 1 || !Number.isSafeInteger(maxValues)) throw new UsageError(`--max-values needs a whole number from 1 on, not ${given || 'nothing'}.`);
  return { maxValues };
}

/** The text given for an option. */
export function text(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === 'string' ? value : undefined;
}

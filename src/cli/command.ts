/** What a command of the command line is: data that the parser, the help and the docs all read, and a function. */
import type { Terminal } from './terminal.ts';

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

/** The text given for an option. */
export function text(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === 'string' ? value : undefined;
}

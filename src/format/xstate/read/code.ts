/**
 * A guard or an action of a live machine in, the words for it out. Names are read as they were written; XState's own combinations are put in words; a function
 * without a name is called by its source where that is one short expression, else by where it stands.
 */
import { constantText } from '../../../chart/label.ts';
import { labelText } from '../label.ts';
import type { Words } from './words.ts';
import { inState } from './state-value.ts';

/** The guard's words, as `a && !b`; nothing where there is none. `at` is where it stands. */
export function guardWords(guard: unknown, words: Words, at: string): string | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === 'string') return labelText(guard);
  if (typeof guard === 'function') return combined(guard as Combination, words, at) ?? words.ofFunction(guard, `guard of ${at}`);
  return withParams(guard as { type: string; params?: unknown }, words, `guard of ${at}`);
}

/** What `and`, `or`, `not` and `stateIn` give: a function of that name that carries what it combines. (The machine may come with an XState of its own.) */
interface Combination {
  readonly name: string;
  readonly check?: unknown;
  readonly guards?: readonly unknown[];
  readonly stateValue?: unknown;
}

function combined({ name, check, guards = [], stateValue }: Combination, words: Words, at: string): string | undefined {
  if (check === undefined) return undefined;
  const parts = guards.map((guard) => guardWords(guard, words, at)!);
  switch (name) {
    case 'and':
      return parts.length === 1 ? parts[0] : parts.map(looseAnd).join(' && ');
    case 'or':
      return parts.join(' || ');
    case 'not':
      return `!${parenthesised(parts[0]!)}`;
    case 'stateIn':
      return inState(stateValue, words.root, words.idOf);
    default:
      return undefined;
  }
}

function looseAnd(words: string): string {
  return /\|\||\?/.test(words) ? `(${words})` : words;
}

function parenthesised(words: string): string {
  return /^[\w$.]+$/.test(words) ? words : `(${words})`;
}

/** `name(params)`, of what is called by its name. */
export function withParams({ type, params }: { readonly type: string; readonly params?: unknown }, words: Words, at: string): string {
  if (params === undefined) return labelText(type);
  return `${labelText(type)}(${valueWords(params, words, `parameters of ${at}`)})`;
}

/** A plain value as code, or the function that computes it. */
export function valueWords(value: unknown, words: Words, at: string): string {
  if (typeof value === 'function') return words.ofFunction(value, at);
  const named = implementationOf(value);
  if (named !== undefined) return named;
  return typeof value === 'string' ? constantText({ kind: 'string', value }) : (JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each)) ?? String(value));
}

/** What JSON's `{ "implementation": … }` names. */
export function implementationOf(value: unknown): string | undefined {
  const name = typeof value === 'object' && value !== null ? (value as { implementation?: unknown }).implementation : undefined;
  return typeof name === 'string' ? name : undefined;
}

/**
 * A guard or an action of a live machine in, the words for it out. Names are read as they were written; XState's own combinations are put in words; a function
 * without a name is called by its source.
 */
import { constantText } from '../../chart/label.ts';
import { labelText } from './label.ts';

/** The guard's words, as `a && !b`; nothing where there is none. */
export function guardWords(guard: unknown): string | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === 'string') return labelText(guard);
  if (typeof guard === 'function') return combined(guard as Combination) ?? functionWords(guard as () => unknown);
  return withParams(guard as { type: string; params?: unknown });
}

/** The action's words, and whether it is one of XState's own that a chart has no word for yet (`raise`, `sendTo`, …). */
export function actionWords(action: unknown): { readonly words: string; readonly builtIn?: string } {
  if (typeof action === 'string') return { words: labelText(action) };
  if (typeof action !== 'function') return { words: withParams(action as { type: string; params?: unknown }) };
  const { type, assignment, collect } = action as { type?: string; assignment?: unknown; collect?: unknown };
  if (type === 'xstate.assign') return { words: typeof assignment === 'function' ? functionWords(assignment as () => unknown) : assignmentWords(assignment as Record<string, unknown>) };
  if (type === 'xstate.enqueueActions' || collect) return { words: 'enqueueActions', builtIn: 'enqueueActions' };
  if (type?.startsWith('xstate.')) return { words: type.slice('xstate.'.length), builtIn: type.slice('xstate.'.length) };
  return { words: functionWords(action as () => unknown) };
}

/** What `and`, `or`, `not` and `stateIn` give: a function of that name that carries what it combines. (The machine may come with an XState of its own.) */
interface Combination {
  readonly name: string;
  readonly check?: unknown;
  readonly guards?: readonly unknown[];
  readonly stateValue?: unknown;
}

function combined({ name, check, guards = [], stateValue }: Combination): string | undefined {
  if (check === undefined) return undefined;
  const words = guards.map((guard) => guardWords(guard)!);
  switch (name) {
    case 'and':
      return words.length === 1 ? words[0] : words.map(looseAnd).join(' && ');
    case 'or':
      return words.join(' || ');
    case 'not':
      return `!${parenthesised(words[0]!)}`;
    case 'stateIn':
      return `in ${JSON.stringify(stateValue)}`;
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

function withParams({ type, params }: { readonly type: string; readonly params?: unknown }): string {
  if (params === undefined) return labelText(type);
  return `${labelText(type)}(${typeof params === 'function' ? functionWords(params as () => unknown) : JSON.stringify(params)})`;
}

function assignmentWords(assignment: Readonly<Record<string, unknown>>): string {
  return Object.entries(assignment)
    .map(([name, value]) => `${name} = ${typeof value === 'function' ? functionWords(value as () => unknown) : plainWords(value)}`)
    .join(', ');
}

function plainWords(value: unknown): string {
  return typeof value === 'string' ? constantText({ kind: 'string', value }) : (JSON.stringify(value) ?? String(value));
}

/** A function's own name, or its source on one line. */
function functionWords(callee: { readonly name: string; toString(): string }): string {
  const isNamed = callee.name !== '' && !['guard', 'actions', 'assign'].includes(callee.name);
  return isNamed ? callee.name : callee.toString().replace(/\s+/g, ' ').trim();
}

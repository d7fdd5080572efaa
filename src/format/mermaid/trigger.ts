/**
 * What is waited for in words in, the trigger out, and back.
 *
 *     trigger = "any" ["but" names] | "anything" ["but" names] | "throw" | "return" | "always" | "after" delay
 *             | ("done" | "error" | "snapshot") actor | "done" | name ".*" | name
 *
 * `anything` is also what the machine tells itself. Times of hand-drawn diagrams (`after 2s`, `after(500 ms)`) are milliseconds. Words that could be
 * read as something else are quoted: an event called `any` is `'any'`.
 */
import type { Trigger } from '../../chart/chart.ts';
import { constantText } from '../../chart/label.ts';
import type { Ends } from './label.ts';
import { isQuote, topLevel, unquote } from './read/scan.ts';

/** Never fails: words that are nothing else are an event's name. */
export function readTrigger(text: string, { from, actors }: Ends): Trigger {
  const isWhole = from === 'whole' || from === 'ended';
  if (text === '') return { kind: from === 'ended' ? 'done' : 'always' };
  if (text === 'throw' || text === 'return' || text === 'always') return { kind: text };
  if (text === 'done' && isWhole) return { kind: 'done' };
  if (/^(?!any)\w+$/.test(text)) return { kind: 'event', type: text };
  const [, every, list] = /^(any|anything|\*)(?:\s+but\s+([^]+))?$/.exec(text) ?? [];
  const but = list === undefined ? [] : splitList(list);
  if (every && but.every((name) => name !== '')) return { kind: 'any', but: but.map((name) => unquote(name) ?? name), ...(every === 'anything' && { internal: true }) };
  const [, spaced, bracketed] = /^after(?:\s+([^(][^]*)|\s*\(([^]+)\))$/.exec(text) ?? [];
  const delay = readDelay((spaced ?? bracketed ?? '').trim());
  if (delay !== undefined) return { kind: 'after', delay };
  const [, how, actor = ''] = /^(done|error|snapshot)\s+([^]+)$/.exec(text) ?? [];
  const id = unquote(actor) ?? actors.get(actor);
  if (how && id !== undefined) return { kind: 'actor', id, how: how as 'done' | 'error' | 'snapshot' };
  const family = /^([^]+)\.\*$/.exec(text)?.[1];
  if (family !== undefined) return { kind: 'family', prefix: unquote(family) ?? family };
  return { kind: 'event', type: unquote(text) ?? text };
}

/** Whether a literal in the words of a trigger is one, wherever it begins: else only at their start. */
export function holdsLiterals(text: string): boolean {
  return /^(?:any|anything|\*)\s+but\s/.test(text) || (/^(?:after|done|error|snapshot)\s+/.test(text) && isQuote(text.replace(/^\w+\s+/, '')[0]));
}

/** `quoted`: so that it cannot be taken for anything else. */
export function printTrigger(trigger: Trigger, quoted: boolean): string {
  switch (trigger.kind) {
    case 'event':
      return quoteIf(quoted, trigger.type);
    case 'value':
      return quoteIf(quoted, trigger.name);
    case 'any': {
      const word = trigger.internal ? 'anything' : 'any';
      return trigger.but.length === 0 ? word : `${word} but ${trigger.but.map((name) => quoteIf(!/^[^\s,'"`()[\]{}/]+$/.test(name), name)).join(', ')}`;
    }
    case 'throw':
    case 'return':
    case 'done':
      return trigger.kind;
    case 'always':
      return quoted ? 'always' : '';
    case 'family':
      return `${quoteIf(quoted, trigger.prefix)}.*`;
    case 'after':
      return `after ${quoteIf(quoted, trigger.delay)}`;
    case 'actor':
      return `${trigger.how} ${quoteIf(quoted, trigger.id)}`;
  }
}

export function quoteIf(quoted: boolean, text: string): string {
  return quoted ? constantText({ kind: 'string', value: text }) : text;
}

/** Milliseconds, or a name; nothing where it is neither. */
function readDelay(text: string): string | undefined {
  const name = unquote(text);
  if (name !== undefined) return name;
  const [, count, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? [];
  if (count === undefined) return /^[\p{L}_$][\w$.-]*$/u.test(text) ? text : undefined;
  const length = MILLISECONDS.find(([words]) => words.test(unit!))?.[1];
  if (length === undefined) return undefined;
  return length === 1 ? count : String(Number((Number(count) * length).toPrecision(12)));
}

const MILLISECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:|ms|millis|milliseconds?)$/i, 1],
  [/^(?:s|secs?|seconds?)$/i, 1000],
  [/^(?:m|mins?|minutes?)$/i, 60_000],
  [/^(?:h|hours?)$/i, 3_600_000],
  [/^(?:d|days?)$/i, 86_400_000],
];

function splitList(text: string): readonly string[] {
  const commas = [...topLevel(text)].filter((at) => text[at] === ',');
  return [...commas, text.length].map((comma, index) => text.slice(index === 0 ? 0 : commas[index - 1]! + 1, comma).trim());
}

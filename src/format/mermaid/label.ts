/**
 * The words on an arrow, in both directions: `trigger [guard] / actions, return value`, every part optional.
 *
 * The grammar is one that people write, so a part can look like another (an event called `any`, a guard with a lone
 * bracket). There the part is written as a quoted string; which ones need it is decided by reading the label back.
 *
 *     label   = [trigger] ["[" guard "]"] ["/" actions]
 *     trigger = "any" | "any but" name {"," name} | "throw" | "return" | name
 *     name    = quoted | text without "[" and without a "/" beside a space
 *     guard   = "else" | quoted | code, to the bracket that closes it
 *     actions = quoted | code; on an arrow to [*] followed by "return" code or "throw" code
 */
import type { Transition, Trigger } from '../../chart/chart.ts';
import { type Code, codeText, plainCode } from '../../chart/code.ts';
import { constantText, guardLabel } from '../../chart/label.ts';
import { Bug } from '../../diagnostic/diagnostic.ts';
import { closing, isQuote, literalEnd, topLevel, unquote } from './scan.ts';

/** What a label says. A bare value and an event look the same: both are an event here. */
export interface Label {
  readonly trigger: Trigger;
  readonly guard?: Code | 'else';
  /** All of them, as one text; empty where there are none. */
  readonly actions: string;
  readonly returns?: string;
  readonly throws?: string;
}

/** Where the arrow stands. Out of a choice, words without brackets are a guard; only an arrow to `[*]` returns or throws. */
export interface Ends {
  readonly fromChoice: boolean;
  readonly toEnd: boolean;
}

/**
 * The label as text; empty where it says nothing.
 *
 * @example writeLabel(labelOf(transition), { fromChoice: false, toEnd: true }) // "try [else] / failed += 1, return 'blocked'"
 */
export function writeLabel(label: Label, ends: Ends): string {
  const meant = key(label);
  for (const quoted of QUOTINGS) {
    const text = print(label, quoted);
    if (key(readLabel(text, ends)) === meant) return text;
  }
  throw new Bug(`no way to write the label ${meant}`);
}

/** What a transition's arrow has to say. */
export function labelOf(transition: Transition): Label {
  const { trigger, throws, returns } = transition;
  const text = (code: Code | undefined): string | undefined => (code && codeText(code)) || undefined;
  return {
    trigger: trigger.kind === 'value' ? { kind: 'event', type: trigger.name } : trigger,
    guard: guardLabel(transition) === '' ? undefined : transition.guard,
    actions: transition.actions.map((action) => action.name).join(', '),
    ...(throws ? { throws: text(throws) } : { returns: text(returns) }),
  };
}

/** Whether two labels say the same. */
export function sameLabel(one: Label, other: Label): boolean {
  return key(one) === key(other);
}

function key({ trigger, guard, actions, returns, throws }: Label): string {
  return JSON.stringify([trigger.kind, trigger.kind === 'event' ? trigger.type : trigger.kind === 'any' ? trigger.but : '', guard === 'else' ? true : (guard && codeText(guard)) ?? '', actions, returns ?? '', throws ?? '']);
}

interface Quoted {
  readonly trigger: boolean;
  readonly guard: boolean;
  readonly actions: boolean;
}

/** Fewest quotes first. */
const QUOTINGS: readonly Quoted[] = ['', 't', 'g', 'a', 'tg', 'ta', 'ga', 'tga'].map((parts) => ({
  trigger: parts.includes('t'),
  guard: parts.includes('g'),
  actions: parts.includes('a'),
}));

function print({ trigger, guard, actions, returns, throws }: Label, quoted: Quoted): string {
  const says = [actions === '' ? '' : quoteIf(quoted.actions, actions), returns && `return ${returns}`, throws && `throw ${throws}`].filter(Boolean).join(', ');
  const asks = guard === 'else' ? 'else' : guard ? quoteIf(quoted.guard, codeText(guard)) : '';
  const takes = printTrigger(trigger, quoted.trigger);
  return [takes, asks && `[${asks}]`, says && `/ ${says}`].filter(Boolean).join(' ');
}

function printTrigger(trigger: Trigger, quoted: boolean): string {
  switch (trigger.kind) {
    case 'event':
      return quoteIf(quoted, trigger.type);
    case 'value':
      return quoteIf(quoted, trigger.name);
    case 'any':
      return trigger.but.length === 0 ? 'any' : `any but ${trigger.but.map((name) => quoteIf(!/^[^\s,'"`[\]/]+$/.test(name), name)).join(', ')}`;
    case 'throw':
    case 'return':
      return trigger.kind;
    case 'always':
      return '';
  }
}

function quoteIf(quoted: boolean, text: string): string {
  return quoted ? constantText({ kind: 'string', value: text }) : text;
}

/**
 * What a label says. Never fails: words that are nothing else are an event's name.
 *
 * @example readLabel('next', { fromChoice: false, toEnd: false }) // { trigger: { kind: 'event', type: 'next' }, actions: '' }
 */
export function readLabel(text: string, ends: Ends): Label {
  const parts = cut(text.trim());
  const rest = ends.toEnd ? readEnd(parts.actions) : { actions: unquote(parts.actions) ?? parts.actions };
  const asks = ends.fromChoice && parts.guard === undefined && parts.trigger !== '' && unquote(parts.trigger) === undefined;
  if (asks) return { trigger: { kind: 'always' }, guard: readGuard(parts.trigger), ...rest };
  return { trigger: readTrigger(parts.trigger), guard: parts.guard === undefined ? undefined : readGuard(parts.guard), ...rest };
}

/** The three parts, trimmed, still quoted. */
function cut(text: string): { trigger: string; guard?: string; actions: string } {
  const end = triggerEnd(text, '[');
  if (text[end] === '[') {
    for (const close of [closing(text, end), closingSquare(text, end), text.lastIndexOf(']')]) {
      const after = text.slice(close + 1).trim();
      if (close > end && (after === '' || after.startsWith('/'))) {
        return { trigger: text.slice(0, end).trim(), guard: text.slice(end + 1, close).trim(), actions: after.slice(1).trim() };
      }
    }
  }
  const slash = triggerEnd(text, '');
  return { trigger: text.slice(0, slash).trim(), actions: text.slice(slash + 1).trim() };
}

/** Where the trigger ends: at a `bracket`, at a `/` beside a space, or with the text. */
function triggerEnd(text: string, bracket: string): number {
  const list = /^any but\s/.test(text);
  for (let at = 0; at < text.length; at += 1) {
    if ((at === 0 || list) && isQuote(text[at])) {
      const end = literalEnd(text, at);
      if (end > 0) at = end;
    }
    if (text[at] === bracket || (text[at] === '/' && (isSpace(text[at - 1]) || isSpace(text[at + 1])))) return at;
  }
  return text.length;
}

/** The two ends of the text count as spaces. */
function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

/** As a person would see it who does not know quotes: `[it's late]`. */
function closingSquare(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '[') depth += 1;
    if (text[at] === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function readGuard(text: string): Code | 'else' {
  return text === 'else' ? 'else' : plainCode(unquote(text) ?? text);
}

function readTrigger(text: string): Trigger {
  if (text === '') return { kind: 'always' };
  if (text === 'throw' || text === 'return') return { kind: text };
  if (text === 'any') return { kind: 'any', but: [] };
  const but = /^any but\s+([^]+)$/.exec(text)?.[1];
  const names = but === undefined ? [] : splitList(but);
  if (names.length > 0 && names.every((name) => name !== '')) return { kind: 'any', but: names.map((name) => unquote(name) ?? name) };
  return { kind: 'event', type: unquote(text) ?? text };
}

function splitList(text: string): readonly string[] {
  const commas = [...topLevel(text, 0)].filter((at) => text[at] === ',');
  return [...commas, text.length].map((comma, index) => text.slice(index === 0 ? 0 : commas[index - 1]! + 1, comma).trim());
}

/** The actions, and the `return` or `throw` they end in. */
function readEnd(text: string): Pick<Label, 'actions' | 'returns' | 'throws'> {
  const at = endStart(text);
  if (at < 0) return { actions: unquote(text) ?? text };
  const before = text.slice(0, at).replace(/,\s*$/, '').trim();
  const [, word, value = ''] = /^(return|throw)\b([^]*)$/.exec(text.slice(at))!;
  return { actions: unquote(before) ?? before, [word === 'return' ? 'returns' : 'throws']: value.trim() || undefined };
}

function endStart(text: string): number {
  const begins = (at: number): boolean => /^(?:return|throw)(?:\s|$)/.test(text.slice(at, at + 7)) && /(?:^|,\s*)$/.test(text.slice(0, at));
  for (const at of topLevel(text, 0)) if (begins(at)) return at;
  // An action's name may have been cut short inside a bracket: then the last such word ends it.
  return Math.max(...['return', 'throw'].map((word) => text.lastIndexOf(`, ${word} `) + 2).filter((at) => at > 1), -1);
}

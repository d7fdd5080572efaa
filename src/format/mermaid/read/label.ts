/**
 * The words on an arrow in, what they say out: `trigger [guard] / actions, return value`, every part optional.
 *
 * The grammar is one that people write, so a part can look like another (an event called `any`, a guard with a lone
 * bracket). Such a part is written as a quoted string.
 *
 *     label   = [trigger] ["(anew)" | "(stay)"] ["[" guard "]"] ["/" actions]
 *     trigger = see trigger.ts, without "[" and without a "/" beside a space
 *     guard   = "else" | quoted | code, to the bracket that closes it
 *     actions = quoted | code; on an arrow to [*] followed by "return" code or "throw" code
 */
import { type Code, plainCode } from '../../../chart/code.ts';
import type { Ends, Label } from '../label.ts';
import { closing, isQuote, literalEnd, topLevel, unquote } from './scan.ts';
import { holdsLiterals, readTrigger } from '../trigger.ts';

/**
 * What a label says. Never fails: words that are nothing else are an event's name.
 *
 * @example readLabel('next', { from: 'state', toEnd: false, actors: new Map() }) // { trigger: { kind: 'event', type: 'next' }, actions: '' }
 */
export function readLabel(text: string, ends: Ends): Label {
  const parts = cut(text.trim());
  const rest = ends.toEnd ? readEnd(parts.actions) : { actions: unquote(parts.actions) ?? parts.actions };
  const [, words = parts.trigger, manner] = parts.trigger.endsWith(')') ? (/^([^]*?)\s*\((anew|stay)\)$/.exec(parts.trigger) ?? []) : [];
  const asks = ends.from === 'choice' && parts.guard === undefined && words !== '' && words !== 'always' && unquote(words) === undefined;
  const how = manner && { manner: manner as 'anew' | 'stay' };
  if (asks) return { trigger: { kind: 'always' }, ...how, guard: readGuard(words.replace(/^if\s+/, '')), ...rest };
  return { trigger: readTrigger(words, ends), ...how, guard: parts.guard === undefined ? undefined : readGuard(parts.guard), ...rest };
}

/**
 * Whether a line of an arrow's text goes on with the line above: people break `go [x > 1] / act()` before the bracket
 * or the slash. Out of a choice every line may begin with a bracket.
 */
export function continues(line: string, fromChoice: boolean): boolean {
  return line.startsWith('/') || (line.startsWith('[') && !fromChoice);
}

/** The lines of an arrow's text in, one text for each transition out; one empty text where nothing is written. */
export function gather(lines: readonly string[], fromChoice: boolean): readonly string[] {
  if (lines.length === 1) return lines;
  const texts: string[] = [];
  for (const line of lines) {
    if (line === '') continue;
    if (texts.length > 0 && continues(line, fromChoice)) texts.push(`${texts.pop()} ${line}`);
    else texts.push(line);
  }
  return texts.length === 0 ? [''] : texts;
}

/** The three parts, trimmed, still quoted. */
function cut(text: string): { trigger: string; guard?: string; actions: string } {
  if (/^[\w ]*$/.test(text)) return { trigger: text, actions: '' };
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
  const list = holdsLiterals(text);
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

/** The actions, and the `return` or `throw` they end in. */
function readEnd(text: string): Pick<Label, 'actions' | 'returns' | 'throws'> {
  const at = endStart(text);
  if (at < 0) return { actions: unquote(text) ?? text };
  const before = text.slice(0, at).replace(/,\s*$/, '').trim();
  const actions = unquote(before) ?? before;
  const throws = text.startsWith('throw', at);
  const value = text.slice(at + (throws ? 'throw' : 'return').length).trim();
  return throws ? { actions, throws: value } : { actions, returns: value || undefined };
}

function endStart(text: string): number {
  const begins = (at: number): boolean => /^(?:return|throw)(?:\s|$)/.test(text.slice(at, at + 7)) && /(?:^|,\s*)$/.test(text.slice(0, at));
  for (const at of topLevel(text)) {
    if (begins(at)) return at;
    if (at === text.length) return -1;
  }
  // An action's name may have been cut short inside a bracket: then the last such word ends it.
  return Math.max(...['return', 'throw'].map((word) => text.lastIndexOf(`, ${word} `) + 2).filter((at) => at > 1), -1);
}

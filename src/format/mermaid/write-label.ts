/**
 * What an arrow says in, the words on it out, so that they read back. Which parts must be quoted is decided by reading
 * the label: a part that would be taken for something else is.
 */
import type { Trigger } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import { constantText, triggerLabel } from '../../chart/label.ts';
import { Bug } from '../../diagnostic/diagnostic.ts';
import { type Ends, type Label, labelKey } from './label.ts';
import { readLabel } from './read-label.ts';

/**
 * The label as text; empty where it says nothing.
 *
 * @example writeLabel(labelOf(transition), { fromChoice: false, toEnd: true }) // "try [else] / failed += 1, return 'blocked'"
 */
export function writeLabel(label: Label, ends: Ends): string {
  const meant = labelKey(label);
  for (const quoted of QUOTINGS) {
    const text = print(label, quoted);
    if (labelKey(readLabel(text, ends)) === meant) return text;
  }
  throw new Bug(`no way to write the label ${meant}`);
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
  const says = [actions === '' ? '' : quoteIf(quoted.actions, actions), returns && `return ${returns}`, throws !== undefined && `throw ${throws}`].filter(Boolean).join(', ');
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
      return trigger.but.length === 0 ? 'any' : `any but ${trigger.but.map((name) => quoteIf(!/^[^\s,'"`()[\]{}/]+$/.test(name), name)).join(', ')}`;
    case 'throw':
    case 'return':
      return trigger.kind;
    case 'always':
      return '';
    case 'family':
    case 'after':
    case 'done':
    case 'actor':
      return triggerLabel(trigger);
  }
}

function quoteIf(quoted: boolean, text: string): string {
  return quoted ? constantText({ kind: 'string', value: text }) : text;
}

/**
 * What an arrow says in, the words on it out, so that they read back. Which parts must be quoted is decided by reading
 * the label: a part that would be taken for something else is.
 */
import { codeText } from '../../../chart/code.ts';
import { Bug } from '../../../diagnostic/diagnostic.ts';
import { type Ends, type Label, saysTheSame } from '../label.ts';
import { readLabel } from '../read/label.ts';
import { printTrigger, quoteIf } from '../trigger.ts';

/**
 * The label as text; empty where it says nothing. `spelt`: where the arrow must say at least that nothing is waited for (`always`).
 *
 * @example writeLabel(label, { from: 'state', toEnd: true, actors: new Map() }) // "try [else] / failed += 1, return 'blocked'"
 */
export function writeLabel(label: Label, ends: Ends, spelt = false): string {
  for (const quoted of QUOTINGS) {
    if (spelt && !quoted.trigger) continue;
    const text = print(label, quoted);
    if (saysTheSame(readLabel(text, ends), label)) return text;
  }
  throw new Bug(`no way to write the label ${JSON.stringify(label)}`);
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

function print({ trigger, manner, guard, actions, returns, throws }: Label, quoted: Quoted): string {
  const says = [actions === '' ? '' : quoteIf(quoted.actions, actions), returns && `return ${returns}`, throws !== undefined && `throw ${throws}`].filter(Boolean).join(', ');
  const asks = guard === 'else' ? 'else' : guard ? quoteIf(quoted.guard, codeText(guard)) : '';
  return [printTrigger(trigger, quoted.trigger), manner && `(${manner})`, asks && `[${asks}]`, says && `/ ${says}`].filter(Boolean).join(' ');
}

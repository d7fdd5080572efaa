/** What comes of an event in, in words out: `leads to \`paid\` and does \`save()\``. Names are those of the version whose outcome it is. */
import type { Came } from './came.ts';
import { endWords, type Outcome } from './reaction.ts';
import { leavesOf } from './version.ts';

/** `now`: "leads to", "is ignored". `before`: "led to", "was ignored". */
export type Tense = 'now' | 'before';

export function quote(name: string): string {
  const text = name.replaceAll(/\s+/g, ' ');
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

export function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

/** What it leads to and what is done on the way. */
export function outcomeWords(outcome: Outcome, came: Came | undefined, tense: Tense): string {
  if (outcome.isNothing) return nothingWords(outcome, came, tense);
  const words = [placeWords(outcome, came, tense), ...(outcome.did === '' ? [] : [`${tense === 'now' ? 'does' : 'did'} ${doneWords(outcome)}`])].filter(Boolean);
  return words.length === 0 ? `${tense === 'now' ? 'does' : 'did'} nothing else` : words.join(' and ');
}

/** "now leads to", "is now ignored": what has become of it. */
export function nowWords(outcome: Outcome, came: Came | undefined): string {
  const words = outcomeWords(outcome, came, 'now');
  return words.startsWith('is ') ? `is now ${words.slice('is '.length)}` : `now ${words}`;
}

/** What was done, by its name. */
export function doneWords({ step }: Outcome): string {
  const names = step?.actions.filter(({ raises, delay }) => raises === undefined || delay !== undefined).map(({ name }) => name) ?? [];
  return names.length === 0 ? 'nothing' : quote(names.join(', '));
}

/** Whether what comes in has an effect at all. */
function nothingWords({ step }: Outcome, came: Came | undefined, tense: Tense): string {
  const be = tense === 'now' ? 'is' : 'was';
  const kind = (came?.old ?? came?.new)?.kind;
  if (step && step.taken.length > 0) return tense === 'now' ? 'changes nothing' : 'changed nothing';
  if (kind === 'after' || kind === 'actor') return `${be} not waited for`;
  return `${be} ignored`;
}

/** Where it leads; nothing where it stays as it is. */
export function placeWords(outcome: Outcome, came: Came | undefined, tense: Tense): string {
  const { step, before, version, end, anew } = outcome;
  const isNow = tense === 'now';
  if (!step) return '';
  if (end !== undefined && !step.end) return (came?.old ?? came?.new)?.kind === 'throw' ? (isNow ? 'makes the machine fail' : 'made the machine fail') : isNow ? 'ends the machine' : 'ended the machine';
  const ended = endWords(outcome);
  switch (step.end?.kind) {
    case undefined:
      break;
    case 'final':
      return `${isNow ? 'ends' : 'ended'} the machine${ended === undefined ? endName(end) : ` with ${quote(ended)}`}`;
    case 'throw':
      return `${isNow ? 'fails' : 'failed'} with ${quote(ended ?? '')}`;
    case 'failed':
      return isNow ? 'makes the machine fail' : 'made the machine fail';
    case 'endless':
      return `${isNow ? 'goes' : 'went'} round for ever`;
    case 'torn':
      return `${isNow ? 'leads' : 'led'} where nothing is defined`;
  }
  const was = new Set(before ? leavesOf(version, before.active) : []);
  const is = leavesOf(version, step.after.active);
  const come = is.filter((state) => !was.has(state));
  if (came === undefined) return `${isNow ? 'starts' : 'started'} in ${listed(is.map(({ id }) => quote(id)))}`;
  if (come.length > 0) return `${isNow ? 'leads' : 'led'} to ${listed(come.map(({ id }) => quote(id)))}`;
  if (is.length < was.size) return `${isNow ? 'leads' : 'led'} back to ${listed(is.map(({ id }) => quote(id)))}`;
  if (anew.length > 0) return `${isNow ? 'begins' : 'began'} ${listed(anew.map(quote))} anew`;
  return '';
}

function endName(end: string | undefined): string {
  return end?.startsWith('end ') ? ` in ${quote(end.slice('end '.length))}` : '';
}

/** A condition as it is compared, as a person would write it. */
export function plainWords(text: string): string {
  return text.replaceAll(/\$module\.|\$(?=(?:event|error|returned)\b)/g, '');
}

/** `if \`ok\``, `otherwise`; nothing where it is in any case. */
export function conditionWords(conditions: readonly string[]): string {
  const [first] = conditions;
  if (first === undefined || conditions.includes('')) return '';
  if (conditions.length === 1 && first === 'else') return 'otherwise';
  return `if ${listed(conditions.map((text) => (text === 'else' ? 'nothing else holds' : `\`${text}\``)), 'or')}`;
}

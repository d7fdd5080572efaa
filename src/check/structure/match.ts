/**
 * The arrows that leave one state in each of two charts in, which stands for which out. Deterministic and greedy, from
 * the surest likeness to the faintest, so that one changed arrow is one difference and names that arrow.
 */
import type { Arrow } from './arrow.ts';

export interface Matching {
  readonly matched: readonly (readonly [Arrow, Arrow])[];
  readonly missing: readonly Arrow[];
  readonly unexpected: readonly Arrow[];
}

export function matchArrows(a: readonly Arrow[], b: readonly Arrow[]): Matching {
  const matched = new Map<Arrow, Arrow>();
  const free = new Set(b);
  for (const alike of likenesses) {
    for (const left of a) {
      if (matched.has(left)) continue;
      const right = b.find((arrow) => free.has(arrow) && alike(left, arrow));
      if (!right) continue;
      matched.set(left, right);
      free.delete(right);
    }
  }
  return {
    matched: a.flatMap((left) => (matched.has(left) ? [[left, matched.get(left)!] as const] : [])),
    missing: a.filter((left) => !matched.has(left)),
    unexpected: b.filter((right) => free.has(right)),
  };
}

/** Whether two arrows are taken on the same event. XState does not tell what a bare value is called. */
export function sameTrigger(a: Arrow, b: Arrow): boolean {
  if (a.trigger === b.trigger) return true;
  const [left, right] = [a.transition.trigger, b.transition.trigger];
  return left.kind === 'value' && right.kind === 'value' && (isUnnamed(left.name) || isUnnamed(right.name));
}

export function sameGuard(a: Arrow, b: Arrow): boolean {
  if (a.guard.kind === 'text' && b.guard.kind === 'text') return a.guard.text === b.guard.text;
  return a.guard.kind === b.guard.kind;
}

export function sameWords(a: Arrow, b: Arrow): boolean {
  return a.words.some((words) => b.words.includes(words));
}

/** Two choices are taken for the same here: their own arrows are compared in their turn. An end is another one where the second chart has the end that is meant, and does not lead there. */
export function sameEnd(a: Arrow, b: Arrow): boolean {
  if (a.end.kind === 'state' && b.end.kind === 'state') return a.end.id === b.end.id;
  if (a.end.kind === 'end' && b.end.kind === 'end') return a.end.id === b.end.id || a.end.id === undefined || b.end.among?.has(a.end.id) !== true;
  return a.end.kind === b.end.kind && a.end.kind !== 'unknown';
}

function isUnnamed(name: string): boolean {
  return name === '' || name === 'coroutine.send';
}

type Likeness = (a: Arrow, b: Arrow) => boolean;

const likenesses: readonly Likeness[] = [
  (a, b) => sameTrigger(a, b) && sameGuard(a, b) && sameWords(a, b) && sameEnd(a, b),
  (a, b) => sameTrigger(a, b) && sameGuard(a, b) && sameWords(a, b),
  (a, b) => sameTrigger(a, b) && sameGuard(a, b) && sameEnd(a, b),
  (a, b) => sameTrigger(a, b) && sameWords(a, b) && sameEnd(a, b),
  (a, b) => sameTrigger(a, b) && sameGuard(a, b),
];

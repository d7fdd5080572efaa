/** Two choices in, whether they ask the same and lead to the same out: bisimulation, on what is visible. */
import type { State } from '../../chart/chart.ts';
import { type Graph, arrowsOf } from './arrow.ts';
import { matchArrows, sameEnd, sameGuard, sameTrigger, sameWords } from './match.ts';

/** A pair that is asked about while it is being compared is taken to be the same: the greatest such relation. */
export function sameChoice(a: Graph, left: State, b: Graph, right: State, assumed: ReadonlySet<string> = new Set()): boolean {
  const pair = JSON.stringify([left.id, right.id]);
  if (assumed.has(pair)) return true;
  const { matched, missing, unexpected } = matchArrows(arrowsOf(a, left), arrowsOf(b, right));
  if (missing.length > 0 || unexpected.length > 0) return false;
  const further = new Set([...assumed, pair]);
  return matched.every(([x, y]) => {
    if (!(sameTrigger(x, y) && sameGuard(x, y) && sameWords(x, y) && sameEnd(x, y))) return false;
    const [next, other] = [x.end.kind === 'choice' && a.states.get(x.end.id), y.end.kind === 'choice' && b.states.get(y.end.id)];
    return !next || !other || sameChoice(a, next, b, other, further);
  });
}

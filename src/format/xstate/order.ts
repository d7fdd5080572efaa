/**
 * A chart in, the actions that must run while a step is computed out.
 *
 * XState runs an `assign` while it computes a step, and plain actions after the whole step. So where an effect is in an `assign`, because its result is
 * remembered or because it throws, every effect before it on the way, through choices too, must be in one as well. Iterated, because an
 * action of one name is written once: making it an `assign` here makes it one everywhere.
 */
import type { Action, Chart, Transition } from '../../chart/chart.ts';
import { type Code, codeText } from '../../chart/code.ts';

/** The names of the plain actions that must be `assign`s. */
export function earlyActions(chart: Chart): ReadonlySet<string> {
  const early = new Set<string>();
  const ways = [chart.initial, ...chart.states.flatMap((state) => state.transitions)];
  const isEarly = (action: Action): boolean => action.effect && (action.writes.length > 0 || early.has(action.name));
  const endsEarly = (transition: Transition): boolean => transition.throws !== undefined || (transition.returns !== undefined && mayDo(transition.returns));

  /** Whether an effect happens early on some way on from the transition's end. */
  const followedEarly = (transition: Transition, seen: ReadonlySet<string>): boolean => {
    const next = chart.states.find((state) => state.id === transition.target);
    if (next?.kind !== 'choice' || seen.has(next.id)) return false;
    return next.transitions.some((way) => endsEarly(way) || way.actions.some(isEarly) || followedEarly(way, new Set([...seen, next.id])));
  };

  for (let size = -1; size !== early.size; ) {
    size = early.size;
    for (const transition of ways) {
      let after = endsEarly(transition) || followedEarly(transition, new Set());
      for (const action of transition.actions.toReversed()) {
        if (after && action.effect && action.writes.length === 0) early.add(action.name);
        after ||= isEarly(action);
      }
    }
  }
  return early;
}

/** Whether evaluating the code may do something outside, or be seen to happen. */
function mayDo(code: Code): boolean {
  return /[(`]|\bawait\b|\bnew\b|\bdelete\b|\+\+|--/.test(codeText(code));
}

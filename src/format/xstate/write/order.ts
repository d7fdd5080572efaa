/**
 * A chart in, the actions that must run while a step is computed out.
 *
 * XState runs an `assign` while it computes a step, and plain actions after the whole step. So where an effect is in an `assign`, because its result is
 * remembered or because it throws, every effect before it on the way, through choices too, must be in one as well. Iterated, because an
 * action of one name is written once: making it an `assign` here makes it one everywhere.
 */
import type { Action, Chart, State, Transition } from '../../../chart/chart.ts';
import { type Code, codeText } from '../../../chart/code.ts';

/** The names of the plain actions that must be `assign`s. */
export function earlyActions(chart: Chart): ReadonlySet<string> {
  const early = new Set<string>();
  const choices = chart.states.filter((state) => state.kind === 'choice');
  const leading = leadingChoices(choices);
  const ways = [chart.initial, ...chart.states.flatMap((state) => state.transitions)];
  const isEarly = (action: Action): boolean => action.effect && (action.writes.length > 0 || early.has(action.name));
  const endsEarly = (transition: Transition): boolean => transition.throws !== undefined || (transition.returns !== undefined && mayDo(transition.returns));

  /** The choices after which, on some way, an effect happens early. */
  const goingEarly = (): ReadonlySet<string> => {
    const found = new Set(choices.filter((state) => state.transitions.some((way) => endsEarly(way) || way.actions.some(isEarly))).map((state) => state.id));
    // What is added while a set is gone through is gone through too.
    for (const id of found) for (const before of leading.get(id) ?? []) found.add(before);
    return found;
  };

  for (let size = -1; size !== early.size; ) {
    size = early.size;
    const going = goingEarly();
    for (const transition of ways) {
      let after = endsEarly(transition) || (transition.target !== undefined && going.has(transition.target));
      for (const action of transition.actions.toReversed()) {
        if (after && action.effect && action.writes.length === 0) early.add(action.name);
        after ||= isEarly(action);
      }
    }
  }
  return early;
}

/** The choices that lead to each choice. */
function leadingChoices(choices: readonly State[]): ReadonlyMap<string, readonly string[]> {
  const leading = new Map<string, string[]>(choices.map((state) => [state.id, []]));
  for (const state of choices) for (const { target } of state.transitions) if (target !== undefined) leading.get(target)?.push(state.id);
  return leading;
}

/** Whether evaluating the code may do something outside, or be seen to happen. */
function mayDo(code: Code): boolean {
  return /[(`]|\bawait\b|\bnew\b|\bdelete\b|\+\+|--/.test(codeText(code));
}

/**
 * Which transitions XState asks after others: a family (`mouse.*`) after the event itself, the longest first, and `*` last of all; and a state's ancestors
 * when none of its own is taken.
 */
import type { Transition, Trigger } from '../../chart/chart.ts';

/** Whether an event that comes by `trigger` is one that `wider` would take. */
export function isWider(wider: Trigger, trigger: Trigger): boolean {
  if (trigger.kind === 'always' || trigger.kind === 'any') return false;
  if (wider.kind === 'family') return (trigger.kind !== 'family' || wider.prefix.length < trigger.prefix.length) && `${typeOf(trigger)}.`.startsWith(`${wider.prefix}.`);
  return wider.kind === 'any' && (wider.internal === true || trigger.kind === 'event' || trigger.kind === 'family' || trigger.kind === 'value');
}

/** The start of what XState calls the event. */
function typeOf(trigger: Exclude<Trigger, { kind: 'any' | 'always' }>): string {
  switch (trigger.kind) {
    case 'event':
      return trigger.type;
    case 'family':
      return trigger.prefix;
    case 'value':
      return 'coroutine.send';
    case 'throw':
      return 'coroutine.throw';
    case 'return':
      return 'coroutine.return';
    case 'after':
      return 'xstate.after';
    case 'done':
      return 'xstate.done.state';
    case 'actor':
      return trigger.how === 'snapshot' ? 'xstate.snapshot' : `xstate.${trigger.how}.actor`;
  }
}

/** What is asked of an event when none of its own candidates is taken, as candidates of that event: up to the first that always is. */
export function widerCandidates(trigger: Trigger, transitions: readonly Transition[]): readonly Transition[] {
  const length = ({ trigger: wider }: Transition): number => (wider.kind === 'family' ? wider.prefix.length + 2 : 1);
  const asked = transitions.filter((transition) => isWider(transition.trigger, trigger)).toSorted((a, b) => length(b) - length(a));
  const last = asked.findIndex(({ guard }) => guard === undefined || guard === 'else');
  return asked.slice(0, last === -1 ? undefined : last + 1).map((transition) => ({ ...transition, trigger, ...(transition.guard === undefined ? { guard: 'else' as const } : {}) }));
}

/** Whether the candidates already end in these. */
export function endsIn(candidates: readonly Transition[], wider: readonly Transition[]): boolean {
  const end = candidates.slice(-wider.length);
  return wider.length > 0 && end.length === wider.length && end.every((transition, at) => JSON.stringify(shown(transition)) === JSON.stringify(shown(wider[at]!)));
}

function shown({ guard, actions, target, also, reenter, returns, throws }: Transition): unknown {
  return [guard, actions.map(({ name }) => name), target, also, reenter, returns, throws];
}

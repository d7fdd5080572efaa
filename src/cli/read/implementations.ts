/** A live XState machine in, the code of its named guards, actions, actors and delays out: two machines that use one name for two things do not do the same. */
import type { AnyStateMachine } from 'xstate';

export function implementationsOf({ implementations }: AnyStateMachine): ReadonlyMap<string, string> {
  return new Map(Object.values(implementations).flatMap((named) => Object.entries(named as Readonly<Record<string, unknown>>)).map(([name, value]) => [name, codeOf(value, [])]));
}

/** XState's own constructs are functions that carry what they were given: `assign`'s is its assignment. */
function codeOf(value: unknown, above: readonly unknown[]): string {
  if (above.includes(value)) return '…';
  const parts = (typeof value === 'object' && value !== null) || typeof value === 'function' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
  const inside = parts.map(([key, part]) => `${key}: ${codeOf(part, [...above, value])}`).join(', ');
  const own = typeof value === 'function' ? Function.prototype.toString.call(value).replaceAll(/\s+/g, ' ') : parts.length > 0 ? '' : String(value);
  return inside === '' ? own : `${own} { ${inside} }`;
}

/**
 * A verdict on a function that asks for the same verdict on those it calls, which may call it again: they are judged together. While one is
 * looked at it is taken to pass, and what passes on that assumption counts only when the first that was asked about has passed.
 */
import type { Node } from '../../syntax/tree.ts';

/** `look` decides about the function, and may ask for others on the way. */
export type Judge = (fn: Node, look: () => boolean) => boolean;

export function judgedTogether(): Judge {
  const known = new Map<Node, boolean>();
  // Those that are being looked at, and those that pass if these do.
  const assumed: Node[] = [];
  return (fn, look) => {
    const before = known.get(fn);
    if (before !== undefined) return before;
    if (assumed.includes(fn)) return true;
    const above = assumed.push(fn) - 1;
    const passes = look();
    if (!passes) known.set(fn, false);
    else if (above === 0) for (const one of assumed) known.set(one, true);
    // What was found below one that fails may have rested on it.
    if (!passes || above === 0) assumed.length = above;
    return passes;
  };
}

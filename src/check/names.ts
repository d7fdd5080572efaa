/**
 * What one side calls its states and what the other calls them in, which is which out: a generator and an XState machine that somebody
 * else wrote, or two charts.
 *
 * Names that are equal but for case and separators are one (`RED`, `red`, `Red light`: no; `signedOut`, `signed out`: yes), and are
 * never taken for another. The rest is settled as it is seen: two that are met together are one from then on, each with nobody else.
 * A colour that was swapped for another is so a difference, and no new name.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { decodeKey } from '../format/xstate/key.ts';

/** A name of the generator's, and what the machine says for it. */
export interface Pair {
  readonly generator: string;
  readonly machine: string;
}

/** Where a machine is: its path, and all that it could be called by. */
export interface Called {
  readonly path: string;
  readonly names: readonly string[];
}

export interface Names {
  /** Whether the two are one; `also`: what else the first could be called. What was open is settled by being asked. */
  readonly agree: (generator: string, machine: Called, also?: readonly string[]) => boolean;
  /** What was settled by being asked, in that order. */
  readonly inferred: () => readonly Pair[];
}

/**
 * `own`: what the first side's states are called; `theirs`: all that the second side's could be. `given`: what the caller says is what,
 * by the first side's names.
 */
export function createNames(own: readonly string[], theirs: readonly string[], given: Readonly<Record<string, string>> = {}): Names {
  const ours = new Set(own.map(fold));
  const others = new Set(theirs.map(fold));
  const settled = new Map<string, string>();
  const taken = new Map<string, string>();
  const pairs: Pair[] = [];
  return {
    agree: (name, { path, names }, also = []) => {
      const called = [name, ...also].map(fold);
      if (Object.hasOwn(given, name)) return [path, ...names].some((one) => fold(one) === fold(given[name]!));
      if (names.some((one) => called.includes(fold(one)))) return true;
      if (called.some((one) => others.has(one)) || names.some((one) => ours.has(fold(one)))) return false;
      if (settled.has(name) || taken.has(path)) return settled.get(name) === path;
      settled.set(name, path);
      taken.set(path, name);
      pairs.push({ generator: name, machine: path });
      return true;
    },
    inferred: () => pairs,
  };
}

/** All that an XState machine's states could be called. */
export function namesIn(machine: AnyStateMachine): readonly string[] {
  return leavesOf(machine.root as AnyStateNode).flatMap((node) => calledBy(machine, [node.path]));
}

/** Where the machine is by its state's value. */
export function calledAt(machine: AnyStateMachine, value: unknown): Called {
  const paths = pathsOf(value);
  return { path: paths.map((path) => path.map(decodeKey).join('.')).join(', '), names: calledBy(machine, paths) };
}

/** Case and separators say nothing: `Signed out` and `signedOut` are one word. */
export function fold(name: string): string {
  const letters = name.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? name : letters;
}

/** Its paths; and the last steps of them alone, where that is one and no other state is called so. */
function calledBy(machine: AnyStateMachine, paths: readonly (readonly string[])[]): readonly string[] {
  const words = paths.map((path) => path.map(decodeKey));
  const whole = words.map((path) => path.join(' ')).join(' ');
  const last = words.map((path) => path.at(-1) ?? '').join(' ');
  const isAmbiguous = words.length === 1 && leavesOf(machine.root as AnyStateNode).filter(({ key }) => fold(decodeKey(key)) === fold(last)).length > 1;
  return isAmbiguous ? [whole] : [whole, last];
}

/** The states without states in them. */
function leavesOf(root: AnyStateNode): readonly AnyStateNode[] {
  const known = leaves.get(root);
  if (known) return known;
  const found: AnyStateNode[] = [];
  const pending: AnyStateNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const below = Object.values(node.states) as AnyStateNode[];
    if (below.length === 0 && node.type !== 'history') found.push(node);
    pending.push(...below);
  }
  leaves.set(root, found);
  return found;
}

const leaves = new WeakMap<AnyStateNode, readonly AnyStateNode[]>();

/** `{ form: { name: 'empty', age: 'empty' } }`: the keys on the way to each state that is active. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value === 'string') return [[value]];
  const entries = Object.entries(value as Record<string, unknown>);
  return entries.length === 0 ? [] : entries.flatMap(([key, inner]) => {
    const below = pathsOf(inner);
    return below.length === 0 ? [[key]] : below.map((path) => [key, ...path]);
  });
}

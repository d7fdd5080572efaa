/** What a test must know of a machine that is written twice: how each is begun, what may be sent, and what is said of each state. */
import type * as fc from 'fast-check';
import type { AnyStateMachine, StateValue } from 'xstate';

/** Tells what a side did outside, and with what. */
export type Act = (what: string, given: unknown) => void;

export interface Sent {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Pair {
  /** The generator, called. */
  readonly begin: (act: Act) => Generator<unknown, unknown, never>;
  readonly machine: AnyStateMachine;
  /** What the machine leaves to be provided. */
  readonly actions?: (act: Act) => Readonly<Record<string, (args: never, params: never) => void>>;
  readonly input?: unknown;
  /** With payloads that take both ways of each guard. Every sequence of these is walked, up to a length. */
  readonly events: readonly Sent[];
  /** What is sent at random besides. */
  readonly more?: fc.Arbitrary<Sent>;
  /** The generator gets the bare word. */
  readonly words?: boolean;
  /** The name of a state, by its path, where it is not the end of the path or all of it. */
  readonly names?: Readonly<Record<string, string>>;
  /** What the context has of what the generator yields beside the name. */
  readonly data?: (context: never) => unknown;
  /** Changes of the machine that nobody could notice, and why. */
  readonly unnoticed?: Readonly<Record<string, string>>;
}

/** One name, one state: what was said of a state stays so, and is said of no other. */
export interface Names {
  /** Why this is not the name of the state with that value; nothing where it is. */
  objection(name: string, value: StateValue): string | undefined;
  /** The states named so far, each by its path. */
  paths(): readonly string[];
}

export function createNames(known: Pair['names'] = {}): Names {
  const names = new Map<string, string>();
  const paths = new Map<string, string>();
  return {
    objection(name, value) {
      const path = pathOf(value);
      const right = known[path] === undefined ? ends(path).includes(fold(name)) : known[path] === name;
      if (!right) return `'${name}' is no name for ${path}`;
      const [otherName, otherPath] = [names.get(path) ?? name, paths.get(name) ?? path];
      if (otherName !== name) return `${path} is called '${name}', and '${otherName}' before`;
      if (otherPath !== path) return `'${name}' is said of ${path}, and of ${otherPath} before`;
      names.set(path, name);
      paths.set(name, path);
      return undefined;
    },
    paths: () => [...names.keys()],
  };
}

/** `a.b` for what is nested, `{a.b, c}` for what is parallel. */
function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const parts = Object.entries(value).map(([key, inside]) => `${key}.${pathOf(inside!)}`);
  return parts.length === 1 ? parts[0]! : `{${parts.join(', ')}}`;
}

/** `a.b.c`, `b.c` and `c`, folded. */
function ends(path: string): readonly string[] {
  const parts = path.startsWith('{') ? [path] : path.split('.');
  return parts.map((_, at) => fold(parts.slice(at).join('')));
}

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

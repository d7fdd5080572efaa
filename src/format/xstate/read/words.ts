/**
 * The functions of a live machine in, what they are called out: one name for each function, and never one for two that differ.
 */
import type { AnyStateNode } from 'xstate';

export interface Words {
  readonly root: AnyStateNode;
  /** The id of the state that a node is read as. */
  readonly idOf: (node: AnyStateNode) => string;
  /** Its name, its source if that is one short expression, else `at`, numbered: `guard 1 of a.next`. */
  readonly ofFunction: (callee: object, at: string) => string;
}

export function wordsOf(root: AnyStateNode, idOf: (node: AnyStateNode) => string): Words {
  const known = new Map<object, string>();
  /** What a function of this source is called. */
  const named = new Map<string, string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const stand = (at: string): string => {
    const count = (counts.get(at) ?? 0) + 1;
    counts.set(at, count);
    return at.replace(/ of |$/, ` ${count}$&`);
  };
  return {
    root,
    idOf,
    ofFunction(callee, at) {
      const before = known.get(callee);
      if (before !== undefined) return before;
      const source = sourceOf(callee);
      const isNative = source.endsWith('{ [native code] }');
      const plain = ownName(callee as { name: string }) ?? (isShort(source) ? source : undefined);
      const same = isNative ? undefined : named.get(source);
      const name = same ?? (plain === undefined ? stand(at) : taken.has(plain) ? `${plain} of ${stand(at)}` : plain);
      taken.add(name);
      named.set(source, name);
      known.set(callee, name);
      return name;
    },
  };
}

/** A function's source on one line. */
export function sourceOf(callee: object): string {
  return Function.prototype.toString.call(callee).replace(/\s+/g, ' ').replace(/ ?=> ?/g, ' => ').trim();
}

/** What a function that only computes a value from `context` and `event` computes; nothing where it does more, or is long. */
export function expressionOf(callee: object): string | undefined {
  const source = sourceOf(callee);
  const [, value] = /^\(\{ ?(?:context|event)(?:, ?(?:context|event))*,? ?\}\) => (?!\{)(.*)$/.exec(source) ?? /^\(\) => (?!\{)(.*)$/.exec(source) ?? [];
  return value !== undefined && isShort(source) ? (/^\(\{[^()]*\}\)$/.test(value) ? value.slice(1, -1) : value) : undefined;
}

/** The name that somebody gave the function. JavaScript calls one that has none after the property it is in. */
function ownName({ name }: { readonly name: string }): string | undefined {
  return name === '' || PROPERTIES.has(name) ? undefined : name;
}

const PROPERTIES = new Set(['guard', 'actions', 'assign', 'assignment', 'entry', 'exit', 'params', 'input', 'output', 'event', 'delay', 'to', 'value', 'collect', 'id', 'src', 'check']);

/** An arrow function whose body is an expression, without comments. */
function isShort(source: string): boolean {
  return source.length <= LONGEST && /^(?:\((?:[^()]|\([^()]*\))*\)|[\w$]+) => (?!\{)/.test(source) && !/\/[/*]/.test(source);
}

const LONGEST = 120;

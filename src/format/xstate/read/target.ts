/** A target as a config has it in, the state node that it leads to out. */
import type { AnyStateNode } from 'xstate';

/** The node that `target` names, seen from `outer`: `#id`, `a`, `a.b`; nothing where there is none. */
export function nodeAt(target: string, outer: AnyStateNode): AnyStateNode | undefined {
  const [first = '', ...rest] = segments(target);
  const isId = first.startsWith('#');
  let node: AnyStateNode | undefined = isId ? byId(first.slice(1), outer) : outer;
  for (const key of isId ? rest : [first, ...rest]) {
    if (!node || key === '') return node;
    node = (node.states as Record<string, AnyStateNode | undefined>)[key];
  }
  return node;
}

function byId(id: string, node: AnyStateNode): AnyStateNode | undefined {
  const pending: AnyStateNode[] = [node.machine.root];
  for (const each of pending) {
    if (each.id === id) return each;
    pending.push(...(Object.values(each.states) as AnyStateNode[]));
  }
  return undefined;
}

/** Split at dots; a backslash takes the next character as it is. */
function segments(path: string): readonly string[] {
  const found = [''];
  for (const [piece] of path.matchAll(/\\[\s\S]?|[\s\S]/g)) {
    if (piece === '.') found.push('');
    else found[found.length - 1] += piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return found;
}

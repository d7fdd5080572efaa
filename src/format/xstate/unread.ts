/** A live state node in, what it has that a flat chart has no place for out, in words. */
import type { AnyStateNode } from 'xstate';

export function unreadOf(node: AnyStateNode): readonly string[] {
  const config = node.config as Readonly<Record<string, unknown>>;
  const isRoot = node.parent === undefined;
  const found: [boolean, string][] = [
    [isRoot && node.type === 'atomic', 'no states'],
    [node.type === 'parallel', 'parallel regions'],
    [node.type === 'history', 'a history'],
    [!isRoot && node.type === 'compound', 'nested states'],
    [isRoot && node.always !== undefined, 'a transition at its root, `always`'],
    ...['entry', 'exit', 'invoke', 'after', 'onDone', 'route'].map((key): [boolean, string] => [config[key] !== undefined, `\`${key}\``]),
    ...[...node.transitions.keys()].filter((key) => key.endsWith('.*')).map((key): [boolean, string] => [true, `a partial wildcard, \`${key}\``]),
    ...[...node.transitions.keys()].filter((key) => key.startsWith('xstate.') && isHandled(config, key)).map((key): [boolean, string] => [true, `a transition on \`${key}\``]),
  ];
  return found.filter(([has]) => has).map(([, words]) => words);
}

/** Whether the node's own `on` names the event; `after` and `onDone` give keys of this kind too. */
function isHandled(config: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.hasOwn((config['on'] ?? {}) as object, key);
}

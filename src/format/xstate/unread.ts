/** A live state node in, what it has that a chart has no place for out, in words. */
import type { AnyStateNode } from 'xstate';

/** `ids` are the ids of the nodes before it: XState keeps only the last node of an id. */
export function unreadOf(node: AnyStateNode, ids: ReadonlySet<string>): readonly string[] {
  const config = node.config as Readonly<Record<string, unknown>>;
  const isRoot = node.parent === undefined;
  const isWhole = node.type === 'compound' || node.type === 'parallel';
  const on = Object.entries((config['on'] ?? {}) as Readonly<Record<string, unknown>>);
  const found: [boolean, string][] = [
    [ids.has(node.id), `an id that another state has too, \`${node.id}\``],
    [isRoot && (node.type === 'final' || node.type === 'history'), `a root of type \`${node.type}\``],
    [!isWhole && Object.keys(node.states).length > 0, `states within a state of type \`${node.type}\``],
    [config['route'] !== undefined, '`route`'],
    [config['onDone'] !== undefined && (isRoot || !isWhole), isRoot ? '`onDone` at its root' : `\`onDone\` of a state of type \`${node.type}\``],
    [node.type === 'compound' && node.initial.target[0]?.type === 'history', 'an `initial` that leads to a history'],
    ...(node.type === 'history' ? ['on', 'entry', 'exit', 'invoke', 'after', 'always'].map((key): [boolean, string] => [config[key] !== undefined, `\`${key}\` of a history`]) : []),
    ...on.filter(([key]) => key.startsWith('xstate.') && !isRead(key, node)).map(([key]): [boolean, string] => [true, `a transition on \`${key}\``]),
    ...on.filter(([, given]) => listOf(given).some((each) => typeof each === 'function')).map(([key]): [boolean, string] => [true, `a function as the transition on \`${key}\``]),
    ...Object.entries((config['after'] ?? {}) as object).filter(([, given]) => Array.isArray(given) && given.some((each) => typeof each === 'string')).map(([key]): [boolean, string] => [true, `a list of strings under \`after\`, \`${key}\`, which XState takes for no targets`]),
    ...listOf(config['invoke']).map((each): [boolean, string] => [(each as { systemId?: string }).systemId !== undefined, '`systemId` of an actor']),
  ];
  return found.filter(([has]) => has).map(([, words]) => words);
}

/** Whether an event of XState's own is one that a chart has a word for: its state, or an actor, is done. */
function isRead(key: string, node: AnyStateNode): boolean {
  return key === `xstate.done.state.${node.id}` || key.endsWith('.*') || /^xstate\.(?:done\.actor|error\.actor|snapshot)\./.test(key);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

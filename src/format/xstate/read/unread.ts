/** A live state node in, what it has that a chart has no place for out, in words. */
import type { AnyStateNode } from 'xstate';

/** `ids` are the ids of the nodes before it: XState keeps only the last node of an id. */
export function unreadOf(node: AnyStateNode, ids: ReadonlySet<string>): readonly string[] {
  const config = node.config as Readonly<Record<string, unknown>>;
  const isRoot = node.parent === undefined;
  const isWhole = node.type === 'compound' || node.type === 'parallel';
  const found: string[] = [];
  if (ids.has(node.id)) found.push(`an id that another state has too, \`${node.id}\``);
  if (isRoot && (node.type === 'final' || node.type === 'history')) found.push(`a root of type \`${node.type}\``);
  if (!isWhole && Object.keys(node.states).length > 0) found.push(`states within a state of type \`${node.type}\``);
  if (config['route'] !== undefined) found.push('`route`');
  if (config['onDone'] !== undefined && (isRoot || !isWhole)) found.push(isRoot ? '`onDone` at its root' : `\`onDone\` of a state of type \`${node.type}\``);
  if (node.type === 'compound' && node.initial.target[0]?.type === 'history') found.push('an `initial` that leads to a history');
  if (node.type === 'history') for (const key of ['on', 'entry', 'exit', 'invoke', 'after', 'always']) if (config[key] !== undefined) found.push(`\`${key}\` of a history`);
  const on = (config['on'] ?? {}) as Readonly<Record<string, unknown>>;
  for (const key in on) if (key.startsWith('xstate.') && !isRead(key, node)) found.push(`a transition on \`${key}\``);
  for (const key in on) if (isFunction(on[key]) || (Array.isArray(on[key]) && on[key].some(isFunction))) found.push(`a function as the transition on \`${key}\``);
  const after = (config['after'] ?? {}) as Readonly<Record<string, unknown>>;
  for (const key in after) if (Array.isArray(after[key]) && after[key].some((each) => typeof each === 'string')) found.push(`a list of strings under \`after\`, \`${key}\`, which XState takes for no targets`);
  for (const each of listOf(config['invoke'])) if ((each as { systemId?: string }).systemId !== undefined) found.push('`systemId` of an actor');
  return found;
}

/** Whether an event of XState's own is one that a chart has a word for: its state, or an actor, is done. */
function isRead(key: string, node: AnyStateNode): boolean {
  return key === `xstate.done.state.${node.id}` || key.endsWith('.*') || /^xstate\.(?:done\.actor|error\.actor|snapshot)\./.test(key);
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

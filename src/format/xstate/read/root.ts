/**
 * The root of a live machine in, whether it is a state like others out, and what stands at the root of every written machine.
 *
 * The root of a machine that we wrote only holds its states, beside two handlers that hold everywhere: a `.throw()` fails the machine, a `.return()` ends it. A root that does
 * more is read as one more state at the top, which contains the others.
 */
import type { AnyStateNode } from 'xstate';
import type { State, Transition } from '../../../chart/chart.ts';
import { type Code, plainCode } from '../../../chart/code.ts';
import { RETURN, THROW } from '../event-name.ts';
import { FAIL } from '../write/plan.ts';
import { implementationOf, valueWords } from './code.ts';
import type { Reading } from './reading.ts';
import type { Survey } from './survey.ts';

/** Whether the root does more than to hold its states. */
export function isState(root: AnyStateNode, nodes: readonly AnyStateNode[], { leadsToRoot }: Survey): boolean {
  const { entry, exit, invoke, tags, type, always } = root;
  if (type !== 'compound' || always || entry.length + exit.length + invoke.length + tags.length > 0) return true;
  if ([...root.transitions].some(([key]) => !isOurs(root, key))) return true;
  return leadsToRoot || nodes.some((node) => node.type === 'history' && node.parent === root);
}

/** Where our handler at the root leads. */
export function endOfReturn(root: AnyStateNode): AnyStateNode | undefined {
  return isOurs(root, RETURN) ? root.transitions.get(RETURN)![0]!.target![0] : undefined;
}

/** The final state that only our handler at the root leads to. */
export function earlyEnd(root: AnyStateNode, { leadsToEnd }: Survey): AnyStateNode | undefined {
  const end = endOfReturn(root);
  if (!end || leadsToEnd) return undefined;
  const fails = root.initial.actions.some((action) => typeof action === 'string' && action.startsWith('throw '));
  return !fails && root.initial.target.includes(end) ? undefined : end;
}

/** Whether the root's candidates for an event are what stands in every written machine. */
function isOurs(root: AnyStateNode, key: string): boolean {
  const [only, ...more] = root.transitions.get(key) ?? [];
  if (!only || more.length > 0 || only.guard !== undefined) return false;
  const target: AnyStateNode | undefined = only.target?.[0];
  if (key === RETURN) return only.actions.length === 0 && target?.type === 'final' && target.parent === root;
  return key === THROW && !target && only.actions.length === 1 && (only.actions[0] as unknown) === FAIL;
}

/** The way out of a root that is read as a state, and the final state that it leads to; nothing where the root has no end. */
export function readEnd(root: AnyStateNode, taken: ReadonlySet<string>, reading: Reading): { readonly way: Transition; readonly end: State } | undefined {
  if (!canEnd(root)) return undefined;
  let id = 'done';
  while (taken.has(id)) id += ' (end)';
  const returns = readResult(root, reading);
  return {
    way: { trigger: { kind: 'done' }, actions: [], target: id, ...(returns ? { returns } : {}), places: [] },
    end: { kind: 'final', id, places: [], transitions: [] },
  };
}

/** What the machine says that it returns, if it says more than that it is what its final state does. */
export function readResult(root: AnyStateNode, { words }: Reading): Code | undefined {
  const output: unknown = root.output;
  if (output === undefined || implementationOf(output) === 'output') return undefined;
  const text = valueWords(output, words, `output of ${root.machine.id}`);
  return /^\(\{ ?event ?\}\) => event\.output$/.test(text) ? undefined : plainCode(text);
}

/** Whether a state can come to its end: one of its children is final, or all its regions can. */
function canEnd(node: AnyStateNode): boolean {
  const children = (Object.values(node.states) as AnyStateNode[]).filter(({ type }) => type !== 'history');
  if (node.type === 'parallel') return children.length > 0 && children.every((child) => child.type === 'final' || canEnd(child));
  return node.type === 'compound' && children.some(({ type }) => type === 'final');
}

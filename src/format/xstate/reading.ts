/** What is at hand while a live machine is read: what its states are called, what its code is called, and where to say what is not read. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { type Diagnostic, diagnose } from '../../diagnostic/diagnostic.ts';
import { decodeKey } from './key.ts';
import { type Words, wordsOf } from './read-words.ts';

export interface Reading {
  /** The state that a node is read as; the root where it is one, too. */
  readonly ids: ReadonlyMap<AnyStateNode, string>;
  readonly words: Words;
  /** Whether the machine ever tells itself anything: that a state or an actor is done, that time has passed. */
  readonly isInternal: boolean;
  /** Says what is not read, and where. */
  readonly refuse: Refuse;
  readonly diagnostics: readonly Diagnostic[];
}

export type Refuse = (construct: string, node: AnyStateNode) => void;

/** `asState`: the root is read as a state that contains the others. */
export function readingOf(machine: AnyStateMachine, nodes: readonly AnyStateNode[], asState: boolean): Reading {
  const { root } = machine as { root: AnyStateNode };
  const ids = idsOf(root, nodes, asState);
  const diagnostics: Diagnostic[] = [];
  const said = new Set<string>();
  const refuse: Refuse = (construct, node) => {
    const place = node === root ? `The machine ${machine.id}` : `The state ${ids.get(node)}`;
    if (said.has(`${construct} ${place}`)) return;
    said.add(`${construct} ${place}`);
    diagnostics.push(diagnose('machine-not-read', { construct, place }, { machine: machine.id }));
  };
  return {
    ids,
    words: wordsOf(root, (node) => ids.get(node) ?? decodeKey(node.key)),
    isInternal: nodes.some((node) => tellsItself(node, asState)),
    refuse,
    diagnostics,
  };
}

/** At the top a state's own name; below, after its parent's id. Those at the top are named first, so that none of them has to give way. */
function idsOf(root: AnyStateNode, nodes: readonly AnyStateNode[], asState: boolean): ReadonlyMap<AnyStateNode, string> {
  const ids = new Map<AnyStateNode, string>(asState ? [[root, root.machine.id]] : []);
  const taken = new Set<string>(ids.values());
  const name = (node: AnyStateNode, wanted: string): void => {
    let id = wanted;
    for (let number = 2; taken.has(id); number += 1) id = `${wanted} ${number}`;
    taken.add(id);
    ids.set(node, id);
  };
  if (!asState) for (const node of nodes) if (node.parent === root) name(node, decodeKey(node.key));
  for (const node of nodes) if (!ids.has(node) && node !== root) name(node, `${ids.get(node.parent!)}.${decodeKey(node.key)}`);
  return ids;
}

function tellsItself(node: AnyStateNode, asState: boolean): boolean {
  const { config } = node;
  if (config.after || config.invoke || (node.type === 'final' && (asState || node.parent !== node.machine.root))) return true;
  const done = [...node.entry, ...node.exit, ...[...node.transitions.values()].flat().flatMap(({ actions }) => actions), ...(node.always ?? []).flatMap(({ actions }) => actions), ...Object.values(node.machine.implementations.actions)];
  return done.some((action) => spawns(action));
}

/** Whether the action starts an actor, whose end the machine is told. */
function spawns(action: unknown): boolean {
  if (typeof action !== 'function') return false;
  const { type, assignment, collect } = action as { type?: string; assignment?: unknown; collect?: unknown };
  if (type === 'xstate.spawnChild') return true;
  const code = typeof assignment === 'function' ? [assignment] : [...Object.values((assignment as object | undefined) ?? {}), collect];
  return code.some((each) => typeof each === 'function' && /\bspawn/.test(Function.prototype.toString.call(each)));
}

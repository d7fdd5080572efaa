/** What is at hand while a live machine is read: what its states are called, what its code is called, and where to say what is not read. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Trigger } from '../../../chart/chart.ts';
import { type Diagnostic, diagnose } from '../../../diagnostic/diagnostic.ts';
import { readTrigger } from '../event-name.ts';
import { decodeKey } from '../key.ts';
import { type Words, wordsOf } from './words.ts';
import type { Survey } from './survey.ts';

export interface Reading {
  /** The state that a node is read as; the root where it is one, too. */
  readonly ids: ReadonlyMap<AnyStateNode, string>;
  readonly words: Words;
  /** The nodes that only have what is sent and leads on. */
  readonly plain: Survey['plain'];
  /** What an event that is one by its key alone is read as, once for all its transitions. */
  readonly triggerOf: (key: string) => Trigger;
  /** Whether the machine ever tells itself anything: that a state or an actor is done, that time has passed. */
  readonly isInternal: boolean;
  /** Says what is not read, and where. */
  readonly refuse: Refuse;
  readonly diagnostics: readonly Diagnostic[];
}

export type Refuse = (construct: string, node: AnyStateNode) => void;

/** `asState`: the root is read as a state that contains the others. */
export function readingOf(machine: AnyStateMachine, nodes: readonly AnyStateNode[], asState: boolean, { spawns, plain }: Survey): Reading {
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
  const triggers = new Map<string, Trigger>();
  return {
    ids,
    plain,
    triggerOf: (key) => {
      const known = triggers.get(key);
      if (known) return known;
      const { trigger } = readTrigger(key, undefined);
      triggers.set(key, trigger);
      return trigger;
    },
    words: wordsOf(root, (node) => ids.get(node) ?? decodeKey(node.key)),
    isInternal: spawns || nodes.some((node) => tellsItself(node, asState)),
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

function tellsItself({ config, type, parent, machine }: AnyStateNode, asState: boolean): boolean {
  return config.after !== undefined || config.invoke !== undefined || (type === 'final' && (asState || parent !== machine.root));
}

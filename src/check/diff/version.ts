/**
 * The two versions of a machine, each made ready to be stepped through, and the names by which what is in one is known in the
 * other: where a state or an event is called otherwise, the old name stands for both.
 */
import type { Action, Chart, State } from '../../chart/chart.ts';
import { type Code, codeText, compacted, squeezed } from '../../chart/code.ts';
import { type Configuration, type Stepper, stepper } from '../../chart/step.ts';
import type { TreeNode } from '../../chart/tree.ts';
import { type Condition, conditionOf } from '../decide/condition.ts';
import type { Names } from './pairing.ts';
import { canonical, type Spelling } from './spelling.ts';

export interface Version {
  readonly which: 'old' | 'new';
  readonly chart: Chart;
  readonly stepper: Stepper;
  /** What stands for a state, an event, an actor in both. */
  readonly state: (id: string) => string;
  /** What a state of this version is called in the new one, where it has it. */
  readonly shown: (id: string) => string;
  readonly event: (type: string) => string;
  /** What this version calls the event that something stands for. */
  readonly ownEvent: (shared: string) => string;
  readonly actor: (id: string) => string;
  /** Whether what code refers to is known of both versions; else all that is done may matter to what is asked after it. */
  readonly knowsReferences: boolean;
  /** Code as it is compared. */
  readonly code: (code: Code) => string;
  readonly action: (action: Action) => string;
  readonly condition: (code: Code) => Condition;
}

export function versionOf(chart: Chart, which: Version['which'], names: Names, spelling: Spelling): Version {
  const isNew = which === 'new';
  const mapped = (twins: ReadonlyMap<string, string>) => (name: string): string => (isNew ? (twins.get(name) ?? name) : name);
  const [state, event, actor, variable] = [mapped(names.states), mapped(names.events), mapped(names.actors), mapped(names.variables)];
  const inverse = (twins: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...twins].map(([theirs, ours]) => [ours, theirs]));
  const [renamed, own] = [inverse(names.states), inverse(names.events)];
  const code = (whole: Code): string => squeezed(spelling === 'code' ? canonical(whole, variable) : codeText(whole));
  const conditions = new Map<string, Condition>();
  return {
    which,
    chart,
    stepper: stepper(chart),
    state,
    shown: (id) => (isNew ? id : (renamed.get(id) ?? id)),
    event,
    ownEvent: (shared) => (isNew ? (own.get(shared) ?? shared) : shared),
    actor,
    knowsReferences: spelling === 'code',
    code,
    action: (action) => {
      if (action.raises !== undefined) return `${event(action.raises)} ${action.name.replace(action.raises, '')}`;
      return compacted(spelling === 'name' ? action.name : action.statements.map((statement) => code(statement).replace(/\s*;$/, '')).join(', '));
    },
    condition: (guard) => {
      const text = code(guard);
      const known = conditions.get(text) ?? conditionOf(text);
      conditions.set(text, known);
      return known;
    },
  };
}

export function nodeAt({ stepper: { tree } }: Version, index: number): TreeNode {
  return tree.nodes[index]!;
}

/** The states that the machine is in and that have none in them. */
export function leavesOf(version: Version, active: readonly number[]): readonly State[] {
  const around = new Set(active.map((index) => nodeAt(version, index).parent));
  return active.toSorted((a, b) => a - b).flatMap((index) => (around.has(index) ? [] : (nodeAt(version, index).state ?? [])));
}

/** The same for configurations from which the machine goes on in the same way. */
export function configurationKey({ active, history }: Configuration): string {
  const remembered = [...history].map(([index, nodes]) => `${index}:${nodes.toSorted((a, b) => a - b).join(',')}`);
  return [active.toSorted((a, b) => a - b).join(','), ...remembered.sort()].join(' ');
}

/** The same for configurations of the two that are called the same. */
export function sharedKey(version: Version, { active, history }: Configuration): string {
  const shared = (index: number): string => version.state(nodeAt(version, index).state?.id ?? '');
  const list = (indices: readonly number[]): string => JSON.stringify(indices.map(shared).sort());
  return [list(active), ...[...history].map(([index, nodes]) => `${shared(index)}: ${list(nodes)}`).sort()].join(' ');
}

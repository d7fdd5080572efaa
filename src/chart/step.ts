/**
 * A chart, where it is and what comes in; where it is then and what it did out: one whole step, which ends when nothing is left
 * to do but wait.
 *
 * The macro-step of W3C SCXML (appendix D), as XState 5 takes it: what nothing is waited for goes first, then what was raised, in
 * order; the first candidate of the innermost state that takes an event is taken, and its own wildcards come before those around it.
 */
import type { Action, Chart, Transition, Trigger } from './chart.ts';
import { ancestors, entrySet, exitSet, type History, type Taken, withoutConflicts } from './microstep.ts';
import { type Tree, type TreeNode, treeOf } from './tree.ts';

/** A chart made ready to be stepped through; it knows nothing of any run. */
export interface Stepper {
  readonly tree: Tree;
  readonly candidates: (event: Incoming) => (node: TreeNode) => readonly Transition[];
}

/** Where a run is: plain data by the numbers of nodes, in the order in which they were entered. */
export interface Configuration {
  readonly active: readonly number[];
  readonly history: History;
}

/** What comes in, or what comes from within: a state's end. */
export type Incoming =
  | { readonly kind: 'event'; readonly type: string }
  | { readonly kind: 'value' | 'throw' | 'return' }
  /** The time is up in the state of this number. */
  | { readonly kind: 'after'; readonly node: number; readonly delay: string }
  | { readonly kind: 'done'; readonly node: number }
  | { readonly kind: 'actor'; readonly id: string; readonly how: 'done' | 'error' | 'snapshot' };

/** Whether a guard holds where the run is now, after all that the step has done so far. */
export type Answer = (guarded: Taken, where: Configuration, sofar: Sofar) => boolean;

export interface Sofar {
  /** What it is that is being taken: the event, or one that it was the cause of. Nothing on the way in. */
  readonly event: Incoming | undefined;
  readonly actions: readonly Action[];
}

export interface Step {
  readonly after: Configuration;
  /** In order: those of the states that are left, of the transition, of the states that are entered. */
  readonly actions: readonly Action[];
  /** All transitions that were taken, in order. */
  readonly taken: readonly Taken[];
  /** The numbers of the nodes that were entered, in order: their delays and actors begin anew. */
  readonly entered: readonly number[];
  /**
   * How it ended: in a final state at the top, by a throw, by an actor's failure that nothing took; or not at all, going round for ever. Or where
   * nobody can be: XState 5.33 leaves a state and keeps what is part of it where a history state remembers itself out of a parallel one.
   */
  readonly end?: { readonly kind: 'final'; readonly node: TreeNode } | { readonly kind: 'throw'; readonly by: Transition } | { readonly kind: 'failed'; readonly actor: string } | { readonly kind: 'endless' | 'torn' };
}

/** How many transitions one event may be the cause of. */
const LONGEST = 1000;

export function stepper(chart: Chart): Stepper {
  const tree = treeOf(chart);
  const known = new Map<string, Map<number, readonly Transition[]>>();
  return {
    tree,
    candidates: (event) => {
      const key = JSON.stringify(event);
      const ofEvent = known.get(key) ?? new Map<number, readonly Transition[]>();
      known.set(key, ofEvent);
      return (node) => {
        const before = ofEvent.get(node.index);
        if (before) return before;
        const found = candidatesOf(node, event);
        ofEvent.set(node.index, found);
        return found;
      };
    },
  };
}

/** The way in. */
export function begin(stepper: Stepper, answer: Answer): Step {
  const [root] = stepper.tree.nodes;
  const run = running(stepper, { active: [], history: new Map() }, undefined, answer);
  const way = { transition: { ...root!.initial!, reenter: true as const }, source: root! };
  take(run, [way], true);
  return goOn(run);
}

/** What comes of one event. */
export function step(stepper: Stepper, from: Configuration, event: Incoming, answer: Answer): Step {
  const run = running(stepper, from, event, answer);
  const selected = select(run, event);
  if (event.kind === 'actor' && event.how === 'error' && selected.length === 0) run.end = { kind: 'failed', actor: event.id };
  take(run, selected);
  return goOn(run);
}

interface Running {
  readonly stepper: Stepper;
  readonly answer: Answer;
  where: Configuration;
  /** What is being taken. */
  event: Incoming | undefined;
  readonly entered: number[];
  readonly actions: Action[];
  readonly taken: Taken[];
  readonly queue: Incoming[];
  end: Step['end'];
}

function running(stepper: Stepper, where: Configuration, event: Incoming | undefined, answer: Answer): Running {
  return { stepper, answer, where, event, entered: [], actions: [], taken: [], queue: [], end: undefined };
}

function goOn(run: Running): Step {
  let eventless = true;
  while (!run.end) {
    const ready: readonly Taken[] = eventless ? selectEventless(run) : [];
    const before: Configuration = run.where;
    if (ready.length > 0) take(run, ready);
    else {
      const next = run.queue.shift();
      if (!next) break;
      run.event = next;
      take(run, select(run, next));
    }
    // What changes nothing would be ready again for ever.
    eventless = ready.length === 0 || run.where !== before;
    if (!run.end && run.taken.length > LONGEST) run.end = { kind: 'endless' };
  }
  return { after: run.where, actions: run.actions, taken: run.taken, entered: run.entered, ...(run.end && { end: run.end }) };
}

/** The transitions that take the event: one for each region that has one. */
function select(run: Running, event: Incoming): readonly Taken[] {
  const { stepper, where } = run;
  const { nodes } = stepper.tree;
  const taken = new Map<number, readonly Taken[]>();
  const candidates = stepper.candidates(event);
  const below = (node: TreeNode): readonly Taken[] => where.active.flatMap((index) => (nodes[index]!.parent === node.index ? (taken.get(index) ?? []) : []));
  // The innermost come first: a node's descendants have higher numbers.
  for (const index of [...where.active].sort((a, b) => b - a)) {
    const node = nodes[index]!;
    const within = below(node);
    if (within.length > 0) {
      taken.set(index, within);
      continue;
    }
    const transition = candidates(node).find((candidate) => passes(run, { transition: candidate, source: node }));
    if (transition) taken.set(index, [{ transition, source: node }]);
  }
  return taken.get(0) ?? [];
}

/** The transitions that wait for nothing: the first of each innermost state, or of those around it. */
function selectEventless(run: Running): readonly Taken[] {
  const { stepper: { tree }, where } = run;
  const found = new Map<Transition, Taken>();
  for (const index of where.active) {
    const node = tree.nodes[index]!;
    if (node.kind === 'compound' || node.kind === 'parallel') continue;
    for (const source of [node, ...ancestors(tree, node, undefined)]) {
      const transition = eventlessOf(source).find((candidate) => passes(run, { transition: candidate, source }));
      if (!transition) continue;
      found.set(transition, { transition, source });
      break;
    }
  }
  return withoutConflicts(tree, [...found.values()], where.active, where.history);
}

function passes({ answer, where, event, actions }: Running, guarded: Taken): boolean {
  const { guard } = guarded.transition;
  return guard === undefined || guard === 'else' || answer(guarded, where, { event, actions });
}

/** Takes transitions at once. */
function take(run: Running, selected: readonly Taken[], isFirst = false): void {
  if (selected.length === 0) return;
  const { tree } = run.stepper;
  const { active, history } = run.where;
  const taken = withoutConflicts(tree, selected, active, history);
  const left = isFirst ? new Set<number>() : exitSet(tree, taken, active, history);
  const remembered = remember(tree, left, active, history);
  for (const index of [...left].sort((a, b) => b - a)) perform(run, tree.nodes[index]!.state?.exit ?? []);
  for (const one of taken) {
    run.taken.push(one);
    perform(run, one.transition.actions);
    if (one.transition.throws) run.end = { kind: 'throw', by: one.transition };
  }
  if (run.end) return;
  const { nodes: entered, byDefault } = entrySet(tree, taken, remembered);
  const now = new Set(active.filter((index) => !left.has(index)));
  const ended = new Set<number>();
  for (const index of [...entered].sort((a, b) => a - b)) {
    const node = tree.nodes[index]!;
    now.add(index);
    run.entered.push(index);
    perform(run, node.state?.entry ?? []);
    if (byDefault.has(index) && node.parent >= 0) perform(run, node.initial?.actions ?? []);
    if (node.kind === 'final') finish(run, node, now, ended);
  }
  if (run.end) for (const index of [...now].sort((a, b) => b - a)) perform(run, tree.nodes[index]!.state?.exit ?? []);
  if (!run.end && !isWhole(tree, now)) run.end = { kind: 'torn' };
  if (remembered !== history || !isSame(active, now)) run.where = { active: [...now], history: remembered };
}

/** Whether what is active is whole: all around it, one state of each that is compound, every region of each that is parallel. */
function isWhole({ nodes }: Tree, active: ReadonlySet<number>): boolean {
  const inside = new Map<number, number>();
  for (const index of active) {
    const { kind, parent } = nodes[index]!;
    if (kind !== 'history') inside.set(parent, (inside.get(parent) ?? 0) + 1);
  }
  return [...active].every((index) => {
    const { kind, parent, children } = nodes[index]!;
    if (parent >= 0 && !active.has(parent)) return false;
    const count = inside.get(index) ?? 0;
    return kind === 'compound' ? count === 1 : kind !== 'parallel' || count === children.filter((child) => nodes[child]!.kind !== 'history').length;
  });
}

function isSame(before: readonly number[], now: ReadonlySet<number>): boolean {
  return before.length === now.size && before.every((index) => now.has(index));
}

function remember({ nodes }: Tree, left: ReadonlySet<number>, active: readonly number[], history: History): History {
  let changed: Map<number, readonly number[]> | undefined;
  for (const index of left) {
    const node = nodes[index]!;
    for (const memory of node.histories) {
      const isKept = nodes[memory]!.state?.depth === 'deep' ? (at: TreeNode) => at.index > index && at.index < node.end && at.children.length === 0 : (at: TreeNode) => at.parent === index;
      changed ??= new Map(history);
      changed.set(memory, active.filter((at) => isKept(nodes[at]!)));
    }
  }
  return changed ?? history;
}

/** A final state is entered: what it is part of is done, and so is a parallel state around that once all of its regions are. */
function finish(run: Running, node: TreeNode, active: ReadonlySet<number>, ended: Set<number>): void {
  const { nodes } = run.stepper.tree;
  const parent = nodes[node.parent]!;
  if (parent.index > 0 && parent.kind === 'compound') run.queue.push({ kind: 'done', node: parent.index });
  let around = parent.kind === 'parallel' ? parent : nodes[parent.parent];
  while (around?.kind === 'parallel' && !ended.has(around.index) && isDone(nodes, around, active)) {
    ended.add(around.index);
    run.queue.push({ kind: 'done', node: around.index });
    around = nodes[around.parent];
  }
  if (!around) run.end = { kind: 'final', node };
}

function isDone(nodes: Tree['nodes'], node: TreeNode, active: ReadonlySet<number>): boolean {
  const children = node.children.map((index) => nodes[index]!);
  if (node.kind === 'compound') return children.some((child) => child.kind === 'final' && active.has(child.index));
  return node.kind === 'parallel' ? children.every((child) => child.kind === 'history' || isDone(nodes, child, active)) : node.kind === 'final';
}

function perform(run: Running, actions: readonly Action[]): void {
  for (const action of actions) {
    run.actions.push(action);
    if (action.raises !== undefined && action.delay === undefined) run.queue.push({ kind: 'event', type: action.raises });
  }
}

function eventlessOf({ kind, state }: TreeNode): readonly Transition[] {
  return kind === 'history' ? [] : lastElse(state?.transitions.filter(({ trigger }) => trigger.kind === 'always') ?? []);
}

/** What could take the event, in the order in which it is asked: those that name it, families from the longest, any. */
function candidatesOf({ index, kind, state }: TreeNode, event: Incoming): readonly Transition[] {
  if (!state || kind === 'history') return [];
  const { transitions } = state;
  const exact = transitions.filter(({ trigger }) => names(trigger, event, index));
  // What names an event takes it, or nothing of this state does.
  if (exact.length > 0 || event.kind === 'throw' || event.kind === 'return') return lastElse(exact);
  const families = transitions.filter(({ trigger }) => event.kind === 'event' && trigger.kind === 'family' && (event.type === trigger.prefix || event.type.startsWith(`${trigger.prefix}.`)));
  const isSent = event.kind === 'event' || event.kind === 'value';
  const any = transitions.filter(({ trigger }) => trigger.kind === 'any' && (isSent || trigger.internal) && !(event.kind === 'event' && trigger.but.includes(event.type)));
  const ignored = transitions.flatMap(({ trigger }): Transition[] => (trigger.kind === 'any' && event.kind === 'event' && trigger.but.includes(event.type) ? [{ trigger, actions: [], places: [] }] : []));
  const prefix = ({ trigger }: Transition): string => (trigger.kind === 'family' ? trigger.prefix : '');
  const longestFirst = [...new Set(families.map(prefix))].sort((a, b) => b.length - a.length);
  return [...lastElse(exact), ...ignored.slice(0, 1), ...longestFirst.flatMap((one) => lastElse(families.filter((family) => prefix(family) === one))), ...lastElse(any)];
}

function names(trigger: Trigger, event: Incoming, index: number): boolean {
  switch (event.kind) {
    case 'event':
      return trigger.kind === 'event' && trigger.type === event.type;
    case 'value':
    case 'throw':
    case 'return':
      return trigger.kind === event.kind;
    case 'after':
      return trigger.kind === 'after' && event.node === index && trigger.delay === event.delay;
    case 'done':
      return trigger.kind === 'done' && event.node === index;
    case 'actor':
      return trigger.kind === 'actor' && trigger.id === event.id && trigger.how === event.how;
  }
}

/** In a chart the order of lines says nothing of `[else]`: it is what is left. */
function lastElse(transitions: readonly Transition[]): readonly Transition[] {
  return [...transitions.filter(({ guard }) => guard !== 'else'), ...transitions.filter(({ guard }) => guard === 'else')];
}

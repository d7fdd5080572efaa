/**
 * A chart as what is drawn of it: the states that have a box, and the arrows.
 *
 * What changes nothing has no arrow, unless leaving it out would change what the others say. An event that does nothing
 * where a wildcard would take it is named by the wildcard: `any but stay`.
 */
import type { Chart, State, Transition, Trigger } from '../../../chart/chart.ts';
import { constantText } from '../../../chart/label.ts';
import { plainCode } from '../../../chart/code.ts';
import type { Mark, Marks } from '../../marks.ts';
import { isDotName } from '../read/finals.ts';
import { nameOf } from './ids.ts';
import { type Label, labelOf } from '../label.ts';

/** The little black dot an arrow leaves, or the one it ends in. */
export const DOT = '[*]';

export interface Arrow {
  /** Nothing for the dot. */
  readonly from: State | undefined;
  readonly to: State | undefined;
  /** Where it leads at the same time. */
  readonly also: readonly State[];
  readonly label: Label;
  readonly mark?: Mark;
}

export interface Drawing {
  /** The states with a box of their own that are part of this one, or of the machine. */
  readonly boxesIn: (parent: State | undefined) => readonly State[];
  /** Whether a state's box has boxes or arrows in it. */
  readonly isBlock: (state: State) => boolean;
  /** Whether an end is drawn in its block. */
  readonly isEnded: (state: State) => boolean;
  /** The arrow into what begins the machine, or a state. */
  readonly initialArrow: (owner: State | undefined) => Arrow | undefined;
  /** Those of another version of the machine, of the same kind. */
  readonly otherStarts: readonly Arrow[];
  /** The arrows that leave a state, in its own order. */
  readonly arrowsFrom: (state: State) => readonly Arrow[];
}

export function drawingOf(chart: Chart, marks?: Marks): Drawing {
  const byId = new Map(chart.states.map((state) => [state.id, state]));
  const dots = dotsOf(chart);
  const reached = reachedIn(chart);
  const boxes = new Map<string | undefined, State[]>();
  const ends = new Set<string | undefined>();
  for (const state of chart.states) {
    if (state.kind === 'final' && reached.has(state.id)) ends.add(state.parent);
    if (state.kind === 'final' && (dots.has(state) || !reached.has(state.id))) continue;
    if (!boxes.has(state.parent)) boxes.set(state.parent, []);
    boxes.get(state.parent)!.push(state);
  }
  const boxesIn = (parent: State | undefined): readonly State[] => boxes.get(parent?.id) ?? [];
  const isBlock = (state: State): boolean => boxesIn(state).length > 0 || state.initial !== undefined;
  const isEnded = (state: State): boolean =>
    state.kind === 'parallel' ? boxesIn(state).every((region) => region.kind === 'history' || (region.kind !== 'atomic' && isEnded(region))) : ends.has(state.id);

  const arrow = (from: State | undefined, transition: Transition, own = transition): Arrow => {
    const state = transition.target === undefined ? from : byId.get(transition.target);
    const also = (transition.also ?? []).flatMap((id) => byId.get(id) ?? []);
    const leavesWhole = from !== undefined && isBlock(from);
    const mark = marks?.transitions.get(own);
    const to = transition.throws || (state && dots.has(state)) ? undefined : state;
    const returns = state?.kind === 'final' ? (transition.returns ?? (to ? undefined : returnedBy(state))) : undefined;
    return { from, to, also, label: labelOf(transition, leavesWhole, returns), ...(mark && { mark }) };
  };

  const initialArrow = (owner: State | undefined): Arrow | undefined => {
    const initial = owner ? owner.initial : chart.initial;
    return initial && arrow(undefined, initial);
  };
  const arrowsFrom = (state: State): readonly Arrow[] => {
    const around: State[] = [];
    for (let outer = state.parent; outer !== undefined; outer = byId.get(outer)?.parent) around.push(byId.get(outer)!);
    if (state.kind === 'final') return [{ from: state, to: undefined, also: [], label: labelOf({ trigger: { kind: 'always' }, actions: [], places: [] }, false, returnedBy(state)) }];
    return drawnFrom(state, around).map(({ transition, own }) => arrow(state, transition, own));
  };
  return { boxesIn, isBlock, isEnded, initialArrow, otherStarts: (marks?.starts ?? []).map((start) => arrow(undefined, start)), arrowsFrom };
}

/** The finals that are drawn as the dot: it says all there is to say of them, and only arrows in its own block can lead to it. */
function dotsOf(chart: Chart): ReadonlySet<State> {
  const parents = new Map(chart.states.map((state) => [state.id, state.parent]));
  const crossed = new Set<string>();
  const lead = ({ target, also = [] }: Transition, block: string | undefined): void => {
    for (const id of also) crossed.add(id);
    if (target !== undefined && (also.length > 0 || parents.get(target) !== block)) crossed.add(target);
  };
  lead(chart.initial, undefined);
  for (const state of chart.states) {
    if (state.initial) lead(state.initial, state.id);
    for (const transition of state.transitions) lead(transition, state.parent);
  }
  return new Set(chart.states.filter((state) => state.kind === 'final' && isDotName(nameOf(state), state) && !crossed.has(state.id) && !state.entry?.length && !state.exit?.length && !state.actors?.length && !state.note));
}

function reachedIn(chart: Chart): ReadonlySet<string> {
  const reached = new Set<string>();
  const lead = ({ target, also = [] }: Transition): void => {
    if (target !== undefined) reached.add(target);
    for (const id of also) reached.add(id);
  };
  lead(chart.initial);
  for (const { initial, transitions } of chart.states) {
    if (initial) lead(initial);
    transitions.forEach(lead);
  }
  return reached;
}

function returnedBy({ value }: State): Transition['returns'] {
  return value?.kind === 'constant' ? plainCode(constantText(value.constant)) : value?.code;
}

/** The transitions that have an arrow, as they are drawn. */
function drawnFrom(state: State, around: readonly State[]): readonly { readonly transition: Transition; readonly own: Transition }[] {
  const idle = state.transitions.filter(isIdle);
  const busy = state.transitions.filter((transition) => !isIdle(transition));
  const named = new Set(busy.map(triggerKey));
  const isNamed = ({ trigger }: Transition): boolean => trigger.kind === 'event' || trigger.kind === 'value';
  const ignored = [...new Set(idle.filter(isNamed).map(triggerKey))].filter((key) => !named.has(key));
  const wide = busy.some(({ trigger }) => trigger.kind === 'any');
  const matters = (transition: Transition): boolean => {
    const asked = transition.guard !== undefined && transition.guard !== 'else' && busy.some((other) => other.guard === 'else' && triggerKey(other) === triggerKey(transition));
    const told = wide && isNamed(transition);
    return asked || (!told && (busy.some((other) => isWider(other.trigger, transition.trigger)) || around.some((outer) => outer.transitions.some(({ trigger }) => overlaps(trigger, transition.trigger)))));
  };
  return state.transitions
    .filter((transition) => !isIdle(transition) || matters(transition))
    .map((own) => ({ transition: own.trigger.kind === 'any' ? excepting(own, ignored) : own, own }));
}

/** Whether it leaves everything as it was. An error or a close that is swallowed does not: elsewhere it ends the machine. */
function isIdle({ trigger, actions, target, throws }: Transition): boolean {
  const sent = trigger.kind === 'event' || trigger.kind === 'value' || trigger.kind === 'any' || trigger.kind === 'family';
  return sent && target === undefined && actions.length === 0 && throws === undefined;
}

/** Whether the first takes more than the second, and that too. */
function isWider(wide: Trigger, trigger: Trigger): boolean {
  if (wide.kind === 'family') return (trigger.kind === 'event' && `${trigger.type}.`.startsWith(`${wide.prefix}.`)) || (trigger.kind === 'family' && trigger.prefix.startsWith(`${wide.prefix}.`));
  return wide.kind === 'any' && trigger.kind === 'family';
}

/** Whether something that is sent could be taken by both. */
function overlaps(a: Trigger, b: Trigger): boolean {
  const isSent = ({ kind }: Trigger): boolean => kind === 'event' || kind === 'value' || kind === 'any' || kind === 'family';
  if (!isSent(a) || !isSent(b)) return false;
  if (a.kind === 'event' && b.kind === 'event') return a.type === b.type;
  return a.kind === 'any' || b.kind === 'any' || a.kind === 'value' || b.kind === 'value' || isWider(a, b) || isWider(b, a) || (a.kind === 'family' && b.kind === 'family' && a.prefix === b.prefix);
}

function triggerKey({ trigger }: Transition): string {
  return trigger.kind === 'event' ? `event ${trigger.type}` : trigger.kind === 'value' ? `value ${trigger.name}` : trigger.kind === 'family' ? `family ${trigger.prefix}` : trigger.kind;
}

function excepting(transition: Transition, ignored: readonly string[]): Transition {
  if (transition.trigger.kind !== 'any') return transition;
  const names = ignored.map((key) => key.slice(key.indexOf(' ') + 1));
  return { ...transition, trigger: { ...transition.trigger, but: [...new Set([...transition.trigger.but, ...names])] } };
}

/**
 * A transition as somebody sees it who has only the picture: the words on the arrow and what it points to.
 * Ids, order and gathering are invisible; so is whether a transition that comes back to its state says so.
 */
import type { Chart, State, Transition } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import { actionsLabel, constantText, guardLabel, transitionLabel, triggerLabel } from '../../chart/label.ts';

export interface Arrow {
  /** The name of the state it leaves; `[*]` for the start. */
  readonly from: string;
  readonly transition: Transition;
  readonly trigger: string;
  /** `text`: a condition. `open`: taken when no sibling is, alone or as `[else]`. `first`: unguarded, before a sibling that it hides. */
  readonly guard: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'open' } | { readonly kind: 'first' };
  /** What is done on the way, and how it ends: every way of writing it. */
  readonly words: readonly string[];
  readonly end: End;
  /** The whole arrow: `RED --> GREEN : next`. */
  readonly text: string;
}

/**
 * What an arrow points to. `[*]` and the failure of an uncaught throw are both the end: its label tells them apart. A
 * drawing has one end; where a notation has several, `id` is which, `among` those.
 */
export type End =
  | { readonly kind: 'state'; readonly id: string }
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'end'; readonly id?: string; readonly among?: ReadonlySet<string> }
  | { readonly kind: 'unknown'; readonly id: string };

/** A chart with its states by id, so that a walk over it does not search. */
export interface Graph {
  readonly chart: Chart;
  readonly states: ReadonlyMap<string, State>;
  readonly finals: ReadonlySet<string>;
  /** What is neither a choice nor an end, by what it is called wherever it is drawn. */
  readonly places: ReadonlyMap<string, State>;
}

export function graphOf(chart: Chart): Graph {
  const finals = chart.states.filter((state) => state.kind === 'final');
  return { chart, states: new Map(chart.states.map((state) => [state.id, state])), finals: new Set(finals.map((state) => state.id)), places: new Map(chart.states.filter(isPlace).map((state) => [placeName(state), state])) };
}

/** Whether a machine can be in it for a while, or come back to it: what both charts must have. */
export function isPlace({ kind }: State): boolean {
  return kind !== 'final' && kind !== 'choice';
}

/** Its id; a history state has none that is drawn. */
export function placeName({ kind, id, parent, depth }: State): string {
  return kind === 'history' ? `${parent} H${depth === 'deep' ? '*' : ''}` : id;
}

/** The arrow by which the machine starts. */
export function initialArrow(graph: Graph): Arrow {
  return arrowOf(graph, '[*]', graph.chart.initial, [graph.chart.initial]);
}

/** The arrow by which a state is begun in. */
export function arrowInto(graph: Graph, state: State): Arrow {
  return arrowOf(graph, `[*] in ${state.id}`, state.initial!, [state.initial!]);
}

/** The arrows that leave a state. What only keeps an event from the wildcard is drawn in the wildcard's label, not as an arrow. */
export function arrowsOf(graph: Graph, state: State): readonly Arrow[] {
  const ignored = state.transitions.flatMap(({ trigger }) => (trigger.kind === 'any' ? trigger.but : []));
  const drawn = state.transitions.filter((transition) => !(transition.trigger.kind === 'event' && ignored.includes(transition.trigger.type) && doesNothing(transition)));
  return drawn.map((transition) => arrowOf(graph, state.id, transition, drawn));
}

/** `GREEN`, or `[*]`: what an arrow points to, in words. */
export function endText(end: End): string {
  return end.kind === 'end' ? '[*]' : end.id;
}

function arrowOf(graph: Graph, from: string, transition: Transition, siblings: readonly Transition[]): Arrow {
  const end = endOf(graph, from, transition);
  const label = oneLine(transitionLabel(transition));
  return {
    from,
    transition,
    trigger: triggerLabel(transition.trigger),
    guard: guardOf(transition, siblings),
    words: wordsOf(graph, transition),
    end,
    text: `${from} --> ${endText(end)}${label && ` : ${label}`}`,
  };
}

function doesNothing(transition: Transition): boolean {
  return transition.target === undefined && transition.guard === undefined && transition.actions.length === 0 && !transition.returns && !transition.throws;
}

function endOf(graph: Graph, from: string, transition: Transition): End {
  if (transition.throws) return { kind: 'end' };
  const id = transition.target ?? from;
  const state = graph.states.get(id);
  if (!state) return { kind: 'unknown', id };
  const also = (transition.also ?? []).flatMap((other) => graph.states.get(other) ?? []);
  if (also.length > 0) return { kind: 'state', id: [state, ...also].map(placeName).toSorted().join(' and ') };
  switch (state.kind) {
    case 'atomic':
    case 'compound':
    case 'parallel':
    case 'history':
      return { kind: 'state', id: placeName(state) + manner(graph, from, transition) };
    case 'choice':
      return { kind: 'choice', id };
    case 'final':
      return { kind: 'end', id, among: graph.finals };
  }
}

/** Where coming back to a state is another thing than staying in it, a drawing says which. */
function manner(graph: Graph, from: string, { target, reenter }: Transition): string {
  const state = graph.states.get(from);
  if (!state) return '';
  const isWhole = state.kind === 'compound' || state.kind === 'parallel';
  if (target === undefined) return isWhole ? ', and stays' : '';
  const notices = isWhole || state.entry || state.exit || state.actors || state.transitions.some(({ trigger }) => trigger.kind === 'after');
  return reenter && notices && isInside(graph, target, from) ? ', anew' : '';
}

function isInside({ states }: Graph, id: string, outer: string): boolean {
  for (let at: string | undefined = id; at !== undefined; at = states.get(at)?.parent) if (at === outer) return true;
  return false;
}

function guardOf(transition: Transition, siblings: readonly Transition[]): Arrow['guard'] {
  if (transition.guard !== undefined && transition.guard !== 'else') return { kind: 'text', text: oneLine(guardLabel(transition)) };
  if (transition.guard === 'else') return { kind: 'open' };
  const trigger = triggerLabel(transition.trigger);
  const group = siblings.filter((sibling) => triggerLabel(sibling.trigger) === trigger);
  return group.at(-1) === transition ? { kind: 'open' } : { kind: 'first' };
}

/** A returned constant has two spellings: the code's own (`Outcome.Blocked`) and its value (`'blocked'`); `undefined` has a third, nothing. */
function wordsOf(graph: Graph, transition: Transition): readonly string[] {
  const state = transition.target === undefined ? undefined : graph.states.get(transition.target);
  const written = oneLine(actionsLabel(transition));
  if (transition.throws || state?.kind !== 'final' || !state.value) return [written];
  const value = state.value.kind === 'constant' ? constantText(state.value.constant) : codeText(state.value.code);
  const actions = actionsLabel({ ...transition, returns: undefined });
  const spelt = oneLine([actions, `return ${value}`].filter(Boolean).join(', '));
  const bare = value === 'undefined' ? [oneLine(actions)] : [];
  return transition.returns ? [written, spelt, ...bare] : [spelt, ...bare];
}

/** Code may run over several lines; a label is one. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

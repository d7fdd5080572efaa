/**
 * Chart → picture: which shapes and arrows are drawn and the words on them, before anything has a place.
 *
 * Ends are drawn as chips that say how the machine ends, so that the arrows into them need not repeat it: one ring for
 * each final state, one cross for each distinct `throw`. Arrows between the same two shapes are one arrow with several
 * labels under each other. A state that is made of others is a group around them; what it does while it stays in itself is
 * written in its head.
 */
import type { Chart, State, Transition, Trigger } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import { asDrawn } from '../../chart/drawn.ts';
import { actionsLabel, constantText, guardLabel, transitionLabel, triggerLabel } from '../../chart/label.ts';
import { type Mark, type Marks, signed, signs } from '../marks.ts';
import { behaviourLines } from '../mermaid/behaviour.ts';
import { isDotName } from '../mermaid/read/finals.ts';
import type { Group } from './group.ts';
import { calledIn, placesOf } from './place.ts';
import { type Line, type Span, type Style, line } from './text.ts';
import { LONGEST_LINE, onOneLine, visible, wrapCode, wrapWords } from './wrap.ts';

export interface Picture {
  readonly title: string;
  /** The whole chart in words, for those who do not see it. */
  readonly description: string;
  readonly header: readonly Line[];
  /** Each before those that stand in it. */
  readonly groups: readonly Group[];
  readonly shapes: readonly Shape[];
  readonly arrows: readonly Arrow[];
}

export interface Shape {
  /** A plain identifier, unique in the picture. */
  readonly id: string;
  /** `end`: it returned. `fail`: it threw. `region`: a state that is one of those of a parallel state. `fork`: where an arrow to several states parts. */
  readonly kind: 'start' | 'state' | 'region' | 'choice' | 'history' | 'fork' | 'end' | 'fail';
  readonly lines: readonly Line[];
  /** The group that it stands in. */
  readonly within?: string;
  readonly mark?: Mark;
}

export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly Line[];
  /** Of several labels, the one that all of them have; else none. */
  readonly mark?: Mark;
}

const WIDEST_PROSE = 64;
const WIDEST_NOTE = 30;

/** The picture of a chart; `marks` is what stands out in it. */
export function pictureOf(whole: Chart, marks?: Marks): Picture {
  const chart = asDrawn(whole);
  const places = placesOf(chart);
  const { idOf, within } = places;
  const ways: readonly Way[] = [
    ...[chart.initial, ...(marks?.starts ?? [])].map((transition) => ({ from: 'start', transition })),
    ...chart.states.flatMap((state): readonly Way[] => [...(state.initial ? [{ from: startIn(idOf(state.id)), state, transition: state.initial }] : []), ...state.transitions.map((transition) => ({ from: idOf(state.id), state, transition }))]),
  ];
  const throws = [...new Set(ways.flatMap(({ transition }) => (transition.throws ? [codeText(transition.throws)] : [])))];
  const endings = new Map(chart.states.filter((state) => state.kind === 'final').map((state) => [state.id, endingOf(state, ways.map((way) => way.transition))]));
  const markIn = (state: State): { readonly mark?: Mark } => markOf(marks?.states.get(state.id));

  const staying = (state: State): readonly Transition[] => (places.isGroup(state) ? state.transitions.filter(({ target, throws }) => target === undefined && throws === undefined) : []);
  const groups = chart.states.filter(places.isGroup).map((state): Group => {
    const inner = staying(state).flatMap((transition) => labelLines(transition, 2, marks?.transitions.get(transition)));
    const name = places.isUnnamed(state) ? [] : nameLines(state, marks?.states.get(state.id));
    return { id: idOf(state.id), kind: places.isRegion(state) ? 'region' : state.kind === 'parallel' ? 'parallel' : 'compound', lines: [...name, ...inner], ...within(state.parent), ...markIn(state) };
  });
  const shapes: Shape[] = [
    { id: 'start', kind: 'start', lines: [] },
    ...chart.states.flatMap((state): readonly Shape[] => {
      const id = idOf(state.id);
      if (places.isGroup(state)) return state.initial ? [{ id: startIn(id), kind: 'start', lines: [], within: id }] : [];
      return [{ id, kind: places.isRegion(state) && state.kind === 'atomic' ? 'region' : shapeKind(state), lines: shapeLines(state, endings, marks?.states.get(state.id)), ...within(state.parent), ...markIn(state) }];
    }),
    ...throws.map((text, index) => ({ id: `f${index + 1}`, kind: 'fail' as const, lines: wrapCode(onOneLine(`throw ${text}`)).map((text) => line(text, 'ending')) })),
  ];

  const arrows = new Map<string, Arrow>();
  const add = (from: string, to: string, lines: readonly Line[], mark: Mark | undefined): void => {
    const known = arrows.get(`${from} ${to}`);
    const below = known ? lines.map((line, index) => (index === 0 ? { ...line, above: 5 } : line)) : lines;
    arrows.set(`${from} ${to}`, { id: known?.id ?? `a${arrows.size + 1}`, from, to, lines: [...(known?.lines ?? []), ...below], ...markOf(!known || known.mark === mark ? mark : undefined) });
  };
  for (const { from, state, transition } of ways) {
    if (state && staying(state).includes(transition)) continue;
    const mark = marks?.transitions.get(transition);
    const [target, ...also] = transition.throws ? [`f${throws.indexOf(codeText(transition.throws)) + 1}`] : transition.target === undefined ? [from] : [transition.target, ...(transition.also ?? [])].map(idOf);
    const saidAtEnd = transition.throws !== undefined || (transition.target !== undefined && endings.get(transition.target) !== undefined);
    const lines = labelLines(saidAtEnd ? { ...transition, returns: undefined, throws: undefined } : transition, 0, mark);
    if (also.length === 0) {
      add(from, target!, lines, mark);
      continue;
    }
    const fork = `k${shapes.length}`;
    shapes.push({ id: fork, kind: 'fork', lines: [], ...within(transition === state?.initial ? state.id : state?.parent) });
    add(from, fork, lines, mark);
    for (const end of [target!, ...also]) add(fork, end, [], mark);
  }
  return { title: visible(chart.name), description: describe(chart), header: headerLines(chart), groups, shapes, arrows: [...arrows.values()] };
}

interface Way {
  /** The shape, or the group, that it leaves. */
  readonly from: string;
  /** Whose it is; nothing for the machine's own beginning. */
  readonly state?: State;
  readonly transition: Transition;
}

/** The dot in a group, from which it begins. */
function startIn(group: string): string {
  return `i${group}`;
}

function markOf(mark: Mark | undefined): { readonly mark?: Mark } {
  return mark === undefined ? {} : { mark };
}

/** `return 'blocked'`, where every way to this end says the same; absent where the arrows have to say it. */
function endingOf(end: State, transitions: readonly Transition[]): string | undefined {
  const returned = new Set(transitions.filter((transition) => transition.target === end.id).map((transition) => transition.returns && codeText(transition.returns)));
  if (returned.size > 1) return undefined;
  const [only] = returned;
  if (only !== undefined) return onOneLine(`return ${only}`);
  return end.value?.kind === 'constant' ? onOneLine(`return ${constantText(end.value.constant)}`) : undefined;
}

function shapeKind(state: State): Shape['kind'] {
  switch (state.kind) {
    case 'atomic':
    case 'compound':
    case 'parallel':
      return 'state';
    case 'history':
    case 'choice':
      return state.kind;
    case 'final':
      return 'end';
  }
}

function shapeLines(state: State, endings: ReadonlyMap<string, string | undefined>, mark: Mark | undefined): readonly Line[] {
  switch (state.kind) {
    case 'atomic':
    case 'compound':
    case 'parallel':
      return nameLines(state, mark);
    case 'history':
      return [line(signed(state.depth === 'deep' ? 'H*' : 'H', mark), 'event')];
    case 'choice':
      return [...wrapCode(signed(visible(calledIn(state)), mark), WIDEST_NOTE).map((text) => line(text, 'question')), ...noteLines(state)];
    case 'final': {
      const ending = endings.get(state.id);
      const name = isDotName(calledIn(state), state) ? undefined : visible(calledIn(state));
      const words = [name, ending].filter((text) => text !== undefined);
      return [...(words.length === 0 && mark ? [''] : words).flatMap((text, index) => wrapCode(index === 0 ? signed(text, mark) : text).map((text) => line(text, 'ending'))), ...noteLines(state)];
    }
  }
}

/** The name of a state, what it does by itself, and its note. */
function nameLines(state: State, mark: Mark | undefined): readonly Line[] {
  const does = behaviourLines(state).flatMap((text) => wrapCode(onOneLine(text), WIDEST_NOTE));
  return [...wrapWords(signed(visible(calledIn(state)), mark), WIDEST_NOTE).map((text) => line(text, 'name')), ...does.map((text, index) => line(text, 'action', index === 0 ? 2 : 0)), ...noteLines(state)];
}

function noteLines({ note }: State): readonly Line[] {
  return note === undefined ? [] : wrapWords(onOneLine(note), WIDEST_NOTE).map((text, index) => line(text, 'note', index === 0 ? 2 : 0));
}

/** `event [guard] / action` on one line if it is short, else broken between the three and then inside them. */
function labelLines(transition: Transition, above: number, mark?: Mark): readonly Line[] {
  const guard = guardLabel(transition);
  const actions = actionsLabel(transition);
  const parts: { text: string; style: Style; wrap: typeof wrapCode }[] = [];
  if (mark) parts.push({ text: signs[mark], style: 'event', wrap: wrapWords });
  if (transition.trigger.kind !== 'always') parts.push({ text: visible(triggerLabel(shown(transition.trigger))), style: 'event', wrap: wrapWords });
  if (guard) parts.push({ text: onOneLine(`[${guard}]`), style: 'guard', wrap: wrapCode });
  if (actions) parts.push({ text: onOneLine(`/ ${actions}`), style: 'action', wrap: wrapCode });

  const rows: Span[][] = [];
  let room = 0;
  for (const { text, style, wrap } of parts) {
    const last = rows.at(-1);
    if (last && [...text].length + 1 <= room) {
      last.push({ text: ` ${text}`, style });
      room -= [...text].length + 1;
      continue;
    }
    const broken = wrap(text);
    rows.push(...broken.map((text) => [{ text, style }]));
    room = broken.length > 1 ? 0 : LONGEST_LINE - [...text].length;
  }
  return rows.map((spans, index) => ({ spans, above: index === 0 ? above : 0 }));
}

function shown(trigger: Trigger): Trigger {
  return trigger.kind === 'any' ? { ...trigger, but: trigger.but.map(visible) } : trigger;
}

function headerLines(chart: Chart): readonly Line[] {
  const inputs = chart.parameters.map(({ name, initial, rest }) => `${rest ? '...' : ''}${name}${initial ? ` = ${codeText(initial)}` : ''}`);
  const remembered = chart.context
    .filter((variable) => !chart.parameters.some((parameter) => parameter.name === variable.name))
    .map(({ name, initial }) => `${name}${initial ? ` = ${codeText(initial)}` : ''}`);
  const about = [
    ...(chart.description === undefined ? [] : wrapWords(firstSentence(chart.description), WIDEST_PROSE)),
    ...(inputs.length === 0 ? [] : wrapCode(onOneLine(`input: ${inputs.join(', ')}`), WIDEST_PROSE)),
    ...(remembered.length === 0 ? [] : wrapCode(onOneLine(`context: ${remembered.join(', ')}`), WIDEST_PROSE)),
  ];
  return [...wrapWords(visible(chart.name), WIDEST_PROSE).map((text) => line(text, 'title')), ...about.map((text, index) => line(text, 'about', index === 0 ? 2 : 0))];
}

function firstSentence(text: string): string {
  const [paragraph] = text.trim().split(/\n\s*\n/);
  return /^.*?[.!?](?=\s|$)/.exec(onOneLine(paragraph!))?.[0] ?? onOneLine(paragraph!);
}

function describe(chart: Chart): string {
  const from = (transitions: readonly Transition[]): string => transitions.map((transition) => `${onOneLine(transitionLabel(transition) || 'goes on')}${where(transition)}`).join('; ');
  const where = ({ throws, target, also = [] }: Transition): string => (throws ? ' and fails' : target === undefined ? ' and stays' : ` to ${[target, ...also].map(visible).join(' and ')}`);
  const about = (state: State): readonly string[] => {
    const parts = chart.states.filter(({ parent }) => parent === state.id).map(({ id }) => visible(id));
    return [
      ...(parts.length === 0 ? [] : [`is made of ${parts.join(', ')}`]),
      ...behaviourLines(state).map(onOneLine),
      ...(state.initial ? [`begins: ${from([state.initial])}`] : []),
      ...(state.transitions.length === 0 ? [] : [from(state.transitions)]),
    ];
  };
  const sentences = [
    ...(chart.description === undefined ? [] : [onOneLine(chart.description)]),
    `Start: ${from([chart.initial])}.`,
    ...chart.states.map((state) => [state.id, about(state)] as const).filter(([, words]) => words.length > 0).map(([id, words]) => `${visible(id)}: ${words.join('; ')}.`),
  ];
  return sentences.join(' ');
}

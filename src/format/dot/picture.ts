/**
 * Chart → picture: which shapes and arrows are drawn and the words on them, before anything has a place.
 *
 * Ends are drawn as chips that say how the machine ends, so that the arrows into them need not repeat it: one ring for
 * each final state, one cross for each distinct `throw`. Arrows between the same two shapes are one arrow with several
 * labels under each other.
 */
import type { Chart, State, Transition, Trigger } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import { asDrawn } from '../../chart/drawn.ts';
import { actionsLabel, constantText, guardLabel, transitionLabel, triggerLabel } from '../../chart/label.ts';
import { Bug } from '../../diagnostic/diagnostic.ts';
import { type Mark, type Marks, signed, signs } from '../marks.ts';
import { type Line, type Span, type Style, line } from './text.ts';
import { LONGEST_LINE, onOneLine, visible, wrapCode, wrapWords } from './wrap.ts';

export interface Picture {
  readonly title: string;
  /** The whole chart in words, for those who do not see it. */
  readonly description: string;
  readonly header: readonly Line[];
  readonly shapes: readonly Shape[];
  readonly arrows: readonly Arrow[];
}

export interface Shape {
  /** A plain identifier, unique in the picture. */
  readonly id: string;
  /** `end`: it returned. `fail`: it threw. */
  readonly kind: 'start' | 'state' | 'choice' | 'end' | 'fail';
  readonly lines: readonly Line[];
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
  const starts = [chart.initial, ...(marks?.starts ?? [])];
  const ways = [...starts.map((transition) => ({ from: 'start', transition })), ...chart.states.flatMap((state) => state.transitions.map((transition) => ({ from: state.id, transition })))];
  const ids = new Map(chart.states.map((state, index) => [state.id, `s${index + 1}`]));
  const throws = [...new Set(ways.flatMap(({ transition }) => (transition.throws ? [codeText(transition.throws)] : [])))];
  const idOf = (state: string): string => {
    const id = ids.get(state);
    if (id === undefined) throw new Bug(`an arrow of ${chart.name} leads to ${state}, which is no state of it`);
    return id;
  };

  const endings = new Map(chart.states.filter((state) => state.kind === 'final').map((state) => [state.id, endingOf(state, ways.map((way) => way.transition))]));
  const shapes: Shape[] = [
    { id: 'start', kind: 'start', lines: [] },
    ...chart.states.map((state) => ({ id: idOf(state.id), kind: shapeKind(state), lines: shapeLines(state, endings, marks?.states.get(state.id)), ...markOf(marks?.states.get(state.id)) })),
    ...throws.map((text, index) => ({ id: `f${index + 1}`, kind: 'fail' as const, lines: wrapCode(onOneLine(`throw ${text}`)).map((text) => line(text, 'ending')) })),
  ];

  const arrows = new Map<string, Arrow>();
  for (const [index, { from, transition }] of ways.entries()) {
    const source = index < starts.length ? 'start' : idOf(from);
    const mark = marks?.transitions.get(transition);
    const to = transition.throws ? `f${throws.indexOf(codeText(transition.throws)) + 1}` : transition.target === undefined ? source : idOf(transition.target);
    const saidAtEnd = transition.throws !== undefined || (transition.target !== undefined && endings.get(transition.target) !== undefined);
    const known = arrows.get(`${source} ${to}`);
    const lines = labelLines(saidAtEnd ? { ...transition, returns: undefined, throws: undefined } : transition, known ? 5 : 0, mark);
    arrows.set(`${source} ${to}`, { id: known?.id ?? `a${arrows.size + 1}`, from: source, to, lines: [...(known?.lines ?? []), ...lines], ...markOf(!known || known.mark === mark ? mark : undefined) });
  }
  return { title: visible(chart.name), description: describe(chart), header: headerLines(chart), shapes, arrows: [...arrows.values()] };
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
    case 'history':
      return 'state';
    case 'choice':
      return 'choice';
    case 'final':
      return 'end';
  }
}

function shapeLines(state: State, endings: ReadonlyMap<string, string | undefined>, mark: Mark | undefined): readonly Line[] {
  const note = state.note === undefined ? [] : wrapWords(onOneLine(state.note), WIDEST_NOTE).map((text, index) => line(text, 'note', index === 0 ? 2 : 0));
  switch (state.kind) {
    case 'atomic':
    case 'compound':
    case 'parallel':
    case 'history':
      return [...wrapWords(signed(visible(state.id), mark), WIDEST_NOTE).map((text) => line(text, 'name')), ...note];
    case 'choice':
      return [...wrapCode(signed(visible(state.id), mark), WIDEST_NOTE).map((text) => line(text, 'question')), ...note];
    case 'final': {
      const ending = endings.get(state.id);
      return [...(ending === undefined && !mark ? [] : wrapCode(signed(ending ?? '', mark)).map((text) => line(text, 'ending'))), ...note];
    }
  }
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
  const where = (transition: Transition): string => (transition.throws ? ' and fails' : transition.target === undefined ? ' and stays' : ` to ${visible(transition.target)}`);
  const sentences = [
    ...(chart.description === undefined ? [] : [onOneLine(chart.description)]),
    `Start: ${from([chart.initial])}.`,
    ...chart.states.filter((state) => state.transitions.length > 0).map((state) => `${visible(state.id)}: ${from(state.transitions)}.`),
  ];
  return sentences.join(' ');
}

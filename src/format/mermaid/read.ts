/**
 * Mermaid text in, a chart out: our own reader, without a DOM, for flat state diagrams that we or people wrote.
 *
 * It reads what is visible. `%%` lines and front matter say nothing, nor do Mermaid's ids where a state has a label. What
 * a diagram cannot show is left open: types, context, which code a name stands for.
 */
import type { Action, Chart, State, Transition } from '../../chart/chart.ts';
import { plainCode } from '../../chart/code.ts';
import { type Diagnostic, diagnose, refuses } from '../../diagnostic/diagnostic.ts';
import { DOT } from './arrows.ts';
import { type ArrowLine, type Box, boxesOf } from './boxes.ts';
import { unescape } from './escape.ts';
import { type Finals, collectFinals } from './finals.ts';
import { type Line, linesOf } from './lines.ts';
import { continues, readLabel } from './read-label.ts';

export interface ReadOptions {
  /** What the machine is called; a diagram does not say. */
  readonly name?: string;
  /** Where the text is from, for the places in the chart and in what is said. */
  readonly file?: string;
}

export interface Read {
  /** Absent where something refuses it. */
  readonly chart?: Chart;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The chart that the diagram shows. Its places are the lines of the diagram; an action list is one action.
 *
 * @example
 * fromMermaid('stateDiagram-v2\n[*] --> RED\nRED --> GREEN : next').chart.states.map((state) => state.id) // ['RED', 'GREEN']
 */
export function fromMermaid(text: string, { name = '', file = '' }: ReadOptions = {}): Read {
  const at = { ...(file && { file }), ...(name && { machine: name }) };
  const failed = (message: string, line?: Line): Diagnostic => diagnose('syntax-error', { message }, { ...at, span: line?.span ?? { start: 0, end: 0 } });

  const [first, ...rest] = linesOf(text);
  const header = first && HEADER.exec(first.text);
  if (!header) return { diagnostics: [failed('A state diagram begins with the line `stateDiagram-v2`.', first)] };
  const { boxes, starts, diagnostics } = boxesOf(header[1] === undefined ? rest : [{ ...first, text: header[1] }, ...rest], at);

  const names = namesOf([...boxes.values()]);
  const finals = collectFinals(new Set(names.values()));
  const transitions = (box: Box | undefined, arrows: readonly ArrowLine[]): readonly Transition[] =>
    arrows.flatMap((arrow) => readArrow(arrow, { fromChoice: box?.choice ?? false, toEnd: arrow.to === DOT }, { names, finals, file }));
  const initial = transitions(undefined, starts);
  const states = [...boxes.values()].map((box) => readBox(box, names.get(box.id)!, file, transitions(box, box.arrows)));

  const said = [...diagnostics];
  if (initial.length === 0) said.push(failed('No arrow leaves `[*]`, so the diagram does not say where the machine starts.', first));
  if (initial.length > 1) said.push(failed('More than one arrow leaves `[*]`, so the diagram does not say where the machine starts.', starts.at(-1)?.line));
  if (initial.length !== 1 || said.some(refuses)) return { diagnostics: said };
  const all = [...states, ...finals.states];
  return { chart: { name, file, parameters: [], context: [], alphabet: alphabetOf(all), initial: initial[0]!, states: all, dependencies: [] }, diagnostics: said };
}

const HEADER = /^stateDiagram(?:-v2)?(?:\s+(.+))?$/i;

/** The chart's name for each box, by Mermaid's id: its text, or its id where it shows that or nothing. Made distinct by the id. */
function namesOf(boxes: readonly Box[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, label } of [...boxes.filter((box) => !box.choice), ...boxes.filter((box) => box.choice)]) {
    let name = label === undefined ? id : label.replace(/^(\u200b*)\u200b$/, '$1');
    while (taken.has(name)) name += ` (${id})`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function readBox(box: Box, id: string, file: string, transitions: readonly Transition[]): State {
  const note = box.notes.filter((text) => text !== '').join('\n');
  return { kind: box.choice ? 'choice' : 'atomic', id, places: [place(box.line, file)], transitions, ...(note && { note }) };
}

function readArrow(
  { to, labels, line }: ArrowLine,
  ends: { readonly fromChoice: boolean; readonly toEnd: boolean },
  { names, finals, file }: { readonly names: ReadonlyMap<string, string>; readonly finals: Finals; readonly file: string },
): readonly Transition[] {
  return gather(labels, ends.fromChoice).map((text) => {
    const { trigger, guard, actions, returns, throws } = readLabel(unescape(text), ends);
    return {
      trigger,
      ...(guard && { guard }),
      actions: actions === '' ? [] : [action(actions)],
      ...(throws === undefined && { target: ends.toEnd ? finals.idFor(returns) : names.get(to)! }),
      ...(returns !== undefined && { returns: plainCode(returns) }),
      ...(throws !== undefined && { throws: plainCode(throws) }),
      places: [place(line, file)],
    };
  });
}

/** One text for each transition; one empty text where nothing is written. */
function gather(lines: readonly string[], fromChoice: boolean): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    if (line === '') continue;
    if (texts.length > 0 && continues(line, fromChoice)) texts.push(`${texts.pop()} ${line}`);
    else texts.push(line);
  }
  return texts.length === 0 ? [''] : texts;
}

/** Where one action ends and the next begins cannot be seen: it is all one. */
function action(text: string): Action {
  return { statements: [plainCode(text)], writes: [], mutates: [], effect: true, name: text };
}

function place({ line, column }: Line, file: string): { file: string; line: number; column: number } {
  return { file, line, column };
}

/** The events on the arrows; open where a wildcard takes the rest. */
function alphabetOf(states: readonly State[]): Chart['alphabet'] {
  const triggers = states.flatMap((state) => state.transitions.map((transition) => transition.trigger));
  const types = triggers.flatMap((trigger) => (trigger.kind === 'event' ? [trigger.type] : trigger.kind === 'any' ? trigger.but : []));
  const events = [...new Set(types)].map((type) => ({ type, form: 'string' as const, fields: [] }));
  return { events, open: triggers.some((trigger) => trigger.kind === 'any') };
}

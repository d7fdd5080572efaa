/**
 * A chart in, a Mermaid state diagram out: `stateDiagram-v2` text that Mermaid 11 and 12 and GitHub draw, and that
 * `fromMermaid` reads back.
 *
 * Labels and choices are declared first (a choice that is mentioned before is drawn as a box), then the arrows, state
 * by state. Arrows between the same two states share one line: two self-loops would be drawn as one.
 */
import type { Chart, State } from '../../chart/chart.ts';
import { asDrawn } from '../../chart/drawn.ts';
import { type Arrow, DOT, arrowsFrom, initialArrow } from './arrows.ts';
import { contextNote } from './context.ts';
import { escape } from './escape.ts';
import { mermaidIds } from './ids.ts';
import { continues } from './read-label.ts';
import { writeLabel } from './write-label.ts';

/**
 * The chart as Mermaid text, ending in a line break. The same chart gives the same text.
 *
 * @example toMermaid(chart) // 'stateDiagram-v2\n  [*] --> RED\n  RED --> GREEN : next\n'
 */
export function toMermaid(whole: Chart): string {
  const chart = asDrawn(whole);
  const boxes = chart.states.filter((state) => state.kind !== 'final');
  const leaving = new Map(boxes.map((state) => [state, arrowsFrom(chart, state)]));
  const moves = boxes.filter((state) => leaving.get(state)!.length > 0);
  // States that nothing leaves come last, so that their place can be told from the text.
  const rests = boxes.filter((state) => leaving.get(state)!.length === 0);
  const keeps = (state: State): boolean => state.kind !== 'choice' && ids.get(state.id) === state.id;
  const ids = mermaidIds([...moves, ...rests]);
  const ordered = [...moves, ...rests.filter((state) => !keeps(state)), ...rests.filter(keeps)];

  const initial = initialArrow(chart);
  const reached = new Set([initial, ...[...leaving.values()].flat()].flatMap((arrow) => [arrow.from, arrow.to]));
  const id = (state: State | undefined): string => (state ? ids.get(state.id)! : DOT);
  const note = (state: State): readonly string[] => (state.note ? [`note right of ${id(state)} : ${escape(state.note, 'note')}`] : []);
  const about = contextNote(chart);

  const lines = [
    ...ordered.filter((state) => !keeps(state)).map((state) => (state.kind === 'choice' ? `state ${id(state)} <<choice>>` : `state "${stateLabel(state)}" as ${id(state)}`)),
    ...arrowLines([initial], id),
    ...(initial.to && about !== '' ? [`note left of ${id(initial.to)} : ${escape(about, 'note')}`] : []),
    ...ordered.flatMap((state) => {
      // A state must be mentioned before its note is, or it is drawn without a box.
      const bare = keeps(state) && !reached.has(state);
      return [...(bare ? [id(state)] : arrowLines(leaving.get(state)!, id)), ...note(state)];
    }),
  ];
  return [...header(chart), 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function header({ name, file }: Chart): readonly string[] {
  // A comment that holds `%%{` would be taken for a directive.
  const words = `${name}${file && ` (${file})`}`.replace(/[\s\p{C}]+/gu, ' ').replaceAll('%{', '% {');
  return [`%% ${words}, drawn by yieldchart`];
}

/** A name of nothing but zero-width spaces gets one more, so that the empty name is not shown as the id. */
function stateLabel({ id }: State): string {
  return escape(/^\u200b*$/.test(id) ? `${id}\u200b` : id, 'state');
}

function arrowLines(arrows: readonly Arrow[], id: (state: State | undefined) => string): readonly string[] {
  const lines: { readonly ends: string; readonly labels: string[] }[] = [];
  for (const { from, to, label } of arrows) {
    const ends = `${id(from)} --> ${id(to)}`;
    const text = escape(writeLabel(label, { fromChoice: from?.kind === 'choice', toEnd: to === undefined }), 'arrow');
    const alone = text === '' || continues(text, from?.kind === 'choice');
    const line = alone ? undefined : lines.find((other) => other.ends === ends && other.labels.length > 0);
    if (line) line.labels.push(text);
    else lines.push({ ends, labels: text === '' ? [] : [text] });
  }
  return lines.map(({ ends, labels }) => (labels.length === 0 ? ends : `${ends} : ${labels.join('<br/>')}`));
}

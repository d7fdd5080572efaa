/** A diagram's text put another way, on purpose: reworked so that it says the same, or broken in one arrow. */
import { continues } from '../../src/format/mermaid/read/label.ts';

export interface ArrowAt {
  readonly line: number;
  /** Which of the arrows that are gathered on the line. */
  readonly part: number;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

const ARROW = /^(\s*)(\S+) --> (\S+)(?: : (.*))?$/;
const STATE = /^\s*state (?:"(.*)" as )?(\S+)( <<choice>>)?$/;

/** Every arrow of the diagram, those gathered on one line apart; the start is none. */
export function arrowsIn(text: string): readonly ArrowAt[] {
  const choices = new Set(text.split('\n').flatMap((line) => (STATE.exec(line)?.[3] ? [STATE.exec(line)![2]!] : [])));
  return text.split('\n').flatMap((line, index) => {
    const [, , from, to, label] = ARROW.exec(line) ?? [];
    if (from === undefined || from === '[*]') return [];
    return partsOf(label, choices.has(from)).map((part, at) => ({ line: index, part: at, from, to: to!, label: part }));
  });
}

/** The ids of the diagram's boxes, and the end. */
export function idsIn(text: string): readonly string[] {
  return [...new Set([...text.split('\n').flatMap((line) => STATE.exec(line)?.[2] ?? []), ...arrowsIn(text).flatMap(({ from, to }) => [from, to]), '[*]'])];
}

/** The diagram without one arrow, or with it led elsewhere. */
export function withArrow(text: string, arrow: ArrowAt, to: string | undefined): string {
  const parts = arrowsIn(text).filter((each) => each.line === arrow.line);
  const draw = (from: string, target: string, labels: readonly string[]): string[] => (labels.length === 0 ? [] : [`  ${from} --> ${target}${labels.join('') && ` : ${labels.join('<br/>')}`}`]);
  const others = draw(arrow.from, arrow.to, parts.filter((each) => each.part !== arrow.part).map((each) => each.label));
  return text.split('\n').toSpliced(arrow.line, 1, ...others, ...(to === undefined ? [] : draw(arrow.from, to, [arrow.label]))).join('\n');
}

/** The same diagram by another hand: other ids, no comments or notes, arrows apart and in another order. */
export function reworked(text: string): string {
  const lines = text.split('\n');
  const labels = new Map(lines.flatMap((line) => (STATE.exec(line) ? [[STATE.exec(line)![2]!, STATE.exec(line)!] as const] : [])));
  const ids = new Map(idsIn(text).map((id, index) => [id, id === '[*]' ? id : `n${index}`]));
  const boxes = [...ids].flatMap(([id, other]) => (id === '[*]' ? [] : [labels.get(id)?.[3] ? `state ${other} <<choice>>` : `state "${labels.get(id)?.[1] ?? id}" as ${other}`]));
  const starts = lines.filter((line) => /^\s*\[\*\] -->/.test(line)).map((line) => line.replace(/--> (\S+)/, (_, to: string) => `--> ${ids.get(to) ?? to}`));
  const arrows = arrowsIn(text).map(({ from, to, label }) => `${ids.get(from)} --> ${ids.get(to)}${label && ` : ${label}`}`);
  return ['stateDiagram-v2', ...boxes.toReversed(), ...arrows.toReversed(), ...starts].join('\n');
}

function partsOf(label: string | undefined, fromChoice: boolean): readonly string[] {
  if (label === undefined) return [''];
  const parts: string[] = [];
  for (const line of label.split('<br/>')) {
    if (parts.length > 0 && continues(line, fromChoice)) parts.push(`${parts.pop()}<br/>${line}`);
    else parts.push(line);
  }
  return parts;
}

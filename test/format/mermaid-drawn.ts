/** What our reader sees in a diagram before it makes a chart of it, in the words in which Mermaid's own parser is asked. */
import { DOT } from '../../src/format/mermaid/write/arrows.ts';
import { type Box, type Scope, boxesOf } from '../../src/format/mermaid/read/boxes.ts';
import { unescape } from '../../src/format/mermaid/escape.ts';
import { linesOf } from '../../src/format/mermaid/read/lines.ts';
import { place } from '../../src/format/mermaid/read/placed.ts';
import type { Tree } from './mermaid-judge.ts';

export function drawn(text: string): Tree {
  const [, ...lines] = linesOf(text);
  const gathered = boxesOf(lines, {});
  place(gathered, {});
  const boxes = [...gathered.boxes.values()];
  const filled = (box: Box): readonly Scope[] => box.body!.filter((scope) => scope.boxes.length > 0 || scope.starts.length > 0);
  const block = (scope: Scope): string => {
    if (!scope.owner) return 'the diagram';
    const regions = filled(scope.owner);
    return regions.length > 1 ? `${scope.owner.id} region ${regions.indexOf(scope) + 1}` : scope.owner.id;
  };
  const shape = ({ body, shape: said }: Box): string => (body ? 'block' : said === 'history' || said === 'deep history' ? 'box' : (said ?? 'box'));
  const scopes = [gathered.root, ...boxes.flatMap((box) => box.body ?? [])];
  const arrows = [...scopes.flatMap((scope) => scope.starts), ...boxes.flatMap((box) => box.arrows)];
  return {
    nodes: boxes.map((box) => `${box.id} in ${block(box.scope)}, ${shape(box)}: ${(box.texts.length === 0 ? [box.id] : box.texts).join('\n---\n')}`).toSorted(),
    edges: arrows.map(({ from, to, labels, scope }) => `${from === DOT ? `start of ${block(scope)}` : from} --> ${to === DOT ? `end of ${block(scope)}` : to} : ${labels.map(unescape).join('\n')}`).toSorted(),
    notes: boxes.flatMap((box) => box.notes.map((note) => `${box.id}: ${note}`)).toSorted(),
  };
}

/**
 * Statements in, the boxes and arrows of the diagram out: what is said of one state, wherever it is said, gathered.
 */
import { type Diagnostic, diagnose } from '../../diagnostic/diagnostic.ts';
import { DOT } from './arrows.ts';
import { isContextNote } from './context.ts';
import type { Line } from './lines.ts';
import { type Statement, readStatement } from './statement.ts';

export interface Box {
  /** Mermaid's id. */
  readonly id: string;
  /** Where it is first mentioned. */
  readonly line: Line;
  choice: boolean;
  label?: string;
  readonly notes: string[];
  readonly arrows: ArrowLine[];
  /** Where its arrows begin, else where a line is about it alone, else where it is mentioned: so it is placed in the chart. */
  rank: readonly [number, number];
}

export interface ArrowLine {
  readonly to: string;
  /** Still escaped. */
  readonly labels: readonly string[];
  readonly line: Line;
}

export interface Boxes {
  /** By Mermaid's id, in the order of the chart. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** The arrows out of the dot. */
  readonly starts: readonly ArrowLine[];
  readonly diagnostics: readonly Diagnostic[];
}

const ABOUT = { arrows: 0, alone: 1, mention: 2 } as const;

export function boxesOf(lines: readonly Line[], at: { readonly file?: string; readonly machine?: string }): Boxes {
  const boxes = new Map<string, Box>();
  const starts: ArrowLine[] = [];
  const diagnostics: Diagnostic[] = [];
  let open = 0;

  const box = (id: string, line: Line, about: keyof typeof ABOUT): Box => {
    const known = boxes.get(id) ?? { id, line, choice: false, notes: [], arrows: [], rank: [ABOUT.mention, line.line] };
    if (ABOUT[about] < known.rank[0]) known.rank = [ABOUT[about], line.line];
    boxes.set(id, known);
    return known;
  };
  const unsupported = (construct: string, line: Line): void => void diagnostics.push(diagnose('not-supported', { construct }, { ...at, span: line.span }));
  const wrong = (message: string, line: Line): void => void diagnostics.push(diagnose('syntax-error', { message }, { ...at, span: line.span }));

  const take = (statement: Statement, line: Line): void => {
    if ('id' in statement && statement.id === DOT) return wrong('`[*]` is no state, only an end of an arrow.', line);
    switch (statement.kind) {
      case 'state': {
        const state = box(statement.id, line, 'alone');
        if (statement.label === undefined) return;
        if (state.label !== undefined) return unsupported(`A second text in the state ${statement.id}, such as an entry or exit line,`, line);
        state.label = statement.label;
        return;
      }
      case 'choice':
        box(statement.id, line, 'alone').choice = true;
        return;
      case 'note':
        // What we write of the context is for reading only.
        if (statement.side === 'right' || !isContextNote(statement.text)) box(statement.id, line, 'alone').notes.push(statement.text);
        return;
      case 'arrow': {
        const arrow = { to: statement.to, labels: statement.labels, line };
        if (statement.from === DOT) starts.push(arrow);
        else box(statement.from, line, 'arrows').arrows.push(arrow);
        if (statement.to !== DOT) box(statement.to, line, 'mention');
        return;
      }
      case 'nothing':
        return;
      case 'unsupported':
        if (line.text.endsWith('{')) open += 1;
        return unsupported(statement.construct, line);
      case 'wrong':
        if (line.text === '}' && open > 0) open -= 1;
        else wrong(statement.message, line);
        return;
    }
  };
  for (const line of lines) take(readStatement(line), line);

  for (const { id, choice, label, line } of boxes.values()) {
    if (choice && label !== undefined) unsupported(`A choice with a text (${id}), which Mermaid draws as a state,`, line);
  }
  const ordered = [...boxes.values()].sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]);
  return { boxes: new Map(ordered.map((each) => [each.id, each])), starts, diagnostics };
}

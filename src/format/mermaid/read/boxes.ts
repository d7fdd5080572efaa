/**
 * Statements in, the boxes and arrows of the diagram out: what is said of one state, wherever it is said, gathered, and
 * the blocks in which it is said.
 */
import { type Diagnostic, diagnose } from '../../../diagnostic/diagnostic.ts';
import { DOT } from '../write/arrows.ts';
import { isContextNote } from '../write/context.ts';
import type { Line } from './lines.ts';
import { type Shape, type Statement, readStatement } from './statement.ts';

export interface Box {
  /** Mermaid's id. */
  readonly id: string;
  /** Where it is first mentioned. */
  readonly line: Line;
  shape?: Shape;
  /** The texts that it is given, in order: the first is its name. */
  readonly texts: string[];
  readonly notes: string[];
  readonly arrows: ArrowLine[];
  /** In which scopes, and how. */
  readonly mentions: Mention[];
  /** Of a state with a block: its regions, or one for all that is in it. */
  body?: Scope[];
  /** The statement that opens its block. */
  opened?: Mention;
  /** Where it belongs; the root until that is settled. */
  scope: Scope;
}

/** `own`: by a line about it alone. `moves`: by an arrow out of it, or from the dot to it. `reached`: by an arrow to it. */
export interface Mention {
  readonly how: 'own' | 'moves' | 'reached';
  readonly scope: Scope;
  readonly line: Line;
}

/** The lines of one block, or of one region of it. */
export interface Scope {
  /** The state whose block it is; nothing for the diagram. */
  readonly owner?: Box;
  /** The arrows out of the dot. */
  readonly starts: ArrowLine[];
  /** The states that belong to it, in the order of the chart. */
  boxes: Box[];
}

export interface ArrowLine {
  readonly from: string;
  to: string;
  /** Still escaped. */
  readonly labels: readonly string[];
  readonly line: Line;
  /** Whose dot is meant by one. */
  scope: Scope;
}

export interface Gathered {
  readonly root: Scope;
  /** By Mermaid's id, as first mentioned. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface At {
  readonly file?: string;
  readonly machine?: string;
}

export function boxesOf(lines: readonly Line[], at: At): Gathered {
  const boxes = new Map<string, Box>();
  const diagnostics: Diagnostic[] = [];
  const root: Scope = { starts: [], boxes: [] };
  const open: Scope[] = [root];

  const unsupported = (construct: string, line: Line): void => void diagnostics.push(diagnose('not-supported', { construct }, { ...at, span: line.span }));
  const wrong = (message: string, line: Line): void => void diagnostics.push(diagnose('syntax-error', { message }, { ...at, span: line.span }));
  /** `[H]` is that of the state in whose block it stands. */
  const idOf = (id: string): string => (/^\[H\*?\]$/i.test(id) && open.at(-1)!.owner ? `${open.at(-1)!.owner!.id}${id}` : id);
  const box = (written: string, line: Line, how: Mention['how']): Box => {
    const id = idOf(written);
    const known = boxes.get(id) ?? { id, line, texts: [], notes: [], arrows: [], mentions: [], scope: root };
    known.mentions.push({ how, scope: open.at(-1)!, line });
    boxes.set(id, known);
    return known;
  };

  const take = (statement: Statement, line: Line): void => {
    if ('id' in statement && statement.id === DOT) return wrong('`[*]` is no state, only an end of an arrow.', line);
    switch (statement.kind) {
      case 'state':
        box(statement.id, line, 'own');
        return;
      case 'text':
        box(statement.id, line, 'own').texts.push(statement.text);
        return;
      case 'shape':
        box(statement.id, line, 'own').shape = statement.shape;
        return;
      case 'open': {
        const state = box(statement.id, line, 'own');
        if (open.some((scope) => scope.owner === state)) wrong(`The block of ${statement.id} is in a block of its own.`, line);
        if (statement.text !== undefined) state.texts.push(statement.text);
        state.opened ??= state.mentions.at(-1)!;
        state.body ??= [{ owner: state, starts: [], boxes: [] }];
        open.push(state.body.at(-1)!);
        return;
      }
      case 'divide': {
        const { owner } = open.at(-1)!;
        if (!owner) return wrong('Only the block of a state is divided by `--`.', line);
        owner.body!.push({ owner, starts: [], boxes: [] });
        open[open.length - 1] = owner.body!.at(-1)!;
        return;
      }
      case 'close':
        if (open.length > 1) open.pop();
        else wrong('This bracket closes no block.', line);
        return;
      case 'note':
        // What we write of the context is for reading only.
        if (statement.side === 'right' || !isContextNote(statement.text)) box(statement.id, line, 'own').notes.push(statement.text);
        return;
      case 'arrow': {
        const scope = open.at(-1)!;
        const arrow = { from: idOf(statement.from), to: idOf(statement.to), labels: statement.labels, line, scope };
        if (statement.from === DOT) scope.starts.push(arrow);
        else box(statement.from, line, 'moves').arrows.push(arrow);
        if (statement.to !== DOT) box(statement.to, line, statement.from === DOT ? 'moves' : 'reached');
        return;
      }
      case 'nothing':
        return;
      case 'unsupported':
        return unsupported(statement.construct, line);
      case 'wrong':
        return wrong(statement.message, line);
    }
  };
  for (const line of lines) take(readStatement(line), line);

  const unclosed = open.at(-1)!.owner;
  if (unclosed) wrong(`The block of ${unclosed.id} is not closed.`, unclosed.opened!.line);
  for (const { id, shape, texts, line, opened } of boxes.values()) {
    if (opened && (shape || /\[H\*?\]$/i.test(id))) wrong(`${id} has a block, and is said to be a ${shape ?? 'history'}.`, opened.line);
    if (shape === 'choice' && texts.length > 0) unsupported(`A choice with a text (${id}), which Mermaid draws as a state,`, line);
    if (/\[H\*?\]$/i.test(id)) boxes.get(id)!.shape ??= id.endsWith('*]') ? 'deep history' : 'history';
  }
  return { root, boxes, diagnostics };
}

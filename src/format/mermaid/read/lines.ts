/**
 * Mermaid text in, the lines that say something out, each with its place. Left out is what nobody sees: front matter,
 * `%%` lines and directives. A note or description over several lines is one; a bracket that opens a block ends its line, and
 * one that closes it is a line of its own, wherever people put them.
 */
import type { Span } from '../../../diagnostic/diagnostic.ts';

export interface Line {
  /** Trimmed. */
  readonly text: string;
  /** What stands between this line and its closing one (`end note`, `}`), without indentation. */
  readonly body?: readonly string[];
  /** 1-based, of its first character. */
  readonly line: number;
  readonly column: number;
  /** Of the first line, trimmed. */
  readonly span: Span;
}

export function linesOf(text: string): readonly Line[] {
  const rows = rowsOf(blank(text));
  const lastClosing = new Map(Object.entries(CLOSING).map(([name, words]) => [name, rows.findLastIndex((row) => words.test(row.text))]));
  const lines: Line[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    if (row.text === '' || row.text.startsWith('%%')) continue;
    const block = blockOpened(row.text);
    if (block && lastClosing.get(block)! > at) {
      let end = at + 1;
      while (!CLOSING[block].test(rows[end]!.text)) end += 1;
      const body = rows.slice(at + 1, end).map((inner) => inner.text);
      lines.push({ ...row, body: body.filter((inner) => !inner.startsWith('%%')) });
      at = end;
    } else if (row.text === '{' && /^state\s[^{]*$/i.test(lines.at(-1)?.text ?? '')) {
      const head = lines.pop()!;
      lines.push({ ...head, text: `${head.text} {` });
    } else if (row.text.includes('{') || row.text.includes('}')) {
      for (const piece of pieces(row.text)) lines.push({ ...row, text: piece });
    } else {
      lines.push(row);
    }
  }
  return lines;
}

const CLOSING = { note: /^end note\b/i, accDescr: /\}/ } as const;

/** Which block over several lines a line opens, that is no list of statements. */
function blockOpened(text: string): keyof typeof CLOSING | undefined {
  if (/^note\s+(?:left|right) of\s+[^\s:]+$/i.test(text)) return 'note';
  if (/^accDescr\s*\{[^}]*$/i.test(text)) return 'accDescr';
  return undefined;
}

/** `state X { [*] --> a }` as three. A bracket in a text is no bracket. */
function pieces(row: string): readonly string[] {
  const found: string[] = [];
  let text = row;
  while (text !== '') {
    const opening = OPENING.exec(text);
    if (text.startsWith('}')) {
      found.push('}');
      text = text.slice(1).trim();
    } else if (opening) {
      found.push(`${opening[1]!.trim()} {`);
      text = opening[2]!.trim();
    } else {
      const [, words = text, closed = ''] = (text.includes(':') ? undefined : /^(.*?)\s+((?:\}\s*)+)$/.exec(text)) ?? [];
      found.push(words, ...closed.replace(/\s/g, ''));
      text = '';
    }
  }
  return found.filter((piece) => !/^(?:%%|#)/.test(piece));
}

const OPENING = /^(state\s+(?:"[^"]*"\s*as\s+)?[^\s{"]+\s*)\{(.*)$/i;

/** The text with front matter and directives turned to spaces, so that every place stays. */
function blank(text: string): string {
  const spaces = (part: string): string => part.replace(/[^\n]/g, ' ');
  return text.replace(/^\s*---[^\S\n]*\n(?:[^]*?\n)?[^\S\n]*---[^\S\n]*(?=\n|$)/, spaces).replace(/%%\{[^]*?\}%%/g, spaces);
}

function rowsOf(text: string): readonly Line[] {
  const rows: Line[] = [];
  let start = 0;
  for (const [index, row] of text.split('\n').entries()) {
    const trimmed = row.trim();
    const indent = row.length - row.trimStart().length;
    rows.push({ text: trimmed, line: index + 1, column: indent + 1, span: { start: start + indent, end: start + indent + trimmed.length } });
    start += row.length + 1;
  }
  return rows;
}

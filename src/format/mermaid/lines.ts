/**
 * Mermaid text in, the lines that say something out, each with its place. Left out is what nobody sees: front matter,
 * `%%` lines and directives. A note or description over several lines is one.
 */
import type { Span } from '../../diagnostic/diagnostic.ts';

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
  const lines: Line[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    if (row.text === '' || row.text.startsWith('%%')) continue;
    const words = closingWords(row.text);
    const end = words ? rows.findIndex((other, index) => index > at && words.test(other.text)) : -1;
    if (end < 0) {
      lines.push(row);
      continue;
    }
    const body = rows.slice(at + 1, end).map((inner) => inner.text);
    lines.push({ ...row, body: body.filter((inner) => !inner.startsWith('%%')) });
    at = end;
  }
  return lines;
}

/** What ends the block that a line opens; nothing where it opens none. */
function closingWords(text: string): RegExp | undefined {
  if (/^note\s+(?:left|right) of\s+[^\s:]+$/i.test(text)) return /^end note\b/i;
  if (/^accDescr\s*\{[^}]*$/i.test(text)) return /\}/;
  return undefined;
}

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

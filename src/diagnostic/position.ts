/** In: a text and an offset. Out: where a person finds it, 1-based, columns in UTF-16 units as editors count them. */
import type { Span } from './diagnostic.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return { line: before.split(LINE_END).length, column: before.length - lineStart + 1 };
}

/** The rest of a line, from a position on. */
export function spanFrom(text: string, { line, column }: Position): Span {
  const before = text.split(LINE_END).slice(0, line - 1);
  // Each line before, with however many characters ended it.
  const start = before.reduce((offset, part) => offset + part.length + (text.startsWith('\r\n', offset + part.length) ? 2 : 1), 0);
  const rest = text.slice(start).search(LINE_END);
  return { start: start + column - 1, end: rest < 0 ? text.length : start + rest };
}

export const LINE_END = /\r\n|\n|\r/;

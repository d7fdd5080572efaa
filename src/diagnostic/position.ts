/** In: a text and an offset. Out: where a person finds it, 1-based, columns in UTF-16 units as editors count them. */

export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return { line: before.split(LINE_END).length, column: before.length - lineStart + 1 };
}

export const LINE_END = /\r\n|\n|\r/;

/**
 * Words on a picture, as data: lines of spans, each span in one of a few styles, and how much room they take.
 *
 * A picture is laid out on one machine and looked at on another, with another font. So widths are not a font's but an
 * upper bound of the common ones: for each character the widest of Verdana, DejaVu Sans, Open Sans and Helvetica,
 * the widest faces that a browser takes for `system-ui` or `sans-serif`.
 */

export type Style = 'title' | 'about' | 'name' | 'note' | 'question' | 'event' | 'guard' | 'action' | 'ending';

export interface Span {
  readonly text: string;
  readonly style: Style;
}

export interface Line {
  readonly spans: readonly Span[];
  /** Room above, in pixels: what tells one arrow's words from the next one's. */
  readonly above: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How each style is set; the SVG's style sheet and the DOT's fonts are written from this. */
export const styles: { readonly [S in Style]: { readonly size: number; readonly bold: boolean; readonly italic: boolean } } = {
  title: { size: 14, bold: true, italic: false },
  about: { size: 11, bold: false, italic: false },
  name: { size: 14, bold: true, italic: false },
  note: { size: 11, bold: false, italic: false },
  question: { size: 12, bold: false, italic: true },
  event: { size: 12, bold: true, italic: false },
  guard: { size: 12, bold: false, italic: true },
  action: { size: 11, bold: false, italic: false },
  ending: { size: 12, bold: false, italic: false },
};

/** One line in one style. */
export function line(text: string, style: Style, above = 0): Line {
  return { spans: [{ text, style }], above };
}

export function lineWidth(line: Line): number {
  return line.spans.reduce((sum, span) => sum + textWidth(span.text, span.style), 0);
}

/** From one baseline to the next, without the room above. */
export function lineHeight(line: Line): number {
  return Math.ceil(1.35 * Math.max(...line.spans.map((span) => styles[span.style].size)));
}

/** The box that holds the lines, set one under the other; of nothing, an empty box. */
export function sizeOf(lines: readonly Line[]): Size {
  return {
    width: Math.ceil(Math.max(0, ...lines.map(lineWidth))),
    height: lines.reduce((sum, line) => sum + line.above + lineHeight(line), 0),
  };
}

function textWidth(text: string, style: Style): number {
  const { size, bold } = styles[style];
  let hundredths = 0;
  for (const character of text) hundredths += characterWidth(character, bold);
  return (hundredths * size) / 100;
}

function characterWidth(character: string, bold: boolean): number {
  const code = character.codePointAt(0)!;
  const known = (bold ? BOLD : REGULAR)[code - 0x20];
  if (known !== undefined) return known;
  if (/\p{Mn}|\p{Me}|\u200c|\u200d/u.test(character)) return 0;
  return code < 0x2e80 ? 105 : code < 0x10000 ? 110 : 140;
}

// Hundredths of an em, from U+0020 to U+007E.
const REGULAR = [
  36, 41, 46, 84, 64, 108, 78, 28, 46, 46, 64, 84, 37, 46, 37, 46, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 46, 46, 84, 84, 84, 56,
  102, 69, 69, 73, 78, 67, 62, 78, 76, 43, 50, 70, 56, 91, 76, 79, 67, 79, 73, 69, 62, 74, 69, 99, 69, 67, 69, 46, 46, 46, 84, 64,
  64, 62, 64, 55, 64, 62, 36, 64, 64, 28, 35, 60, 28, 98, 64, 62, 64, 64, 43, 53, 40, 64, 60, 82, 60, 60, 53, 64, 56, 64, 84,
];
const BOLD = [
  35, 46, 59, 87, 72, 128, 88, 34, 55, 55, 72, 87, 38, 48, 38, 69, 72, 72, 72, 72, 72, 72, 72, 72, 72, 72, 41, 41, 87, 87, 87, 62,
  100, 78, 77, 74, 83, 69, 69, 83, 84, 55, 56, 78, 64, 100, 85, 86, 74, 86, 79, 73, 69, 82, 78, 113, 78, 74, 73, 55, 69, 55, 87, 72,
  72, 68, 72, 60, 72, 68, 44, 72, 72, 35, 41, 68, 35, 106, 72, 69, 72, 72, 50, 60, 48, 72, 66, 98, 67, 66, 60, 72, 56, 72, 87,
];

/**
 * In: a text and a span of it. Out: the lines around it, numbered, the span underlined.
 *
 *     2 │ export function* light() {
 *   > 3 │   with (lamp) on();
 *       │   ^^^^^^^^^^^^^^^^^
 *     4 │ }
 *
 * A span of several lines is underlined to the end of its first. A long line is cut to the part that matters, and
 * control characters are shown as one visible character each: source text must not steer the terminal.
 */
import type { Palette } from './colour.ts';
import type { Span } from './diagnostic.ts';
import { LINE_END, positionAt } from './position.ts';

const CONTEXT_LINES = 2;
const WIDEST = 100;

export function codeFrame(text: string, span: Span, colours: Palette): string {
  const { line, column } = positionAt(text, span.start);
  const lines = text.split(LINE_END);
  const marked = lines[line - 1] ?? '';
  const length = Math.max(1, Math.min(span.end - span.start, marked.length - column + 1));
  // The window starts so that the span's start is in view, with something before it.
  const cut = column + Math.min(length, WIDEST / 2) > WIDEST ? column - WIDEST / 2 : 0;
  const view = (source: string) => (cut > 0 ? '…' : '') + visible(source.slice(cut, cut + WIDEST)) + (source.length > cut + WIDEST ? '…' : '');

  const first = Math.max(1, line - CONTEXT_LINES);
  const last = Math.min(lines.length, line + CONTEXT_LINES);
  const gutter = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const here = number === line;
    const head = `${here ? '>' : ' '} ${String(number).padStart(gutter)} │`;
    rows.push(`${here ? colours.red(head) : colours.dim(head)} ${view(lines[number - 1] ?? '')}`.trimEnd());
    if (here) {
      const before = (cut > 0 ? ' ' : '') + marked.slice(cut, column - 1).replaceAll(/[^\t]/g, ' ');
      rows.push(`${colours.dim(`  ${' '.repeat(gutter)} │`)} ${before}${colours.red('^'.repeat(Math.min(length, WIDEST)))}`);
    }
  }
  return rows.join('\n');
}

function visible(source: string): string {
  return source.replaceAll(CONTROL, '\u{fffd}');
}

/** Every control character but the tab, and the marks that turn the direction of writing. */
const CONTROL = /[^\P{Cc}\t]|\p{Bidi_Control}/gu;

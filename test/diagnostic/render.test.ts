import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { palette } from '../../src/diagnostic/colour.ts';
import { catalogue, type DiagnosticCode } from '../../src/diagnostic/catalogue.ts';
import { diagnose } from '../../src/diagnostic/diagnostic.ts';
import { codeFrame } from '../../src/diagnostic/frame.ts';
import { explainCode, renderDiagnostic, sayGenerally } from '../../src/diagnostic/render.ts';

const text = ['export function* light() {', '  while (true) {', '    with (lamp) on();', '  }', '}', ''].join('\n');
const span = (of: string, part: string) => ({ start: of.indexOf(part), end: of.indexOf(part) + part.length });
const frame = (of: string, part: string) => codeFrame(of, span(of, part), palette(false));

describe('a code frame', () => {
  test('shows the lines around the span, numbered, and underlines it', () => {
    expect(frame(text, 'with (lamp) on();')).toBe(
      ['  1 │ export function* light() {', '  2 │   while (true) {', '> 3 │     with (lamp) on();', '    │     ^^^^^^^^^^^^^^^^^', '  4 │   }', '  5 │ }'].join('\n'),
    );
  });

  test('underlines only the first line of a span over several', () => {
    const lines = frame(text, text.slice(text.indexOf('while'), text.indexOf('}') + 1)).split('\n');
    expect(lines[2]).toBe('    │   ^^^^^^^^^^^^^^');
  });

  test('shows one mark where a span is empty, also at the end of the text', () => {
    expect(codeFrame('ab', { start: 2, end: 2 }, palette(false))).toBe('> 1 │ ab\n    │   ^');
    expect(codeFrame('', { start: 0, end: 0 }, palette(false))).toBe('> 1 │\n    │ ^');
  });

  test('keeps tabs in front of the mark, so that it stands under the code', () => {
    expect(frame('\t\twith (a) b', 'with').split('\n')[1]).toBe('    │ \t\t^^^^');
  });

  test('reads every way to end a line as one', () => {
    expect(frame('a\r\nb\rc\nd', 'c').split('\n')[2]).toBe('> 3 │ c');
  });

  test('cuts a long line to the part that matters', () => {
    const long = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`;
    const [line = '', marks = ''] = frame(long, 'HERE').split('\n');
    expect(line.length).toBeLessThan(120);
    expect(line.slice(marks.indexOf('^'), marks.indexOf('^') + 4)).toBe('HERE');
  });

  test('shows control characters, rather than let the source steer the terminal', () => {
    expect(frame('a\u001b[2Jb\u202ec', 'b')).toContain('a\u{fffd}[2Jb\u{fffd}c');
  });
});

describe('a diagnostic as text', () => {
  const diagnostic = diagnose('not-supported', { construct: '`with`' }, { file: 'light.ts', machine: 'light', span: span(text, 'with (lamp) on();') });

  test('says what and where, shows the code, then why, then the way out', () => {
    const lines = renderDiagnostic(diagnostic, { text }).split('\n');
    expect(lines[0]).toBe('unsupported not-supported light.ts:3:5');
    expect(lines[1]).toBe('`with` is not charted yet.');
    expect(lines.at(-2)).toBe(`Why: ${catalogue['not-supported'].why}`);
    expect(lines.at(-1)).toBe(`Fix: ${catalogue['not-supported'].fix}`);
  });

  test('has no escape codes unless colours are asked for, and the same words with them', () => {
    const plain = renderDiagnostic(diagnostic, { text });
    const coloured = renderDiagnostic(diagnostic, { text, colour: true });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  test('names the file alone where its text is not at hand', () => {
    expect(renderDiagnostic(diagnostic).split('\n')[0]).toBe('unsupported not-supported light.ts');
  });
});

test.each(Object.keys(catalogue) as DiagnosticCode[])('the code %s can be explained without a case of it', (code) => {
  expect(sayGenerally(code)).not.toMatch(/undefined|\[object|NaN/);
  expect(explainCode(code)).toContain(catalogue[code].fix);
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

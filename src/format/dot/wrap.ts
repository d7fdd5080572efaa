/**
 * Breaks what is written on a chart into lines of bearable length: words at spaces, code where a person would break it
 * (before `&&` and `||`, after a comma), and anything at all where nothing else is left.
 */

/** The longest line there is, in characters. */
export const LONGEST_LINE = 36;

/** Prose, broken at spaces. */
export function wrapWords(text: string, longest = LONGEST_LINE): readonly string[] {
  return fill(text.split(/(?<=\s)(?=\S)/), longest, hardSplit);
}

/** Code, broken before `&&`, `||`, `??`, after a comma or a semicolon; then at spaces; then anywhere. */
export function wrapCode(text: string, longest = LONGEST_LINE): readonly string[] {
  const chunks = text.split(/(?<=[,;]\s)|(?=&&\s|\|\|\s|\?\?\s)/);
  return fill(chunks, longest, (chunk) => fill(chunk.split(/(?<=\s)(?=\S)/), longest, hardSplit));
}

/** Puts as many chunks on a line as it holds; a chunk longer than a line is split by `split`. */
function fill(chunks: readonly string[], longest: number, split: (chunk: string, longest: number) => readonly string[]): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const chunk of chunks) {
    if (fits(current + chunk, longest)) {
      current += chunk;
      continue;
    }
    lines.push(current);
    const parts = fits(chunk, longest) ? [chunk] : split(chunk, longest);
    lines.push(...parts.slice(0, -1));
    current = parts.at(-1) ?? '';
  }
  lines.push(current);
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}

function fits(text: string, longest: number): boolean {
  return [...text.trimEnd()].length <= longest;
}

function hardSplit(chunk: string, longest: number): readonly string[] {
  const characters = [...chunk];
  const parts: string[] = [];
  for (let start = 0; start < characters.length; start += longest) parts.push(characters.slice(start, start + longest).join(''));
  return parts;
}

/**
 * A name or a piece of code with nothing invisible in it: what a browser, an XML parser or a reader could not see or
 * would take for something else (control characters, half a surrogate pair, direction marks) is spelt out.
 */
export function visible(text: string): string {
  if (text.trim() === '') return JSON.stringify(text).replaceAll('"', "'");
  return text.replace(/(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu, (character) => {
    const known = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
    return known ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
}

/** Code that was written over several lines, on one. */
export function onOneLine(code: string): string {
  return visible(code.replace(/\s*\n\s*/g, ' '));
}

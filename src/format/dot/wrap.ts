/**
 * Breaks what is written on a chart into lines of bearable length: words at spaces, code where a person would break it
 * (before `&&` and `||`, after a comma), and anything at all where nothing else is left.
 */

/** The longest line there is, in characters. */
export const LONGEST_LINE = 36;

/** Prose, broken at spaces. */
export function wrapWords(text: string, longest = LONGEST_LINE): readonly string[] {
  return wrapAt([AT_SPACES], text, longest);
}

/** Code, broken before `&&`, `||`, `??`; if that is not enough after commas and semicolons; then at spaces; then anywhere. */
export function wrapCode(text: string, longest = LONGEST_LINE): readonly string[] {
  return wrapAt([/(?=(?:&&|\|\||\?\?)\s)/, /(?<=[,;]\s)/, AT_SPACES], text, longest);
}

const AT_SPACES = /(?<=\s)(?=\S)/;

function wrapAt(breaks: readonly RegExp[], text: string, longest: number): readonly string[] {
  return fill(text, breaks, longest).map((line) => line.trimEnd()).filter((line) => line !== '');
}

/** Puts as many chunks on a line as it holds; a chunk longer than a line is broken at the next kind of place, on lines of its own. */
function fill(text: string, breaks: readonly RegExp[], longest: number): readonly string[] {
  if (fits(text, longest)) return [text];
  const [at, ...further] = breaks;
  if (at === undefined) return hardSplit(text, longest);
  const lines: string[] = [];
  let current = '';
  for (const chunk of text.split(at)) {
    if (fits(current + chunk, longest)) {
      current += chunk;
      continue;
    }
    lines.push(current);
    current = '';
    if (fits(chunk, longest)) current = chunk;
    else lines.push(...fill(chunk, further, longest));
  }
  return [...lines, current];
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
  const quoted = text !== text.trim() || text === '' ? `'${text}'` : text;
  return quoted.replace(/(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu, (character) => {
    const known = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
    return known ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
}

/** Code that was written over several lines, on one. */
export function onOneLine(code: string): string {
  return visible(code.replace(/\s*\n\s*/g, ' '));
}

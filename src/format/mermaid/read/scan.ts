/**
 * Brackets and quotes in a line of somebody's code: enough to see where a guard ends, without parsing it. Regular
 * expressions and comments are taken for plain text; who writes a label reads it back and quotes what was misread.
 */

/** Just after the string or template literal that begins at `start`; -1 where it does not end. */
export function literalEnd(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at + 1;
    else if (quote === '`' && text.startsWith('${', at)) {
      at = closing(text, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** The bracket that closes the one at `open`; -1 where brackets or quotes do not match. */
export function closing(text: string, open: number): number {
  for (const { at, depth } of walk(text, open)) if (depth === 0) return at;
  return -1;
}

/** The positions that are in no bracket and in no literal, the end of the text among them; none after what does not match. */
export function* topLevel(text: string): Generator<number> {
  for (const { at, depth } of walk(text, 0)) if (depth === 0) yield at;
}

/** Each character outside literals, and the end, with the number of brackets open after it. */
function* walk(text: string, start: number): Generator<{ at: number; depth: number }> {
  const open: string[] = [];
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]!;
    if (isQuote(character)) {
      const end = literalEnd(text, at);
      if (end < 0) return;
      yield { at, depth: open.length };
      at = end - 1;
      continue;
    }
    if (PAIRS[character]) open.push(PAIRS[character]);
    else if (')]}'.includes(character) && open.pop() !== character) return;
    yield { at, depth: open.length };
  }
  yield { at: text.length, depth: open.length };
}

export function isQuote(character: string | undefined): boolean {
  return character === "'" || character === '"' || character === '`';
}

const PAIRS: Readonly<Record<string, string | undefined>> = { '(': ')', '[': ']', '{': '}' };

/** What a text that is one quoted string says; nothing where it is anything else. */
export function unquote(text: string): string | undefined {
  if (text[0] !== "'" && text[0] !== '"') return undefined;
  if (literalEnd(text, 0) !== text.length) return undefined;
  return text.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, hex: string | undefined, character: string) =>
    hex === undefined ? (ESCAPES[character] ?? character) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const ESCAPES: Readonly<Record<string, string | undefined>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

/** Reads one string of JSON, a character at a time, and returns what it says. */
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

export function* jsonString(): Generator<'expecting a quote' | 'in the string' | 'after a backslash' | 'in a code', string, string> {
  const first = yield 'expecting a quote';
  if (first !== '"') throw new SyntaxError(`expected a quote, not ${first}`);

  let text = '';
  while (true) {
    let char = yield 'in the string';
    if (char === '"') return text;
    if (char !== '\\') {
      text += char;
      continue;
    }
    char = yield 'after a backslash';
    if (char !== 'u') {
      text += ESCAPES[char] ?? char;
      continue;
    }
    let code = '';
    while (code.length < 4) code += yield 'in a code';
    text += String.fromCharCode(Number.parseInt(code, 16));
  }
}

export const samples = { jsonString: { events: ['"', '\\', 'u', 'n', '0', 'a'] } };

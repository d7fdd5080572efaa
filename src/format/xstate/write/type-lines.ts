/** A TypeScript type on one line in, the same type over several where it is long out: a union by its members, an object by its fields. */
import { indent } from './lines.ts';

/** The type, to stand behind `used` characters of a line; a union that is broken begins on a line of its own. */
export function typeLines(type: string, used: number): string {
  if (type.includes('\n') || used + type.length <= WIDTH) return type;
  const members = split(type, ' | ');
  if (members.length > 1) return members.map((member) => `\n  | ${indent(typeLines(member, 8), '    ')}`).join('');
  if (!type.startsWith('{ ') || !type.endsWith(' }')) return type;
  const fields = split(type.slice(2, -2).replace(/;$/, ''), '; ');
  return ['{', ...fields.map((field) => `  ${indent(typeLines(field, 6), '  ')};`), '}'].join('\n');
}

/** The parts of the text that no bracket holds together. */
function split(text: string, separator: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const token of text.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|=>| \| |; |[\s\S]/g) ?? []) {
    if (/^[([{<]$/.test(token)) depth += 1;
    else if (/^[)\]}>]$/.test(token)) depth -= 1;
    // An arrow's result takes all that follows.
    else if (token === '=>' && separator === ' | ') depth += 1;
    if (token === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

const WIDTH = 100;

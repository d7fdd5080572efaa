/** A TypeScript type on one line in, the same type over several where it is long out: a union by its members, an object by its fields. */
import { indent } from './lines.ts';

/** The type, to stand behind `used` characters of a line; a union that is broken begins on a line of its own. */
export function typeLines(type: string, used: number): string {
  if (type.includes('\n') || used + type.length <= WIDTH || isConditional(type)) return type;
  const members = split(type, /^ \| $/) ?? [];
  if (members.length > 1) return members.map((member) => `\n  | ${indent(typeLines(member, 8), '    ')}`).join('');
  const fields = type.startsWith('{ ') && type.endsWith(' }') ? split(type.slice(2, -2).replace(/[;,]$/, ''), /^[;,]$/) : undefined;
  return fields ? ['{', ...fields.map((field) => `  ${indent(ofField(field.trim()), '  ')};`), '}'].join('\n') : type;
}

/** `A extends B ? C | D : E`: its bars are not the whole's. */
function isConditional(type: string): boolean {
  return (split(type, /^\?$/) ?? []).length > 1;
}

/** `key: type`, in lines that are to stand further in. */
export function fieldLines(key: string, type: string): string {
  const lines = typeLines(type, key.length + 8);
  return `${key}:${lines.startsWith('\n') ? '' : ' '}${lines}`;
}

/** What is before the first colon is no type: a key, or what a method is given. */
function ofField(field: string): string {
  const [key, ...type] = split(field, /^:$/) ?? [];
  return key === undefined || type.length === 0 ? field : fieldLines(key, type.join(':').trim());
}

/** The parts of the text that no bracket holds together; nothing where one is closed that was not opened. */
function split(text: string, separator: RegExp): readonly string[] | undefined {
  const parts = [''];
  let depth = 0;
  for (const token of text.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|=>| \| |[\s\S]/g) ?? []) {
    if (/^[([{<]$/.test(token)) depth += 1;
    else if (/^[)\]}>]$/.test(token)) depth -= 1;
    // An arrow's result takes all that follows.
    else if (token === '=>' && separator.test(' | ')) depth += 1;
    if (depth < 0) return undefined;
    if (depth === 0 && separator.test(token)) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

const WIDTH = 100;

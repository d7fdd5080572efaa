/**
 * The words that older comments have for types: TypeScript in, the same with the words that TypeScript takes them for out.
 *
 *     meant('type T = Array | Object<string, Number>;') // 'type T = any[] | Record<string, number>;'
 */
import { parseSync } from 'oxc-parser';
import type { Node } from './tree.ts';
import { walk } from './walk.ts';

export function meant(code: string): string {
  if (!OLDER.test(code)) return code;
  const { program, errors } = parseSync('comment.ts', code, { preserveParens: false, astType: 'ts' });
  if (errors.some(({ severity }) => severity === 'Error')) return code;
  const found: { start: number; end: number; word: string }[] = [];
  walk(program as Node, (node) => {
    if (node.type !== 'TSTypeReference' || node.typeName.type !== 'Identifier') return;
    const word = wordFor(node.typeName.name, node.typeArguments?.params.length ?? 0);
    if (word !== undefined) found.push({ start: node.typeName.start, end: node.typeName.end, word });
  });
  return found.toSorted((a, b) => b.start - a.start).reduce((text, { start, end, word }) => text.slice(0, start) + word + text.slice(end), code);
}

const OLDER = /\b(?:String|Number|Boolean|Void|Undefined|Null|function|Array|Promise|Object)\b/;

const WORDS: ReadonlyMap<string, string> = new Map([...['String', 'Number', 'Boolean', 'Void', 'Undefined', 'Null'].map((word) => [word, word.toLowerCase()] as const), ['function', 'Function'], ['Array', 'any[]'], ['Promise', 'Promise<any>']]);

function wordFor(name: string, args: number): string | undefined {
  if (args > 0) return name === 'Object' && args === 2 ? 'Record' : undefined;
  return WORDS.get(name);
}

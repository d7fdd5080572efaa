/**
 * A config as data in, TypeScript or JSON out. One tree for both, so that they cannot tell different stories; entries are pairs, because
 * a JavaScript object would reorder some keys and swallow others.
 */
import type { Constant } from '../../../chart/chart.ts';
import { constantText } from '../../../chart/label.ts';
import { indent } from './lines.ts';

export type Tree =
  /** TypeScript as it stands; JSON names it instead. */
  | { readonly kind: 'code'; readonly text: string; readonly name: string }
  | { readonly kind: 'constant'; readonly constant: Constant }
  /** Words for a person. A name, however long, is a constant: TypeScript would not know it for the same in pieces. */
  | { readonly kind: 'prose'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  /** `open`: one entry a line, however short. */
  | { readonly kind: 'record'; readonly entries: readonly Entry[]; readonly open?: boolean };

export type Entry = readonly [key: string, value: Tree];

export function text(value: string): Tree {
  return { kind: 'constant', constant: { kind: 'string', value } };
}

export function prose(words: string): Tree {
  return { kind: 'prose', words };
}

export function record(entries: readonly (Entry | undefined)[], open = false): Tree {
  return { kind: 'record', entries: entries.filter((entry) => entry !== undefined), open };
}

/** One item stands alone, several as an array: how XState writes candidates and actions. */
export function oneOrMany(items: readonly Tree[]): Tree {
  const [first] = items;
  return items.length === 1 && first ? first : { kind: 'list', items };
}

/** `tree` as TypeScript, to stand behind `used` characters of its first line; the lines after that begin with `pad`. */
export function printTree(tree: Tree, pad = '', used = 0): string {
  const flat = printFlat(tree, WIDTH - used);
  if (flat !== undefined && used + flat.length <= WIDTH) return flat;
  const deeper = `${pad}  `;
  switch (tree.kind) {
    case 'code':
      return indent(broken(tree.text), pad);
    case 'constant':
      return printConstant(tree.constant);
    case 'prose':
      return indent(printLong(tree.words), pad);
    case 'list':
      return block('[', tree.items.map((item) => printTree(item, deeper, 2)), ']', pad);
    case 'record':
      return block('{', tree.entries.map((entry) => printEntry(entry, deeper)), '}', pad);
  }
}

/** `key: value`, broken over lines where it is long. */
function printEntry([key, value]: Entry, pad: string): string {
  const name = printKey(key);
  const printed = printTree(value, pad, name.length + 4);
  const isBelow = value.kind !== 'list' && value.kind !== 'record' && printed.startsWith('\n');
  return `${name}:${isBelow ? '' : ' '}${printed}`;
}

/** On one line; nothing where it has several. What is found to be longer than `room` may be left at that. */
function printFlat(tree: Tree, room: number): string | undefined {
  switch (tree.kind) {
    case 'code':
      return tree.text.includes('\n') ? undefined : tree.text;
    case 'constant':
      return printConstant(tree.constant);
    case 'prose':
      return quote(tree.words);
    case 'list': {
      const inside = printInside(tree.items.map((item) => ['', item]), room);
      return inside === undefined ? undefined : `[${inside}]`;
    }
    case 'record': {
      if (tree.open && tree.entries.length > 0) return undefined;
      const inside = printInside(tree.entries.map(([key, value]) => [`${printKey(key)}: `, value]), room);
      return inside === undefined ? undefined : inside === '' ? '{}' : `{ ${inside} }`;
    }
  }
}

/** What stands between brackets: each value behind its key. */
function printInside(parts: readonly Entry[], room: number): string | undefined {
  let inside = '';
  for (const [index, [key, value]] of parts.entries()) {
    inside += index === 0 ? key : `, ${key}`;
    const flat = inside.length > room ? undefined : printFlat(value, room - inside.length);
    if (flat === undefined) return undefined;
    inside += flat;
  }
  return inside;
}

/** A long arrow function goes on below its arrow, and the one assigned by a long `assign` stands on a line of its own. */
function broken(code: string): string {
  if (code.includes('\n')) return code;
  const [, assign, name, value] = /^([\w$]+\(\{) ([\w$]+): (.*) \}\)$/.exec(code) ?? [];
  if (assign === undefined || name === undefined || value === undefined) return code.replace(ARROW, '$1\n  ');
  const line = `${name}: ${value}`;
  return `${assign}\n  ${line.length + 6 <= WIDTH ? line : `${name}: ${value.replace(ARROW, '$1\n    ')}`},\n})`;
}

const ARROW = /^(\(\{[^}]*\}\) =>) (?=[^{])/;

/** A long text in pieces, one a line, broken where it has lines and between words. */
function printLong(value: string): string {
  if (value.length <= WIDTH - 6 && !value.includes('\n')) return quote(value);
  const pieces = value.split(/(?<=\n)/).flatMap((line) => line.match(PIECE) ?? []);
  return pieces.length < 2 ? quote(value) : `\n  ${pieces.map(quote).join(' +\n  ')}`;
}

function block(left: string, parts: readonly string[], right: string, pad: string): string {
  let text = left;
  for (const part of parts) text += `\n${pad}  ${part},`;
  return `${text}\n${pad}${right}`;
}

/** A property's name as TypeScript writes it. `__proto__` would otherwise set the prototype. */
export function printKey(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

function printConstant(constant: Constant): string {
  return constant.kind === 'string' ? quote(constant.value) : constantText(constant);
}

/** A string as code: in double quotes where it has single ones in it. */
export function quote(value: string): string {
  return value.includes("'") && !value.includes('"') ? JSON.stringify(value) : constantText({ kind: 'string', value });
}

/** Indented JSON. A value that JSON cannot carry is `{ "implementation": its name }`. */
export function printJson(tree: Tree, pad = ''): string {
  const deeper = `${pad}  `;
  switch (tree.kind) {
    case 'code':
      return named(tree.name);
    case 'constant':
      return jsonConstant(tree.constant);
    case 'prose':
      return JSON.stringify(tree.words);
    case 'list':
      return jsonBlock('[', tree.items.map((item) => printJson(item, deeper)), ']', pad);
    case 'record':
      return jsonBlock('{', tree.entries.map(([key, value]) => `${JSON.stringify(key)}: ${printJson(value, deeper)}`), '}', pad);
  }
}

function jsonBlock(left: string, parts: readonly string[], right: string, pad: string): string {
  return parts.length === 0 ? left + right : `${left}\n${parts.map((part) => `${pad}  ${part}`).join(',\n')}\n${pad}${right}`;
}

function jsonConstant(constant: Constant): string {
  switch (constant.kind) {
    case 'string':
    case 'boolean':
      return JSON.stringify(constant.value);
    case 'null':
      return 'null';
    case 'number':
      return Number.isFinite(constant.value) && !Object.is(constant.value, -0) ? String(constant.value) : named(constantText(constant));
    case 'undefined':
    case 'bigint':
      return named(constantText(constant));
  }
}

function named(name: string): string {
  return `{ "implementation": ${JSON.stringify(name)} }`;
}

const WIDTH = 110;

const PIECE = new RegExp(`[^\\n]{1,${WIDTH - 6}}(?:\\s+|$)|\\S+\\s*|\\s+`, 'g');

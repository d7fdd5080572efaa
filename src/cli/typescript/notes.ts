/**
 * What was come to, in its order: literals, fields, declarations in, one after the other; the rank of each out. What was not come to
 * itself is found by what it is made of, then by where its text stands in the files.
 */
import type { Constant } from '../../chart/chart.ts';
import { rankIn, type Template, templateOf } from './template.ts';

export interface Ranks {
  /** Of a declaration, or a symbol's key; nothing for what was not come to. */
  of(key: unknown): number | undefined;
  /** Of `string`, `list` …, where it stands in a field of that name. */
  ofKind(kind: string, field?: string): number | undefined;
  /** Of a literal, where it stands in a field of that name. */
  ofLiteral(constant: Constant, field?: string): number;
  ofField(name: string): number;
}

export interface Notes extends Ranks {
  note(key: unknown): void;
  /** A kind of type, in a field or by itself. */
  noteIn(kind: string, field: string | undefined): void;
  noteLiteral(kind: string, value: string, field: string | undefined): void;
  noteTemplate(key: unknown, texts: readonly string[], pieces: readonly (readonly string[])[]): void;
  noteFile(path: string): void;
}

/** What has no rank comes last. */
export const LAST = Number.POSITIVE_INFINITY;
/** Before that, but behind all that has one, what is found by its text. */
const BY_TEXT = 1e6;

export function createNotes(textOf: (file: string) => string | undefined): Notes {
  const ranks = new Map<unknown, number>();
  const templates: Template[] = [];
  const files = new Set<string>();

  const note = (key: unknown): void => void (ranks.has(key) || ranks.set(key, ranks.size));
  /** What stands in a field is its own; it counts elsewhere only where it does not stand by itself. */
  const noteIn = (key: string, field: string | undefined): void => {
    note(field === undefined ? key : `${field} = ${key}`);
    note(`any ${key}`);
  };
  const placeIn = (key: string, field: string | undefined): number | undefined => ranks.get(field === undefined ? key : `${field} = ${key}`) ?? ranks.get(`any ${key}`);

  return {
    note,
    noteIn,
    noteLiteral(kind, value, field) {
      noteIn(`${kind} ${value}`, field);
      note(`some ${kind}`);
    },
    noteTemplate(key, texts, pieces) {
      note(key);
      templates.push(templateOf(ranks.get(key)!, texts, pieces));
    },
    noteFile: (path) => void files.add(path),
    of: (key) => ranks.get(key),
    ofKind: (kind, field) => placeIn(kind, field) ?? ranks.get(`some ${kind}`),
    ofLiteral(constant, field) {
      const text = valueText(constant);
      const told = placeIn(`${constant.kind} ${text}`, field) ?? placeIn(constant.kind, field) ?? (constant.kind === 'boolean' ? ranks.get('some boolean') : undefined);
      return told ?? rankIn(templates, text) ?? ranks.get(`name ${text}`) ?? ofPart(text) ?? ofText(text);
    },
    ofField: (name) => ranks.get(`name ${name}`) ?? ranks.get(`any string ${name}`) ?? rankIn(templates, name) ?? ofText(name),
  };

  /** Of what was taken out of a longer text: where it stands in that. */
  function ofPart(text: string): number | undefined {
    for (const [key, rank] of ranks) {
      const at = typeof key === 'string' && key.startsWith('any string ') ? key.indexOf(text, 'any string '.length) : -1;
      if (at >= 0) return rank + at / (String(key).length + 1);
    }
    return undefined;
  }

  /** Where the text stands first in the files that were come through. */
  function ofText(text: string): number {
    let before = BY_TEXT;
    for (const file of files) {
      const source = textOf(file) ?? '';
      const at = [`'${text}'`, `"${text}"`].map((quoted) => source.indexOf(quoted)).filter((found) => found >= 0);
      if (at.length > 0) return before + Math.min(...at);
      before += source.length;
    }
    return LAST;
  }
}

export function least(ranks: readonly (number | undefined)[]): number {
  return Math.min(LAST, ...ranks.filter((rank) => rank !== undefined));
}

export function valueText(constant: Constant): string {
  return 'value' in constant ? String(constant.value) : constant.kind;
}

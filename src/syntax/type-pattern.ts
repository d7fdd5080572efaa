/** Templates with a `${string}` in them: what their strings look like, kept beside the type, which has no word for it. */
import type { Type } from './type.ts';
import { finiteValues, unknownType } from './type-make.ts';
import { textOf } from './constant-fold.ts';

const patterns = new WeakMap<Type, RegExp>();

/** Where each hole is any string, or one of a few texts. */
export function openTemplate(text: string, strings: readonly string[], types: readonly Type[]): Type | undefined {
  const holes = types.map((type) => (type.kind === 'primitive' && type.name === 'string' ? '[^]*' : finiteValues(type)?.map((value) => escaped(textOf(value))).join('|')));
  if (text === 'unknown' || !holes.every((hole) => hole !== undefined)) return undefined;
  const type = unknownType(text, true);
  patterns.set(type, new RegExp(`^${strings.map((part, index) => escaped(part) + (index < holes.length ? `(?:${holes[index]})` : '')).join('')}$`));
  return type;
}

/** Whether the type has no strings but those that look like this; nothing where it is no such template. */
export function isLike(target: Type, type: Type & { kind: 'literal' | 'primitive' }): boolean | undefined {
  const pattern = patterns.get(target);
  return pattern && type.kind === 'literal' && type.constant.kind === 'string' && pattern.test(type.constant.value);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * What is known of a type beyond its name: the arguments it was given, and its fields, which are only read when they are
 * asked for. Kept beside the type, which stays plain data.
 */
import type { Type } from './type.ts';
import { unknownType } from './make.ts';

interface Inside {
  readonly args: readonly Type[];
  readonly fields?: () => Type | undefined;
}

const insides = new WeakMap<Type, Inside>();

export function instanceType(name: string, text: string, inside: Inside): Type {
  const type: Type = { kind: 'instance', name, text };
  insides.set(type, inside);
  return type;
}

/** A type that is only known by the text that names it, and by these fields, which are not all. */
export function partlyKnown(text: string, fields: Type): Type {
  const type = unknownType(text);
  insides.set(type, { args: [], fields: () => fields });
  return type;
}

/** What it was given: `'p'` of `Promise<'p'>`. */
export function argumentsOf(type: Type): readonly Type[] {
  return insides.get(type)?.args ?? [];
}

/** The public fields, as an object; nothing where they are not all known. */
export function fieldsOf(type: Type): Type | undefined {
  return insides.get(type)?.fields?.();
}

/**
 * Templates with a `${string}` in them are strings by kind, and templates only in their text: what their strings look like
 * is kept beside the type.
 */
import type { Type } from './type.ts';

const patterns = new WeakMap<Type, RegExp>();

/** Of the parts between the holes. */
export function templateOf(strings: readonly string[]): Type {
  const type: Type = { kind: 'primitive', name: 'string', text: `\`${strings.map((part) => part.replace(/[`\\]|\$\{/g, '\\$&')).join('${string}')}\`` };
  patterns.set(type, new RegExp(`^${strings.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')}$`));
  return type;
}

export function isTemplate(type: Type): boolean {
  return type.kind === 'primitive' && type.text !== type.name;
}

/** Whether a string is one of a template's; nothing where it is not known what these look like. */
export function isLike(template: Type, text: string): boolean | undefined {
  return patterns.get(template)?.test(text);
}

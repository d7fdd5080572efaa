/**
 * Conditional types: `A extends B ? C : D` in, the branch that is taken out, or both where the type decides for neither.
 * One that asks about a type parameter asks each member of a union by itself, unless it has been asked of that before.
 */
import type { Binding } from '../module.ts';
import type { Reading } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type } from './type.ts';
import { anyType, expanded, isSettled, objectKeyword, topType, unionType, voidType } from './make.ts';
import { type Inferred, matches } from './infer.ts';
import { parameterOf } from './mapped.ts';

export function conditionalType(node: Node & { type: 'TSConditionalType' }, reading: Reading): Type | undefined {
  const check = reading.read(node.checkType, reading);
  const parameter = parameterOf(node.checkType, reading);
  if (!parameter || reading.narrowed.has(parameter)) return decided(node, check, reading);
  const results: Type[] = [];
  for (const member of expanded(check)) {
    const result = decided(node, member, { ...reading, args: new Map([...reading.args, [parameter, member]]) });
    if (!result) return undefined;
    results.push(result);
  }
  return unionType(results);
}

function decided(node: Node & { type: 'TSConditionalType' }, check: Type, reading: Reading): Type | undefined {
  // What is only known by name may be several types, or none.
  if (!isSettled(check) || expanded(check).some((one) => one.kind === 'unknown' && one !== anyType && one !== topType && one !== voidType && one !== objectKeyword)) return undefined;
  const bound: Inferred = new Map();
  const verdict = matches(check, node.extendsType, reading, bound);
  const isAll = verdict === true && bound.size === 0 && isTop(node.extendsType, reading);
  if (check === anyType && !isAll) {
    // `any` goes both ways; what it infers is not followed.
    return bound.size > 0 ? undefined : unionType([reading.read(node.trueType, reading), reading.read(node.falseType, reading)]);
  }
  if (verdict === undefined) return undefined;
  if (!verdict) return reading.read(node.falseType, reading);
  const narrowed = narrowedBy(node.checkType, node.extendsType, reading);
  const args = bound.size === 0 ? reading.args : new Map([...reading.args, ...bound]);
  return reading.read(node.trueType, narrowed ? { ...reading, args, narrowed: new Set([...reading.narrowed, narrowed]) } : bound.size === 0 ? reading : { ...reading, args });
}

/** The type parameter of which the true branch knows more than before: `T extends X`, `[T] extends [X]`. */
function narrowedBy(check: Node, pattern: Node, reading: Reading): Binding | undefined {
  const [one, ...more] = check.type === 'TSTupleType' ? check.elementTypes : [];
  const [other, ...others] = pattern.type === 'TSTupleType' ? pattern.elementTypes : [];
  if (one && other && more.length === 0 && others.length === 0) return narrowedBy(one as Node, other as Node, reading);
  const parameter = parameterOf(check, reading);
  return parameter && !isTop(pattern, reading) ? parameter : undefined;
}

function isTop(node: Node, reading: Reading): boolean {
  const type = reading.read(node, reading);
  return type === anyType || type === topType;
}

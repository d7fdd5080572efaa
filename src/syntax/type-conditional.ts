/**
 * Conditional types: `A extends B ? C : D` in, the branch that is taken out, or both where the type decides for neither.
 * One that asks about a type parameter asks each member of a union by itself.
 */
import type { Reading } from './reading.ts';
import type { Node } from './tree.ts';
import type { Type } from './type.ts';
import { anyType, expanded, objectKeyword, topType, unionType, voidType } from './type-make.ts';
import { type Inferred, matches } from './type-infer.ts';
import { parameterOf } from './type-mapped.ts';
import { isSettled } from './type-same.ts';

export function conditionalType(node: Node & { type: 'TSConditionalType' }, reading: Reading): Type | undefined {
  const check = reading.read(node.checkType, reading);
  const parameter = parameterOf(node.checkType, reading);
  if (!parameter) return decided(node, check, reading);
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
  return reading.read(node.trueType, bound.size === 0 ? reading : { ...reading, args: new Map([...reading.args, ...bound]) });
}

function isTop(node: Node, reading: Reading): boolean {
  const type = reading.read(node, reading);
  return type === anyType || type === topType;
}

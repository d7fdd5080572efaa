/**
 * The parameters of functions, kept beside their types, which say only what is returned: a function's nodes in, what it
 * takes out when that is asked for.
 */
import type { Reading } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type } from './type.ts';
import { tupleType } from './make.ts';

interface Signature {
  readonly params: readonly Node[];
  readonly reading: Reading;
}

const signatures = new WeakMap<Type, Signature>();

/** The same type, knowing the nodes of what it takes. */
export function withSignature(type: Type, node: { readonly params: readonly unknown[]; readonly typeParameters?: unknown }, reading: Reading): Type {
  if (!node.typeParameters) signatures.set(type, { params: node.params as readonly Node[], reading });
  return type;
}

/** `Parameters<F>`, where each parameter is there and annotated. */
export function parametersType(type: Type): Type | undefined {
  const signature = signatures.get(type);
  if (!signature) return undefined;
  const { params, reading } = signature;
  const types = params.map((parameter) => (parameter.type === 'Identifier' && !parameter.optional && parameter.name !== 'this' && parameter.typeAnnotation ? reading.read(parameter.typeAnnotation.typeAnnotation, reading) : undefined));
  return types.every((one) => one !== undefined) ? tupleType(types, true) : undefined;
}

/** `Parameters<F>[index]`, where that parameter is annotated. */
export function parameterAt(type: Type, index: number): Type | undefined {
  const signature = signatures.get(type);
  const parameter = signature?.params[index];
  if (!signature || signature.params.some((one) => one.type === 'Identifier' && one.name === 'this')) return undefined;
  return parameter?.type === 'Identifier' && !parameter.optional && parameter.typeAnnotation ? signature.reading.read(parameter.typeAnnotation.typeAnnotation, signature.reading) : undefined;
}

/** Whether it takes `...args: any[]`, or `never[]`: parameters that any function may have. */
export function takesAnything(type: Type): boolean {
  const [parameter, ...more] = signatures.get(type)?.params ?? [];
  const taken = more.length === 0 && parameter?.type === 'RestElement' ? parameter.typeAnnotation?.typeAnnotation : undefined;
  const item = taken?.type === 'TSArrayType' ? taken.elementType : taken;
  return item?.type === 'TSAnyKeyword' || (taken?.type === 'TSArrayType' && item?.type === 'TSNeverKeyword');
}

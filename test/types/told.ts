/**
 * What the real TypeScript says of a type, in a shape that our own reading can be held against. Children are made when
 * they are asked for: a type may contain itself.
 */
import ts from 'ts60';
import type { Constant } from '../../src/chart/chart.ts';

export type Told = { readonly text: string } & (
  | { readonly kind: 'literal'; readonly constant: Constant; readonly isMember: boolean }
  | { readonly kind: 'primitive'; readonly name: 'string' | 'number' | 'bigint' | 'symbol' }
  | { readonly kind: 'object'; readonly fields: () => readonly ToldField[] }
  | { readonly kind: 'array'; readonly element: () => Told; readonly mutable: boolean; readonly items?: () => readonly Told[] }
  | { readonly kind: 'function'; readonly returns: () => Told | undefined }
  | { readonly kind: 'instance'; readonly name: string }
  /** Flattened; `boolean` as its two. */
  | { readonly kind: 'union'; readonly members: readonly Told[] }
  | { readonly kind: 'never' | 'any' | 'unknown' | 'void' }
  /** With holes that have no end. */
  | { readonly kind: 'template' }
  /** What our types have no word for: an index signature, a type parameter. */
  | { readonly kind: 'other' }
);

export interface ToldField {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Told;
}

/** The type of a program as it is told; `at` is any node of the program. */
export function tell(type: ts.Type, checker: ts.TypeChecker, at: ts.Node): Told {
  const text = checker.typeToString(type, at, ts.TypeFormatFlags.NoTruncation);
  const go = (inner: ts.Type): Told => tell(inner, checker, at);
  const { flags } = type;
  if (flags & ts.TypeFlags.Any) return { kind: 'any', text };
  if (flags & ts.TypeFlags.Unknown) return { kind: 'unknown', text };
  if (flags & ts.TypeFlags.Void) return { kind: 'void', text };
  // Objects that no value can be are told from `never` only by how they are printed.
  if (flags & ts.TypeFlags.Never || text === 'never') return { kind: 'never', text };
  if (flags & ts.TypeFlags.Undefined) return { kind: 'literal', constant: { kind: 'undefined' }, isMember: false, text };
  if (flags & ts.TypeFlags.Null) return { kind: 'literal', constant: { kind: 'null' }, isMember: false, text };
  // An enum of one member is no union.
  if (type.isUnion()) {
    const members = flat(type).map(go).filter((member) => member.kind !== 'never');
    return members.length === 1 ? members[0]! : { kind: 'union', members, text };
  }
  const isMember = (flags & ts.TypeFlags.EnumLiteral) !== 0;
  if (type.isStringLiteral()) return { kind: 'literal', constant: { kind: 'string', value: type.value }, isMember, text };
  if (type.isNumberLiteral()) return { kind: 'literal', constant: { kind: 'number', value: type.value }, isMember, text };
  if (flags & ts.TypeFlags.BigIntLiteral) {
    const { negative, base10Value } = (type as ts.BigIntLiteralType).value;
    return { kind: 'literal', constant: { kind: 'bigint', value: `${negative && base10Value !== '0' ? '-' : ''}${base10Value}` }, isMember, text };
  }
  if (flags & ts.TypeFlags.BooleanLiteral) return { kind: 'literal', constant: { kind: 'boolean', value: text === 'true' }, isMember, text };
  if (flags & ts.TypeFlags.String) return { kind: 'primitive', name: 'string', text };
  if (flags & ts.TypeFlags.Number) return { kind: 'primitive', name: 'number', text };
  if (flags & ts.TypeFlags.BigInt) return { kind: 'primitive', name: 'bigint', text };
  if (flags & ts.TypeFlags.ESSymbol) return { kind: 'primitive', name: 'symbol', text };
  if (flags & ts.TypeFlags.TemplateLiteral) return { kind: 'template', text };
  return structured(type, checker, at, text);
}

function structured(type: ts.Type, checker: ts.TypeChecker, at: ts.Node, text: string): Told {
  const go = (inner: ts.Type): Told => tell(inner, checker, at);
  const isObject = (type.flags & ts.TypeFlags.Object) !== 0 || (type.isIntersection() && type.types.every((part) => part.flags & ts.TypeFlags.Object));
  if (!isObject) return { kind: 'other', text };
  if (checker.isTupleType(type)) {
    const { target } = type as ts.TupleTypeReference;
    const items = checker.getTypeArguments(type as ts.TypeReference);
    if (target.elementFlags.some((flag) => flag !== ts.ElementFlags.Required)) return { kind: 'other', text };
    return { kind: 'array', element: () => go(checker.getIndexTypeOfType(type, ts.IndexKind.Number)!), mutable: !target.readonly, items: () => items.map(go), text };
  }
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    return { kind: 'array', element: () => go(element!), mutable: type.symbol.name === 'Array', text };
  }
  const symbol = type.getSymbol();
  if (symbol && symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface) && (symbol.flags & ts.SymbolFlags.Class || isOfLibrary(symbol))) return { kind: 'instance', name: symbol.name, text };
  const calls = type.getCallSignatures();
  const properties = checker.getPropertiesOfType(type);
  if (calls.length > 0 && properties.length === 0) return { kind: 'function', returns: () => (calls.length === 1 && !calls[0]!.typeParameters ? go(calls[0]!.getReturnType()) : undefined), text };
  if (type.getConstructSignatures().length > 0 && properties.length === 0) return { kind: 'function', returns: () => undefined, text };
  if (calls.length > 0 || type.getConstructSignatures().length > 0 || checker.getIndexInfosOfType(type).length > 0) return { kind: 'other', text };
  if (properties.some(({ escapedName }) => String(escapedName).startsWith('__@'))) return { kind: 'other', text };
  const fields = (): ToldField[] => properties.map((property) => ({ name: property.name, optional: (property.flags & ts.SymbolFlags.Optional) !== 0, type: go(checker.getTypeOfSymbolAtLocation(property, at)) }));
  return { kind: 'object', fields, text };
}

function isOfLibrary(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((declaration) => /\/lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().fileName)) ?? false;
}

function flat(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types.flatMap(flat) : [type];
}

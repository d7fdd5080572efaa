/**
 * The order of a type's members is that in which they are written: TypeScript sorts them. In: the nodes that a type was written in.
 * Out: the members in the order of the source, by the ranks that `ranks.ts` has found there; where these do not tell, by their texts.
 */
import type { Engine, Name, Shape, Structure, SyntaxNode } from './engine.ts';
import { isLibrary } from './names.ts';
import { LAST, least } from './notes.ts';
import { ranksFrom } from './ranks.ts';

export interface Order {
  /** The types, each with the text that it is printed as; where they stand in a field, its name. */
  types<T extends { readonly shape: Shape; readonly text: string }>(types: readonly T[], field?: string): readonly T[];
  fields(fields: readonly Name[]): readonly Name[];
}

export function orderFrom(origins: readonly SyntaxNode[], engine: Engine): Order {
  const ranks = ranksFrom(origins, engine);

  function literalRank(shape: Shape & { kind: 'literal' }, field?: string): number {
    const declared = shape.member ? least(shape.member.declarations().map((node) => ranks.of(node))) : LAST;
    return declared < LAST ? declared : ranks.ofLiteral(shape.constant, field);
  }

  function rankOf(shape: Shape, field?: string): number {
    switch (shape.kind) {
      case 'literal':
        return literalRank(shape, field);
      case 'structure':
        return structureRank(shape, field);
      case 'intersection':
        return least(shape.types.map((type) => rankOf(engine.shape(type), field)));
      case 'tuple':
        return among(ranks.ofKind('list', field), shape.items[0] ? rankOf(engine.shape(shape.items[0].type), field) : 0);
      case 'array':
        return among(ranks.ofKind('list', field), rankOf(engine.shape(shape.element), field));
      default:
        return ranks.ofKind(shape.kind, field) ?? LAST;
    }
  }

  /** Lists are where the first of them is, and there in the order of what they hold. */
  function among(list: number | undefined, inner: number): number {
    return list === undefined ? LAST : list + Math.min(inner, 1e6) / 1e7;
  }

  function structureRank(shape: Structure, field: string | undefined): number {
    const { name, alias } = shape;
    const ofNames = least([ranks.of(name?.key), ranks.of(alias?.key)]);
    if (name?.isClass || (name?.isInterface && name.files.some(isLibrary))) return ofNames;
    const telling = tellingRank(shape);
    if (telling < LAST) return telling;
    const declared = least((name?.declarations() ?? []).map((node) => ranks.of(node)));
    return declared < LAST ? declared : ofNames < LAST ? ofNames : (ranks.ofKind(shape.calls().length > 0 ? 'function' : 'object', field) ?? LAST);
  }

  /** The rank of the first field that is one of finitely many literals: by it objects of a union are told apart. */
  function tellingRank(shape: Structure): number {
    for (const property of shape.properties()) {
      const type = origins[0] && engine.typeOfName(property, origins[0]);
      const values = type ? literalsOf(engine.shape(type), engine) : [];
      if (values.length > 0) return least(values.map((value) => literalRank(value, property.text)));
    }
    return LAST;
  }

  return {
    types: (types, field) => sorted(types, ({ shape }) => rankOf(shape, field), ({ text }) => text),
    fields: (fields) =>
      sorted(
        fields,
        (field) => {
          const declared = least(field.declarations().map((node) => ranks.of(node)));
          return declared < LAST ? declared : ranks.ofField(field.text);
        },
        (field) => field.text,
      ),
  };
}

/** The literals that a type is made of; none where it is anything else besides, but for `undefined`. */
function literalsOf(shape: Shape, engine: Engine): readonly (Shape & { kind: 'literal' })[] {
  if (shape.kind === 'literal') return [shape];
  if (shape.kind !== 'union') return [];
  const members = shape.types.map((type) => engine.shape(type)).filter(({ kind }) => kind !== 'undefined');
  return members.every((member): member is Shape & { kind: 'literal' } => member.kind === 'literal') ? members : [];
}

function sorted<T>(items: readonly T[], rankOf: (item: T) => number, textOf: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  const rows = items.map((item) => ({ item, rank: rankOf(item), text: textOf(item) }));
  return rows.toSorted((a, b) => (a.rank === b.rank ? (a.text < b.text ? -1 : a.text > b.text ? 1 : 0) : a.rank - b.rank)).map(({ item }) => item);
}


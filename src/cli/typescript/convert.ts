/**
 * A type of TypeScript's checker in, ours out, in the words of one module: as plain as our own reading would have made it, members
 * and fields in the order of the source. What has no kind of ours, or no name in the module, is unknown there.
 */
import type { Constant } from '../../chart/chart.ts';
import type { Type, TypeField } from '../../chart/type.ts';
import { unreadParts } from '../../syntax/types/asking.ts';
import { memberText } from '../../syntax/types/reading.ts';
import { anyType, arrayType, functionType, keyText, literalType, memberType, neverType, objectType, primitiveType, tupleType, undefinedType, unionType, unknownType } from '../../syntax/types/make.ts';
import type { Call, Engine, Handle, Name, Shape, Structure, SyntaxNode } from './engine.ts';
import { isLibrary, type Names } from './names.ts';
import type { Order } from './order.ts';

export interface Conversion {
  readonly engine: Engine;
  readonly names: Names;
  readonly order: Order;
  /** Where the question is asked. */
  readonly at: SyntaxNode;
}

/** Deeper, and more, is not gone into: types of packages may be very large, and contain themselves. */
const DEEPEST = 12;
const MOST = 2_000;

/**
 *     convert(type, conversion).text // "{ type: 'go'; n: number } | 'stop'"
 */
export function convert(type: Handle, { engine, names, order, at }: Conversion): Type {
  const busy = new Set<unknown>();
  let left = MOST;
  let within: string | undefined;
  return read(type);

  function read(handle: Handle): Type {
    const identity = engine.identity(handle);
    if (left-- <= 0 || busy.size > DEEPEST || busy.has(identity)) return unknownType('unknown', true);
    busy.add(identity);
    const made = ofShape(engine.shape(handle));
    busy.delete(identity);
    return made;
  }

  function ofShape(shape: Shape): Type {
    switch (shape.kind) {
      case 'any':
        return anyType;
      case 'unknown':
        return unknownType('unknown', true);
      case 'void':
        return unknownType('void', true);
      case 'nonprimitive':
        return unknownType('object', true);
      case 'never':
        return neverType;
      case 'undefined':
        return undefinedType;
      case 'null':
        return literalType({ kind: 'null' });
      case 'string':
      case 'number':
      case 'boolean':
      case 'bigint':
      case 'symbol':
        return primitiveType(shape.kind);
      case 'literal':
        return shape.member ? member(shape.constant, shape.member) : literalType(shape.constant);
      case 'union':
        return union(shape.types);
      case 'intersection':
        return intersection(shape);
      case 'template': {
        const parts = shape.types.map((one) => read(one).text);
        return { ...primitiveType('string'), text: `\`${shape.texts.map((text, index) => text.replace(/[`\\]|\$\{/g, '\\$&') + (parts[index] === undefined ? '' : `\${${parts[index]}}`)).join('')}\`` };
      }
      case 'array':
        return arrayType(read(shape.element), shape.mutable);
      case 'tuple':
        return tuple(shape);
      case 'structure':
        return structure(shape);
      case 'deferred':
        return shape.bound ? read(shape.bound) : unknownType();
      case 'error':
      case 'other':
        return unknownType();
    }
  }

  function member(constant: Constant, name: Name): Type {
    const owner = name.owner();
    const known = owner && names.of(owner);
    return memberType(constant, `${owner?.files[0] ?? ''}#${owner?.text ?? name.text}`, known === undefined ? undefined : memberText(known, name.text));
  }

  function union(handles: readonly Handle[]): Type {
    const told = handles.map((one) => ({ shape: engine.shape(one), type: read(one) })).map((one) => ({ ...one, text: one.type.text }));
    const members = order.types(told, within).map(({ type }) => type);
    const at = members.findIndex(({ text }) => text === 'false' || text === 'true');
    const isBoolean = members.some(({ text }) => text === 'false') && members.some(({ text }) => text === 'true');
    return unionType(isBoolean ? members.flatMap((member, index) => (index === at ? [primitiveType('boolean')] : member.text === 'false' || member.text === 'true' ? [] : [member])) : members);
  }

  /** Of objects, all their fields; of a text or a number that is marked as a special one, the text or the number. */
  function intersection({ types, alias, properties }: Shape & { kind: 'intersection' }): Type {
    // Beside other objects, `object` says nothing.
    const shapes = types.map((one) => engine.shape(one)).filter(({ kind }) => kind !== 'nonprimitive');
    const name = alias && names.of(alias);
    const plain = shapes.find((shape) => shape.kind === 'literal' || shape.kind === 'string' || shape.kind === 'number' || shape.kind === 'bigint' || shape.kind === 'template');
    if (plain) return { ...ofShape(plain), text: name ?? `(${types.map((one) => read(one).text).join(' & ')})` };
    const objects = shapes.filter((shape) => shape.kind === 'structure');
    if (shapes.length === 0 || objects.length < shapes.length || objects.some((shape) => shape.calls().length > 0 || shape.isConstructed() || isInstance(shape))) return unknownType(name);
    const found = properties();
    // Fields that no value can have leave nothing of the whole.
    return found.length === 0 && objects.some((shape) => shape.properties().length > 0) ? neverType : fields(found, alias);
  }

  function tuple({ items, mutable }: Shape & { kind: 'tuple' }): Type {
    const types = items.map(({ type }) => read(type));
    if (items.every(({ how }) => how === 'required')) return tupleType(types, mutable);
    const texts = items.map(({ how }, index) => {
      const { text } = types[index]!;
      return how === 'optional' ? `(${text})?` : how === 'rest' ? `...(${text})[]` : text;
    });
    return { ...arrayType(unionType([...types, ...(items.some(({ how }) => how === 'optional') ? [undefinedType] : [])]), mutable), text: `${mutable ? '' : 'readonly '}[${texts.join(', ')}]` };
  }

  function structure(shape: Structure): Type {
    const calls = shape.calls();
    if (calls.length > 0) return callable(calls);
    if (shape.isConstructed()) return functionType(nameOf(shape) ?? 'new (...args: any[]) => any');
    if (isInstance(shape)) return instance(shape);
    const own = fields(shape.properties(), shape.alias ?? (shape.args.length === 0 ? shape.name : undefined));
    const indexes = shape.indexes();
    // What it has besides its fields has no kind here, but it can be written.
    return indexes.length === 0 ? own : unknownType(nameOf(shape) ?? indexed(indexes, own), true);
  }

  function indexed(indexes: readonly { readonly key: Handle; readonly value: Handle }[], own: Type): string {
    const fields = own.kind === 'object' ? own.fields.map(({ name, type, optional }) => `${keyText(name)}${optional ? '?' : ''}: ${type.text}`) : [];
    return `{ ${[...indexes.map(({ key, value }) => `[key: ${read(key).text}]: ${read(value).text}`), ...fields].join('; ')} }`;
  }

  function isInstance({ name }: Structure): boolean {
    return name !== undefined && (name.isClass || (name.isInterface && name.files.some(isLibrary)));
  }

  function instance(shape: Structure): Type {
    const own = shape.name && names.of(shape.name);
    const args = shape.args.map((arg) => read(arg).text);
    const text = own === undefined ? 'unknown' : args.length === 0 ? own : `${own}<${args.join(', ')}>`;
    return { kind: 'instance', name: shape.name?.text ?? 'Object', text };
  }

  /** The name that the whole type has in the module, where it takes no arguments. */
  function nameOf({ name, alias, args }: Structure): string | undefined {
    const known = alias ?? (args.length === 0 ? name : undefined);
    return known && (known.isClass || known.isInterface || known === alias) ? names.of(known) : undefined;
  }

  function fields(found: readonly Name[], name: Name | undefined): Type {
    const known = name && names.of(name);
    if (found.some(({ text }) => text.startsWith('__@') || text.startsWith('#'))) return unknownType(known);
    const made = order.fields(found).map((field): TypeField => {
      const handle = engine.typeOfName(field, at);
      const outer = within;
      within = field.text;
      const type = handle ? read(handle) : unknownType();
      within = outer;
      return { name: field.text, type: field.isOptional ? withoutUndefined(type) : type, optional: field.isOptional };
    });
    const type = objectType(made);
    // What has no name here inside may still have one as a whole.
    return known !== undefined && unreadParts(type) > 0 ? { ...type, text: known } : type;
  }

  function callable(calls: readonly Call[]): Type {
    const [call, ...more] = calls;
    const returned = read(call!.returns);
    if (more.length > 0 || call!.isGeneric) return functionType(undefined, more.length > 0 ? undefined : returned);
    const parameters = call!.parameters.map(({ name, type, how }) => ({ name: /^[A-Za-z_$][\w$]*$/.test(name) ? name : '_', text: read(type).text, how }));
    const isSure = [...parameters, returned].every(({ text }) => !/\bunknown\b/.test(text));
    return functionType(isSure ? `(${parameters.map(({ name, text, how }) => `${how === 'rest' ? '...' : ''}${name}${how === 'optional' ? '?' : ''}: ${text}`).join(', ')}) => ${returned.text}` : undefined, returned);
  }
}

/** `a?: T` says the `undefined` already. */
function withoutUndefined(type: Type): Type {
  return type.kind === 'union' ? unionType(type.members.filter(({ text }) => text !== 'undefined')) : type;
}

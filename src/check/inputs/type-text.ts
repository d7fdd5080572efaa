/**
 * A type's text in, what values it has out, as far as the text says so. The check makes payloads and results from the
 * types that a chart carries as text; it has no compiler, so a name it cannot look up is `opaque`.
 */

export type ValueType =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | bigint | null | undefined }
  | { readonly kind: 'string' | 'number' | 'boolean' | 'bigint' | 'symbol' | 'any' | 'never' }
  | { readonly kind: 'array'; readonly element: ValueType }
  | { readonly kind: 'tuple'; readonly elements: readonly ValueType[] }
  | { readonly kind: 'object'; readonly fields: readonly TypedField[] }
  | { readonly kind: 'function'; readonly returns: ValueType }
  | { readonly kind: 'union'; readonly members: readonly ValueType[] }
  | { readonly kind: 'named'; readonly name: string; readonly of: readonly ValueType[] }
  | { readonly kind: 'opaque'; readonly text: string };

export interface TypedField {
  readonly name: string;
  readonly type: ValueType;
  readonly optional: boolean;
}

/** The type that a text writes; `opaque` where the text is beyond this reader. */
export function parseType(text: string): ValueType {
  const tokens = text.match(/=>|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|-?\d[\w.]*|[A-Za-z_$][\w$.]*|\.\.\.|\S/g) ?? [];
  const cursor = { tokens, at: 0 };
  const type = union(cursor);
  return type && cursor.at === tokens.length ? type : { kind: 'opaque', text };
}

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

/** Each reader gives nothing where the text is not its own; the whole type is opaque then. */
type Read = ValueType | undefined;

const take = (cursor: Cursor, ...wanted: string[]): boolean => {
  if (!wanted.includes(cursor.tokens[cursor.at] ?? '')) return false;
  cursor.at += 1;
  return true;
};

function union(cursor: Cursor): Read {
  take(cursor, '|');
  const members: ValueType[] = [];
  do {
    const member = intersection(cursor);
    if (!member) return undefined;
    members.push(...(member.kind === 'union' ? member.members : [member]));
  } while (take(cursor, '|'));
  return members.length === 1 ? members[0] : { kind: 'union', members };
}

function intersection(cursor: Cursor): Read {
  const members: ValueType[] = [];
  do {
    const member = postfixed(cursor);
    if (!member) return undefined;
    members.push(member);
  } while (take(cursor, '&'));
  if (members.length === 1) return members[0];
  const fields = members.map((member) => (member.kind === 'object' ? member.fields : undefined));
  return fields.every((list) => list !== undefined) ? { kind: 'object', fields: fields.flat() } : { kind: 'opaque', text: 'an intersection' };
}

function postfixed(cursor: Cursor): Read {
  let type = primary(cursor);
  while (type && take(cursor, '[')) {
    if (take(cursor, ']')) type = { kind: 'array', element: type };
    else return undefined;
  }
  return type;
}

function primary(cursor: Cursor): Read {
  const token = cursor.tokens[cursor.at] ?? '';
  if (token === '(' || token === '<' || token === 'new') return functionOrParenthesis(cursor);
  cursor.at += 1;
  if (token === '{') return objectType(cursor);
  if (token === '[') return tuple(cursor);
  if (token === 'readonly' || token === 'unique') return postfixed(cursor);
  if (token === 'typeof' || token === 'keyof' || token === 'infer') return undefined;
  if (/^['"]/.test(token)) return { kind: 'constant', value: JSON.parse(`"${token.slice(1, -1).replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"')}"`) as string };
  if (token.startsWith('`')) return token.includes('${') ? { kind: 'string' } : { kind: 'constant', value: token.slice(1, -1) };
  if (/^-?\d[\d_]*n$/.test(token)) return { kind: 'constant', value: BigInt(token.slice(0, -1).replaceAll('_', '')) };
  if (/^-?\d/.test(token)) return { kind: 'constant', value: Number(token.replaceAll('_', '')) };
  return /^[A-Za-z_$]/.test(token) ? word(cursor, token) : undefined;
}

function word(cursor: Cursor, name: string): Read {
  switch (name) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'symbol':
    case 'never':
    case 'any':
      return { kind: name };
    case 'unknown':
      return { kind: 'any' };
    case 'null':
      return { kind: 'constant', value: null };
    case 'undefined':
    case 'void':
      return { kind: 'constant', value: undefined };
    case 'true':
    case 'false':
      return { kind: 'constant', value: name === 'true' };
  }
  const of: ValueType[] = [];
  if (take(cursor, '<')) {
    do {
      const argument = union(cursor);
      if (!argument) return undefined;
      of.push(argument);
    } while (take(cursor, ','));
    if (!take(cursor, '>')) return undefined;
  }
  if ((name === 'Array' || name === 'ReadonlyArray') && of[0]) return { kind: 'array', element: of[0] };
  if ((name === 'Readonly' || name === 'Required' || name === 'NonNullable') && of[0]) return of[0];
  return { kind: 'named', name, of };
}

function tuple(cursor: Cursor): Read {
  const elements: ValueType[] = [];
  while (!take(cursor, ']')) {
    if (/^[A-Za-z_$]/.test(cursor.tokens[cursor.at] ?? '') && (cursor.tokens[cursor.at + 1] === ':' || cursor.tokens[cursor.at + 2] === ':')) cursor.at += cursor.tokens[cursor.at + 1] === ':' ? 2 : 3;
    const element = union(cursor);
    if (!element) return undefined;
    take(cursor, '?');
    elements.push(element);
    take(cursor, ',');
  }
  return { kind: 'tuple', elements };
}

function objectType(cursor: Cursor): Read {
  const fields: TypedField[] = [];
  while (!take(cursor, '}')) {
    take(cursor, 'readonly');
    const name = cursor.tokens[cursor.at++] ?? '';
    if (!/^[\w$'"]/.test(name)) return undefined;
    const optional = take(cursor, '?');
    const type = cursor.tokens[cursor.at] === '(' ? functionType(cursor, ':') : take(cursor, ':') ? union(cursor) : undefined;
    if (!type) return undefined;
    fields.push({ name: /^['"]/.test(name) ? name.slice(1, -1) : name, type, optional });
    take(cursor, ';', ',');
  }
  return { kind: 'object', fields };
}

function functionOrParenthesis(cursor: Cursor): Read {
  const start = cursor.at;
  if (take(cursor, 'new')) return undefined;
  if (cursor.tokens[start] === '<') return undefined;
  const called = functionType(cursor, '=>');
  if (called) return called;
  cursor.at = start + 1;
  const inner = union(cursor);
  return inner && take(cursor, ')') ? inner : undefined;
}

/** `(a: string, b?: number) => R`, or in an object `(a: string): R`. What it takes is of no use here. */
function functionType(cursor: Cursor, arrow: '=>' | ':'): Read {
  let depth = 0;
  do {
    const token = cursor.tokens[cursor.at++];
    if (token === undefined) return undefined;
    depth += '([{'.includes(token) ? 1 : ')]}'.includes(token) ? -1 : 0;
  } while (depth > 0);
  if (!take(cursor, arrow)) return undefined;
  if (cursor.tokens[cursor.at + 1] === 'is') {
    cursor.at += 2;
    return union(cursor) && { kind: 'function', returns: { kind: 'boolean' } };
  }
  const returns = union(cursor);
  return returns && { kind: 'function', returns };
}

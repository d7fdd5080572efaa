/**
 * What is in a collection that the code spells out, as terms: `[...'abc']`, `Object.entries(TABLE)`, `['a', 'b'].entries()`.
 */
import { isConstant, type Known } from '../../syntax/constants/known.ts';
import type { Node } from '../../syntax/tree.ts';
import { constantIn } from './fold.ts';
import { knownIn } from './place.ts';
import { constantTerm, stripCasts, type Term } from './term.ts';
import { termKey } from './term-text.ts';

export interface Looking {
  readonly evaluate: (node: Node) => Term;
  /** The table of constants that a term stands for. */
  readonly table: (term: Term) => Term | undefined;
  readonly isGlobal: (name: Node) => boolean;
}

type Call = Node & { type: 'CallExpression' };

/** What iterating over the value of `node` gives. */
export function itemsOf(node: Node, looking: Looking): readonly Term[] | undefined {
  const bare = node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' || node.type === 'TSNonNullExpression' ? (node.expression as Node) : node;
  if (bare !== node) return itemsOf(bare, looking);
  if (node.type === 'CallExpression') {
    const list = node.callee.type === 'MemberExpression' && node.arguments.length === 0 ? listBehind(node.callee.object, looking) : undefined;
    const collection = node.callee.type === 'MemberExpression' && node.arguments.length === 0 ? knownIn(looking.evaluate(node.callee.object)) : undefined;
    if (collection?.kind === 'map' || collection?.kind === 'set') return inCollection(collection, methodOf(node));
    const part = list && (entries(list)[methodOf(node) as keyof ReturnType<typeof entries>] as readonly Term[] | undefined);
    if (part) return part;
  }
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && looking.isGlobal(node.callee)) {
    const given = node.arguments[0];
    if (!given) return once(node.callee.name, []);
    const inside = given && given.type !== 'SpreadElement' ? itemsOf(given, looking) : undefined;
    return inside && node.arguments.length === 1 ? once(node.callee.name, inside) : undefined;
  }
  return listBehind(node, looking);
}

/** `Object.keys(TABLE)`, `Array.from('abc')`: the list that a call of a built-in comes to. */
export function listOfCall(node: Call, looking: Looking): Term | undefined {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || !looking.isGlobal(callee.object) || node.arguments.length !== 1 || node.arguments[0]!.type === 'SpreadElement') return undefined;
  const argument = node.arguments[0]!;
  const items = callee.object.name === 'Array' && methodOf(node) === 'from' ? itemsOf(argument, looking) : callee.object.name === 'Object' ? fieldsOf(argument, methodOf(node), looking) : undefined;
  return items && { kind: 'array', items };
}

function methodOf({ callee }: Call): string | undefined {
  return callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier' ? callee.property.name : undefined;
}

function listBehind(node: Node, looking: Looking): readonly Term[] | undefined {
  const term = looking.evaluate(node);
  const text = constantIn(term);
  if (text?.kind === 'string') return [...text.value].map(textTerm);
  const collection = knownIn(term);
  if (collection?.kind === 'map' || collection?.kind === 'set') return inCollection(collection, collection.kind === 'map' ? 'entries' : 'values');
  const table = looking.table(stripCasts(term));
  return table?.kind === 'array' && !table.items.some((item) => item.kind === 'spread') ? table.items : undefined;
}

/** What is in a `Map` or a `Set` of the module, where that is constant. */
function inCollection(known: Known & { kind: 'map' | 'set' }, method: string | undefined): readonly Term[] | undefined {
  const pairs = known.kind === 'map' ? known.entries : known.items.map((item) => ({ key: item, value: item }));
  const terms = pairs.flatMap(({ key, value }) => (isConstant(key) && isConstant(value) ? [{ key: constantTerm(key), value: constantTerm(value) }] : []));
  if (terms.length < pairs.length) return undefined;
  if (method === 'keys') return terms.map(({ key }) => key);
  if (method === 'values') return terms.map(({ value }) => value);
  return method === 'entries' ? terms.map(({ key, value }): Term => ({ kind: 'array', items: [key, value] })) : undefined;
}

function entries(list: readonly Term[]): { readonly entries: readonly Term[]; readonly keys: readonly Term[]; readonly values: readonly Term[] } {
  const keys = list.map((_, at): Term => constantTerm({ kind: 'number', value: at }));
  return { keys, values: list, entries: list.map((item, at): Term => ({ kind: 'array', items: [keys[at]!, item] })) };
}

function fieldsOf(node: Node, method: string | undefined, looking: Looking): readonly Term[] | undefined {
  if (method !== 'keys' && method !== 'values' && method !== 'entries') return undefined;
  const table = looking.table(stripCasts(looking.evaluate(node)));
  if (table?.kind === 'array' && !table.items.some((item) => item.kind === 'spread')) {
    const all = table.items.map((value, at) => ({ key: String(at), value }));
    return all.map((entry) => fieldTerm(entry, method));
  }
  if (table?.kind !== 'object') return undefined;
  // Whole numbers come first, in their order.
  const isIndex = (key: string): boolean => /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
  const latest = [...new Map(table.entries.map((entry) => [entry.key, entry])).values()];
  const numbered = latest.filter(({ key }) => isIndex(key)).sort((a, b) => Number(a.key) - Number(b.key));
  return [...numbered, ...latest.filter(({ key }) => !isIndex(key))].map((entry) => fieldTerm(entry, method));
}

function fieldTerm({ key, value }: { key: string; value: Term }, method: 'keys' | 'values' | 'entries'): Term {
  if (method === 'values') return value;
  return method === 'keys' ? textTerm(key) : { kind: 'array', items: [textTerm(key), value] };
}

/** A `Set` of constants has each of them once, a `Map` of constant keys the last value of each. */
function once(name: string, items: readonly Term[]): readonly Term[] | undefined {
  if (name === 'Set') return items.every((item) => constantIn(item)) ? [...new Map(items.map((item) => [termKey(item), item])).values()] : undefined;
  if (name !== 'Map') return undefined;
  const pairs = items.map((item) => (item.kind === 'array' && item.items.length === 2 && constantIn(item.items[0]!) ? item : undefined));
  if (!pairs.every((pair) => pair !== undefined)) return undefined;
  return [...new Map(pairs.map((pair) => [termKey(pair.items[0]!), pair])).values()];
}

function textTerm(value: string): Term {
  return constantTerm({ kind: 'string', value });
}

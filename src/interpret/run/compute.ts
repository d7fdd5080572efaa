/**
 * A call of what everyone has, on values that are all known, comes to a value that is known: `STEPS.indexOf(step)`,
 * `RULES.find((rule) => rule.from === state)`, `NEXT.get(state)`. JavaScript itself does the computing, on values made of the code's
 * own constants; only methods that look are called, and only as long as it takes no time.
 */
import { bareOf } from '../../flow/places.ts';
import { constantOf, type StaticValue } from '../../syntax/constants/constant.ts';
import { constant, plain } from '../../syntax/constants/constant-fold.ts';
import type { Binding } from '../../syntax/module.ts';
import { rememberedIn } from '../../syntax/remembered.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { constantIn } from '../values/fold.ts';
import type { Machine } from '../machine.ts';
import { createKnowledge, type Knowledge, resolve } from '../values/possible.ts';
import { pureArrayMethods, pureCollectionMethods, pureNamespaces, pureStringMethods } from '../code/readers.ts';
import { initOf, isSteady } from '../objects/steady.ts';
import { constantTerm, stripCasts, type Term } from '../values/term.ts';

interface Place {
  readonly machine: Omit<Machine, 'unfold'>;
  readonly knowledge: Knowledge;
  readonly valueOf: (binding: Binding) => Term;
}

/** Not known here: thrown so often that the stack would cost more than the rest. */
class Unknown extends Error {}
const unknown = new Unknown();

const longest = 20_000;

/** The value of the call as a term, where all that it is made of is known. */
export function computed(place: Place, call: Node): Term | undefined {
  if (!isPromising(call)) return undefined;
  try {
    return termOf(compute(place, call, new Map(), { left: longest }), 0);
  } catch (error) {
    // A method that throws on these values does so when it is its turn.
    if (error instanceof Unknown || error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const tablesIn = rememberedIn<Binding, { readonly table: Term | undefined }>();

/** What a constant of the module is made of, where that takes calls: `Object.fromEntries([…])`. */
export function tableMade(machine: Omit<Machine, 'unfold'>, binding: Binding): Term | undefined {
  const tables = tablesIn(machine.project);
  const before = tables.get(binding);
  if (before) return before.table;
  tables.set(binding, { table: undefined });
  const home = machine.graph.homeOf(binding);
  const init = binding.kind === 'const' && isSteady(binding, home, machine.project) ? initOf(binding) : undefined;
  const table = init?.type === 'CallExpression' ? computed({ machine, knowledge: createKnowledge(machine.typing), valueOf: () => ({ kind: 'global', name: '' }) }, init) : undefined;
  tables.set(binding, { table });
  return table;
}

/** Calls of methods; what is called by its name is looked into elsewhere. */
function isPromising(call: Node): boolean {
  const bare = bareOf(call);
  return bare.type === 'CallExpression' && bareOf(bare.callee).type === 'MemberExpression';
}

type Names = ReadonlyMap<Binding, unknown>;

function compute(place: Place, given: Node, names: Names, fuel: { left: number }): unknown {
  if (--fuel.left < 0) throw unknown;
  const node = bareOf(given);
  const go = (inner: Node): unknown => compute(place, inner, names, fuel);
  switch (node.type) {
    case 'Literal':
      if ('regex' in node) {
        const { pattern, flags } = (node as unknown as { regex: { pattern: string; flags: string } }).regex;
        if (/[gy]/.test(flags)) throw unknown;
        return new RegExp(pattern, flags);
      }
      if ('bigint' in node) return BigInt((node as { bigint: string }).bigint);
      return (node as { value: unknown }).value;
    case 'Identifier':
      return named(place, node, names, fuel);
    case 'TemplateLiteral':
      return node.quasis.map((quasi, at) => (quasi.value.cooked ?? '') + (at < node.expressions.length ? text(go(node.expressions[at]!)) : '')).join('');
    case 'UnaryExpression':
      return unary(node.operator, go(node.argument));
    case 'BinaryExpression':
      return binary(node.operator, go(node.left as Node), go(node.right));
    case 'LogicalExpression': {
      const left = go(node.left);
      if (node.operator === '&&') return left ? go(node.right) : left;
      if (node.operator === '||') return left ? left : go(node.right);
      return left ?? go(node.right);
    }
    case 'ConditionalExpression':
      return go(node.test) ? go(node.consequent) : go(node.alternate);
    case 'ArrayExpression':
      return node.elements.flatMap((element): unknown[] => {
        if (!element) throw unknown;
        return element.type === 'SpreadElement' ? [...(iterable(go(element.argument)))] : [go(element as Node)];
      });
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.flatMap((property): [string, unknown][] => {
        if (property.type === 'SpreadElement') return Object.entries(ordinary(go(property.argument)) as object);
        if (property.kind !== 'init') throw unknown;
        const key = property.computed ? text(go(property.key)) : property.key.type === 'Identifier' ? property.key.name : String((property.key as { value?: unknown }).value);
        if (key === '__proto__') throw unknown;
        return [[key, go(property.value)]];
      }));
    case 'MemberExpression': {
      const object = go(node.object);
      if ((object === undefined || object === null) && (node.optional || isInChain(node))) return undefined;
      return partOf(object, node.computed ? go(node.property as Node) : (node.property as { name: string }).name);
    }
    case 'ArrowFunctionExpression':
      return functionOf(place, node, names, fuel);
    case 'NewExpression': {
      const name = node.callee.type === 'Identifier' && !place.machine.graph.bindingOf(node.callee) ? node.callee.name : '';
      const values = node.arguments.map((argument) => go(argument as Node));
      if (name === 'Map') return new Map(iterable(values[0] ?? []) as Iterable<[unknown, unknown]>);
      if (name === 'Set') return new Set(iterable(values[0] ?? []));
      throw unknown;
    }
    case 'CallExpression':
      return called(place, node, names, fuel);
    default:
      throw unknown;
  }
}

/** `a?.b.c` is nothing where `a` is. */
function isInChain(node: Node & { type: 'MemberExpression' }): boolean {
  let at: Node = node.object;
  for (;;) {
    at = at.type === 'TSNonNullExpression' ? at.expression : at;
    if (at.type !== 'MemberExpression' && at.type !== 'CallExpression') return false;
    if (at.optional) return true;
    at = at.type === 'MemberExpression' ? at.object : at.callee;
  }
}

function named(place: Place, node: Node & { type: 'Identifier' }, names: Names, fuel: { left: number }): unknown {
  const { graph, project } = place.machine;
  const binding = graph.bindingOf(node);
  if (!binding) {
    if (node.name === 'undefined') return undefined;
    if (node.name === 'Infinity') return Number.POSITIVE_INFINITY;
    throw unknown;
  }
  if (names.has(binding)) return names.get(binding);
  if (graph.isLocal(binding)) return valueIn(place, resolve(place.knowledge, place.valueOf(binding)));
  const home = graph.homeOf(binding);
  const value = constantOf(node as Expression, graph.moduleOf(node), project);
  if (value) return valueFrom(value);
  const at = project.lookup(binding, home);
  const init = at && 'binding' in at && at.binding.kind === 'const' && isSteady(binding, home, project) ? initOf(at.binding) : undefined;
  if (!init || !at || !('binding' in at) || at.module !== home) throw unknown;
  return compute(place, init, new Map(), fuel);
}

function called(place: Place, node: Node & { type: 'CallExpression' }, names: Names, fuel: { left: number }): unknown {
  const callee = bareOf(node.callee);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') throw unknown;
  const method = callee.property.name;
  const values = (): unknown[] => node.arguments.flatMap((argument): unknown[] => (argument.type === 'SpreadElement' ? [...iterable(compute(place, argument.argument, names, fuel))] : [compute(place, argument as Node, names, fuel)]));
  if (callee.object.type === 'Identifier' && !place.machine.graph.bindingOf(callee.object)) {
    const space = { Math, Number, String, Object, Array }[callee.object.name as 'Math'] as unknown as Record<string, (...values: unknown[]) => unknown> | undefined;
    if (!space || !pureNamespaces[callee.object.name]?.(method) || typeof space[method] !== 'function' || (callee.object.name === 'Object' && method === 'freeze')) {
      if (callee.object.name === 'Object' && method === 'freeze') return values()[0];
      throw unknown;
    }
    return space[method](...values());
  }
  const object = compute(place, callee.object, names, fuel);
  if ((object === undefined || object === null) && (callee.optional || isInChain(callee))) return undefined;
  const allowed = Array.isArray(object) ? pureArrayMethods : typeof object === 'string' || typeof object === 'number' ? pureStringMethods : object instanceof Map || object instanceof Set ? pureCollectionMethods : object instanceof RegExp ? new Set(['test']) : undefined;
  if (!allowed?.has(method) || method === 'localeCompare') throw unknown;
  return (object as unknown as Record<string, (...values: unknown[]) => unknown>)[method]!(...values());
}

/** `(rule) => rule.from === state`. */
function functionOf(place: Place, node: Node & { type: 'ArrowFunctionExpression' }, names: Names, fuel: { left: number }): unknown {
  const only = node.expression ? (node.body as Node) : (node.body as unknown as { body: Node[] }).body.length === 1 ? (node.body as unknown as { body: Node[] }).body[0]! : undefined;
  const body = only?.type === 'ReturnStatement' ? only.argument : only;
  if (node.async || !body || (!node.expression && only?.type !== 'ReturnStatement')) throw unknown;
  return (...values: unknown[]): unknown => {
    const inner = new Map(names);
    node.params.forEach((parameter, at) => take(place, parameter as Node, values[at], inner));
    return compute(place, body, inner, fuel);
  };
}

function take(place: Place, pattern: Node, value: unknown, into: Map<Binding, unknown>): void {
  if (pattern.type === 'Identifier') {
    const binding = place.machine.graph.bindingOf(pattern);
    if (!binding) throw unknown;
    into.set(binding, value);
  } else if (pattern.type === 'ArrayPattern') {
    const items = [...iterable(value)];
    pattern.elements.forEach((element, at) => element && take(place, element as Node, items[at], into));
  } else if (pattern.type === 'ObjectPattern') {
    for (const property of pattern.properties) {
      if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') throw unknown;
      take(place, property.value as Node, partOf(value, property.key.name), into);
    }
  } else throw unknown;
}

// --- Between terms and values ---------------------------------------------------------------------------------------

function valueIn(place: Place, given: Term): unknown {
  const term = stripCasts(given);
  const known = constantIn(term);
  if (known) return plain(known);
  if (term.kind === 'array' && !term.items.some((item) => item.kind === 'spread')) return term.items.map((item) => valueIn(place, resolve(place.knowledge, item)));
  if (term.kind === 'object') return Object.fromEntries(term.entries.map((entry) => [entry.key, valueIn(place, resolve(place.knowledge, entry.value))]));
  if (term.kind === 'module') return named(place, term.node as Node & { type: 'Identifier' }, new Map(), { left: longest });
  throw unknown;
}

function valueFrom(value: StaticValue): unknown {
  if (value.kind === 'array') return value.items.map(valueFrom);
  if (value.kind === 'object') return Object.fromEntries([...value.entries].map(([key, entry]) => [key, valueFrom(entry)]));
  return plain(value);
}

function termOf(value: unknown, depth: number): Term | undefined {
  if (depth > 6) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => termOf(item, depth + 1));
    return items.every((item) => item !== undefined) ? { kind: 'array', items } : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
    const entries = Object.entries(value).map(([key, item]) => ({ key, value: termOf(item, depth + 1) }));
    return entries.every((entry): entry is { key: string; value: Term } => entry.value !== undefined) ? { kind: 'object', entries } : undefined;
  }
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  const known = constant(value as string);
  return known && constantTerm(known);
}

// --- What is asked of values ----------------------------------------------------------------------------------------

function ordinary(value: unknown): unknown {
  if (typeof value === 'function' || value instanceof Map || value instanceof Set || value instanceof RegExp) throw unknown;
  return value;
}

function text(value: unknown): string {
  if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') throw unknown;
  return String(value);
}

function iterable(value: unknown): Iterable<unknown> {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Map || value instanceof Set) return value as Iterable<unknown>;
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) return value as Iterable<unknown>;
  throw unknown;
}

/** Only what the object or the string has itself. */
function partOf(object: unknown, key: unknown): unknown {
  if (typeof key === 'symbol' || object === undefined || object === null) throw unknown;
  const name = String(key);
  if ((object instanceof Map || object instanceof Set) && name === 'size') return object.size;
  if (typeof object === 'string' || Array.isArray(object)) {
    if (name === 'length' || Object.hasOwn(object as object, name)) return (object as unknown as Record<string, unknown>)[name];
    if (/^-?\d+$/.test(name)) return undefined;
    throw unknown;
  }
  if (typeof object !== 'object' || Object.getPrototypeOf(object) !== Object.prototype) throw unknown;
  if (Object.hasOwn(object, name)) return (object as Record<string, unknown>)[name];
  if (name in {}) throw unknown;
  return undefined;
}

function unary(operator: string, value: unknown): unknown {
  switch (operator) {
    case '!':
      return !value;
    case '-':
      if (typeof value === 'number' || typeof value === 'bigint') return -value;
      throw unknown;
    case '+':
      if (typeof value === 'number' || typeof value === 'string') return Number(value);
      throw unknown;
    case 'typeof':
      return typeof value;
    default:
      throw unknown;
  }
}

function binary(operator: string, left: unknown, right: unknown): unknown {
  const parts = (value: unknown): boolean => typeof value === 'object' && value !== null;
  // Which object it is cannot be told from a copy of it.
  if (parts(left) && parts(right)) throw unknown;
  switch (operator) {
    case '===':
      return left === right;
    case '!==':
      return left !== right;
  }
  if (parts(left) || parts(right) || typeof left !== typeof right || (typeof left !== 'number' && typeof left !== 'string')) throw unknown;
  const [a, b] = [left as number, right as number];
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '+':
      return a + b;
  }
  if (typeof left === 'string') throw unknown;
  switch (operator) {
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    default:
      throw unknown;
  }
}

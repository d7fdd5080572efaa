/**
 * What an expression is worth at compile time: made only of literals, `const` variables, enums and tables that nobody
 * changes. A table is a constant as long as nothing in sight could change it (`untouched.ts`).
 */
import type { Constant } from '../../chart/chart.ts';
import { foldBinary, foldTemplate, foldUnary, textOf } from './constant-fold.ts';
import { enumMembers } from './enum.ts';
import { contents, identityOf, isConstant, isWhole, type Known, measured, objectOf, opaque, partOf } from './known.ts';
import type { Binding, Module } from '../module.ts';
import { exportedNames } from '../passed-on.ts';
import type { Declared, Project } from '../project.ts';
import type { Expression, Node } from '../tree.ts';
import { propertyKey } from './stands-for.ts';
import { isUntouched, otherNames } from './untouched.ts';

export type StaticValue =
  | Constant
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, StaticValue> }
  | { readonly kind: 'array'; readonly items: readonly StaticValue[] };

/**
 * The value of the expression, or nothing where it is only known at run time, where a part of it is a function or an
 * instance, and where a table it reads may be changed.
 *
 *     const NAMES = { red: 'RED' } as const;
 *     constantOf(/* `NAMES.red + '!'` *\/ expression, module, project) // { kind: 'string', value: 'RED!' }
 */
export function constantOf(expression: Expression, module: Module, project: Project): StaticValue | undefined {
  const value = evaluate(expression, startAt(module, project));
  return isStatic(value) ? value : undefined;
}

/**
 * The same where functions, symbols, `Map`s and `Set`s count too; `opaque` in the parts that are not known. `isStill` is asked of
 * a table that uses in sight do not settle.
 *
 *     const RULES = [{ on: 'go', when: (n: number) => n > 1 }];
 *     knownOf(/* `RULES[0].when` *\/ expression, module, project, isStill) // { kind: 'function', node, module }
 */
export function knownOf(expression: Node, module: Module, project: Project, isStill: (declared: Declared) => boolean): Known {
  return evaluate(expression, { ...startAt(module, project), isStill });
}

/** The values of an enum's members, where they are constants. */
export function enumOf(declared: Declared, project: Project): ReadonlyMap<string, Constant | undefined> {
  const known = enums.get(project) ?? new Map<Binding, ReadonlyMap<string, Constant | undefined>>();
  enums.set(project, known);
  const members = known.get(declared.binding) ?? membersOf(declared.binding, startAt(declared.module, project));
  known.set(declared.binding, members);
  return members;
}

const enums = new WeakMap<Project, Map<Binding, ReadonlyMap<string, Constant | undefined>>>();

interface At {
  readonly module: Module;
  readonly project: Project;
  /** The variables whose values are being found out: one that is among them has none. */
  readonly busy: ReadonlySet<Binding>;
  /** Those that were found to have none, as far as this question goes. */
  readonly without: Set<Binding>;
  /** The enums whose members are being found out, with those found so far. */
  readonly partial: ReadonlyMap<Binding, ReadonlyMap<string, Constant | undefined>>;
  readonly depth: number;
  /** Functions, symbols and collections count too. */
  readonly isStill?: (declared: Declared) => boolean;
  /** It is evaluated once, when its module is. */
  readonly once?: boolean;
  /** What the variables of the functions are that are run. */
  readonly locals?: ReadonlyMap<Binding, Known>;
}

function startAt(module: Module, project: Project): At {
  return { module, project, busy: new Set(), without: new Set(), partial: new Map(), depth: 0 };
}

const DEEPEST = 200;

function evaluate(node: Node, outer: At): Known {
  if (outer.depth >= DEEPEST) return opaque;
  if (node.type === 'Literal') return literal(node);
  if (node.type === 'Identifier') {
    const binding = outer.module.bindings.get(node);
    if (binding) return variable(binding, outer);
    return node.name === 'undefined' ? { kind: 'undefined' } : opaque;
  }
  const at = { ...outer, depth: outer.depth + 1 };
  switch (node.type) {
    case 'TemplateLiteral':
      return template(node, at);
    case 'UnaryExpression': {
      const argument = evaluate(node.argument, at);
      return isConstant(argument) ? (foldUnary(node.operator, argument) ?? opaque) : opaque;
    }
    case 'BinaryExpression':
      return binary(node, at);
    case 'MemberExpression':
      return member(node, at);
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return evaluate(node.expression, at);
    case 'ObjectExpression':
      return object(node, at);
    case 'ArrayExpression':
      return array(node, at);
    case 'CallExpression': {
      const [argument] = node.arguments;
      if (isFreeze(node, at.module)) return argument && argument.type !== 'SpreadElement' ? evaluate(argument, at) : opaque;
      return at.isStill ? called(node, at) : opaque;
    }
    case 'NewExpression':
      return at.isStill ? collection(node, at) : opaque;
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return at.isStill && !node.async && !node.generator ? { kind: 'function', node, module: at.module, ...(at.locals ? { locals: at.locals } : {}) } : opaque;
    default:
      return opaque;
  }
}

/** `Symbol('x')`, or a call of a function that is one expression: `effect('take')`. */
function called(node: Node & { type: 'CallExpression' }, at: At): Known {
  const { callee } = node;
  const given = node.arguments.map((argument) => (argument.type === 'SpreadElement' ? opaque : evaluate(argument, at)));
  const isGlobalSymbol = (name: Node): boolean => name.type === 'Identifier' && name.name === 'Symbol' && !at.module.bindings.has(name);
  const [text] = given;
  if (isGlobalSymbol(callee) && given.length <= 1) return at.locals || !at.once || (text && text.kind !== 'string') ? opaque : { kind: 'symbol', key: `${at.module.path}:${node.start}`, description: text?.value };
  if (callee.type === 'MemberExpression' && isGlobalSymbol(callee.object)) return !callee.computed && callee.property.type === 'Identifier' && callee.property.name === 'for' && text?.kind === 'string' ? { kind: 'symbol', key: `for ${text.value}`, description: text.value } : opaque;
  const fn = evaluate(callee, at);
  return fn.kind === 'function' ? applied(fn, given, at) : opaque;
}

/** What a function that is one expression makes of its arguments. */
function applied(fn: Known & { kind: 'function' }, given: readonly Known[], at: At): Known {
  const { node, module } = fn;
  const { body } = node;
  const only = body?.type === 'BlockStatement' ? (body.body.length === 1 ? body.body[0] : undefined) : body;
  const expression = only?.type === 'ReturnStatement' ? only.argument : only?.type === 'ExpressionStatement' ? undefined : only;
  if (!expression || node.async || node.generator) return opaque;
  const locals = new Map(fn.locals);
  for (const [place, parameter] of node.params.entries()) {
    const binding = parameter.type === 'Identifier' ? module.bindings.get(parameter) : undefined;
    if (!binding || binding.assignments.length > 0) return opaque;
    locals.set(binding, given[place] ?? { kind: 'undefined' });
  }
  return evaluate(expression as Node, { ...at, module, locals });
}

/** `new Map([…])`, `new Set([…])`, of what is known. */
function collection(node: Node & { type: 'NewExpression' }, at: At): Known {
  const { callee } = node;
  if (callee.type !== 'Identifier' || at.module.bindings.has(callee) || (callee.name !== 'Map' && callee.name !== 'Set') || node.arguments.length > 1) return opaque;
  const [argument] = node.arguments;
  const list: Known = !argument ? { kind: 'array', items: [] } : argument.type === 'SpreadElement' ? opaque : evaluate(argument, at);
  if (list.kind !== 'array' && list.kind !== 'set') return opaque;
  if (callee.name === 'Set') {
    const items = once(list.items, (item) => item);
    return items ? { kind: 'set', items } : opaque;
  }
  const pairs = list.items.map((item) => (item.kind === 'array' ? { key: item.items[0] ?? ({ kind: 'undefined' } as const), value: item.items[1] ?? ({ kind: 'undefined' } as const) } : undefined));
  const entries = pairs.every((pair) => pair !== undefined) ? once(pairs, (pair) => pair.key) : undefined;
  return entries ? { kind: 'map', entries } : opaque;
}

/** The first place of each key, with the last item; nothing where two keys might be the same. */
function once<Item>(items: readonly Item[], keyOf: (item: Item) => Known): readonly Item[] | undefined {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = identityOf(keyOf(item));
    if (key === undefined) return undefined;
    found.set(key, item);
  }
  return [...found.values()];
}

function literal(node: Node & { type: 'Literal' }): Known {
  if ('regex' in node) return opaque;
  if ('bigint' in node) return { kind: 'bigint', value: node.bigint };
  const { value } = node;
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', value } : opaque;
  return typeof value === 'boolean' ? { kind: 'boolean', value } : { kind: 'null' };
}

function template(node: Node & { type: 'TemplateLiteral' }, at: At): Known {
  const values: Constant[] = [];
  for (const expression of node.expressions) {
    const value = evaluate(expression, at);
    if (!isConstant(value)) return opaque;
    values.push(value);
  }
  return foldTemplate(node.quasis.map((quasi) => quasi.value.cooked ?? ''), values) ?? opaque;
}

/** A chain of operators leans to the left, as deep as it is long: folded from its far end, without recursion. */
function binary(node: Node & { type: 'BinaryExpression' }, at: At): Known {
  const spine: { operator: string; right: Node }[] = [];
  let left: Node = node;
  while (left.type === 'BinaryExpression') {
    spine.push({ operator: left.operator, right: left.right });
    left = left.left;
  }
  let value = evaluate(left, at);
  for (let index = spine.length - 1; index >= 0 && isConstant(value); index--) {
    const { operator, right } = spine[index] as { operator: string; right: Node };
    const other = evaluate(right, at);
    value = isConstant(other) ? (foldBinary(operator, value, other) ?? opaque) : opaque;
  }
  return isConstant(value) ? value : opaque;
}

function member(node: Node & { type: 'MemberExpression' }, at: At): Known {
  const key = node.computed ? evaluate(node.property, at) : node.property.type === 'Identifier' ? ({ kind: 'string', value: node.property.name } as const) : opaque;
  if (!isConstant(key)) return opaque;
  const name = textOf(key);
  const object = evaluate(node.object, at);
  switch (object.kind) {
    case 'object':
      return object.entries.get(name) ?? opaque;
    case 'array':
      return name === 'length' ? { kind: 'number', value: object.items.length } : (object.items[/^(0|[1-9]\d*)$/.test(name) ? Number(name) : -1] ?? opaque);
    case 'string':
      return name === 'length' ? { kind: 'number', value: object.value.length } : opaque;
    case 'map':
    case 'set':
    case 'symbol':
      return partOf(object, name) ?? opaque;
    default:
      return opaque;
  }
}

function object(node: Node & { type: 'ObjectExpression' }, at: At): Known {
  const entries = new Map<string, Known>();
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = evaluate(property.argument, at);
      if (spread.kind !== 'object') return opaque;
      for (const [key, value] of spread.entries) entries.set(key, value);
      continue;
    }
    const key = property.computed ? evaluate(property.key, at) : keyOf(property.key);
    if (!isConstant(key)) return opaque;
    const name = textOf(key);
    if (name === '__proto__') return opaque;
    entries.set(name, property.kind === 'init' ? evaluate(property.value, at) : opaque);
  }
  return measured(objectOf(entries));
}

function keyOf(key: Node): Known {
  if (key.type === 'Identifier') return { kind: 'string', value: key.name };
  return key.type === 'Literal' ? literal(key) : opaque;
}

function array(node: Node & { type: 'ArrayExpression' }, at: At): Known {
  const items: Known[] = [];
  for (const element of node.elements) {
    if (!element) return opaque;
    if (element.type !== 'SpreadElement') items.push(evaluate(element, at));
    else {
      const spread = evaluate(element.argument, at);
      if (spread.kind !== 'array') return opaque;
      for (const item of spread.items) items.push(item);
    }
  }
  return measured({ kind: 'array', items });
}

/** What a variable always means, seen from where it is used: neither there nor where it is declared may it be changed. */
function variable(binding: Binding, at: At): Known {
  const local = at.locals?.get(binding);
  if (local) return local;
  const found = at.project.lookup(binding, at.module);
  if (!found || !('binding' in found)) return opaque;
  const value = declared(found, at);
  const isForeign = found.binding !== binding && !isWhole(value);
  return !isForeign || isLeftAlone(binding, value, at) ? value : opaque;
}

/** Whether nobody changes what the variable holds. Of a namespace, which holds what others declare, only uses in sight can tell. */
function isLeftAlone(binding: Binding, value: Known, { module, isStill }: At): boolean {
  return [[binding, value] as const, ...otherNames(binding, value, module)].every(([one, worth]) => isUntouched(one, worth, module) || (!(worth.kind === 'object' && worth.space) && (isStill?.({ binding: one, module }) ?? false)));
}

const memos = new WeakMap<Project, Map<Binding, Known>>();
/** Those in which functions, symbols and collections count. */
const richMemos = new WeakMap<Project, Map<Binding, Known>>();

function declared(found: Declared, at: At): Known {
  const { binding } = found;
  const partial = at.partial.get(binding);
  if (partial) return enumObject(partial);
  const kept = at.isStill ? richMemos : memos;
  const memo = kept.get(at.project) ?? new Map<Binding, Known>();
  kept.set(at.project, memo);
  const known = memo.get(binding);
  if (known) return known;
  if (at.busy.has(binding) || at.without.has(binding)) return opaque;
  // What is opaque may be so only because it was asked for in the middle of itself, or of another.
  const isFirst = !at.isStill && at.busy.size === 0 && at.without.size === 0 && at.partial.size === 0 && at.depth < DEEPEST / 2;
  const value = named(declaredValue(binding, { ...at, depth: at.depth + 1, locals: undefined, once: binding.scope.kind === 'module', module: found.module, busy: new Set([...at.busy, binding]) }), found);
  if (value !== opaque || isFirst) memo.set(binding, value);
  else at.without.add(binding);
  return value;
}

/** A symbol is known by the first name that it is given. */
function named(value: Known, { binding, module }: Declared): Known {
  return value.kind === 'symbol' && !value.binding ? { ...value, binding, module } : value;
}

function declaredValue(binding: Binding, at: At): Known {
  if (binding.kind === 'import') return gathered(binding, at);
  const [declaration] = binding.declarations;
  if (!declaration) return opaque;
  if (binding.kind === 'enum') return enumObject(membersOf(binding, at));
  if (declaration.type === 'TSEnumMember') return enumMember(binding, at);
  if (at.isStill && declaration.type === 'FunctionDeclaration') return binding.assignments.length === 0 && binding.declarations.length === 1 && !declaration.async && !declaration.generator ? { kind: 'function', node: declaration, module: at.module } : opaque;
  if (binding.kind !== 'const' || binding.assignments.length > 0) return opaque;
  if (declaration.type !== 'VariableDeclarator') return binding.identifier === declaration ? evaluate(declaration, at) : opaque;
  if (!declaration.init) return opaque;
  const value = taken(declaration.id, binding.identifier, evaluate(declaration.init, at));
  const needsCare = !isWhole(value) && !(isFrozen(declaration.init, at.module) && contents(value).every(isWhole));
  return !needsCare || isLeftAlone(binding, value, at) ? value : opaque;
}

/** What a pattern gives to the name in it, of a value: `const { next: [first] } = table`. */
function taken(pattern: Node, name: Node, value: Known): Known {
  if (pattern === name) return value;
  const parts: readonly (readonly [string | undefined, Node | null])[] =
    pattern.type === 'ObjectPattern'
      ? pattern.properties.map((property) => (property.type === 'Property' ? [propertyKey(property), property.value as Node] : [undefined, property as Node]))
      : pattern.type === 'ArrayPattern' && value.kind === 'array'
        ? pattern.elements.map((element, place) => [String(place), element as Node | null])
        : [];
  const [key, inner] = parts.find(([, part]) => part && part.start <= name.start && part.end >= name.end) ?? [];
  const found = key === undefined ? undefined : partOf(value, key);
  return found && inner ? taken(inner, name, found) : opaque;
}

/** The object that `import * as x` is: what the module exports, by name. */
function gathered(binding: Binding, at: At): Known {
  const space = at.project.namespace(binding, at.module);
  if (!space) return opaque;
  const names = exportedNames(space, at.project).toSorted((a, b) => (a < b ? -1 : 1));
  const entries = new Map(names.map((name): [string, Known] => {
    const found = at.project.lookupExport(name, space);
    return [name, found && 'binding' in found ? declared(found, at) : opaque];
  }));
  const value: Known = measured({ kind: 'object', entries, space: true });
  return isLeftAlone(binding, value, at) ? value : opaque;
}

function membersOf(binding: Binding, at: At): ReadonlyMap<string, Constant | undefined> {
  return enumMembers(binding.declarations, (initializer, before) => {
    const value = evaluate(initializer, { ...at, partial: new Map([...at.partial, [binding, before]]) });
    return isConstant(value) ? value : undefined;
  });
}

/** A member by its bare name, inside the enum. */
function enumMember(binding: Binding, at: At): Known {
  const declaration = binding.scope.node;
  const owner = declaration.type === 'TSEnumDeclaration' ? at.module.bindings.get(declaration.id) : undefined;
  const members = owner && (at.partial.get(owner) ?? membersOf(owner, at));
  return members?.get(binding.name) ?? opaque;
}

/** The object an enum is at run time: a numeric member can be found by its value too. */
function enumObject(members: ReadonlyMap<string, Constant | undefined>): Known {
  const entries = new Map<string, Known>();
  for (const [name, value] of members) {
    entries.set(name, value ?? opaque);
    if (value?.kind === 'number') entries.set(String(value.value), { kind: 'string', value: name });
  }
  return objectOf(entries);
}

function isFrozen(node: Node, module: Module): boolean {
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return isFrozen(node.expression, module);
  return node.type === 'CallExpression' && isFreeze(node, module);
}

/** `Object.freeze(…)` of the global `Object`. */
export function isFreeze(node: Node & { type: 'CallExpression' }, module: Module): boolean {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || callee.object.name !== 'Object') return false;
  return callee.property.type === 'Identifier' && callee.property.name === 'freeze' && !module.bindings.has(callee.object);
}

function isStatic(value: Known): value is StaticValue {
  if (value.kind !== 'object' && value.kind !== 'array') return isConstant(value);
  const known = statics.get(value) ?? contents(value).every(isStatic);
  statics.set(value, known);
  return known;
}

const statics = new WeakMap<Known, boolean>();

/**
 * Whether a table stays as it was written: a variable and what it holds in, a verdict out.
 *
 * Every use of the variable is followed outwards until it ends in something harmless (a comparison, a test, a value
 * that is no object), hands the object to another name (whose uses are then followed too), or leads out of sight, which
 * counts as touched. What is yielded or exported is taken to be left alone by whoever gets it.
 */
import { isCommonJs, isExportsObject } from '../binding/common-js.ts';
import { contents, isWhole, type Known, opaque } from './known.ts';
import type { Binding, Module } from '../module.ts';
import { askOfUses } from '../observed.ts';
import { propertyKey } from './stands-for.ts';
import { isTarget } from '../target.ts';
import type { Node } from '../tree.ts';
import { parentsIn, pushChildren } from '../walk.ts';

export function isUntouched(binding: Binding, value: Known, module: Module): boolean {
  return askOfUses(binding, module, value, (one, home) => everyUse(one, [value], { module: home, parents: parentsIn(home.program), followed: new Map() }));
}

/** `import { N, N as M }`, `import * as all` beside it: the other names for what was imported, or for a part of it, with what each stands for. */
export function otherNames(binding: Binding, value: Known, module: Module): readonly (readonly [Binding, Known])[] {
  // Few have any: that there is none is all that is noted then.
  if (!askOfUses(binding, module, otherImports, (one, home) => otherImports(one, home).length > 0)) return [];
  const { name } = binding.imported!;
  return otherImports(binding, module).map((other) => {
    const its = other.imported!.name;
    if (its === name) return [other, value];
    if (its === '*') return [other, { kind: 'object', entries: new Map([[name, value]]), space: true }];
    return [other, (value.kind === 'object' && value.entries.get(its)) || opaque];
  });
}

function otherImports(binding: Binding, { scope }: Module): readonly Binding[] {
  const { imported } = binding;
  const isRelated = (name: string): boolean => name === imported!.name || name === '*' || imported!.name === '*';
  return imported ? [...scope.bindings.values()].filter((other) => other !== binding && other.imported?.from === imported.from && !other.imported.typeOnly && isRelated(other.imported.name)) : [];
}

interface Sight {
  readonly module: Module;
  readonly parents: ReadonlyMap<Node, Node>;
  /** What each name has been followed as, so that names which hold each other come to an end. */
  readonly followed: Map<Binding, Known[]>;
  /** The function that was given the object: what it returns is followed where it was called. */
  readonly within?: Node;
}

const MOST_MEANINGS = 16;
const MOST_NAMES = 200;

/** `values` are what the name may stand for. */
function everyUse(binding: Binding, values: readonly Known[], sight: Sight): boolean {
  const before = sight.followed.get(binding) ?? [];
  const fresh = values.filter((value) => !isWhole(value) && !before.includes(value));
  if (fresh.length === 0) return true;
  if (before.length > MOST_MEANINGS || sight.followed.size > MOST_NAMES) return false;
  sight.followed.set(binding, [...before, ...fresh]);
  return binding.references.every((node) => isHarmless(node, fresh, sight));
}

function isHarmless(start: Node, from: readonly Known[], sight: Sight): boolean {
  let node = start;
  let values = from;
  for (;;) {
    if (values.every(isWhole)) return true;
    const parent = sight.parents.get(node);
    if (!parent) return false;
    switch (parent.type) {
      case 'MemberExpression': {
        if (parent.object !== node) return true;
        if (isTarget(parent, sight.parents)) return false;
        const call = sight.parents.get(parent);
        if (call?.type === 'CallExpression' && call.callee === parent) {
          if (values.every((value) => value.kind === 'object' && value.space)) return true;
          if (!values.every((value) => isWhole(value) || isReadBy(parent, call, value))) return false;
          node = call;
          values = givenOut(values);
        } else {
          node = parent;
          values = values.flatMap((value) => part(value, parent));
        }
        break;
      }
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
      case 'LogicalExpression':
      case 'AwaitExpression':
        node = parent;
        break;
      case 'ConditionalExpression':
        if (parent.test === node) return true;
        node = parent;
        break;
      case 'SequenceExpression':
        if (parent.expressions.at(-1) !== node) return true;
        node = parent;
        break;
      case 'Property': {
        const literal = sight.parents.get(parent);
        if (literal?.type !== 'ObjectExpression' || parent.value !== node) return parent.key === node && parent.value !== node;
        const key = !parent.computed && parent.key.type === 'Identifier' ? parent.key.name : undefined;
        values = values.map((value) => (key === undefined ? { kind: 'array', items: [value] } : { kind: 'object', entries: new Map([[key, value]]) }));
        node = literal;
        break;
      }
      case 'ArrayExpression':
        values = values.map((value) => ({ kind: 'array', items: [value] }));
        node = parent;
        break;
      case 'SpreadElement':
        return values.flatMap(contents).every(isWhole);
      case 'VariableDeclarator':
        return everyName(parent.id, values, sight);
      case 'AssignmentExpression': {
        // A variable that is given something else lets go of the object.
        if (parent.left === node) return node.type === 'Identifier';
        if (isExportsOf(sight.module, parent.left)) {
          node = parent;
          break;
        }
        if (parent.left.type !== 'Identifier') return false;
        const other = sight.module.bindings.get(parent.left);
        if (!other || !everyUse(other, values, sight)) return false;
        node = parent;
        break;
      }
      case 'ForOfStatement':
        if (parent.right !== node) return false;
        return parent.left.type === 'VariableDeclaration' ? parent.left.declarations.every(({ id }) => everyName(id, values.flatMap(contents), sight)) : values.flatMap(contents).every(isWhole);
      case 'CallExpression':
      case 'NewExpression': {
        // A function taken out of the table is called without it.
        if (parent.callee === node) return true;
        const result = handed(parent, node, values, sight);
        if (result === undefined) return false;
        node = parent;
        values = result;
        break;
      }
      case 'TemplateLiteral':
        return sight.parents.get(parent)?.type !== 'TaggedTemplateExpression';
      case 'ReturnStatement':
        return isInGenerator(parent, sight) || (sight.within !== undefined && functionAround(parent, sight) === sight.within);
      case 'ArrowFunctionExpression':
        return parent === sight.within && parent.body === node;
      default:
        return HARMLESS.has(parent.type) || parent.type.startsWith('TS');
    }
  }
}

/** `exports.x` or `module.exports` of a module of the older kind. */
function isExportsOf({ path, program, bindings }: Module, node: Node): boolean {
  return isCommonJs(path, program) && (isExportsObject(node, bindings) || (node.type === 'MemberExpression' && isExportsObject(node.object as Node, bindings)));
}

/** Where an object may stand without its being changed or kept. */
const HARMLESS = new Set([
  'BinaryExpression', 'ExpressionStatement', 'IfStatement', 'WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForInStatement',
  'SwitchStatement', 'SwitchCase', 'UnaryExpression', 'YieldExpression', 'ExportSpecifier', 'ExportDefaultDeclaration',
]);

/** Every name that a pattern gives to the value or to something in it. */
function everyName(pattern: Node, values: readonly Known[], sight: Sight): boolean {
  switch (pattern.type) {
    case 'Identifier': {
      const binding = sight.module.bindings.get(pattern);
      return !!binding && everyUse(binding, values, sight);
    }
    case 'ObjectPattern':
      return pattern.properties.every((property) => {
        if (property.type === 'RestElement') return everyName(property.argument, values, sight);
        return everyName(property.value, values.flatMap((value) => partNamed(value, propertyKey(property))), sight);
      });
    case 'ArrayPattern':
      return pattern.elements.every((element) => !element || everyName(element.type === 'RestElement' ? element.argument : element, element.type === 'RestElement' ? values : values.flatMap(contents), sight));
    case 'AssignmentPattern':
      return everyName(pattern.left, values, sight);
    default:
      return values.every(isWhole);
  }
}

/** What `table.key` or `table[key]` may be. */
function part(value: Known, member: Node & { type: 'MemberExpression' }): readonly Known[] {
  return partNamed(value, member.computed || member.property.type !== 'Identifier' ? undefined : member.property.name);
}

/** All that is in it, where the name is not known. */
function partNamed(value: Known, name: string | undefined): readonly Known[] {
  if (value.kind !== 'object' || name === undefined) return contents(value);
  const found = value.entries.get(name);
  return found ? [found] : [];
}

/** What may come out of something that only reads the values: nothing to watch where they hold no objects. */
function givenOut(values: readonly Known[]): readonly Known[] {
  return values.flatMap(contents).every(isWhole) ? [] : [opaque];
}

const READS = new Set('at concat entries flat includes indexOf join keys lastIndexOf slice toReversed toString values with hasOwnProperty propertyIsEnumerable'.split(' '));
const CALLS_BACK = new Set('every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some toSorted'.split(' '));

/** Whether a method called on the value only reads it, and a function it is given sees neither it nor an object in it. */
function isReadBy(member: Node & { type: 'MemberExpression' }, call: Node & { type: 'CallExpression' }, value: Known): boolean {
  if (value.kind === 'opaque' || member.computed || member.property.type !== 'Identifier') return false;
  const method = member.property.name;
  if (value.kind === 'object') return !value.entries.has(method) && READS.has(method);
  if (READS.has(method)) return true;
  const [callback] = call.arguments;
  if (!CALLS_BACK.has(method) || callback?.type !== 'ArrowFunctionExpression' || !contents(value).every(isWhole)) return false;
  return callback.params.length <= (method.startsWith('reduce') ? 3 : 2) && callback.params.every((parameter) => parameter.type !== 'RestElement');
}

/** What tells only of keys, or of the object itself. */
const KEYS = new Set('keys hasOwn is isFrozen getOwnPropertyNames'.split(' '));
const OBJECT_READERS = new Set('keys values entries hasOwn is isFrozen freeze getOwnPropertyNames fromEntries'.split(' '));

/**
 * What comes back from a call that is given the object, where that leaves it alone: a reader that everyone has
 * (`Object.keys`), or a function of this module that does nothing with its parameter. Nothing where it may not.
 */
function handed(call: Node & { type: 'CallExpression' | 'NewExpression' }, argument: Node, values: readonly Known[], sight: Sight): readonly Known[] | undefined {
  const { callee } = call;
  const position = call.arguments.findIndex((given) => given === argument || given.type === 'SpreadElement');
  if (callee.type === 'MemberExpression' && !callee.computed && callee.object.type === 'Identifier' && callee.property.type === 'Identifier' && !sight.module.bindings.has(callee.object)) {
    const method = callee.property.name;
    if (callee.object.name === 'Object' && method === 'freeze') return values;
    if (callee.object.name === 'Object' && OBJECT_READERS.has(method)) return KEYS.has(method) ? [] : givenOut(values);
    if (callee.object.name === 'JSON' && method === 'stringify') return call.arguments.length === 1 ? [] : undefined;
    return callee.object.name === 'Array' && (method === 'isArray' || (method === 'from' && call.arguments.length === 1)) ? givenOut(values) : undefined;
  }
  if (callee.type !== 'Identifier') return undefined;
  const binding = sight.module.bindings.get(callee);
  if (!binding) return /^(Set|Map|String|Boolean|structuredClone)$/.test(callee.name) && givenOut(values).length === 0 ? [] : undefined;
  const parameter = call.arguments[position] !== argument || binding.assignments.length > 0 || call.type === 'NewExpression' ? undefined : parameterOf(binding, position);
  // What it returns may be the object.
  return parameter && everyName(parameter, values, { ...sight, within: sight.parents.get(parameter)! }) ? values : undefined;
}

/** The parameter that receives the argument at this place, in a function whose parameters can be had by no other name. */
export function parameterOf(binding: Binding, position: number): Node | undefined {
  // A parameter is declared by the function that it belongs to, which is not what it stands for.
  const [declaration] = binding.kind === 'function' || binding.kind === 'const' ? binding.declarations : [];
  const callable = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  if (callable?.type !== 'FunctionDeclaration' && callable?.type !== 'FunctionExpression' && callable?.type !== 'ArrowFunctionExpression') return undefined;
  return usesArguments(callable, binding) ? undefined : callable.params[position];
}

/** Whether the parameters can be had without their names. */
function usesArguments(callable: Node, binding: Binding): boolean {
  return binding.declarations.length > 1 || (callable.type !== 'ArrowFunctionExpression' && mentionsArguments(callable));
}

function mentionsArguments(callable: Node): boolean {
  const pending: Node[] = [callable];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'Identifier' && node.name === 'arguments') return true;
    pushChildren(pending, node);
  }
  return false;
}

function isInGenerator(node: Node, sight: Sight): boolean {
  const found = functionAround(node, sight);
  return !!found && 'generator' in found && found.generator === true;
}

function functionAround(node: Node, sight: Sight): Node | undefined {
  let found: Node | undefined = node;
  while (found && !/Function/.test(found.type)) found = sight.parents.get(found);
  return found;
}

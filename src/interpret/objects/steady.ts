/**
 * Whether what a name of the module stands for is the same whenever it is looked at: it is never set again, and nothing in sight
 * changes what is in it. What is exported is taken to be left alone by whoever imports it.
 */
import { isDeep, isFunction } from '../../flow/contents.ts';
import { bareOf } from '../../flow/places.ts';
import { constantOf } from '../../syntax/constants/constant.ts';
import type { Binding, Module } from '../../syntax/module.ts';
import type { Project } from '../../syntax/project.ts';
import { askOfUses } from '../../syntax/observed.ts';
import { rememberedIn } from '../../syntax/remembered.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { isTarget } from '../../syntax/target.ts';
import { parameterOf } from '../../syntax/constants/untouched.ts';
import { parentsIn, walk } from '../../syntax/walk.ts';
import { classNamed, isNeverChanged, isPlainlyMade } from '../code/classes.ts';
import { madeByCall } from '../code/maker.ts';
import { freshMutators, mutators, pureArrayMethods, pureNamespaces } from '../code/readers.ts';

export function isSteady(binding: Binding, module: Module, project: Project): boolean {
  const at = project.lookup(binding, module);
  if (!at || !('binding' in at)) return true;
  if (at.binding.assignments.length > 0) return false;
  const [declaration] = at.binding.declarations;
  // A default export without a name is its own declaration.
  const init = initOf(at.binding) ?? (declaration && declaration === at.binding.identifier ? bareOf(declaration) : undefined);
  if (init?.type === 'NewExpression' && init.callee.type === 'Identifier') {
    const own = classNamed(init.callee.name, at.module, project);
    if (own && isNeverChanged(own, project)) return true;
  }
  const depth = init ? depthOf(init, at.module, project) : 0;
  if (depth === 0 || constantOf(binding.identifier as Expression, module, project) !== undefined) return true;
  return [at, ...(at.binding === binding ? [] : [{ binding, module }])].every((one) => askOfUses(one.binding, one.module, depth, (asked, home) => isOnlyRead(asked, depth, home, new Map())));
}

/** Whether a function that is given to a call does nothing but compute. */
export type Calm = (fn: Node, module: Module) => boolean;

/** Whether a copy of the constant means the same: it is made of nothing but what can be copied, and nobody changes it. */
export function isCopyable(binding: Binding, module: Module, project: Project, calm: Calm): boolean {
  const init = binding.kind === 'const' ? initOf(binding) : undefined;
  return init !== undefined && isSteady(binding, module, project) && (isMadeHere(init, module, project, calm) || (isSymbol(init, module) && binding.references.every((reference) => isInGenerator(reference, module) || isInCopy(reference, module, project, calm))));
}

/** Whether the name stands in a table of the module that is copied too, since nobody else can have it. */
function isInCopy(reference: Node, module: Module, project: Project, calm: Calm): boolean {
  const parents = parentsIn(module.program);
  let declaration: Node | undefined = reference;
  while (declaration && declaration.type !== 'VariableDeclarator') declaration = /Function|Class/.test(declaration.type) ? undefined : parents.get(declaration);
  const holder = declaration?.type === 'VariableDeclarator' && declaration.id.type === 'Identifier' ? module.bindings.get(declaration.id) : undefined;
  if (!holder || holder.scope !== module.scope || [...module.exports.values()].some((one) => one.binding === holder)) return false;
  return isCopyable(holder, module, project, calm);
}

/** `Symbol('idle')`: nobody else can have it, unless somebody else is given it. */
function isSymbol(node: Node, module: Module): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Symbol' && !module.bindings.get(node.callee);
}

function isInGenerator(node: Node, module: Module): boolean {
  const parents = parentsIn(module.program);
  for (let at = parents.get(node); at; at = parents.get(at)) if ((at as { generator?: boolean }).generator || at.type.startsWith('TS')) return true;
  return false;
}

/** An expression that gives the same wherever it stands. */
function isMadeHere(given: Node, module: Module, project: Project, calm: Calm): boolean {
  if (isDeep(given)) return false;
  const node = bareOf(given);
  const all = (parts: readonly (Node | null | undefined)[]): boolean => parts.every((part) => !part || isMadeHere(part, module, project, calm));
  switch (node.type) {
    case 'Literal':
      return !('regex' in node) || !/[gy]/.test((node as unknown as { regex: { flags: string } }).regex.flags);
    case 'TemplateLiteral':
      return all(node.expressions);
    case 'UnaryExpression':
      return node.operator !== 'delete' && all([node.argument]);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return all([node.left as Node, node.right]);
    case 'ConditionalExpression':
      return all([node.test, node.consequent, node.alternate]);
    case 'ArrayExpression':
      return all(node.elements as readonly (Node | null)[]);
    case 'ObjectExpression':
      return all(node.properties as readonly Node[]);
    case 'Property':
      return (!node.computed || all([node.key])) && all([node.value as Node]);
    case 'SpreadElement':
      return all([node.argument]);
    case 'MemberExpression':
      return all([node.object, ...(node.computed ? [node.property as Node] : [])]);
    case 'Identifier':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true;
    case 'NewExpression': {
      if (node.callee.type !== 'Identifier' || !all(node.arguments as Node[])) return false;
      if (!module.bindings.get(node.callee)) return ['Array', 'Map', 'Set', 'RegExp', 'Error', 'TypeError', 'RangeError'].includes(node.callee.name) || (node.callee.name === 'Date' && node.arguments.length > 0);
      const own = classNamed(node.callee.name, module, project);
      return own !== undefined && isPlainlyMade(own, project);
    }
    case 'CallExpression': {
      const { callee } = node;
      const made = madeByCall(node, module);
      if (made) return all([made, ...(node.arguments as Node[])]);
      if (!all(node.arguments as Node[])) return false;
      if (callee.type === 'Identifier') return isArray(callee, module);
      if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier' || !node.arguments.every((argument) => isCalm(argument as Node, module, calm))) return false;
      const { name } = callee.property;
      if (callee.object.type === 'Identifier' && !module.bindings.get(callee.object)) return (callee.object.name === 'Symbol' && name === 'for') || (pureNamespaces[callee.object.name]?.(name) ?? false);
      return (pureArrayMethods.has(name) || (freshMutators.has(name) && isNewList(callee.object, module))) && all([callee.object]);
    }
    default:
      return false;
  }
}

/** What is given to a method, which calls it where it is a function. */
function isCalm(argument: Node, module: Module, calm: Calm): boolean {
  if (argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression') return calm(argument, module);
  const binding = argument.type === 'Identifier' ? module.bindings.get(argument) : undefined;
  const fn = binding && (initOf(binding) ?? binding.declarations[0]);
  return !fn || binding.kind === 'import' || !isFunction(fn) || calm(fn, module);
}

/** How deep the collections are that a steady constant is made of: a map of maps is 2. */
export function depthIn(binding: Binding, module: Module, project: Project): number {
  const at = project.lookup(binding, module);
  const init = at && 'binding' in at && isSteady(binding, module, project) ? initOf(at.binding) : undefined;
  return init && at && 'binding' in at ? depthOf(init, at.module, project) : 0;
}

/** What a `const` is set to. */
export function initOf(binding: Binding): Node | undefined {
  const declaration = binding.declarations[0];
  return declaration?.type === 'VariableDeclarator' && declaration.id.type === 'Identifier' && declaration.init ? bareOf(declaration.init) : undefined;
}

/** How many steps into it there is still something that could be changed: 0 for a string or a function, 1 for a list of these. */
function depthOf(given: Node, module: Module, project: Project, names = 0): number {
  if (isDeep(given) || names > MOST_NAMES) return Number.POSITIVE_INFINITY;
  const depths = depthsIn(project);
  const known = depths.get(given);
  if (known !== undefined) return known;
  const found = measured(bareOf(given), module, project, names);
  depths.set(given, found);
  return found;
}

/** A constant may be made of another, and that of another, each several times. */
const depthsIn = rememberedIn<Node, number>();
const MOST_NAMES = 200;

function measured(node: Node, module: Module, project: Project, names: number): number {
  const deepest = (parts: readonly (Node | null)[]): number => parts.reduce((most, part) => (part ? Math.max(most, depthOf(part, module, project, names)) : most), 0);
  switch (node.type) {
    case 'ArrayExpression':
      return 1 + deepest(node.elements as readonly (Node | null)[]);
    case 'ObjectExpression':
      return mentionsItself(node) ? Number.POSITIVE_INFINITY : 1 + deepest(node.properties.map((property) => (property.type === 'Property' ? property.value : property.argument)));
    case 'ConditionalExpression':
      return deepest([node.consequent, node.alternate]);
    case 'LogicalExpression':
      return deepest([node.left, node.right]);
    case 'NewExpression': {
      const name = node.callee.type === 'Identifier' && !module.bindings.get(node.callee) ? node.callee.name : '';
      if (name === 'Array') return 1 + deepest(node.arguments as Node[]);
      if (name === 'Map') return Math.max(1, deepest(node.arguments as Node[]) - 1);
      return name === 'Set' ? Math.max(1, deepest(node.arguments as Node[])) : Number.POSITIVE_INFINITY;
    }
    case 'CallExpression': {
      if (madeByCall(node, module)) return 0;
      const callee = node.callee;
      const list = listDepth(node, module, project, names);
      if (list !== undefined) return list;
      const owner = callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && !module.bindings.get(callee.object) ? callee.object.name : callee.type === 'Identifier' && !module.bindings.get(callee) ? callee.name : '';
      if (['Symbol', 'String', 'Number', 'Boolean', 'BigInt', 'parseInt', 'parseFloat', 'Math'].includes(owner)) return 0;
      const method = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
      if (owner === 'Object' && method === 'freeze') return deepest(node.arguments as Node[]);
      if (owner === 'Object' && method === 'fromEntries') return Math.max(1, deepest(node.arguments as Node[]) - 1);
      return owner === 'Object' && method === 'keys' ? 1 : Number.POSITIVE_INFINITY;
    }
    case 'Identifier': {
      const binding = module.bindings.get(node);
      const init = binding && binding.assignments.length === 0 ? initOf(binding) : undefined;
      return binding === undefined || binding.kind === 'function' || binding.kind === 'class' ? 0 : init && init !== node ? depthOf(init, module, project, names + 1) : Number.POSITIVE_INFINITY;
    }
    case 'AwaitExpression':
    case 'MemberExpression':
    case 'TaggedTemplateExpression':
      return Number.POSITIVE_INFINITY;
    default:
      return 0;
  }
}

/** `Array(9).fill(null)`, `Array.from({ length: 3 }, () => [])`: a list of its own, and what is put into it; nothing where it is no such call. */
function listDepth(call: Node & { type: 'CallExpression' }, module: Module, project: Project, names: number): number | undefined {
  const { callee } = call;
  const given = call.arguments as Node[];
  const deepest = (parts: readonly Node[]): number => Math.max(0, ...parts.map((part) => depthOf(part, module, project, names)));
  if (isArray(callee, module)) return 1 + deepest(given);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined;
  const { name } = callee.property;
  const make = given.at(-1);
  const made = make?.type === 'ArrowFunctionExpression' && make.expression ? (make.body as Node) : undefined;
  if (name === 'from' && isArray(callee.object, module)) return given.length === 2 && made ? 1 + deepest([made]) : undefined;
  if (!isNewList(callee.object, module)) return undefined;
  if (name === 'fill') return Math.max(deepest([callee.object]), 1 + deepest(given.slice(0, 1)));
  return name === 'map' && made ? 1 + deepest([made]) : undefined;
}

function isArray(node: Node, module: Module): boolean {
  return node.type === 'Identifier' && node.name === 'Array' && !module.bindings.get(node);
}

/** A list that nobody else has seen. */
function isNewList(given: Node, module: Module): boolean {
  const node = bareOf(given);
  if (node.type === 'ArrayExpression') return true;
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const { callee } = node;
  if (isArray(callee, module)) return true;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  return isArray(callee.object, module) ? ['from', 'of'].includes(callee.property.name) : (callee.property.name === 'map' || freshMutators.has(callee.property.name)) && isNewList(callee.object, module);
}

/** Functions of an object that know it may change it. */
function mentionsItself(object: Node): boolean {
  let found = false;
  walk(object, (node) => {
    found ||= node.type === 'ThisExpression';
    return !found && node.type !== 'ClassExpression';
  });
  return found;
}

/** How deep what a name stands for has been followed; of a function, what it returns. */
type Seen = Map<Binding, number>;

/** Something may be put into something new again and again: `list = { next: list }`. */
const DEEPEST = 20;

/** Whether every use of the name ends in something that only looks. */
function isOnlyRead(binding: Binding, depth: number, module: Module, seen: Seen): boolean {
  if (depth <= (seen.get(binding) ?? 0)) return true;
  if (seen.size > MOST_NAMES || (depth > DEEPEST && Number.isFinite(depth))) return false;
  seen.set(binding, depth);
  return binding.references.every((reference) => looks(reference, depth, module, seen));
}

/** Methods that tell of a collection what is no part of it. */
const telling = new Set('has includes indexOf lastIndexOf some every findIndex findLastIndex join test toString toJSON'.split(' '));
/** Methods that give a part of it. */
const giving = new Set('get at find findLast'.split(' '));
/** Methods that give some of its parts, in a list of their own. */
const gathering = new Set('keys values entries slice concat filter flat toReversed toSorted toSpliced with'.split(' '));

/** Methods of everyone's that change, or go through everything. */
const everyones = new Set([...mutators, 'forEach', 'map', 'flatMap', 'reduce', 'reduceRight']);

function looks(start: Node, given: number, module: Module, seen: Seen): boolean {
  const parents = parentsIn(module.program);
  let node = start;
  let depth = given;
  for (;;) {
    if (depth <= 0) return true;
    const parent = parents.get(node);
    switch (parent?.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
      case 'ChainExpression':
      case 'LogicalExpression':
        node = parent;
        break;
      case 'ConditionalExpression':
        if (parent.test === node) return true;
        node = parent;
        break;
      case 'MemberExpression': {
        if (parent.object !== node) return true;
        const above = parents.get(parent);
        if (above?.type !== 'CallExpression' || above.callee !== parent) {
          if (isTarget(parent, parents)) return false;
          [node, depth] = [parent, depth - 1];
          break;
        }
        const method = parent.computed || parent.property.type !== 'Identifier' ? '' : parent.property.name;
        // A function of the table's own.
        if (!everyones.has(method) && !telling.has(method) && !giving.has(method) && !gathering.has(method) && Number.isFinite(depth)) return true;
        if (depth > 1 && !above.arguments.every((argument) => !('body' in argument) || onlyLooksAtItems(argument as Node, method.startsWith('reduce') ? 1 : 0, depth - 1, module, seen))) return false;
        if (telling.has(method)) return true;
        if (!giving.has(method) && !gathering.has(method)) return ['forEach', 'map', 'flatMap', 'reduce', 'reduceRight'].includes(method);
        [node, depth] = [above, giving.has(method) ? depth - 1 : depth];
        break;
      }
      case 'VariableDeclarator': {
        if (parent.init !== node) return false;
        return areOnlyRead(parent.id as Node, depth, module, seen);
      }
      case 'AssignmentExpression': {
        // A variable that is given something else lets go of what it stood for.
        if (parent.left === (node as unknown) && (node.type !== 'Identifier' || parent.operator.length <= 2)) return node.type === 'Identifier';
        const other = parent.left.type === 'Identifier' ? module.bindings.get(parent.left) : undefined;
        if (other === undefined || !isOnlyRead(other, depth, module, seen)) return false;
        node = parent;
        break;
      }
      case 'ForOfStatement': {
        const name = parent.right === node && parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]!.id : undefined;
        const other = name?.type === 'Identifier' ? module.bindings.get(name) : undefined;
        return other ? isOnlyRead(other, depth - 1, module, seen) : depth <= 2 && parent.right === node;
      }
      case 'BinaryExpression':
      case 'TemplateLiteral':
      case 'ForInStatement':
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement':
      case 'SwitchStatement':
      case 'SwitchCase':
      case 'ExpressionStatement':
      case 'YieldExpression':
      case 'ExportSpecifier':
      case 'ExportDefaultDeclaration':
        return true;
      case 'UnaryExpression':
        return parent.operator !== 'delete';
      case 'SpreadElement': {
        const literal = parents.get(parent);
        if (literal?.type !== 'ObjectExpression' && literal?.type !== 'ArrayExpression') return depth <= 1;
        node = literal;
        break;
      }
      case 'Property': {
        const literal = parents.get(parent);
        if (literal?.type !== 'ObjectExpression' || parent.value !== node) return parent.key === node && parent.value !== node;
        [node, depth] = [literal, depth + 1];
        break;
      }
      case 'ArrayExpression':
        [node, depth] = [parent, depth + 1];
        break;
      case 'AssignmentPattern':
        return parent.right === node && areOnlyRead(parent.left, depth, module, seen);
      case 'CallExpression': {
        if (isQuietGlobal(parent, module)) return true;
        const binding = parent.callee.type === 'Identifier' ? module.bindings.get(parent.callee) : undefined;
        const place = parent.arguments.findIndex((argument) => argument === node || argument.type === 'SpreadElement');
        const parameter = binding && binding.assignments.length === 0 && parent.arguments[place] === node ? parameterOf(binding, place) : undefined;
        return parameter !== undefined && parameter.type !== 'RestElement' && areOnlyRead(parameter.type === 'AssignmentPattern' ? parameter.left : parameter, depth, module, seen);
      }
      case 'ReturnStatement':
        return isOnlyReturned(parent, depth, module, seen);
      case 'ArrowFunctionExpression':
        return parent.body === node && isOnlyReturned(parent, depth, module, seen);
      default:
        return parent === undefined || parent.type.startsWith('TS');
    }
  }
}

/** Whether all that call the function around only look at what it returns. */
function isOnlyReturned(node: Node, depth: number, module: Module, seen: Seen): boolean {
  const parents = parentsIn(module.program);
  let fn: Node | undefined = node;
  while (fn && fn.type !== 'FunctionDeclaration' && fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression') fn = parents.get(fn);
  if (!fn || fn.async) return false;
  if (fn.generator) return true;
  const holder = parents.get(fn);
  const name = fn.type === 'FunctionDeclaration' ? fn.id : holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id : undefined;
  const binding = name ? module.bindings.get(name) : undefined;
  if (!binding || binding.assignments.length > 0) return false;
  if (depth <= (seen.get(binding) ?? 0)) return true;
  if (seen.size > MOST_NAMES || (depth > DEEPEST && Number.isFinite(depth))) return false;
  seen.set(binding, depth);
  return binding.references.every((reference) => {
    const use = parents.get(reference);
    if (use?.type === 'CallExpression' && use.callee === reference) return looks(use, depth, module, seen);
    return use === undefined || use.type === 'ExportSpecifier' || use.type === 'ExportDefaultDeclaration' || use.type.startsWith('TS');
  });
}

/** Whether a function that is called with each item, and with nothing else of the list, only reads what is in it. */
function onlyLooksAtItems(callback: Node, at: number, depth: number, module: Module, seen: Seen): boolean {
  if (callback.type !== 'ArrowFunctionExpression' || callback.params.length > at + 2) return false;
  const item = callback.params[at] as Node | undefined;
  if (!item) return true;
  if (item.type === 'RestElement' || item.type === 'AssignmentPattern') return false;
  return areOnlyRead(item, depth, module, seen);
}

/** The names that a pattern gives to something, or to what is in it. */
function areOnlyRead(pattern: Node, depth: number, module: Module, seen: Seen): boolean {
  let fine = true;
  walk(pattern, (node) => {
    if (node.type === 'RestElement' && pattern.type === 'ObjectPattern') fine &&= areOnlyRead(node.argument, depth, module, seen);
    const binding = node.type === 'Identifier' ? module.bindings.get(node) : undefined;
    if (binding?.identifier === node) fine &&= isOnlyRead(binding, pattern.type === 'Identifier' ? depth : depth - 1, module, seen);
    return fine;
  });
  return fine;
}

function isQuietGlobal(call: Node & { type: 'CallExpression' }, module: Module): boolean {
  const { callee } = call;
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && !module.bindings.get(callee.object) && ['Object', 'JSON', 'console', 'Array', 'Math'].includes(callee.object.name) && callee.property.type === 'Identifier' && callee.property.name !== 'assign';
}

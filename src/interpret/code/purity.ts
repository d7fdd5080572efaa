/**
 * Whether an expression is free of effects, repeatable and cannot throw in itself: only such code may stand in a guard.
 * What is not known to be pure is an effect.
 */
import { isDeep, isFunction } from '../../flow/contents.ts';
import type { Graph } from '../../flow/graph.ts';
import { constantOf } from '../../syntax/constants/constant.ts';
import type { Known } from '../../syntax/constants/known.ts';
import type { Binding, Module } from '../../syntax/module.ts';
import type { Project } from '../../syntax/project.ts';
import { functionBehind, tableBehind } from '../../syntax/constants/stands-for.ts';
import type { Expression, FunctionNode, Node } from '../../syntax/tree.ts';
import type { Type } from '../../syntax/types/type.ts';
import { children, pushChildren, walk } from '../../syntax/walk.ts';
import { bareOf, rootOf } from '../../flow/places.ts';
import { fixedValue } from '../variables/fixed.ts';
import { classNamed, isActingGetter, isLookingMethod, isLookingStatic, isPlainlyMade, isSteadyStatic } from './classes.ts';
import { freshMutators, pureArrayMethods, pureCollectionMethods, pureGlobals, pureNamespaces, pureStringMethods } from './readers.ts';
import { createRows } from './rows.ts';
import { depthIn, initOf, isCopyable, isSteady } from '../objects/steady.ts';
import { mayThrowByValue } from './throwing.ts';
import { judgedTogether } from './together.ts';
import { isOf, membersOf, present } from '../values/type-parts.ts';
import type { Typing } from '../values/typing.ts';

/** Free of effects and repeatable; `mutates` names the local whose value a known method changes in place. */
export type Purity = (node: Node) => boolean;

const pureConstructors = new Set('Map Set Array Error TypeError RangeError SyntaxError ReferenceError EvalError URIError RegExp Object'.split(' '));

/** Of the machine's own functions, which as a guard would read worse than their answers: none, those of one expression, or any that only look. */
export function createPurity(graph: Graph, typing: Typing, project: Project, calls: 'none' | 'expressions' | 'bodies' = 'none'): Purity {
  const known = new Map<Node, boolean>();
  const inHelpers = createHelperPurity(project);
  const rows = createRows(graph, project);

  const pure = (node: Node): boolean => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const result = !isDeep(node) && decide(node);
    known.set(node, result);
    return result;
  };

  const decide = (node: Node): boolean => {
    if (mayThrowByValue(node, typing.ofNode)) return false;
    switch (node.type) {
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return true;
      case 'AssignmentExpression':
      case 'UpdateExpression':
      case 'YieldExpression':
      case 'AwaitExpression':
      case 'TaggedTemplateExpression':
      case 'ImportExpression':
      case 'ClassExpression':
      case 'ThisExpression':
      case 'Super':
        return false;
      case 'UnaryExpression':
        return node.operator !== 'delete' && pure(node.argument);
      case 'CallExpression':
        return node.arguments.every((argument) => pureArgument(argument as Node)) && pureCall(node);
      case 'NewExpression':
        return node.callee.type === 'Identifier' && pureNew(node) && node.arguments.every((argument) => pureArgument(argument as Node));
      case 'Identifier': {
        const binding = graph.bindingOf(node);
        return !binding || graph.isLocal(binding) || isSteady(binding, graph.homeOf(binding), project);
      }
      case 'MemberExpression': {
        if (!children(node).every((child) => (child === node.property && !node.computed) || pure(child))) return false;
        if (isUntold(node)) return false;
        const owner = node.object.type === 'Identifier' ? classNamed(node.object.name, graph.moduleOf(node), project) : undefined;
        if (owner) return !node.computed && node.property.type === 'Identifier' && isSteadyStatic(owner, node.property.name, project);
        const own = instanceOf(node.object);
        return !(own && !node.computed && node.property.type === 'Identifier' && isActingGetter(own, node.property.name, project));
      }
      default:
        if (node.type.startsWith('TS') && !node.type.endsWith('Expression') && node.type !== 'TSTypeAssertion') return true;
        return children(node).every(pure);
    }
  };

  /** `event.payload.deep`, where nothing says that there is a payload: reading it may throw. */
  const isUntold = (node: Node & { type: 'MemberExpression' }): boolean => {
    if (node.optional || bareOf(node.object).type !== 'MemberExpression' || typing.ofNode(node.object).kind !== 'unknown') return false;
    const root = rootOf(node);
    const binding = root.type === 'Identifier' ? graph.bindingOf(root) : undefined;
    return binding !== undefined && graph.isLocal(binding);
  };

  /** `TABLE.get(state)`, of a map of maps. */
  const isOfSteady = (node: Node): boolean => {
    let steps = 0;
    let at = bareOf(node);
    for (; at.type === 'CallExpression' || at.type === 'MemberExpression'; at = bareOf(at.type === 'CallExpression' ? at.callee : at.object)) if (at.type === 'CallExpression') steps++;
    const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
    return steps > 0 && binding !== undefined && !graph.isLocal(binding) && depthIn(binding, graph.homeOf(binding), project) > steps;
  };

  /** What a `const` that is named was set to. */
  const constantBehind = (node: Node): Node => {
    const binding = node.type === 'Identifier' ? graph.bindingOf(node) : undefined;
    const at = binding && (graph.isLocal(binding) ? { binding } : project.lookup(binding, graph.homeOf(binding)));
    return (at && 'binding' in at && at.binding.kind === 'const' && initOf(at.binding)) || node;
  };

  /** The class of which the value is an instance, where it can be read. */
  const instanceOf = (node: Node) => {
    const type = present(typing.ofNode(node));
    return type.kind === 'instance' ? classNamed(type.name, graph.moduleOf(node), project) : undefined;
  };

  const pureArgument = (node: Node): boolean => {
    if (node.type === 'SpreadElement') return pure(node.argument);
    if (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression') return inHelpers(node, graph.moduleOf(node)) || (node.type === 'ArrowFunctionExpression' && node.expression && !node.async && pure(node.body as Node));
    return pure(node);
  };

  const pureCall = (node: Node & { type: 'CallExpression' }): boolean => {
    const callee = node.callee;
    if (callee.type === 'Identifier') {
      const binding = graph.bindingOf(callee);
      if (!binding) return pureGlobals.has(callee.name);
      if (graph.isLocal(binding)) return calls !== 'none' && node.arguments.every(({ type }) => type !== 'SpreadElement') && pureOwn(binding);
      return pureFunction(binding, graph.homeOf(binding), project, inHelpers) || (initOf(binding)?.type === 'CallExpression' && isPureInRows(callee));
    }
    if (callee.type === 'MemberExpression' && (isPureEntry(callee) || isPureInRows(callee))) return true;
    if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier' || !pure(callee.object)) return false;
    if (freshMutators.has(callee.property.name) && isFresh(callee.object)) return true;
    if (callee.property.name === 'test' && isPlainRegExp(constantBehind(callee.object))) return true;
    const owner = callee.object.type === 'Identifier' ? classNamed(callee.object.name, graph.moduleOf(callee), project) : undefined;
    if (owner) return isLookingStatic(owner, callee.property.name, project);
    if (pureCollectionMethods.has(callee.property.name) && isOfSteady(callee.object)) return true;
    const own = instanceOf(callee.object);
    if (own) return isLookingMethod(own, callee.property.name, project);
    return pureMethod(callee, callee.property.name, typing, (name) => graph.bindingOf(name) === undefined);
  };

  const pureOwn = (binding: Binding): boolean => {
    const fn = fixedValue(graph, binding);
    if (!fn || !isFunction(fn)) return false;
    const { body, params, async, generator } = fn as FunctionNode;
    if (!body || async || generator || (body.type === 'BlockStatement' && (calls !== 'bodies' || !isStraight(body as Node)))) return false;
    // One that calls itself has no end that can be seen.
    const before = known.get(body as Node);
    if (before !== undefined) return before;
    known.set(body as Node, false);
    const result = params.every((parameter) => parameter.type === 'Identifier') && decide(body as Node);
    known.set(body as Node, result);
    return result;
  };

  /** `rule.when?.(n)`: every function that a row may have there only computes; so does `take(n)`, of `const take = effect('take')`. */
  const isPureInRows = (callee: Node & { type: 'MemberExpression' | 'Identifier' }): boolean => {
    const isThere = ({ kind }: Known): boolean => kind !== 'undefined' && kind !== 'null';
    const owners = callee.type === 'MemberExpression' ? rows(callee.object)?.filter(isThere) : undefined;
    const isReader = callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier' && pureCollectionMethods.has(callee.property.name);
    if (isReader && owners && owners.length > 0 && owners.every(({ kind }) => kind === 'map' || kind === 'set')) return true;
    const functions = rows(callee)?.filter(isThere);
    return functions !== undefined && functions.length > 0 && functions.every((one) => one.kind === 'function' && one.node.type === 'ArrowFunctionExpression' && inHelpers(one.node, one.module));
  };

  /** `program[phase](signal)`: every function of the table that the key may choose only computes; so does the function of `import * as program`. */
  const isPureEntry = (callee: Node & { type: 'MemberExpression' }): boolean => {
    const binding = callee.object.type === 'Identifier' ? graph.bindingOf(callee.object) : undefined;
    if (!binding || graph.isLocal(binding)) return false;
    if (project.namespace(binding, graph.homeOf(binding))) {
      const found = functionBehind(callee, graph.homeOf(binding), project);
      return found !== undefined && !found.primed && inHelpers(found.fn, found.module);
    }
    const table = tableBehind(callee.object, graph.homeOf(binding), project);
    if (!table) return false;
    const key = callee.computed ? keysOf(typing.ofNode(callee.property)) : callee.property.type === 'Identifier' ? [callee.property.name] : undefined;
    if (!key || (callee.computed && !pure(callee.property))) return false;
    return key.every((name) => {
      const entry = table.entries.find((one) => String(one.key) === name);
      const found = entry && functionBehind(entry.node, table.module, project);
      return found !== undefined && !found.primed && inHelpers(found.fn, found.module);
    });
  };

  const pureNew = (node: Node & { type: 'NewExpression' }): boolean => {
    const name = (node.callee as { name: string }).name;
    const binding = graph.bindingOf(node.callee);
    if (!binding) return pureConstructors.has(name) || (name === 'Date' && node.arguments.length > 0);
    const at = graph.isLocal(binding) ? undefined : project.lookup(binding, graph.homeOf(binding));
    if (!at || !('binding' in at)) return false;
    const made = classNamed(name, graph.moduleOf(node), project);
    if (made && isPlainlyMade(made, project)) return true;
    const declaration = at.binding.declarations[0];
    return declaration?.type === 'ClassDeclaration' && plainError(declaration as Node & { type: 'ClassDeclaration' });
  };
  return pure;
}

/** Whether the body comes to its end without a loop, and throws nothing itself. */
function isStraight(body: Node): boolean {
  let straight = true;
  walk(body, (node) => {
    straight &&= !/^(?:For|While|DoWhile|Try|Throw|Labeled|Function|Class)/.test(node.type);
    return straight && !isFunction(node);
  });
  return straight;
}

/** The keys that a value of finite type can be. */
function keysOf(type: Type): readonly string[] | undefined {
  const keys = membersOf(type).map((one) => (one.kind === 'literal' && (one.constant.kind === 'string' || one.constant.kind === 'number') ? String(one.constant.value) : undefined));
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** Made where it stands: nobody else has it. */
export function isFresh(node: Node): boolean {
  if (node.type === 'ArrayExpression' || node.type === 'NewExpression') return true;
  if (node.type !== 'CallExpression') return false;
  if (node.callee.type === 'Identifier') return node.callee.name === 'Array';
  return node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && (['slice', 'map', 'filter', 'concat', 'flat', 'flatMap', 'split', 'from', 'of', 'keys', 'entries', 'values'].includes(node.callee.property.name) || (freshMutators.has(node.callee.property.name) && isFresh(node.callee.object)));
}

function pureMethod(callee: Node & { type: 'MemberExpression' }, method: string, typing: Typing, isGlobal: (name: Node) => boolean): boolean {
  if (callee.object.type === 'Identifier' && isGlobal(callee.object)) return pureNamespaces[callee.object.name]?.(method) ?? false;
  const type = present(typing.ofNode(callee.object));
  if (isOf(type, 'string') || isOf(type, 'number')) return pureStringMethods.has(method);
  if (type.kind === 'array') return pureArrayMethods.has(method);
  if (type.kind === 'instance' && (type.name === 'Map' || type.name === 'Set')) return pureCollectionMethods.has(method);
  if (type.kind === 'instance' && type.name === 'RegExp') return method === 'test' && isPlainRegExp(callee.object);
  return false;
}

/** A regular expression without memory. */
function isPlainRegExp(node: Node): boolean {
  return node.type === 'Literal' && 'regex' in node && !/[gy]/.test((node as unknown as { regex: { flags: string } }).regex.flags);
}

/** A class that only extends a built-in error and names itself. */
function plainError(declaration: Node & { type: 'ClassDeclaration' | 'ClassExpression' }): boolean {
  const parent = declaration.superClass;
  return (parent?.type === 'Identifier' && parent.name.endsWith('Error') && declaration.body.body.every((member) => member.type === 'PropertyDefinition' && (!member.value || member.value.type === 'Literal'))) ?? false;
}

/** A constant, or a function that only computes: a copy of it means the same. */
export function isPureFunction(binding: Binding, module: Module, project: Project): boolean {
  const inHelpers = createHelperPurity(project);
  if (isCopyable(binding, module, project, inHelpers)) return true;
  const declaration = binding.declarations[0];
  const init = declaration?.type === 'VariableDeclarator' ? declaration.init : undefined;
  if (init && (init.type === 'Literal' || init.type === 'ArrayExpression' || init.type === 'ObjectExpression' || init.type === 'TSAsExpression' || init.type === 'CallExpression' || init.type === 'UnaryExpression' || init.type === 'BinaryExpression' || init.type === 'TemplateLiteral')) return binding.kind === 'const' && constantOf(binding.identifier as Expression, module, project) !== undefined;
  return pureFunction(binding, module, project, inHelpers);
}

type HelperPurity = (fn: Node, module: Module) => boolean;

/** `db.find(id)`: what a package or a class of the module does under a name that arrays have too. */
function isOthers(object: Node, module: Module): boolean {
  const root = rootOf(object);
  const binding = root.type === 'Identifier' ? module.bindings.get(root) : undefined;
  if (!binding || binding.scope !== module.scope) return false;
  const init = initOf(binding);
  return binding.kind === 'import' ? !/^[A-Z]/.test(binding.name) : init?.type === 'NewExpression' && !(init.callee.type === 'Identifier' && pureConstructors.has(init.callee.name)) || init?.type === 'CallExpression' && !/^Object$/.test((rootOf(init.callee) as { name?: string }).name ?? '');
}

function pureFunction(binding: Binding, module: Module, project: Project, inHelpers: HelperPurity): boolean {
  const at = project.lookup(binding, module);
  if (!at || !('binding' in at) || at.binding.assignments.length > 0) return false;
  const declaration = at.binding.declarations[0];
  const fn = declaration?.type === 'VariableDeclarator' && at.binding.kind === 'const' ? declaration.init : declaration;
  if (fn?.type !== 'FunctionDeclaration' && fn?.type !== 'ArrowFunctionExpression' && fn?.type !== 'FunctionExpression') return false;
  return inHelpers(fn, at.module);
}

const unasked = (): undefined => undefined;

/** Helpers of the module (and callbacks): pure if they only compute on what is theirs. */
function createHelperPurity(project: Project): HelperPurity {
  const judge = judgedTogether();
  const helper: HelperPurity = (fn, module) => judge(fn, () => !(fn as { async?: boolean }).async && !(fn as { generator?: boolean }).generator && body(fn, module));

  const body = (fn: Node, module: Module): boolean => {
    const own = (name: Node): boolean => {
      const binding = module.bindings.get(name);
      for (let scope = binding?.scope; scope; scope = scope.parent) if (scope.node === fn) return true;
      return false;
    };
    const stack: Node[] = [...children(fn)];
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (mayThrowByValue(node, unasked)) return false;
      switch (node.type) {
        case 'ThrowStatement':
        case 'AwaitExpression':
        case 'YieldExpression':
        case 'TaggedTemplateExpression':
        case 'ImportExpression':
        case 'ThisExpression':
        case 'TryStatement':
          return false;
        case 'AssignmentExpression':
          if (node.left.type !== 'Identifier' || !own(node.left)) return false;
          break;
        case 'UpdateExpression':
          if (node.argument.type !== 'Identifier' || !own(node.argument)) return false;
          break;
        case 'UnaryExpression':
          if (node.operator === 'delete') return false;
          break;
        case 'NewExpression':
          if (node.callee.type !== 'Identifier' || module.bindings.get(node.callee) || !pureConstructors.has(node.callee.name)) return false;
          break;
        case 'Identifier': {
          const binding = module.bindings.get(node);
          if (binding && !own(node) && binding.scope === module.scope && !isSteady(binding, module, project)) return false;
          break;
        }
        case 'CallExpression': {
          const callee = node.callee;
          if (callee.type === 'Identifier') {
            const binding = module.bindings.get(callee);
            if (!binding ? !pureGlobals.has(callee.name) : !pureFunction(binding, module, project, helper)) return false;
          } else if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier') {
            const name = callee.property.name;
            const onGlobal = callee.object.type === 'Identifier' && !module.bindings.get(callee.object) ? pureNamespaces[callee.object.name] : undefined;
            if (name === 'test' && isPlainRegExp(callee.object)) break;
            if (!onGlobal && isOthers(callee.object, module)) return false;
            if (onGlobal ? !onGlobal(name) : !pureArrayMethods.has(name) && !pureStringMethods.has(name)) return false;
          } else return false;
          break;
        }
      }
      if (node.type.startsWith('TS') && !node.type.endsWith('Expression')) continue;
      pushChildren(stack, node);
    }
    return true;
  };
  return helper;
}

/**
 * Functions of the module that another function of the module has made: `const take = effect('take')`.
 */
import { isFunction } from '../../flow/contents.ts';
import { isWithin } from '../../flow/frame.ts';
import { bareOf } from '../../flow/places.ts';
import type { Binding, Module } from '../../syntax/module.ts';
import type { FunctionNode, Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';

type Arrow = Node & { type: 'ArrowFunctionExpression' };
type FunctionLike = Arrow | FunctionNode;

/** `effect('take')`: the function that a function of the module, which is one expression, makes of what it is given. */
export function madeByCall(call: Node & { type: 'CallExpression' }, module: Module): Arrow | undefined {
  const binding = call.callee.type === 'Identifier' ? module.bindings.get(call.callee) : undefined;
  const maker = binding && arrowOf(binding);
  const made = maker && maker.expression && !maker.async && maker.params.every(({ type }) => type === 'Identifier') ? bareOf(maker.body as Node) : undefined;
  return made?.type === 'ArrowFunctionExpression' ? made : undefined;
}

/** Which arguments the name is made of that is in the objects which such a function gives back; nothing where that is not plain. */
export function namedBy(call: Node & { type: 'CallExpression' }, callee: Binding, module: Module, keys: readonly string[]): readonly Node[] | undefined {
  const init = initOf(callee);
  const fn = functionOf(callee) ?? (init?.type === 'CallExpression' ? madeByCall(init, module) : undefined);
  if (!fn?.body || call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const names = returnedBy(fn).flatMap(armsOf).map((made) => nameIn(made, keys));
  const mentioned = new Set<Binding | undefined>();
  for (const name of names) {
    if (!name) return undefined;
    walk(name, (node) => void (node.type === 'Identifier' && mentioned.add(module.bindings.get(node))));
  }
  if (names.length === 0 || [...mentioned].some((binding) => binding && binding.kind !== 'parameter' && isWithin(binding, fn))) return undefined;
  return call.arguments.filter((_, at) => {
    const parameter = fn.params[Math.min(at, fn.params.length - 1)] as Node | undefined;
    const bare = parameter?.type === 'RestElement' ? parameter.argument : parameter;
    return bare !== undefined && (bare.type !== 'Identifier' || mentioned.has(module.bindings.get(bare)));
  }) as readonly Node[];
}

/** Both arms of a choice. */
function armsOf(value: Node): Node[] {
  const bare = bareOf(value);
  return bare.type === 'ConditionalExpression' ? [...armsOf(bare.consequent), ...armsOf(bare.alternate)] : [bare];
}

/** What is given to the field that names an object. */
function nameIn(made: Node, keys: readonly string[]): Node | undefined {
  if (made.type !== 'ObjectExpression') return undefined;
  const entries = made.properties.flatMap((property) => (property.type === 'Property' && !property.computed && property.key.type === 'Identifier' ? [{ key: property.key.name, value: property.value as Node }] : []));
  return entries.length === made.properties.length ? keys.map((key) => entries.find((entry) => entry.key === key)?.value).find((value) => value !== undefined) : undefined;
}

/** All that a function may answer. */
export function returnedBy(fn: FunctionLike): Node[] {
  if (!fn.body) return [];
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: Node[] = [];
  walk(fn.body as Node, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument);
    return !isFunction(node);
  });
  return found;
}

function functionOf(binding: Binding): FunctionLike | undefined {
  const [declaration] = binding.declarations;
  const fn = declaration?.type === 'FunctionDeclaration' && binding.assignments.length === 0 ? declaration : initOf(binding);
  return fn && (fn.type === 'FunctionDeclaration' || fn.type === 'FunctionExpression' || fn.type === 'ArrowFunctionExpression') && !fn.async && !fn.generator ? fn : undefined;
}

function arrowOf(binding: Binding): Arrow | undefined {
  const init = initOf(binding);
  return init?.type === 'ArrowFunctionExpression' ? init : undefined;
}

function initOf(binding: Binding): Node | undefined {
  const declaration = binding.kind === 'const' && binding.assignments.length === 0 ? binding.declarations[0] : undefined;
  return declaration?.type === 'VariableDeclarator' && declaration.init ? bareOf(declaration.init) : undefined;
}

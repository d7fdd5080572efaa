/**
 * Functions of the module that another function of the module has made: `const take = effect('take')`.
 */
import { bareOf } from '../flow/places.ts';
import type { Binding, Module } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';

type Arrow = Node & { type: 'ArrowFunctionExpression' };

/** `effect('take')`: the function that a function of the module, which is one expression, makes of what it is given. */
export function madeByCall(call: Node & { type: 'CallExpression' }, module: Module): Arrow | undefined {
  const binding = call.callee.type === 'Identifier' ? module.bindings.get(call.callee) : undefined;
  const maker = binding && arrowOf(binding);
  const made = maker && maker.expression && !maker.async && maker.params.every(({ type }) => type === 'Identifier') ? bareOf(maker.body as Node) : undefined;
  return made?.type === 'ArrowFunctionExpression' ? made : undefined;
}

/** Which arguments the name is made of that is in the object which such a function gives back; nothing where that is not plain. */
export function namedBy(call: Node & { type: 'CallExpression' }, callee: Binding, module: Module, keys: readonly string[]): readonly Node[] | undefined {
  const init = initOf(callee);
  const fn = arrowOf(callee) ?? (init?.type === 'CallExpression' ? madeByCall(init, module) : undefined);
  const body = fn?.expression ? bareOf(fn.body as Node) : undefined;
  if (!fn || body?.type !== 'ObjectExpression' || call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const entries = body.properties.flatMap((property) => (property.type === 'Property' && !property.computed && property.key.type === 'Identifier' ? [{ key: property.key.name, value: property.value as Node }] : []));
  const name = entries.length === body.properties.length ? keys.map((key) => entries.find((entry) => entry.key === key)?.value).find((value) => value !== undefined) : undefined;
  if (!name) return undefined;
  const mentioned = new Set<Binding | undefined>();
  walk(name, (node) => void (node.type === 'Identifier' && mentioned.add(module.bindings.get(node))));
  return call.arguments.filter((_, at) => {
    const parameter = fn.params[Math.min(at, fn.params.length - 1)] as Node | undefined;
    const bare = parameter?.type === 'RestElement' ? parameter.argument : parameter;
    return bare !== undefined && (bare.type !== 'Identifier' || mentioned.has(module.bindings.get(bare)));
  }) as readonly Node[];
}

function arrowOf(binding: Binding): Arrow | undefined {
  const init = initOf(binding);
  return init?.type === 'ArrowFunctionExpression' ? init : undefined;
}

function initOf(binding: Binding): Node | undefined {
  const declaration = binding.kind === 'const' && binding.assignments.length === 0 ? binding.declarations[0] : undefined;
  return declaration?.type === 'VariableDeclarator' && declaration.init ? bareOf(declaration.init) : undefined;
}

/** What a generator function says of itself: a function in; what it yields, returns and receives out, as annotated. */
import type { GeneratorTypes } from '../host.ts';
import { askGenerator } from './asking.ts';
import type { Module } from './module.ts';
import type { Project } from './project.ts';
import { startReading } from './read-type.ts';
import type { Reading } from './reading.ts';
import type { FunctionNode, Node } from './tree.ts';
import { unknownType } from './type-make.ts';
import { resolveName } from './type-name.ts';
import { parentsIn } from './walk.ts';

export type { GeneratorTypes };

/**
 * The type arguments of the function's `Generator<…>`, from its return type or from that of the variable it is the
 * value of; what is not annotated is left out. Where these leave unknown what it receives, the host's TypeScript is asked.
 *
 *     generatorTypes(fn, module, project).received?.text // "'next' | 'stop'"
 */
export function generatorTypes(fn: FunctionNode, module: Module, project: Project): GeneratorTypes {
  return askGenerator(writtenTypes(fn, module, project), fn, module, project);
}

function writtenTypes(fn: FunctionNode, module: Module, project: Project): GeneratorTypes {
  const reading = startReading(module, project);
  if (fn.returnType) return typesOf(fn.returnType.typeAnnotation, reading);
  const holder = parentsIn(module.program).get(fn);
  const contextual = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.typeAnnotation : holder?.type === 'PropertyDefinition' ? holder.typeAnnotation : undefined;
  return contextual ? ofFunction(contextual.typeAnnotation, reading) : {};
}

/** A function type, or an alias of one. */
function ofFunction(node: Node, reading: Reading): GeneratorTypes {
  if (node.type === 'TSFunctionType') return typesOf(node.returnType.typeAnnotation, reading);
  const target = node.type === 'TSTypeReference' ? follow(node, reading) : undefined;
  return target && target !== 'global' ? ofFunction(target.node, target.reading) : {};
}

const GENERATORS = new Set(['Generator', 'AsyncGenerator', 'Iterator', 'AsyncIterator', 'IterableIterator', 'AsyncIterableIterator', 'IteratorObject', 'AsyncIteratorObject']);

function typesOf(node: Node, reading: Reading): GeneratorTypes {
  if (node.type !== 'TSTypeReference') return {};
  const target = follow(node, reading);
  if (target !== 'global') return target ? typesOf(target.node, target.reading) : {};
  if (node.typeName.type !== 'Identifier' || !GENERATORS.has(node.typeName.name)) return {};
  const [yielded, returned, received] = (node.typeArguments?.params ?? []).map((argument) => reading.read(argument, reading));
  return { yielded, returned, received };
}

/** The body of the alias that is named, in a reading in which its parameters stand for the arguments. */
function follow(node: Node & { type: 'TSTypeReference' }, reading: Reading): { node: Node; reading: Reading } | 'global' | undefined {
  const named = resolveName(node.typeName, reading);
  if (named?.kind === 'global') return 'global';
  if (named?.kind !== 'declared' || reading.busy.has(named.binding)) return undefined;
  const [alias] = named.binding.declarations;
  if (alias?.type !== 'TSTypeAliasDeclaration') return undefined;
  const args = new Map(reading.args);
  const inner: Reading = { ...reading, module: named.module, busy: new Set([...reading.busy, named.binding]), args };
  for (const [index, parameter] of (alias.typeParameters?.params ?? []).entries()) {
    const argument = node.typeArguments?.params[index];
    const binding = named.module.bindings.get(parameter.name);
    if (binding) args.set(binding, argument ? reading.read(argument, reading) : parameter.default ? reading.read(parameter.default, inner) : unknownType());
  }
  return { node: alias.typeAnnotation, reading: inner };
}

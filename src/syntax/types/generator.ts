/** What a generator function says of itself: a function in; what it yields, returns and receives out, as annotated. */
import type { GeneratorTypes } from '../../host.ts';
import { askGenerator } from './asking.ts';
import { type Expected, expectedAt } from './expected.ts';
import { inferredReceived } from './generator-inferred.ts';
import type { Module } from '../module.ts';
import type { Project } from '../project.ts';
import { startReading } from './read-type.ts';
import type { Reading } from './reading.ts';
import type { FunctionNode, Node } from '../tree.ts';
import { follow, functionNode, type TypeNode } from './node.ts';
import { parentsIn } from '../walk.ts';

export type { GeneratorTypes };

/**
 * The type arguments of the function's `Generator<…>`, from its return type or from what the place it stands in expects; without
 * either, what it receives, from what its yields are expected to be. What is not annotated is left out. Where these leave unknown what it receives, the host's TypeScript is asked.
 *
 *     generatorTypes(fn, module, project).received?.text // "'next' | 'stop'"
 */
export function generatorTypes(fn: FunctionNode, module: Module, project: Project): GeneratorTypes {
  return askGenerator(writtenTypes(fn, module, project), fn, module, project);
}

function writtenTypes(fn: FunctionNode, module: Module, project: Project): GeneratorTypes {
  const reading = startReading(module, project);
  if (fn.returnType) return typesOf({ node: fn.returnType.typeAnnotation, reading });
  const holder = parentsIn(module.program).get(fn);
  const expected: Expected = fn.type === 'FunctionDeclaration' || holder?.type === 'MethodDefinition' ? { kind: 'none' } : expectedAt(fn, reading);
  if (expected.kind === 'unknown') return {};
  if (expected.kind === 'none') return { received: inferredReceived(fn, reading) };
  const returned = functionNode(expected);
  return returned ? typesOf(returned) : {};
}

const GENERATORS = new Set(['Generator', 'AsyncGenerator', 'Iterator', 'AsyncIterator', 'IterableIterator', 'AsyncIterableIterator', 'IteratorObject', 'AsyncIteratorObject']);

/** Of a `Generator<…>`, under whatever alias, or of an interface that extends one. */
function typesOf({ node, reading }: TypeNode): GeneratorTypes {
  if (node.type === 'TSParenthesizedType') return typesOf({ node: node.typeAnnotation, reading });
  if (node.type === 'TSInterfaceDeclaration') return node.extends.length === 1 ? typesNamed(node.extends[0]!.expression, node.extends[0]!.typeArguments, reading) : {};
  return node.type === 'TSTypeReference' ? typesNamed(node.typeName, node.typeArguments, reading) : {};
}

function typesNamed(name: Node, typeArguments: (Node & { type: 'TSTypeParameterInstantiation' }) | null | undefined, reading: Reading): GeneratorTypes {
  const target = follow(name, typeArguments, reading);
  if (target !== 'global') return target ? typesOf(target) : {};
  if (name.type !== 'Identifier' || !GENERATORS.has(name.name)) return {};
  const [yielded, returned, received] = (typeArguments?.params ?? []).map((argument) => reading.read(argument, reading));
  return { yielded, returned, received };
}

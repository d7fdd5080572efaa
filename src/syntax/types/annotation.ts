/** Type annotations: what the rest of the compiler asks of them. */
import { askAnnotation, toldOf } from './asking.ts';
import type { Module } from '../module.ts';
import type { Project } from '../project.ts';
import { startReading } from './read-type.ts';
import type { Node, TSType } from '../tree.ts';
import type { Type } from './type.ts';
import { annotated } from './return.ts';

export { type GeneratorTypes, generatorTypes } from './generator.ts';
export { finiteValues } from './make.ts';

/**
 * The type an annotation of the module means. Its text means the same at the top of the module. What our own reading leaves
 * unknown, the host's TypeScript is asked.
 *
 *     readType(node, module, project) // of `Ev['type']`: { kind: 'union', members: [ … ], text: "'go' | 'stop'" }
 */
export function readType(node: TSType, module: Module, project: Project): Type {
  const reading = startReading(module, project);
  return askAnnotation(reading.read(node, reading), node, module, project);
}

/** What TypeScript says of an annotation; nothing where our own reading says as much. */
export function toldType(node: Node, module: Module, project: Project): Type | undefined {
  const reading = startReading(module, project);
  return toldOf(reading.read(node, reading), node, module, project);
}

/** The same of what a function is annotated to return: `x is string` is a boolean. */
export function readReturnType(node: Node, module: Module, project: Project): Type {
  return askAnnotation(annotated(node, startReading(module, project)), node, module, project);
}

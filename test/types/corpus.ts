/** What our own reading says of the generators of some files: texts in, three types for each generator out. */
import { readdirSync, readFileSync } from 'node:fs';
import { generatorTypes } from '../../src/syntax/types/annotation.ts';
import { createProject } from '../../src/syntax/project.ts';
import type { FunctionNode } from '../../src/syntax/tree.ts';
import type { Type } from '../../src/syntax/types/type.ts';
import { walk } from '../../src/syntax/walk.ts';
import { type SlotName, slotNames } from './slots.ts';

export function corpusTexts(folder = 'test/types/corpus'): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
  return new Map(paths.sort().map((path) => [path, readFileSync(path, 'utf8')]));
}

export interface OurSlot {
  readonly path: string;
  /** Where the body of the generator starts. */
  readonly body: number;
  readonly name: SlotName;
  /** Nothing where we say nothing at all. */
  readonly type: Type | undefined;
}

export function ourSlots(texts: ReadonlyMap<string, string>): OurSlot[] {
  const project = createProject({ read: (path) => texts.get(path) });
  const found: OurSlot[] = [];
  for (const path of texts.keys()) {
    const { module } = project.module(path);
    if (!module) throw new Error(`${path} cannot be parsed`);
    walk(module.program, (node) => {
      if (!('generator' in node) || !node.generator || !node.body) return;
      const types = generatorTypes(node as FunctionNode, module, project);
      for (const name of slotNames) found.push({ path, body: node.body.start, name, type: types[name] });
    });
  }
  return found;
}

/** The texts with an alias for each of our types below them: there, it must mean what it does in its place. */
export function withAliases(texts: ReadonlyMap<string, string>, slots: readonly OurSlot[]): ReadonlyMap<string, string> {
  const added = new Map(texts);
  for (const [index, { path, type }] of slots.entries()) if (type) added.set(path, `${added.get(path)}\nexport type ${aliasOf(index)} = ${type.text};`);
  return added;
}

export function aliasOf(index: number): string {
  return `OurReading${index}`;
}

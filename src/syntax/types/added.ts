/**
 * What other modules add to an interface: `declare module './events' { interface Events { … } }`. Only what the module
 * at hand imports, however far, is looked at: what nobody imports there is not known of.
 */
import type { Module } from '../module.ts';
import type { Declared, Project } from '../project.ts';
import type { Piece } from './name.ts';

/** By the path of the module that is added to, the bodies of what is added. */
type Additions = ReadonlyMap<string, readonly Piece[]>;

export function addedTo({ binding, module }: Declared, root: Module, project: Project): readonly Piece[] {
  const exported = module.exports.get(binding.name);
  if (exported?.binding !== binding && exported?.type !== binding) return [];
  return (additionsSeenFrom(root, project).get(module.path) ?? []).filter(({ node }) => node.type === 'TSInterfaceDeclaration' && node.id.name === binding.name);
}

const known = new WeakMap<Project, WeakMap<Module, Additions>>();

function additionsSeenFrom(root: Module, project: Project): Additions {
  const kept = known.get(project) ?? new WeakMap<Module, Additions>();
  known.set(project, kept);
  const before = kept.get(root);
  if (before) return before;
  const found = new Map<string, Piece[]>();
  const seen = new Set<Module>([root]);
  for (const module of seen) {
    for (const source of module.sources) {
      const next = moduleAt(source, module, project);
      if (next) seen.add(next);
    }
    for (const { id, body } of module.additions) {
      const target = id.type === 'Literal' && body ? moduleAt(id.value, module, project) : undefined;
      const inner = (body?.body ?? []).map((one) => (one.type === 'ExportNamedDeclaration' && one.declaration ? one.declaration : one));
      if (target) found.set(target.path, [...(found.get(target.path) ?? []), ...inner.map((node): Piece => ({ node, module }))]);
    }
  }
  kept.set(root, found);
  return found;
}

function moduleAt(specifier: string, from: Module, project: Project): Module | undefined {
  const path = project.resolve(specifier, from.path);
  return path === undefined ? undefined : project.module(path).module;
}

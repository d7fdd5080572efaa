/** The imports that a machine uses and that lead nowhere: what they stand for is unknown, and that should be no surprise. */
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Binding, Module } from '../syntax/module.ts';
import type { Project } from '../syntax/project.ts';
import { isCode, isPath } from '../syntax/specifier.ts';
import type { FunctionNode } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';

/** Nothing is said of packages: what they are is not looked into. */
export function missingImports(fn: FunctionNode, module: Module, project: Project, machine: string): Diagnostic[] {
  const used = new Set<Binding>();
  walk(fn, (node) => {
    const binding = node.type === 'Identifier' || node.type === 'JSXIdentifier' ? module.bindings.get(node) : undefined;
    if (binding?.imported) used.add(binding);
  });
  return [...used].sort((a, b) => a.identifier.start - b.identifier.start).flatMap((binding) => {
    const reason = reasonOf(binding, module, project);
    if (reason === undefined) return [];
    const { start, end } = binding.identifier;
    return [diagnose('import-not-found', { name: binding.name, from: binding.imported!.from, reason }, { machine, file: module.path, span: { start, end } })];
  });
}

function reasonOf(binding: Binding, module: Module, project: Project): string | undefined {
  const { from, name } = binding.imported!;
  const path = project.resolve(from, module.path);
  // What is asked for with a query, or is no code, is made by whoever bundles it.
  if (path === undefined) return isPath(from) && !from.includes('?') ? 'there is no such file' : undefined;
  if (!isCode(path)) return undefined;
  const { module: other } = project.module(path);
  if (!other) return `${path} cannot be read`;
  if (name === '*' || name === 'export=') return undefined;
  const found = project.lookupExport(name, other) ?? project.lookupExport(name, other, 'type');
  return found || !isWhole(other, project, new Set()) ? undefined : `${path} does not export ${name === 'default' ? 'a default' : name}`;
}

/** Whether everything that the module exports is known: it is no CommonJS, and passes on nothing that is not read. */
function isWhole(module: Module, project: Project, seen: Set<Module>): boolean {
  if (seen.has(module)) return true;
  seen.add(module);
  const isEs = module.path.endsWith('.json') || module.program.body.some(({ type }) => /^(?:Import|Export)/.test(type));
  return (
    isEs &&
    !/\.d\.[cm]?ts$/.test(module.path) &&
    module.reexports.every((specifier) => {
      const path = project.resolve(specifier, module.path);
      const next = path === undefined ? undefined : project.module(path).module;
      return next !== undefined && isWhole(next, project, seen);
    })
  );
}

/**
 * What a module exports, whether it is its own or passed on: a module in; the names that can be imported from it, and the statement that
 * exports each, out.
 */
import type { Module } from './module.ts';
import { exportName } from './binding/names.ts';
import type { Project } from './project.ts';
import type { Node } from './tree.ts';

/** In the order of the module's own exports, then of what `export *` passes on; what a package passes on is not known. */
export function exportedNames(module: Module, project: Project, seen: ReadonlySet<Module> = new Set()): readonly string[] {
  if (seen.has(module)) return [];
  const inner = new Set([...seen, module]);
  const more = module.reexports.flatMap((specifier) => {
    const next = moduleOf(specifier, module, project);
    return next ? exportedNames(next, project, inner).filter((name) => name !== 'default' && name !== 'export=') : [];
  });
  return [...new Set([...module.exports.keys(), ...more])];
}

/** The statement of the module that exports the name. */
export function statementExporting(name: string, module: Module, project: Project): Node {
  for (const statement of module.program.body) {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        if (statement.specifiers.some((specifier) => exportName(specifier.exported) === name)) return statement;
        break;
      case 'ExportAllDeclaration': {
        if (statement.exported) {
          if (exportName(statement.exported) === name) return statement;
          break;
        }
        const next = module.exports.has(name) ? undefined : moduleOf(statement.source.value, module, project);
        if (next && exportedNames(next, project, new Set([module])).includes(name)) return statement;
        break;
      }
      case 'ExportDefaultDeclaration':
        if (name === 'default') return statement;
        break;
      case 'TSExportAssignment':
        if (name === 'export=') return statement;
        break;
      default:
        break;
    }
  }
  return module.program;
}

function moduleOf(specifier: string, module: Module, project: Project): Module | undefined {
  const path = project.resolve(specifier, module.path);
  return path === undefined ? undefined : project.module(path).module;
}

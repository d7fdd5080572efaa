/**
 * In: a test file. Out: the modules that it imports, and those that they import in turn, each once, the nearest first.
 *
 * Only what is imported as a value, at once and by a path: such a module has run when a test of the file runs, so asking
 * for what it exports runs nothing anew. What a package or an alias stands for, only the test runner knows.
 */
import type { Host } from '../host.ts';
import type { Module } from '../syntax/module.ts';
import { createProject } from '../syntax/project.ts';

/** `file` itself comes first. A module that does not parse leads nowhere. */
export function modulesFrom(file: string, host: Host): readonly Module[] {
  const project = createProject(host);
  const found = new Map<string, Module>();
  const pending = [file];
  for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
    const { module } = found.has(path) ? {} : project.module(path);
    if (!module) continue;
    found.set(path, module);
    const next = specifiersOf(module).map((specifier) => project.resolve(specifier, module.path));
    pending.push(...next.filter((resolved) => resolved !== undefined));
  }
  return [...found.values()];
}

function specifiersOf({ program }: Module): readonly string[] {
  return program.body.flatMap((statement) => {
    switch (statement.type) {
      case 'ImportDeclaration': {
        const areTypes = statement.importKind === 'type' || (statement.specifiers.length > 0 && statement.specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type'));
        return areTypes ? [] : [statement.source.value];
      }
      case 'ExportNamedDeclaration':
        return statement.source && statement.exportKind !== 'type' ? [statement.source.value] : [];
      case 'ExportAllDeclaration':
        return statement.exportKind === 'type' ? [] : [statement.source.value];
      default:
        return [];
    }
  });
}

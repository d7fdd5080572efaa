/** A file in, the files out that its types rest on and that our own reading does not enter. */
import { dirname, join } from 'node:path';
import type { Engine, SourceNode } from './engine.ts';
import { isLibrary } from './names.ts';

/**
 * The files of packages that the module and those it reaches import from, those that declare something for all, and those that
 * are imported and are not there.
 */
export function outsideOf(source: SourceNode, engine: Engine): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const pending: SourceNode[] = [source];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (seen.has(next.fileName)) continue;
    seen.add(next.fileName);
    for (const specifier of next.imports ?? []) {
      const files = engine.nameAt(specifier)?.files ?? [];
      for (const file of files) {
        const other = engine.source(file);
        if (isInstalled(file)) found.add(other?.fileName ?? file);
        else if (other) pending.push(other);
      }
      if (files.length === 0 && /^\.{1,2}\//.test(specifier.text ?? '')) for (const ending of ['.ts', '.d.ts', '/index.ts']) found.add(join(dirname(next.fileName), (specifier.text ?? '').replace(/\.[cm]?jsx?$/, '') + ending));
    }
  }
  for (const file of engine.files()) if (!isInstalled(file) && !isLibrary(file) && file !== source.fileName && declaresForAll(engine.source(file), engine)) found.add(file);
  return [...found];
}

function isInstalled(file: string): boolean {
  return file.includes('/node_modules/');
}

function declaresForAll(source: SourceNode | undefined, engine: Engine): boolean {
  if (!source) return false;
  return source.externalModuleIndicator === undefined || source.statements.some((statement) => engine.kindOf(statement) === 'ModuleDeclaration' && (statement.name?.text === 'global' || engine.kindOf(statement.name!) === 'StringLiteral'));
}

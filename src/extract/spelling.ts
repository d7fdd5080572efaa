/**
 * How the source spells its imports of files, for what is written from it to spell them alike: an import, or what a module exports, in;
 * nothing out where a path to the very file says it.
 */
import type { Spelling } from '../chart/chart.ts';
import type { Binding, Module } from '../syntax/module.ts';
import type { Project } from '../syntax/project.ts';
import { isPath, join } from '../syntax/specifier.ts';
import { parentsIn } from '../syntax/walk.ts';

/** `from`: the file it leads to. An alias is kept where it means the same in `reader`, the machine's own module. */
export function spellingOf({ declarations, imported }: Binding, module: Module, from: string, reader: Module, project: Project): Spelling | undefined {
  const specifier = imported!.from;
  const statement = declarations[0] && parentsIn(module.program).get(declarations[0]);
  const [first, last] = statement?.type === 'ImportDeclaration' ? [statement.attributes[0], statement.attributes.at(-1)] : [];
  const attributes = first && last ? { attributes: `{ ${module.text.slice(first.start, last.end)} }` } : {};
  if (isPath(specifier)) {
    const path = join(module.path, specifier);
    return path === from ? whole(attributes) : { path, ...attributes };
  }
  return project.resolve(specifier, reader.path) === from ? { alias: specifier, ...attributes } : whole(spellAs(endingIn(reader, project), from, attributes));
}

/** For what the module itself exports: as it spells its own imports. */
export function ownSpelling(module: Module, project: Project): Spelling | undefined {
  return whole(spellAs(endingIn(module, project), module.path, {}));
}

function whole(spelling: Spelling): Spelling | undefined {
  return Object.keys(spelling).length === 0 ? undefined : spelling;
}

type Ending = 'source' | 'compiled' | 'none';

function spellAs(ending: Ending, file: string, more: Spelling): Spelling {
  const [, stem, kind] = /^(.*)\.([cm]?)tsx?$/.exec(file) ?? [];
  if (stem === undefined || ending === 'source') return more;
  return { path: ending === 'none' && !kind ? stem : `${stem}.${kind}js`, ...more };
}

/** What the first path to a TypeScript file says: `./a.ts`, `./a.js` or `./a`. Without one, the file's own name. */
function endingIn({ sources, path }: Module, project: Project): Ending {
  for (const specifier of sources) {
    if (!isPath(specifier) || !/\.[cm]?tsx?$/.test(project.resolve(specifier, path) ?? '')) continue;
    return /\.[cm]?tsx?$/.test(specifier) ? 'source' : /\.[cm]?jsx?$/.test(specifier) ? 'compiled' : 'none';
  }
  return 'source';
}

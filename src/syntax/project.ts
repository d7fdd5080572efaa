/**
 * The modules that belong together: paths in, modules out, each read once, and names followed from module to module.
 */
import { type Diagnostic, diagnose } from '../diagnostic/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Binding, Export, Module } from './module.ts';
import { parseModule } from './parse.ts';
import type { Node } from './tree.ts';

export interface Project {
  /** The module at the path, or why there is none. */
  module(path: string): { readonly module?: Module; readonly diagnostics: readonly Diagnostic[] };
  /** The path that a relative specifier means; nothing for a package, and where there is no such file. */
  resolve(specifier: string, fromPath: string): string | undefined;
  /**
   * The binding that declares what `binding` stands for, through imports and re-exports. `import * as x` of a file
   * stays what it is: it declares the namespace object. Nothing where the way ends nowhere or goes in a circle.
   */
  lookup(binding: Binding, module: Module, space?: 'value' | 'type'): Found | undefined;
  /** The same for what the module exports by that name. */
  lookupExport(name: string, module: Module, space?: 'value' | 'type'): Found | undefined;
  /** The module whose exports `import * as x` gathers; nothing for any other binding. */
  namespace(binding: Binding, module: Module): Module | undefined;
}

export type Found = Declared | { readonly package: string; readonly name: string };

export interface Declared {
  readonly binding: Binding;
  readonly module: Module;
}

/**
 * A project over a host. It holds what it has read: make a new one when files have changed.
 *
 *     const project = createProject({ read: (path) => files[path] });
 *     project.resolve('./table.js', 'machines/light.ts'); // 'machines/table.ts'
 */
export function createProject(host: Host): Project {
  const texts = new Map<string, string | undefined>();
  const modules = new Map<string, ReturnType<Project['module']>>();
  const unnamed = new WeakMap<Export, Binding>();

  const read = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, host.read(path));
    return texts.get(path);
  };

  const project: Project = {
    module(path) {
      const known = modules.get(path);
      if (known) return known;
      const text = read(path);
      const made = text === undefined ? { diagnostics: [diagnose('file-not-found', { file: path }, { file: path })] } : parseModule(path, text);
      modules.set(path, made);
      return made;
    },

    resolve(specifier, fromPath) {
      if (!/^\.{0,2}\//.test(specifier) && specifier !== '.' && specifier !== '..') return undefined;
      const path = specifier.startsWith('/') ? specifier : join(fromPath, specifier);
      return candidates(path).find((candidate) => read(candidate) !== undefined);
    },

    lookup(binding, module, space = 'value') {
      return follow({ binding, module }, space, new Set());
    },

    lookupExport(name, module, space = 'value') {
      return exported(name, module, space, new Set());
    },

    namespace(binding, module) {
      const found = project.lookup(binding, module);
      if (!found || 'package' in found || found.binding.imported?.name !== '*') return undefined;
      const path = project.resolve(found.binding.imported.from, found.module.path);
      return path === undefined ? undefined : project.module(path).module;
    },
  };
  return project;

  function follow(at: Declared, space: 'value' | 'type', seen: Set<unknown>): Found | undefined {
    const { imported } = at.binding;
    if (at.binding.kind !== 'import') return at;
    if (!imported || seen.has(at.binding)) return undefined;
    seen.add(at.binding);
    return from(imported.from, imported.name, at, space, seen);
  }

  /** What `name` of the module that `specifier` means stands for. */
  function from(specifier: string, name: string, at: Declared, space: 'value' | 'type', seen: Set<unknown>): Found | undefined {
    if (isPackage(specifier)) return { package: specifier, name };
    const path = project.resolve(specifier, at.module.path);
    const module = path === undefined ? undefined : project.module(path).module;
    if (!module) return undefined;
    return name === '*' ? at : exported(name, module, space, seen);
  }

  function exported(name: string, module: Module, space: 'value' | 'type', seen: Set<unknown>): Found | undefined {
    const key = `${name} of ${module.path}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    const entry = module.exports.get(name);
    if (entry) return declared(entry, module, space, seen);
    if (name === 'default') return undefined;
    for (const specifier of module.reexports) {
      // What a package passes on is not known: the name may well come from another `export *`.
      if (isPackage(specifier)) continue;
      const path = project.resolve(specifier, module.path);
      const next = path === undefined ? undefined : project.module(path).module;
      const found = next && exported(name, next, space, seen);
      if (found) return found;
    }
    return undefined;
  }

  function declared(entry: Export, module: Module, space: 'value' | 'type', seen: Set<unknown>): Found | undefined {
    const binding = (space === 'type' ? entry.type : undefined) ?? entry.binding ?? anonymous(entry, module);
    if (binding) return follow({ binding, module }, space, seen);
    if (!entry.from) return undefined;
    const { specifier, name } = entry.from;
    if (isPackage(specifier)) return { package: specifier, name };
    if (name === '*') return { binding: gathering(entry, entry.from, module), module };
    const path = project.resolve(specifier, module.path);
    const next = path === undefined ? undefined : project.module(path).module;
    return next && exported(name, next, space, seen);
  }

  /** `export * as x from …` declares a namespace object, as `import * as x` does. */
  function gathering(entry: Export, { specifier, name }: { specifier: string; name: string }, module: Module): Binding {
    const known = unnamed.get(entry);
    if (known) return known;
    const imported = { from: specifier, name, typeOnly: entry.typeOnly };
    const made: Binding = { name: entry.name, kind: 'import', scope: module.scope, identifier: module.program, declarations: [], references: [], assignments: [], imported };
    unnamed.set(entry, made);
    return made;
  }

  /** A default export without a name is declared by its node: a binding that nothing in its module refers to. */
  function anonymous(entry: Export, module: Module): Binding | undefined {
    if (!entry.node) return undefined;
    const known = unnamed.get(entry);
    if (known) return known;
    const made: Binding = { name: entry.name, kind: kindOf(entry.node), scope: module.scope, identifier: entry.node, declarations: [entry.node], references: [], assignments: [] };
    unnamed.set(entry, made);
    return made;
  }
}

function kindOf(node: Node): Binding['kind'] {
  if (node.type === 'ClassDeclaration') return 'class';
  return node.type === 'FunctionDeclaration' ? 'function' : 'const';
}

function isPackage(specifier: string): boolean {
  return !/^\.{0,2}\//.test(specifier) && specifier !== '.' && specifier !== '..';
}

/** The specifier from the folder of a file, without `.` and `..` in the middle. */
function join(fromPath: string, specifier: string): string {
  const parts: string[] = [];
  for (const part of [...fromPath.split('/').slice(0, -1), ...specifier.split('/')]) {
    if (part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else if (part !== '' || parts.length === 0) parts.push(part);
  }
  return parts.join('/');
}

/** Where the file may be, the likeliest first: a `.js` of TypeScript is written for the `.ts` beside it. */
function candidates(path: string): string[] {
  const written = /^(.*)\.([cm]?)js(x?)$/.exec(path);
  const beside = written ? [`${written[1]}.${written[2]}ts`, ...(written[2] ? [] : [`${written[1]}.tsx`])] : [];
  return [path, ...beside, `${path}.ts`, `${path}.tsx`, `${path}.mts`, `${path}.cts`, `${path}.js`, `${path}.mjs`, `${path}/index.ts`, `${path}/index.tsx`, `${path}/index.js`];
}

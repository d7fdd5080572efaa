/**
 * The modules that belong together: paths in, modules out, each read once, and names followed from module to module.
 */
import { type Diagnostic, diagnose } from '../diagnostic/diagnostic.ts';
import type { Host, Types } from '../host.ts';
import type { Binding, Export, Module } from './module.ts';
import { parseModule } from './parse.ts';
import { declarationFor, files, indexes, isPath } from './specifier.ts';
import type { Node } from './tree.ts';

export interface Project {
  /** The module at the path, or why there is none. */
  module(path: string): { readonly module?: Module; readonly diagnostics: readonly Diagnostic[] };
  /** The path that a specifier means; nothing for a package, and where there is no such file. */
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
  /** Whoever knows the types that are not written plainly, where there is one. */
  readonly types?: Types;
}

export type Found = Declared | { readonly package: string; readonly name: string };

export interface Declared {
  readonly binding: Binding;
  readonly module: Module;
}

/**
 * A project over a host. It holds what it has read: make a new one when files have changed. `parse` may know a text already.
 *
 *     const project = createProject({ read: (path) => files[path] });
 *     project.resolve('./table.js', 'machines/light.ts'); // 'machines/table.ts'
 */
export function createProject(host: Host, parse: typeof parseModule = parseModule): Project {
  const texts = new Map<string, string | undefined>();
  const paths = new Map<string, string | undefined>();
  const modules = new Map<string, ReturnType<Project['module']>>();
  const unnamed = new WeakMap<Export, Binding>();

  const read = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, host.read(path));
    return texts.get(path);
  };

  const project: Project = {
    types: host.types,

    module(path) {
      const known = modules.get(path);
      if (known) return known;
      const text = read(path);
      const made = text === undefined ? { diagnostics: [diagnose('file-not-found', { file: path }, { file: path })] } : parse(path, text);
      modules.set(path, made);
      return made;
    },

    resolve(specifier, fromPath) {
      const key = `${fromPath}\n${specifier}`;
      if (!paths.has(key)) paths.set(key, find(specifier, fromPath));
      return paths.get(key);
    },

    lookup(binding, module, space = 'value') {
      return follow({ binding, module }, space, new Set());
    },

    lookupExport(name, module, space = 'value') {
      return exported(name, module, space, new Set());
    },

    namespace(binding, module) {
      const found = project.lookup(binding, module);
      const imported = found && 'binding' in found ? found.binding.imported : undefined;
      if (!found || !('binding' in found) || !imported || !GATHERS.has(imported.name)) return undefined;
      const path = project.resolve(imported.from, found.module.path);
      return path === undefined ? undefined : project.module(path).module;
    },
  };
  return project;

  function find(specifier: string, fromPath: string): string | undefined {
    if (!isPath(specifier)) return host.resolve?.(specifier, fromPath);
    const isThere = (path: string): boolean => read(path) !== undefined;
    const file = files(specifier, fromPath).find(isThere);
    if (file !== undefined) return file;
    const index = indexes(specifier, fromPath).find(isThere);
    // A package.json in the folder may name another file.
    const told = host.resolve?.(specifier, fromPath);
    return index === undefined || (told !== undefined && !/(?:^|\/)index\.\w+$/.test(told)) ? told : index;
  }

  function follow(at: Declared, space: 'value' | 'type', seen: Set<unknown>): Found | undefined {
    const { imported } = at.binding;
    if (at.binding.kind !== 'import') return at;
    if (!imported || seen.has(at.binding)) return undefined;
    seen.add(at.binding);
    return from(imported.from, imported.name, at, space, seen);
  }

  /** What `name` of the module that `specifier` means stands for. */
  function from(specifier: string, name: string, at: Declared, space: 'value' | 'type', seen: Set<unknown>): Found | undefined {
    const path = project.resolve(specifier, at.module.path);
    if (path === undefined) return isPath(specifier) ? undefined : { package: specifier, name };
    const { module } = project.module(path);
    if (!module) return undefined;
    return name === '*' || (name === 'export=' && !module.exports.has(name)) ? at : exported(name, module, space, seen);
  }

  function exported(name: string, module: Module, space: 'value' | 'type', seen: Set<unknown>): Found | undefined {
    const key = `${name} of ${module.path}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    const entry = module.exports.get(name) ?? (name === 'default' ? module.exports.get('export=') : undefined);
    if (entry) return declared(entry, module, space, seen);
    if (name === 'default') return undefined;
    const packages: string[] = [];
    const found: Found[] = [];
    for (const specifier of [...module.reexports, ...(space === 'type' ? declarationsOf(module) : [])]) {
      const path = project.resolve(specifier, module.path);
      if (path === undefined && !isPath(specifier)) packages.push(specifier);
      const next = path === undefined ? undefined : project.module(path).module;
      const passed = next && exported(name, next, space, seen);
      if (passed) found.push(passed);
    }
    const [first, ...others] = found;
    // What a package passes on is not known: the name is its own only where nothing else can have it.
    if (!first) return packages.length === 1 ? { package: packages[0]!, name } : undefined;
    // Where two have it, neither is passed on.
    return others.every((other) => isSame(first, other)) ? first : undefined;
  }

  /** The file beside a module of JavaScript that declares its types, as a specifier in it. */
  function declarationsOf({ path }: Module): readonly string[] {
    return declarationFor(path).filter((file) => read(file) !== undefined).map((file) => `./${file.slice(file.lastIndexOf('/') + 1)}`);
  }

  function declared(entry: Export, module: Module, space: 'value' | 'type', seen: Set<unknown>): Found | undefined {
    const binding = (space === 'type' ? entry.type : undefined) ?? entry.binding ?? anonymous(entry, module);
    if (binding) return follow({ binding, module }, space, seen);
    if (!entry.from) return undefined;
    const { specifier, name } = entry.from;
    const path = project.resolve(specifier, module.path);
    if (path === undefined && !isPath(specifier)) return { package: specifier, name };
    const next = path === undefined ? undefined : project.module(path).module;
    if (name === '*' || (name === 'export=' && next && !next.exports.has(name))) return { binding: gathering(entry, entry.from, module), module };
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

function isSame(one: Found, other: Found): boolean {
  if ('package' in one || 'package' in other) return 'package' in one && 'package' in other && one.package === other.package && one.name === other.name;
  return one.binding === other.binding;
}

/** What `import * as x`, and `import x = require(…)` of a module that exports by names, import. */
const GATHERS: ReadonlySet<string> = new Set(['*', 'export=']);

function kindOf(node: Node): Binding['kind'] {
  if (node.type === 'ClassDeclaration') return 'class';
  return node.type === 'FunctionDeclaration' ? 'function' : 'const';
}

/**
 * The generators that a machine delegates to: each `yield*` of one gets a copy of its function, whose nodes and bindings
 * are its own, so that two of them never share a variable. The first copy is the source itself; every further one is the
 * module's text, parsed anew: the nodes stand where the original's stand.
 */
import type { Binding, Module } from '../syntax/module.ts';
import { lookedAtAll } from '../syntax/observed.ts';
import { parseModule } from '../syntax/parse.ts';
import type { Declared, Project } from '../syntax/project.ts';
import { isAssignmentTo } from '../syntax/binding/scope.ts';
import type { FunctionNode, Node } from '../syntax/tree.ts';
import { parentsIn, walk } from '../syntax/walk.ts';

/** A generator function, and the module that it stands in. */
export interface Callee {
  readonly fn: FunctionNode;
  readonly module: Module;
}

/** What is known of all the functions whose code makes up one graph. */
export interface Frames {
  readonly project: Project | undefined;
  readonly root: Module;
  readonly fn: Node;
  /** The functions that are delegated to. */
  readonly functions: Set<Node>;
  /** The modules that nodes outside the machine's own module belong to. */
  readonly homes: Map<Node, Module>;
  readonly programs: Map<Node, Module>;
  /** What each name of a module means that the copied functions mention. */
  readonly names: Map<string, string>;
  /** What a copied function, or a node of ours, hangs below. */
  readonly parents: Map<Node, Node>;
  /** Each module as it was parsed first, by path. */
  readonly origins: Map<string, Module>;
  /** What the variables around a copied function are, in the copy that they were made in. */
  readonly meant: Map<Binding, Binding>;
  /** The generator that a parameter of a copied function stands for. */
  readonly given: Map<Binding, Callee>;
  readonly delegates: Node[];
  readonly results: Map<Node, Binding>;
  /** The recursive `yield*`s that are followed once more. */
  readonly deeper: ReadonlySet<string>;
  /** The `yield*`s that the code being lowered is inside of. */
  active: readonly { readonly original: string; readonly site: Node }[];
}

export function createFrames(fn: Node, root: Module, project: Project | undefined, deeper: ReadonlySet<string>): Frames {
  return { project, root, fn, functions: new Set(), homes: new Map(), names: new Map(), programs: new Map([[root.program as Node, root]]), origins: new Map([[root.path, root]]), parents: new Map(), meant: new Map(), given: new Map(), delegates: [], results: new Map(), deeper, active: [] };
}

/** A copy of the function for the `yield*` at `site`, and the names in it that are those of the functions around it. */
export function copyOf({ fn, module }: Callee, site: Node, frames: Frames): Callee & { readonly outside: ReadonlyMap<Node, Binding> } {
  const isFirst = fn !== frames.fn && !frames.functions.has(fn) && !frames.active.some(({ original }) => original === keyOf({ fn, module }));
  const copy = isFirst ? { fn, module } : parsedAgain({ fn, module });
  const outside = new Map<Node, Binding>();
  frames.functions.add(copy.fn);
  frames.parents.set(copy.fn, site);
  frames.programs.set(copy.module.program, copy.module);
  if (copy.module === frames.root) return { ...copy, outside };
  if (!frames.origins.has(module.path)) frames.origins.set(module.path, module);
  const origin = frames.origins.get(module.path)!;
  const around = isFirst ? undefined : bindingsByPlace(module);
  const first = module === origin ? undefined : bindingsByPlace(origin);
  walk(copy.fn, (node) => {
    frames.homes.set(node, copy.module);
    if (!isFirst) copied.set(node, copy.module);
    const binding = copy.module === origin ? undefined : copy.module.bindings.get(node);
    if (!binding || binding.scope === copy.module.scope || isWithin(binding, copy.fn)) return;
    const there = around ? around.get(binding.identifier.start) : binding;
    if (!there) return;
    // A variable of a function that is copied itself is that copy's own; any other is the machine's.
    const isOfCopy = !first || isWithinAny(there, frames.functions);
    const original = frames.meant.get(there) ?? (isOfCopy ? there : first.get(there.identifier.start));
    if (!original || original === binding) return;
    frames.meant.set(binding, original);
    outside.set(node, original);
  });
  return { ...copy, outside };
}

const copied = new WeakMap<Node, Module>();

/** The module of a node that stands in a copy, and so in no module of the project; nothing for one in a copy of the machine's own module. */
export function homeOfCopy(node: Node): Module | undefined {
  return copied.get(node);
}

/** A name that the function's module means one thing by, and the machine's, or another, something else. */
export function clashIn({ fn, module }: Callee, { names, root, project }: Frames): string | undefined {
  if (module.path === root.path || !project) return undefined;
  const meaning = (binding: Binding, within: Module): string => {
    const found = project.lookup(binding, within);
    return found ? ('package' in found ? `${found.package} ${found.name}` : `${found.module.path} ${found.binding.identifier.start}`) : `${within.path} ${binding.identifier.start}`;
  };
  let clash: string | undefined;
  walk(fn, (node) => {
    const binding = module.bindings.get(node);
    if (!binding || binding.scope.parent || node === (fn as { id?: Node | null }).id) return;
    const own = root.scope.bindings.get(binding.name) ?? root.scope.types.get(binding.name);
    const here = meaning(binding, module);
    const elsewhere = names.get(binding.name) ?? (own && meaning(own, root));
    if (elsewhere !== undefined && elsewhere !== here) clash = binding.name;
    names.set(binding.name, here);
  });
  return clash;
}

/** The same function, wherever it was parsed. */
export function keyOf({ fn, module }: Callee): string {
  return `${module.path}:${fn.start}`;
}

function parsedAgain({ fn, module }: Callee): Callee {
  lookedAtAll(module);
  const { module: again } = parseModule(module.path, module.written);
  let found: Node | undefined;
  if (again) walk(again.program, (node) => {
    if (node.start === fn.start && node.end === fn.end && node.type === fn.type) found = node;
    return node.start <= fn.start && node.end >= fn.end;
  });
  if (!again || !found) throw new Error('A module that was parsed does not parse again');
  return { fn: found as FunctionNode, module: again };
}

function bindingsByPlace(module: Module): Map<number, Binding> {
  return new Map([...module.bindings.values()].map((binding) => [binding.identifier.start, binding]));
}

export function isWithin(binding: Binding, fn: Node): boolean {
  for (let scope: Binding['scope'] | undefined = binding.scope; scope; scope = scope.parent) if (scope.node === fn) return true;
  return false;
}

export function isWithinAny(binding: Binding, functions: ReadonlySet<Node>): boolean {
  for (const fn of functions) if (isWithin(binding, fn)) return true;
  return false;
}

/** The questions that a graph answers about its nodes. */
export function placesIn(frames: Frames): { moduleOf: (node: Node) => Module; homeOf: (binding: Binding) => Module; declared: (binding: Binding) => Declared; parentOf: (node: Node) => Node | undefined; isAssignment: (node: Node) => boolean } {
  const moduleOf = (node: Node): Module => frames.homes.get(node) ?? frames.root;
  const homeOf = (binding: Binding): Module => {
    let scope = binding.scope;
    while (scope.parent) scope = scope.parent;
    return frames.programs.get(scope.node) ?? frames.root;
  };
  return {
    moduleOf,
    homeOf,
    declared: (binding) => {
      const module = homeOf(binding);
      const found = frames.project?.lookup(binding, module);
      return found && 'binding' in found ? found : { binding, module };
    },
    parentOf: (node) => frames.parents.get(node) ?? parentsIn(moduleOf(node).program).get(node),
    isAssignment: (node) => {
      const binding = moduleOf(node).bindings.get(node);
      return binding !== undefined && isAssignmentTo(binding, node);
    },
  };
}

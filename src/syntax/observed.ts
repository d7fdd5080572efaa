/**
 * A module that tells what is looked at in it. A module in; the same one out, whose names, exports and walks tell what was asked
 * of them. Within a statement nobody is watched: who has come to one may look at all of it. The only ways from one statement
 * to another are watched: the name of a binding, what declares it, what refers to it or assigns to it, the exports, and the list of all statements.
 *
 * What a caller remembers beyond one project must not hang by nodes or bindings: who finds the answer there does not look.
 */
import type { Binding, Export, Module } from './module.ts';
import type { Program } from './tree.ts';
import { parentsIn } from './walk.ts';

/** What was looked at of one module, for one purpose. */
export interface Seen {
  /** All of its text. */
  whole: boolean;
  /** The module's own bindings, with what was asked of each. */
  readonly bindings: Map<Binding, Aspects>;
  /** Names that were looked up at the top of the module, whether there or not. */
  readonly names: Set<string>;
  everyName: boolean;
  readonly exports: Set<string>;
  everyExport: boolean;
  readonly lists: Set<List>;
  /** What was asked of all the uses of a binding, by what tells one question from another. */
  readonly questions: Map<Binding, Map<unknown, Question>>;
}

export interface Question {
  readonly ask: Ask;
  readonly answer: boolean;
}

export type Ask = (binding: Binding, module: Module) => boolean;

/** What a module has that does not go by names. */
export type List = 'reexports' | 'sources' | 'additions';

export interface Aspects {
  declarations: boolean;
  assignments: boolean;
  references: boolean;
}

export function nothingSeen(): Seen {
  return { whole: false, bindings: new Map(), names: new Set(), everyName: false, exports: new Set(), everyExport: false, lists: new Set(), questions: new Map() };
}

/** What the names of a module mean, for those who are not watched. */
export interface Names {
  readonly values: ReadonlyMap<string, Binding>;
  readonly types: ReadonlyMap<string, Binding>;
  readonly exports: ReadonlyMap<string, Export>;
  readonly lists: Pick<Module, List>;
  /** Whether a namespace or an enum has several bodies: these see each other's names by a way that is not watched. */
  readonly isMerged: boolean;
}

export interface Observer {
  /** Where to note what is seen of the module now, where anybody looks. */
  seen(): Seen | undefined;
  /** Does some work of which nothing is noted. */
  apart<T>(work: () => T): T;
}

/** Watches the module, which nobody has yet: its own parts are changed. */
export function observe(module: Module, observer: Observer): { module: Module; names: Names } {
  const seen = (): Seen | undefined => observer.seen();
  const { scope, program, exports, reexports, sources, additions } = module;
  const isMerged = [...scope.types.values()].some(({ kind, declarations }) => (kind === 'namespace' || kind === 'enum') && declarations.length > 1);
  const names: Names = { values: scope.bindings, types: scope.types, exports, lists: { reexports, sources, additions }, isMerged };
  // Made now, so that whoever asks for what is around a node does not look at everything.
  parentsIn(program);
  for (const binding of new Set([...names.values.values(), ...names.types.values()])) observeBinding(binding, seen);
  const everything = (): void => {
    const now = seen();
    if (now) now.whole = true;
  };
  observers.set(program, observer);
  const { body } = program;
  Object.defineProperty(program, 'body', { enumerable: true, get: () => (everything(), body) });
  const look = (key: 'names' | 'exports', every: 'everyName' | 'everyExport') => (name: string | undefined) => {
    const now = seen();
    if (now && name !== undefined) now[key].add(name);
    else if (now) now[every] = true;
  };
  const atName = look('names', 'everyName');
  Object.defineProperty(scope, 'bindings', { enumerable: true, value: observedMap(names.values, atName) });
  Object.defineProperty(scope, 'types', { enumerable: true, value: observedMap(names.types, atName) });
  const listed = <T>(list: List, value: T): T => (seen()?.lists.add(list), value);
  const observed: Module = {
    ...module,
    exports: observedMap(exports, look('exports', 'everyExport')),
    get reexports() {
      return listed('reexports', reexports);
    },
    get sources() {
      return listed('sources', sources);
    },
    get additions() {
      return listed('additions', additions);
    },
  };
  return { module: observed, names };
}

const observers = new WeakMap<Program, Observer>();

/** To be called by who looks at all of a module's text, and not by walking its tree. */
export function lookedAtAll({ program }: Module): void {
  const now = observers.get(program)?.seen();
  if (now) now.whole = true;
}

/**
 * A question about all the uses of a binding, wherever in its module. Nothing but the module, and what `ask` is made with, may decide it: it is
 * asked again of the next version, and only another answer counts as a change. `about` tells it from other questions.
 */
export function askOfUses(binding: Binding, module: Module, about: unknown, ask: Ask): boolean {
  const observer = binding.scope === module.scope ? observers.get(module.program) : undefined;
  const now = observer?.seen();
  if (!observer || !now) return ask(binding, module);
  const all = now.questions.get(binding) ?? new Map<unknown, Question>();
  now.questions.set(binding, all);
  const known = all.get(about);
  if (known) return known.answer;
  const answer = observer.apart(() => ask(binding, module));
  all.set(about, { ask, answer });
  return answer;
}

function observeBinding(binding: Binding, seen: () => Seen | undefined): void {
  const observed = (key: 'identifier' | 'declarations' | 'assignments' | 'references', aspect: keyof Aspects): void => {
    const value = binding[key];
    const get = () => {
      const now = seen();
      if (now) aspectsOf(binding, now)[aspect] = true;
      return value;
    };
    Object.defineProperty(binding, key, { enumerable: true, get });
  };
  observed('identifier', 'declarations');
  observed('declarations', 'declarations');
  observed('assignments', 'assignments');
  observed('references', 'references');
}

function aspectsOf(binding: Binding, { bindings }: Seen): Aspects {
  const known = bindings.get(binding);
  if (known) return known;
  const made: Aspects = { declarations: false, assignments: false, references: false };
  bindings.set(binding, made);
  return made;
}

/** A map that tells which key was asked for; nothing where all were. */
function observedMap<V>(map: ReadonlyMap<string, V>, tell: (key: string | undefined) => void): ReadonlyMap<string, V> {
  const all = (): ReadonlyMap<string, V> => (tell(undefined), map);
  return {
    get: (key) => (tell(key), map.get(key)),
    has: (key) => (tell(key), map.has(key)),
    get size() {
      return all().size;
    },
    forEach: (each) => all().forEach(each),
    keys: () => all().keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}

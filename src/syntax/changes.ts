/**
 * What an edit changed: two versions of a module in; out, whether what somebody saw of the first is the same in the second, and
 * where things that are the same stand now.
 *
 * A statement that was looked into must be in both versions, unchanged, and mean the same: no name in it may be declared otherwise, or now
 * and not before. So must everything that led on from it: what declares a binding, and all that refers or assigns to it, where
 * that was asked. What was asked of all the uses of a binding is asked again.
 */
import type { Binding, Export, Module } from './module.ts';
import type { Ask, Aspects, List, Names, Seen } from './observed.ts';
import { commonPortions, type Portion, portionAt } from './portions.ts';
import type { Node } from './tree.ts';

export interface Version {
  readonly module: Module;
  readonly names: Names;
  readonly portions: readonly Portion[];
}

export interface Changes {
  readonly from: Version;
  readonly to: Version;
  /** Where what stood at an offset of the first version stands in the second; nothing where that has changed. */
  offset(old: number): number | undefined;
  /** Whether anything that is the same stands elsewhere. */
  readonly moves: boolean;
  /** What was seen, in terms of the second version; nothing where any of it is another. `starts` are offsets that were looked at in any case. */
  same(seen: Seen, starts: readonly number[]): Seen | undefined;
}

export function changesBetween(from: Version, to: Version): Changes {
  const { before, after } = isRead(from, to) ? commonPortions({ text: from.module.text, portions: from.portions }, { text: to.module.text, portions: to.portions }) : { before: 0, after: 0 };
  const shift = to.module.text.length - from.module.text.length;
  const lastChanged = from.portions.length - after;
  const shared = sharedOf(from, before, after);
  const sharedNow = sharedOf(to, before, after);
  const isMarked = shared.isMarked || sharedNow.isMarked;
  const names = new Set([...changedNames(from.names, to.names), ...markedNames(from, shared), ...markedNames(to, sharedNow)]);
  const offset = (old: number): number | undefined => {
    const at = portionAt(from.portions, old);
    if (!shared.isKept(at) || (isMarked && !shared.isWhole(at))) return undefined;
    return at < before ? old : old + shift;
  };
  const isKeptWhole = (old: number): boolean => shared.isWhole(portionAt(from.portions, old));
  const sameNodes = (old: readonly Node[], now: readonly Node[]): boolean => old.length === now.length && old.every((node, index) => offset(node.start) === now[index]!.start);
  const known = new Map<Binding, Record<keyof Aspects, boolean>>();
  const sameBinding = (old: Binding, now: Binding): Record<keyof Aspects, boolean> => {
    const answers = known.get(old) ?? {
      declarations: sameNodes([old.identifier, ...old.declarations], [now.identifier, ...now.declarations]),
      assignments: sameNodes(old.assignments, now.assignments),
      references: sameNodes(old.references, now.references),
    };
    known.set(old, answers);
    return answers;
  };
  const answers = new Map<Binding, Map<unknown, boolean>>();
  const answerNow = (now: Binding, about: unknown, ask: Ask): boolean => {
    const all = answers.get(now) ?? new Map<unknown, boolean>();
    answers.set(now, all);
    if (!all.has(about)) all.set(about, ask(now, to.module));
    return all.get(about)!;
  };
  const exports = new Map([...new Set([...from.names.exports.keys(), ...to.names.exports.keys()])].map((name) => [name, sameExport(from.names.exports.get(name), to.names.exports.get(name), names, offset)]));
  const everyExport = sameKeys(from.names.exports, to.names.exports) && [...exports.values()].every(Boolean);
  const everyName = names.size === 0 && sameKeys(from.names.values, to.names.values) && sameKeys(from.names.types, to.names.types);
  const lists: Readonly<Record<List, boolean>> = {
    reexports: from.names.lists.reexports.join('\n') === to.names.lists.reexports.join('\n'),
    sources: from.names.lists.sources.join('\n') === to.names.lists.sources.join('\n'),
    additions: sameNodes(from.names.lists.additions, to.names.lists.additions),
  };

  return {
    from,
    to,
    offset,
    moves: after > 0 && isElsewhere(from, to, lastChanged, shift),
    same(seen, starts) {
      if (seen.whole || (seen.everyName && !everyName) || (seen.everyExport && !everyExport)) return undefined;
      if ([...seen.lists].some((list) => !lists[list])) return undefined;
      if (!starts.every(isKeptWhole)) return undefined;
      if ([...seen.names].some((name) => names.has(name)) || [...seen.exports].some((name) => exports.get(name) === false)) return undefined;
      const bindings = new Map<Binding, Aspects>();
      for (const [old, asked] of seen.bindings) {
        const now = counterpart(old, from.names, to.names);
        if (!now) return undefined;
        const answers = sameBinding(old, now);
        if ((asked.declarations && !answers.declarations) || (asked.assignments && !answers.assignments) || (asked.references && !answers.references)) return undefined;
        bindings.set(now, asked);
      }
      const questions: Seen['questions'] = new Map();
      for (const [old, asked] of seen.questions) {
        const now = counterpart(old, from.names, to.names);
        if (!now || [...asked].some(([about, { ask, answer }]) => answerNow(now, about, ask) !== answer)) return undefined;
        questions.set(now, asked);
      }
      if (names.size > 0 && mentions(seen, starts, names, from)) return undefined;
      return { ...seen, bindings, questions };
    },
  };
}

/** What the two versions have in common, in terms of one of them. */
interface Shared {
  isKept(portion: number): boolean;
  /** Whether the comments that speak of it are the same, too: what stands above it. */
  isWhole(portion: number): boolean;
  /** Whether what stands above the one statement that is kept but not whole may say more than words: a pragma, or a type. */
  readonly isMarked: boolean;
}

function sharedOf({ module: { text }, portions }: Version, before: number, after: number): Shared {
  const last = portions.length - after;
  const isKept = (portion: number): boolean => portion < before || portion >= last;
  // The first statement that is the same again may now stand below another's comment, and a comment at the end of another's line.
  const first = last % 2 === 1 ? last : last + 1;
  const isCut = last % 2 === 1 || !/^[ \t]*[\r\n]/.test(textOf(text, portions[last]));
  return { isKept, isWhole: (portion) => isKept(portion) && !(isCut && portion === first), isMarked: isCut && textOf(text, portions[first - 1]).includes('@') };
}

function textOf(text: string, portion: Portion | undefined): string {
  return portion ? text.slice(portion.start, portion.end) : '';
}

/** The names of which a comment may say something else: who is told of a comment that is not followed may have looked at none of them. */
function markedNames({ module: { text }, names, portions }: Version, { isWhole }: Shared): readonly string[] {
  const isMarked = (at: number): boolean => at % 2 === 1 && !isWhole(at) && text.slice(portions[at - 1]!.start, portions[at]!.end).includes('@');
  return [...names.values].flatMap(([name, binding]) => (isMarked(portionAt(portions, binding.identifier.start)) ? [name] : []));
}

/** Whether the same text is read the same way: as the same kind of file, under the same directives. */
function isRead(from: Version, to: Version): boolean {
  return from.module.program.sourceType === to.module.program.sourceType && directivesOf(from) === directivesOf(to);
}

function directivesOf({ module: { program } }: Version): string {
  return program.body.flatMap((statement) => ('directive' in statement && statement.directive ? [statement.directive] : [])).join('\n');
}

/** The names of the module that one version declares otherwise than the other, or alone. */
function changedNames(from: Names, to: Names): ReadonlySet<string> {
  const all = new Set([...from.values.keys(), ...from.types.keys(), ...to.values.keys(), ...to.types.keys()]);
  return new Set([...all].filter((name) => meaning(name, from) !== meaning(name, to)));
}

function meaning(name: string, { values, types }: Names): string {
  const [value, type] = [values.get(name), types.get(name)];
  const kind = (binding: Binding | undefined): string => (binding ? [binding.kind, binding.imported?.from, binding.imported?.name, binding.imported?.typeOnly].join('\n') : '');
  return `${kind(value)}\n\n${value === type ? '' : kind(type)}\n\n${value === type}`;
}

function counterpart(binding: Binding, from: Names, to: Names): Binding | undefined {
  if (from.values.get(binding.name) === binding) return to.values.get(binding.name);
  return from.types.get(binding.name) === binding ? to.types.get(binding.name) : undefined;
}

/** `names`: those that mean something else now, so that whoever comes by the export gets to something else. */
function sameExport(old: Export | undefined, now: Export | undefined, names: ReadonlySet<string>, offset: (old: number) => number | undefined): boolean {
  if (!old || !now) return old === now;
  if ([old.binding, old.type].some((binding) => binding && names.has(binding.name))) return false;
  return (
    old.binding?.name === now.binding?.name && old.type?.name === now.type?.name && old.typeOnly === now.typeOnly && old.from?.specifier === now.from?.specifier && old.from?.name === now.from?.name &&
    (old.node ? now.node !== undefined && offset(old.node.start) === now.node.start : !now.node)
  );
}

function sameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && [...one.keys()].join('\n') === [...other.keys()].join('\n');
}

/** Whether a statement that was looked into may have one of the names in it. */
function mentions(seen: Seen, starts: readonly number[], names: ReadonlySet<string>, from: Version): boolean {
  const { module, portions } = from;
  const found = new Set(starts.map((start) => portionAt(portions, start)));
  for (const [binding, { declarations, assignments, references }] of seen.bindings) {
    for (const node of [...(declarations ? [binding.identifier, ...binding.declarations] : []), ...(assignments ? binding.assignments : []), ...(references ? binding.references : [])]) found.add(portionAt(portions, node.start));
  }
  for (const [name, { node }] of from.names.exports) if (node && (seen.everyExport || seen.exports.has(name))) found.add(portionAt(portions, node.start));
  if (seen.lists.has('additions')) for (const { start } of from.names.lists.additions) found.add(portionAt(portions, start));
  return [...found].some((index) => {
    // What stands above may name a type, in JavaScript.
    const { start } = portions[index % 2 === 1 ? index - 1 : index]!;
    const text = module.text.slice(start, portions[index]!.end);
    // A name may be written with escapes.
    return text.includes('\\u') || [...names].some((name) => text.includes(name));
  });
}

function isElsewhere(from: Version, to: Version, first: number, shift: number): boolean {
  const start = from.portions[first]!.start;
  return shift !== 0 || linesIn(from.module.text.slice(0, start)) !== linesIn(to.module.text.slice(0, start + shift)) || lastLine(from.module.text, start) !== lastLine(to.module.text, start + shift);
}

function linesIn(text: string): number {
  return text.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;
}

/** How far into its line an offset is. */
function lastLine(text: string, offset: number): number {
  return offset - Math.max(...['\n', '\r', '\u2028', '\u2029'].map((end) => text.lastIndexOf(end, offset - 1)));
}

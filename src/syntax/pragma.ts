/**
 * The comments that overrule what the compiler would make of a variable: `@control` and `@context`, at the start of a line of
 * a comment directly above a declaration, or right before it on its line. A function in; which of its variables are so
 * marked out, and the marks that mark nothing, each with the reason.
 */
import { nearest } from '../diagnostic/nearest.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import { commentsAbove, commentsBefore } from './comment.ts';
import type { Binding, Module } from './module.ts';
import type { Comment, FunctionNode, Node } from './tree.ts';
import { parentsIn } from './walk.ts';

export type Pragma = 'control' | 'context';

export interface Pragmas {
  readonly of: ReadonlyMap<Binding, { readonly pragma: Pragma; readonly span: Span }>;
  readonly ignored: readonly Ignored[];
}

/** A mark that is not followed. */
export interface Ignored {
  /** As it is written: `@contol`. */
  readonly word: string;
  readonly reason: string;
  readonly span: Span;
}

/**
 * The marks in a function, and above it.
 *
 *     // @context: only counted
 *     let left = 3;          // → left: context
 */
export function pragmasIn(fn: FunctionNode, module: Module): Pragmas {
  const { marks, variables } = markedIn(module);
  if (marks.size === 0) return { of: new Map(), ignored: [] };
  const of = new Map<Binding, { pragma: Pragma; span: Span }>();
  const ignored = new Map<number, Ignored>();
  const taken = new Set<Comment>();
  const ignore = ({ word, span }: Mark, reason: string): void => void ignored.set(span.start, { word: `@${word}`, reason, span });

  for (const [binding, comments] of variables) {
    const isOwn = isWithin(binding.identifier, fn);
    if (!isOwn && !(binding.scope === module.scope && binding.references.some((reference) => isWithin(reference, fn)))) continue;
    for (const comment of comments) taken.add(comment);
    const all = comments.flatMap((comment) => marks.get(comment) ?? []);
    for (const mark of all) if (mark.pragma === undefined) ignore(mark, mark.word === mark.meant ? 'it does not begin its line' : `it is written \`@${mark.meant}\``);
    const [first, ...others] = all.filter(isPragma);
    const other = others.find(({ pragma }) => pragma !== first?.pragma);
    if (first && other) ignore(other, `\`@${first.word}\` stands there too, so neither is followed`);
    else if (first && isOwn) of.set(binding, first);
    else if (first) ignore(first, `\`${binding.name}\` is a variable of the module, not of the machine`);
  }
  const above = commentsAbove(fn, module);
  for (const [comment, all] of marks) {
    if (taken.has(comment) || (!isWithin(comment, fn) && !above.includes(comment))) continue;
    for (const mark of all.filter(isPragma)) ignore(mark, 'no variable is declared right below it');
  }
  return { of, ignored: [...ignored.values()].sort((a, b) => a.span.start - b.span.start) };
}

/** What is marked in a module, wherever: the comments with a pragma in them, and the variables that one of them stands above. */
interface Marked {
  readonly marks: ReadonlyMap<Comment, readonly Mark[]>;
  readonly variables: ReadonlyMap<Binding, readonly Comment[]>;
}

interface Mark {
  readonly word: string;
  /** Absent where it is misspelt, or stands in the middle of a line. */
  readonly pragma: Pragma | undefined;
  readonly meant: Pragma;
  readonly span: Span;
}

function isPragma(mark: Mark): mark is Mark & { pragma: Pragma } {
  return mark.pragma !== undefined;
}

const words = ['control', 'context'] as const;

const known = new WeakMap<Module, Marked>();

/** Looked for once: a module may hold thousands of machines, and most have no pragma. */
function markedIn(module: Module): Marked {
  const before = known.get(module);
  if (before) return before;
  const marks = new Map(module.comments.map((comment) => [comment, marksIn(comment, module)] as const).filter(([, found]) => found.length > 0));
  const declared = marks.size === 0 ? [] : [...new Set(module.bindings.values())].filter(({ kind }) => ['let', 'const', 'var', 'parameter'].includes(kind));
  const variables = new Map(declared.map((binding) => [binding, commentsOf(binding, module, marks)] as const).filter(([, comments]) => comments.length > 0));
  known.set(module, { marks, variables });
  return { marks, variables };
}

/** The words of a comment that are pragmas, or were meant to be. */
function marksIn(comment: Comment, module: Module): Mark[] {
  const text = module.text.slice(comment.start, comment.end);
  return [...text.matchAll(/(?<!\w)@([\w-]+)/g)].flatMap(({ 1: word = '', index }): Mark[] => {
    const exact = words.find((known) => known === word);
    const begins = /(?:^|[\n\r])[\s/*]*$/.test(text.slice(0, index));
    const meant = exact ?? (begins ? (nearest(word.toLowerCase(), words) as Pragma | undefined) : undefined);
    const span = { start: comment.start + index, end: comment.start + index + word.length + 1 };
    return meant ? [{ word, pragma: begins ? exact : undefined, meant, span }] : [];
  });
}

function isWithin(node: Span, fn: Node): boolean {
  return node.start >= fn.start && node.end <= fn.end;
}

/** The comments that speak of the variable: those nearest to it, from its name out to its declaration's statement. */
function commentsOf(binding: Binding, module: Module, marks: Marked['marks']): readonly Comment[] {
  const parents = parentsIn(module.program);
  for (let at: Node | undefined = binding.identifier, from: Node | undefined; at && (!from || holds(at, from)); from = at, at = parents.get(at)) {
    const found = commentsBefore(at, module);
    if (found.some((comment) => marks.has(comment))) return found;
  }
  return [];
}

/** Whether the node is a part of the declaration of a name in `inner`: a pattern, a declarator, a `for` that declares. */
function holds(node: Node, inner: Node): boolean {
  switch (node.type) {
    case 'Property':
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
    case 'VariableDeclarator':
    case 'VariableDeclaration':
    case 'LabeledStatement':
    case 'ExportNamedDeclaration':
      return true;
    case 'AssignmentPattern':
      return node.left === inner;
    case 'ForStatement':
      return node.init === inner;
    case 'ForOfStatement':
    case 'ForInStatement':
      return node.left === inner;
    default:
      return false;
  }
}

/**
 * The comment that a person wrote above a piece of code: a node in, its words out, without stars and slashes.
 * Lines beginning with `@` are for machines (pragmas, JSDoc tags); they are read by `pragma.ts`.
 */
import { lineOf, lineStarts } from './lines.ts';
import type { Module } from './module.ts';
import type { Comment, Node } from './tree.ts';
import { parentsIn } from './walk.ts';

/**
 * The comment on the lines right before the node's own line, or else before its statement's; nothing where there is
 * none, or where other code stands before the node on its line.
 *
 *     // everybody waits
 *     yield 'RED';          // → 'everybody waits'
 */
export function commentAbove(node: Node, module: Module): string | undefined {
  const words = commentsAbove(node, module)
    .flatMap(linesOf)
    .filter((line) => !line.isPragma)
    .map((line) => line.text)
    .join('\n')
    .trim();
  return words === '' ? undefined : words;
}

/** The same as comments, with those lines that are for machines. */
export function commentsAbove(node: Node, module: Module): readonly Comment[] {
  const own = endingAbove(node.start, module);
  return own.length > 0 ? own : endingAbove(statementOf(node, module).start, module);
}

/** The comments on the lines right before the node's own line; or, where other code stands there, those right before the node. */
export function commentsBefore(node: Node, module: Module): readonly Comment[] {
  const { comments, text } = module;
  const found: Comment[] = [];
  let start = node.start;
  for (let index = firstFrom(start, comments) - 1; index >= 0; index--) {
    const comment = comments[index] as Comment;
    if (lineOf(module, comment.end) !== lineOf(module, start) || text.slice(comment.end, start).trim() !== '') break;
    found.unshift(comment);
    start = comment.start;
  }
  return [...endingAbove(start, module), ...found];
}

interface Line {
  readonly text: string;
  /** Whether it begins with `@`, or continues a JSDoc tag that does. */
  readonly isPragma: boolean;
}


/** The comments that end on the line before the offset's, each alone on its lines, with no empty line between them. */
function endingAbove(offset: number, module: Module): Comment[] {
  const { comments } = module;
  const found: Comment[] = [];
  if (!startsItsLine(offset, module)) return found;
  let line = lineOf(module, offset);
  for (let index = firstFrom(offset, comments) - 1; index >= 0; index--) {
    const comment = comments[index] as Comment;
    if (lineOf(module, comment.end) !== line - 1 || !startsItsLine(comment.start, module) || !endsItsLine(comment.end, module)) break;
    found.unshift(comment);
    line = lineOf(module, comment.start);
  }
  return found;
}

function firstFrom(offset: number, comments: readonly Comment[]): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Comment).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startsItsLine(offset: number, module: Module): boolean {
  return module.text.slice(lineStarts(module)[lineOf(module, offset)], offset).trim() === '';
}

function endsItsLine(offset: number, module: Module): boolean {
  return module.text.slice(offset, lineStarts(module)[lineOf(module, offset) + 1]).trim() === '';
}

function linesOf(comment: Comment): Line[] {
  if (comment.type === 'Line') return [line(comment.value.replace(/^\/+/, ''))];
  const isDoc = comment.value.startsWith('*');
  const lines = comment.value.split(/\r\n|[\n\r]/).map((text) => line(text.replace(/^\s*\*+(?=\s|$)|^\s*\*/, '').replace(/\s*\*+$/, '')));
  return isDoc ? withTags(lines) : lines;
}

function line(text: string): Line {
  const trimmed = text.trim();
  return { text: trimmed, isPragma: trimmed.startsWith('@') };
}

/** In JSDoc, what follows a tag up to the next empty line belongs to the tag. */
function withTags(lines: readonly Line[]): Line[] {
  let inTag = false;
  return lines.map((line) => {
    inTag = line.isPragma || (inTag && line.text !== '');
    return { text: line.text, isPragma: inTag };
  });
}

/** The statement, member or property that the node stands in, with `export` and labels before it. */
function statementOf(node: Node, module: Module): Node {
  const parents = parentsIn(module.program);
  let found = node;
  let parent = parents.get(found);
  while (parent && !isStatement(found)) [found, parent] = [parent, parents.get(parent)];
  while (parent && /^Export|^LabeledStatement$/.test(parent.type)) [found, parent] = [parent, parents.get(parent)];
  return found;
}

function isStatement(node: Node): boolean {
  return /(Statement|Declaration|MethodDefinition|PropertyDefinition|AccessorProperty|^Property)$/.test(node.type);
}

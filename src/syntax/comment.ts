/**
 * The comment that a person wrote above a piece of code: a node in, its words out, without stars and slashes.
 * Lines beginning with `@` are for machines (pragmas, JSDoc tags); they are read by `pragmasAbove`.
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
  const words = above(node, module)
    .filter((line) => !line.isPragma)
    .map((line) => line.text)
    .join('\n')
    .trim();
  return words === '' ? undefined : words;
}

/** The lines of that comment that begin with `@`: `@control failed`. */
export function pragmasAbove(node: Node, module: Module): string[] {
  return above(node, module).filter((line) => line.text.startsWith('@')).map((line) => line.text);
}

interface Line {
  readonly text: string;
  /** Whether it begins with `@`, or continues a JSDoc tag that does. */
  readonly isPragma: boolean;
}

function above(node: Node, module: Module): Line[] {
  const own = endingAbove(node.start, module);
  const found = own.length > 0 ? own : endingAbove(statementOf(node, module).start, module);
  return found.flatMap(linesOf);
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

/** Offsets of our parser's tree in, the nodes of TypeScript's tree out. Both trees count UTF-16, and end a node at the same place. */
import type { Engine, SourceNode, SyntaxNode } from './engine.ts';

/** The generator function that ends there: no other one does. */
export function generatorAt(end: number, source: SourceNode, engine: Engine): SyntaxNode | undefined {
  return find(source, engine, (node) => node.end === end && node.asteriskToken !== undefined && node.body !== undefined, end);
}

/** The outermost type node of exactly this range. */
export function typeAt(start: number, end: number, source: SourceNode, engine: Engine): SyntaxNode | undefined {
  return find(source, engine, (node) => node.end === end && isType(engine.kindOf(node)) && startOf(node, source) === start, end);
}

/** Where the node's own text begins, after comments and spaces. */
export function startOf(node: SyntaxNode, source: SourceNode): number {
  const space = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
  space.lastIndex = node.pos;
  space.exec(source.text);
  return space.lastIndex;
}

function find(root: SyntaxNode, engine: Engine, wanted: (node: SyntaxNode) => boolean, end: number): SyntaxNode | undefined {
  const pending: SyntaxNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (wanted(node)) return node;
    for (const child of engine.children(node)) if (child.pos < end && end <= child.end) pending.push(child);
  }
  return undefined;
}

function isType(kind: string): boolean {
  return /Type$|Keyword$|^TypeReference$|^TypeLiteral$|^TypeQuery$|^TypeOperator$|^TypePredicate$|^ExpressionWithTypeArguments$|^FirstTypeNode$|^LastTypeNode$|^ImportType$/.test(kind);
}

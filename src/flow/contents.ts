/**
 * What stands inside a piece of syntax, functions within it left out: does it wait, does it leave, can it throw?
 * Asked of every statement and expression while lowering, so each answer is kept with its node.
 */
import type { Node } from '../syntax/tree.ts';
import { children } from '../syntax/walk.ts';

export interface Contents {
  /** A `yield` (or `yield*`, `await`). */
  readonly waits: boolean;
  /** A call, `new`, or a tagged template. */
  readonly calls: boolean;
  /** An assignment, `++`, `--` or `delete`. */
  readonly writes: boolean;
  /** A property read, or anything else that can throw without a call. */
  readonly reads: boolean;
  readonly throws: boolean;
  readonly returns: boolean;
  /** How many nodes deep it is. */
  readonly depth: number;
  /** How many nodes deep in it the deepest `yield` or assignment is; 0 where there is none. */
  readonly splits: number;
  /** `break` and `continue` that leave the node: by label, `''` for an unlabelled one; `continue` marked. */
  readonly jumps: ReadonlySet<string>;
}

const known = new WeakMap<Node, Contents>();
const none: Contents = { waits: false, calls: false, writes: false, reads: false, throws: false, returns: false, depth: 1, splits: 0, jumps: new Set() };

export function contents(node: Node): Contents {
  const before = known.get(node);
  if (before) return before;
  // Post-order by hand, so that deep nesting does not overflow.
  const stack: { readonly node: Node; below: readonly Node[] | undefined }[] = [{ node, below: undefined }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    if (top.below) {
      known.set(top.node, gather(top.node, top.below));
      stack.pop();
      continue;
    }
    top.below = isFunction(top.node) ? [] : children(top.node);
    for (const child of top.below) if (!known.has(child)) stack.push({ node: child, below: undefined });
  }
  return known.get(node)!;
}

/** Whether an expression nests deeper than anyone reads: what goes down into expressions takes it as a whole. */
export function isDeep(node: Node): boolean {
  return contents(node).depth > DEEPEST;
}

const DEEPEST = 200;

/** `key in object`, `1n % n`: an operator that may throw, as reading a part of nothing may. */
function mayThrow({ operator, right }: Node & { type: 'BinaryExpression' }): boolean {
  if (operator === 'in' || operator === 'instanceof') return true;
  return (operator === '/' || operator === '%' || operator === '**') && !(right.type === 'Literal' && typeof right.value === 'number');
}

export function isFunction(node: Node): boolean {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' || node.type === 'TSDeclareFunction';
}

function gather(node: Node, below: readonly Node[]): Contents {
  if (isFunction(node)) return none;
  const own = ownContents(node);
  if (below.length === 0) return own;
  const all = { ...own };
  for (const child of below) {
    const inner = known.get(child)!;
    all.waits ||= inner.waits;
    all.calls ||= inner.calls;
    all.writes ||= inner.writes;
    all.reads ||= inner.reads;
    all.throws ||= inner.throws;
    all.returns ||= inner.returns;
    all.depth = Math.max(all.depth, inner.depth + 1);
    if (inner.splits > 0) all.splits = Math.max(all.splits, inner.splits + 1);
    if (inner.jumps.size > 0) all.jumps = all.jumps.size > 0 ? new Set([...all.jumps, ...inner.jumps]) : inner.jumps;
  }
  const taken = all.jumps.size > 0 ? jumpsTaken(node) : [];
  if (taken.length > 0) all.jumps = new Set([...all.jumps].filter((jump) => !taken.includes(jump)));
  return all;
}

/** The `break` and `continue` that lead nowhere outside the node. */
function jumpsTaken(node: Node): readonly string[] {
  switch (node.type) {
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return ['break', 'continue'];
    case 'SwitchStatement':
      return ['break'];
    case 'LabeledStatement':
      return [`break ${node.label.name}`, `continue ${node.label.name}`];
    default:
      return [];
  }
}

function ownContents(node: Node): Contents {
  switch (node.type) {
    case 'YieldExpression':
    case 'AwaitExpression':
      return { ...none, waits: true, splits: 1 };
    case 'ForOfStatement':
      return { ...none, waits: node.await === true };
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
    case 'ImportExpression':
      return { ...none, calls: true };
    case 'AssignmentExpression':
    case 'UpdateExpression':
      return { ...none, writes: true, splits: 1 };
    case 'UnaryExpression':
      return node.operator === 'delete' ? { ...none, writes: true, splits: 1 } : none;
    case 'MemberExpression':
      return { ...none, reads: true };
    case 'BinaryExpression':
      return mayThrow(node) ? { ...none, reads: true } : none;
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'SpreadElement':
      return { ...none, reads: true };
    case 'ThrowStatement':
      return { ...none, throws: true };
    case 'ReturnStatement':
      return { ...none, returns: true };
    case 'BreakStatement':
      return { ...none, jumps: new Set([node.label ? `break ${node.label.name}` : 'break']) };
    case 'ContinueStatement':
      return { ...none, jumps: new Set([node.label ? `continue ${node.label.name}` : 'continue']) };
    default:
      return none;
  }
}

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
  const stack: { node: Node; opened: boolean }[] = [{ node, opened: false }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    if (known.has(top.node)) stack.pop();
    else if (top.opened) {
      known.set(top.node, gather(top.node));
      stack.pop();
    } else {
      top.opened = true;
      if (!isFunction(top.node)) for (const child of children(top.node)) stack.push({ node: child, opened: false });
    }
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

function gather(node: Node): Contents {
  if (isFunction(node)) return none;
  const own = ownContents(node);
  const jumps = new Set(own.jumps);
  const all = { ...own };
  for (const child of children(node)) {
    const inner = known.get(child)!;
    all.waits ||= inner.waits;
    all.calls ||= inner.calls;
    all.writes ||= inner.writes;
    all.reads ||= inner.reads;
    all.throws ||= inner.throws;
    all.returns ||= inner.returns;
    all.depth = Math.max(all.depth, inner.depth + 1);
    if (inner.splits > 0) all.splits = Math.max(all.splits, inner.splits + 1);
    for (const jump of inner.jumps) jumps.add(jump);
  }
  switch (node.type) {
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      jumps.delete('break');
      jumps.delete('continue');
      break;
    case 'SwitchStatement':
      jumps.delete('break');
      break;
    case 'LabeledStatement':
      jumps.delete(`break ${node.label.name}`);
      jumps.delete(`continue ${node.label.name}`);
      break;
  }
  return { ...all, jumps };
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

/**
 * What stands inside a piece of syntax, functions within it left out: does it wait, does it leave, can it throw?
 * Asked of every statement and expression while lowering, so each answer is kept with its node.
 */
import type { Node } from '../syntax/tree.ts';
import { pushChildren } from '../syntax/walk.ts';

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

/** Kept with the node. A copy of it (`{ ...node }`) takes it along: `of` says whose it is. */
const inside = Symbol('inside');

function known(node: Node & { [inside]?: Gathered }): Contents | undefined {
  const kept = node[inside];
  return kept?.of === node ? kept : undefined;
}

const none: Contents = { waits: false, calls: false, writes: false, reads: false, throws: false, returns: false, depth: 1, splits: 0, jumps: new Set() };

export function contents(node: Node): Contents {
  if (node.type === 'Identifier' || node.type === 'Literal') return none;
  const before = known(node);
  if (before) return before;
  // Each node after the one that it hangs below, so that deep nesting does not overflow; then from the end.
  const nodes: Node[] = [node];
  const above: number[] = [-1];
  const all: (Contents | Gathered)[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const one = nodes[at]!;
    const settled = isFunction(one) ? none : known(one);
    if (!settled) pushChildren(nodes, one);
    if (above.length === nodes.length) all.push(settled ?? ownContents(one));
    else {
      while (above.length < nodes.length) above.push(at);
      all.push(((one as { [inside]?: Gathered })[inside] = { ...ownContents(one), of: one }));
    }
  }
  for (let at = nodes.length - 1; at >= 0; at--) {
    const part = all[at]!;
    if ('of' in part && part.jumps.size > 0) takeJumps(part);
    if (at > 0) gather(all[above[at]!] as Gathered, part);
  }
  return all[0]!;
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

type Gathered = { -readonly [Key in keyof Contents]: Contents[Key] } & { readonly of: Node };

/** Adds what stands inside of a part. */
function gather(all: Gathered, inner: Contents): void {
  if (inner.depth >= all.depth) all.depth = inner.depth + 1;
  if (inner === none) return;
  all.waits ||= inner.waits;
  all.calls ||= inner.calls;
  all.writes ||= inner.writes;
  all.reads ||= inner.reads;
  all.throws ||= inner.throws;
  all.returns ||= inner.returns;
  if (inner.splits >= all.splits && inner.splits > 0) all.splits = inner.splits + 1;
  if (inner.jumps.size > 0) all.jumps = all.jumps.size > 0 ? new Set([...inner.jumps, ...all.jumps]) : inner.jumps;
}

/** The jumps that end in the node do not leave it. */
function takeJumps(all: Gathered): void {
  const taken = jumpsTaken(all.of);
  if (taken.length > 0) all.jumps = new Set([...all.jumps].filter((jump) => !taken.includes(jump)));
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

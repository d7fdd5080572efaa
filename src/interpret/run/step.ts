/**
 * A statement that a path keeps: the user's own code, with what is known of its names put in.
 * Which steps are needed, and whether a name is context or local to the action, is decided when the whole path is known.
 */
import { isSynthetic } from '../../flow/lower/builder.ts';
import { isFunction } from '../../flow/contents.ts';
import { targetsIn } from '../../flow/places.ts';
import { layoutOf } from '../../flow/synthetic.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { children } from '../../syntax/walk.ts';
import { decided } from '../values/decided.ts';
import { member } from '../values/fold.ts';
import { knownIn } from '../values/place.ts';
import type { Machine } from '../machine.ts';
import { stripCasts, type Term, variableTerm } from '../values/term.ts';

export type StepPiece = string | { readonly term: Term } | { readonly binding: Binding; /** the type it was narrowed to */ readonly as?: string } | Hoisted;

/** `var `, where the code declares these names itself; where one of them is remembered, or declared before, it is only given a value. */
export interface Hoisted {
  readonly hoisted: readonly Binding[];
  readonly declaring: string;
  readonly assigning: string;
}

export interface Step {
  readonly pieces: readonly StepPiece[];
  /** `x = …`: the binding that is given a value, and nothing else happens. */
  readonly target?: Binding;
  readonly reads: ReadonlySet<Binding>;
  readonly writes: ReadonlySet<Binding>;
  /** Those of them that are changed in place. */
  readonly mutates?: ReadonlySet<Binding>;
  readonly effect: boolean;
  /** An effect whose result is not used: it may be run after the step is computed. */
  readonly detached: boolean;
  /** The names that a kept pattern declares. */
  readonly declared?: readonly Binding[];
  /** Those that are declared before it: inside of it they would be gone after it. */
  readonly before?: readonly Binding[];
  /** What it is called, where that is not its code. */
  readonly label?: readonly StepPiece[];
  readonly node: Node;
}

/** What stands for a name in kept code: a term where it is known and short, else the name. */
export type Substitute = (binding: Binding) => Term | undefined;

/** Terms that read as well as the name they replace, and cannot have changed. */
export function isPlain(term: Term): boolean {
  const bare = stripCasts(term);
  if (bare.kind === 'arrived' || bare.kind === 'constant') return true;
  return bare.kind === 'member' && isPlain(bare.object) && stripCasts(bare.object).kind !== 'constant';
}

/** A term that says where something is, or that is no object: written twice, it is the same twice. */
export function isPlace(term: Term): boolean {
  switch (term.kind) {
    case 'object':
    case 'array':
      return term.place !== undefined;
    case 'call':
    case 'source':
    case 'function':
    case 'updated':
    case 'spread':
      return knownIn(term) !== undefined;
    case 'member':
    case 'index':
      return isPlace(term.object);
    case 'cast':
      return isPlace(term.term);
    case 'logical':
      return isPlace(term.left) && isPlace(term.right);
    case 'conditional':
      return isPlace(term.then) && isPlace(term.else);
    case 'constant':
    case 'arrived':
    case 'variable':
    case 'late':
    case 'module':
    case 'global':
    case 'unary':
    case 'binary':
    case 'template':
      return true;
  }
}

/** Code that is still to be written, and what it stands in. */
interface Unwritten {
  readonly at: Node;
  readonly parent: Node | undefined;
}

/** The code of a node, its names replaced; `expand` spells out shorthand properties. */
export function piecesOf(machine: Pick<Machine, 'graph'>, node: Node, substitute: Substitute, keep: ReadonlySet<Node> = new Set()): StepPiece[] {
  const pieces: StepPiece[] = [];
  // What comes next is last: code may be nested deeper than the stack.
  const pending: (StepPiece | Unwritten)[] = [];
  /** One node goes on the list as its pieces, in their order, and the nodes among them. */
  const write = ({ at, parent }: Unwritten): void => {
    const { text } = machine.graph.moduleOf(at);
    if (at.type === 'Identifier') {
      const binding = machine.graph.bindingOf(at);
      // A parameter keeps the type that it is said to have.
      if (binding && isOfFunctionIn(binding, node)) pending.push(binding.identifier === at && isFunction(parent ?? at) ? text.slice(at.start, at.end) : at.name);
      else if (!binding) pending.push(at.name);
      else if (!machine.graph.isLocal(binding)) pending.push({ term: { kind: 'module', name: at.name, binding, node: at } });
      else {
        const known = keep.has(at) || binding.identifier === at ? undefined : substitute(binding);
        // What is assigned to stays the variable, whatever it is known to be.
        const term: Term | undefined = known && machine.graph.isAssignment(at) ? variableTerm(binding) : known;
        if (term && needsParentheses(term, at, parent)) pending.push('(', { term }, ')');
        else pending.push(term ? { term } : { binding });
      }
      return;
    }
    if (isSynthetic(at)) {
      for (const piece of layoutOf(at)) pending.push(typeof piece === 'string' ? piece : { at: piece, parent: at });
      return;
    }
    const found = decided(at, standsFor);
    if (found) {
      pending.push('code' in found ? { at: found.code, parent } : found);
      return;
    }
    const known = at.type === 'MemberExpression' ? rowPart(at) : undefined;
    if (known && (known.kind === 'constant' || knownIn(known))) {
      pending.push({ term: known });
      return;
    }
    if (at.type === 'Property' && at.shorthand && at.key.type === 'Identifier') {
      const name = at.value.type === 'AssignmentPattern' ? (at.value.left as Node) : (at.value as Node);
      const binding = machine.graph.bindingOf(name);
      // What a function written here calls its own keeps its name; any other name may become another one, and the key stays.
      if (!binding || !isOfFunctionIn(binding, node)) {
        const isLocal = binding !== undefined && machine.graph.isLocal(binding) && name === at.value;
        const term = isLocal && !keep.has(name) ? substitute(binding) : undefined;
        pending.push(`${at.key.name}: `, isLocal ? (term ? { term } : { binding }) : { at: at.value, parent: undefined });
        return;
      }
    }
    if (at.type === 'TemplateLiteral' && parent?.type !== 'TaggedTemplateExpression' && at.expressions.some((inner, index) => wordFor(inner, at.quasis[index]!.value.raw) !== undefined)) {
      pending.push('`');
      for (const [index, { value }] of at.quasis.entries()) {
        pending.push(value.raw);
        const inner = at.expressions[index];
        if (!inner) continue;
        const word = wordFor(inner, value.raw);
        if (word === undefined) pending.push('${', { at: inner, parent: at }, '}');
        else pending.push(word);
      }
      pending.push('`');
      return;
    }
    const hoisted = hoistedBy(at);
    const wraps = hoisted.length > 0 && at.type === 'VariableDeclaration' && at.declarations[0]!.id.type === 'ObjectPattern' && at.declarations[0]!.init;
    let position = at.start;
    for (const [index, child] of ordered(at).entries()) {
      const before = text.slice(position, child.start);
      // A temporary needs no parentheses that stood around a `yield`.
      const bare = child.type === 'Identifier' && text[child.start - 1] === '(' && text[child.end] === ')' && text.slice(child.start, child.end) !== child.name && !(at.type === 'CallExpression' || at.type === 'NewExpression' || at.type === 'ImportExpression' || isFunction(at));
      if (hoisted.length > 0 && index === 0) pending.push({ hoisted, declaring: before, assigning: wraps ? '(' : '' });
      else pending.push(bare ? before.slice(0, -1) : before);
      pending.push({ at: child, parent: at });
      position = bare ? child.end + 1 : child.end;
      if (wraps && index === 0) pending.push({ hoisted, declaring: '', assigning: ')' });
    }
    // A pattern that is assigned to has no type.
    const annotation = (parent === undefined || (parent.type === 'VariableDeclarator' && hoistedBy(machine.graph.parentOf(parent)).length > 0)) && (at.type === 'ArrayPattern' || at.type === 'ObjectPattern') ? at.typeAnnotation : undefined;
    pending.push(text.slice(position, annotation?.start ?? at.end));
  };
  /** The names of the machine that a `var` declares. */
  const hoistedBy = (at: Node | undefined): readonly Binding[] => {
    if (at?.type !== 'VariableDeclaration' || at.kind !== 'var') return [];
    const names = at.declarations.flatMap(({ id }) => targetsIn(id as Node)).flatMap((name) => machine.graph.bindingOf(name) ?? []);
    return names.filter((binding) => machine.graph.isLocal(binding) && !isOfFunctionIn(binding, node));
  };
  const standsFor = (name: Node): Term | undefined => {
    const binding = keep.has(name) ? undefined : machine.graph.bindingOf(name);
    return binding && machine.graph.isLocal(binding) && !isOfFunctionIn(binding, node) ? substitute(binding) : undefined;
  };
  /** What a name in a template comes to, where that is known and can be written there: `no ${event}` → `no stop`. */
  const wordFor = (name: Node, before: string): string | undefined => {
    const term = name.type === 'Identifier' ? standsFor(name) : undefined;
    if (term?.kind !== 'constant' || (term.constant.kind !== 'string' && term.constant.kind !== 'number')) return undefined;
    const word = String(term.constant.value);
    // Behind `\0`, a digit would be part of it.
    return /[`${\\\n\r]/.test(word) || (/^\d/.test(word) && before.endsWith('0')) ? undefined : word;
  };
  /** `step.name`, where `step` is known to be one row of a table. */
  const rowPart = (at: Node): Term | undefined => {
    const names: string[] = [];
    let base = at;
    for (; base.type === 'MemberExpression' && !base.computed && base.property.type === 'Identifier'; base = base.object) names.push(base.property.name);
    const binding = base.type === 'Identifier' && !keep.has(base) ? machine.graph.bindingOf(base) : undefined;
    let term = binding && machine.graph.isLocal(binding) ? substitute(binding) : undefined;
    for (const name of names.toReversed()) term = term?.kind === 'object' || term?.kind === 'array' ? member(term, name, false) : undefined;
    return term;
  };
  pending.push({ at: node, parent: undefined });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string' || !('at' in next)) {
      if (next !== '') pieces.push(next);
      continue;
    }
    const from = pending.length;
    write(next);
    for (let low = from, high = pending.length - 1; low < high; low++, high--) [pending[low], pending[high]] = [pending[high]!, pending[low]!];
  }
  return pieces;
}

/** A parameter or a local of a function that is written inside the code. */
function isOfFunctionIn(binding: Binding, node: Node): boolean {
  for (let scope: Binding['scope'] | undefined = binding.scope; scope; scope = scope.parent) if (isFunction(scope.node)) return scope.node.start >= node.start && scope.node.end <= node.end;
  return false;
}

/** `(() => 1)()`, `(-1) ** 2`, `({ a: 1 }).a`, `(x as T).a`: what is put in where a name stood must bind as tightly. */
function needsParentheses(term: Term, at: Node, parent: Node | undefined): boolean {
  const bare = stripCasts(term);
  const isHead = (parent?.type === 'CallExpression' && parent.callee === at) || (parent?.type === 'MemberExpression' && parent.object === at) || (parent?.type === 'NewExpression' && parent.callee === at);
  if (bare.kind === 'function') return parent !== undefined && (isHead || !(parent.type === 'CallExpression' || parent.type === 'NewExpression' || parent.type === 'ArrayExpression'));
  if (bare.kind === 'object') return isHead;
  const isLoose = term.kind === 'cast' || (bare.kind === 'constant' && bare.constant.kind === 'number' && bare.constant.value < 0);
  return isLoose && (isHead || parent?.type === 'BinaryExpression' || parent?.type === 'UnaryExpression');
}

/** The nodes directly below that are code, in the order of the text. */
function ordered(node: Node): Node[] {
  return children(node)
    .filter((child) => !(node.type === 'Property' && node.shorthand && child === node.key) && !(child.type.startsWith('TS') && /^TS(Type|Interface|Function|Array|Union|Literal|.*Keyword)/.test(child.type) && child.type !== 'TSTypeAssertion'))
    .sort((a, b) => a.start - b.start);
}

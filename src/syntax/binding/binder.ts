/** What the binder's parts share: the steps of its walk, and how a scope is entered and a name met. */
import { Bug } from '../../diagnostic/diagnostic.ts';
import type { Binding, Scope } from '../module.ts';
import { type BindingDraft, declare, draftScope, type Merged, type ScopeDraft, type Space, type TapeEntry } from './scope.ts';
import type { Node } from '../tree.ts';

export interface Binder {
  readonly tape: TapeEntry[];
  readonly bindings: Map<Node, Binding>;
  /** The bodies of namespaces and enums, which may be several for one binding. */
  readonly merged: Map<BindingDraft, Merged>;
  /** The steps below the node in hand, in the order of the text. */
  readonly below: Step[];
}

/** A node still to be gone into; or, with `mark`, not the node but the start or the end of the scope. */
export interface Step {
  readonly node: Node;
  readonly scope: ScopeDraft;
  readonly role: Role;
  readonly mark: 'enter' | 'leave' | undefined;
}

/** What an identifier means where it stands; `body` is the block of a function. */
export type Role = Declares | 'read' | 'write' | 'type' | 'qualifier' | 'both' | 'body';

export interface Declares {
  readonly kind: Binding['kind'];
  readonly declaration: Node;
  /** Whether it gets a value where it stands: a second `var x = …` is an assignment. */
  readonly initialised: boolean;
}

export type Maybe = Node | null | undefined;

/** Puts nodes below the one in hand, behind those that are there. */
export function put(binder: Binder, scope: ScopeDraft, role: Role, ...nodes: readonly Maybe[]): void {
  putEach(binder, scope, role, nodes);
}

/** The same of a list, which may be longer than the arguments of a call. */
export function putEach(binder: Binder, scope: ScopeDraft, role: Role, nodes: readonly Maybe[] = []): void {
  for (const node of nodes) if (node) binder.below.push({ node, scope, role, mark: undefined });
}

/** A scope below the node in hand: what is put next is in it, until it is left. */
export function enter(binder: Binder, scope: ScopeDraft): ScopeDraft {
  binder.below.push({ node: scope.node, scope, role: 'read', mark: 'enter' });
  return scope;
}

export function leave(binder: Binder, scope: ScopeDraft): void {
  binder.below.push({ node: scope.node, scope, role: 'read', mark: 'leave' });
}

/** An identifier in its role: declared, or written on the tape as a reference. */
export function meet(binder: Binder, node: Node, name: string, scope: ScopeDraft, role: Role): void {
  if (typeof role === 'string') {
    const space: Space = role === 'type' || role === 'qualifier' || role === 'both' ? role : 'value';
    binder.tape.push({ kind: 'reference', node, name, space, writes: role === 'write' });
    return;
  }
  if (name === 'this') return;
  const binding = declare(homeOf(role.kind, name, scope), role.kind, name, node, role.declaration);
  binder.bindings.set(node, binding);
  if (role.kind === 'var' && role.initialised && binding.declarations.length > 1) binder.tape.push({ kind: 'reference', node, name, space: 'value', writes: true });
}

function homeOf(kind: Binding['kind'], name: string, scope: ScopeDraft): ScopeDraft {
  if (kind !== 'var') return scope;
  const { home } = scope;
  if (!home) throw new Bug('a scope without a home for var');
  // A `var` of a parameter's name begins with what was passed: taken for the parameter itself.
  return home.kind === 'block' && home.parent?.bindings.has(name) ? home.parent : home;
}

/** Parameters and a body: two scopes, since neither a default nor an annotation sees what the body declares. */
export function callable(binder: Binder, node: Callable, outer: ScopeDraft): void {
  const scope = enter(binder, draftScope('body' in node ? 'function' : 'type', node, outer, { hoists: true }));
  put(binder, scope, 'read', node.typeParameters);
  putEach(binder, scope, { kind: 'parameter', declaration: node, initialised: true }, node.params);
  put(binder, scope, 'read', node.returnType);
  if ('body' in node) put(binder, scope, 'body', node.body);
  leave(binder, scope);
}

type Callable = Extract<
  Node,
  { type: 'FunctionDeclaration' | 'ArrowFunctionExpression' | 'TSFunctionType' | 'TSConstructorType' | 'TSCallSignatureDeclaration' | 'TSConstructSignatureDeclaration' | 'TSMethodSignature' } | { type: string; generator: boolean }
>;

/** The scope of one body of a namespace or enum: what its other bodies export is seen in it. */
export function bodyScope(binder: Binder, kind: Scope['kind'], node: Node, parent: ScopeDraft, owner: BindingDraft | undefined): ScopeDraft {
  if (!owner) return draftScope(kind, node, parent, { hoists: true });
  const merged: Merged = binder.merged.get(owner) ?? { bodies: [], exported: new Set() };
  binder.merged.set(owner, merged);
  const scope = draftScope(kind, node, parent, { hoists: true, merged });
  merged.bodies.push(scope);
  return scope;
}

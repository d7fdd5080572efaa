/**
 * Scopes and bindings while they are being made.
 *
 * The binder goes over the tree once (`bind.ts` says what each node declares and refers to) and writes a tape: scope
 * entered, name referred to, scope left. Played back, the tape keeps for every name the stack of its bindings in
 * force, so that a name is resolved by one look at a stack, however deep the scopes are: linear time. It takes two
 * passes because a name may be used above its declaration.
 */
import type { Binding, Scope } from '../module.ts';
import type { Node } from '../tree.ts';

export type ScopeDraft = Omit<Scope, 'parent' | 'bindings' | 'types'> & {
  readonly parent?: ScopeDraft;
  readonly bindings: Map<string, BindingDraft>;
  readonly types: Map<string, BindingDraft>;
  /** Where a `var` in it is declared. */
  home?: ScopeDraft;
  /** For the body of a namespace or an enum: whose it is, and the names its other bodies can see. */
  readonly merged?: Merged;
};

export type BindingDraft = Omit<{ -readonly [K in keyof Binding]: Binding[K] }, 'declarations' | 'references' | 'assignments'> & {
  declarations: Node[];
  references: Node[];
  assignments: Node[];
};

/** The bodies of one namespace or enum that is declared in several pieces see each other's exports. */
export interface Merged {
  readonly bodies: ScopeDraft[];
  readonly exported: Set<string>;
}

/** The space a name is looked up in; `qualifier` is the left of `A.B` in a type, `both` what `export { x }` names. */
export type Space = 'value' | 'type' | 'qualifier' | 'both';

export type TapeEntry =
  | { readonly kind: 'enter' | 'leave'; readonly scope: ScopeDraft }
  | { readonly kind: 'reference'; readonly node: Node; readonly name: string; readonly space: Space; readonly writes: boolean };

/** Which spaces a kind of binding lives in. */
const livesIn = {
  var: 'value', let: 'value', const: 'value', parameter: 'value', function: 'value', catch: 'value',
  class: 'both', enum: 'both', import: 'both', namespace: 'both',
  type: 'type', interface: 'type', 'type-parameter': 'type',
} as const satisfies Record<Binding['kind'], 'value' | 'type' | 'both'>;

export function draftScope(kind: Scope['kind'], node: Node, parent?: ScopeDraft, more: { hoists?: boolean; merged?: Merged } = {}): ScopeDraft {
  const scope: ScopeDraft = { kind, node, parent, bindings: new Map(), types: new Map(), home: parent?.home, merged: more.merged };
  if (more.hoists || !parent) scope.home = scope;
  return scope;
}

/** Declares a name, or adds a declaration to the binding that it merges with. */
export function declare(scope: ScopeDraft, kind: Binding['kind'], name: string, identifier: Node, declaration: Node, imported?: Binding['imported']): BindingDraft {
  const space = livesIn[kind];
  const asValue = space === 'type' ? undefined : scope.bindings.get(name);
  const asType = space === 'value' ? undefined : scope.types.get(name);
  const merged = asValue ?? (space === 'type' ? asType : undefined);
  const binding = merged ?? { name, kind, scope, identifier, declarations: [...(asType?.declarations ?? [])], references: [], assignments: [], imported };
  binding.declarations.push(declaration);
  if (space !== 'type') scope.bindings.set(name, binding);
  if (space !== 'value') scope.types.set(name, binding);
  return binding;
}

/** The bindings of each name that are in force, the innermost last. */
type Stacks = Map<string, BindingDraft[]>;

/** Plays the tape: what each identifier means. */
export function resolve(tape: readonly TapeEntry[], bindings: Map<Node, Binding>): void {
  const values: Stacks = new Map();
  const types: Stacks = new Map();
  for (const entry of tape) {
    if (entry.kind === 'reference') refer(entry, values, types, bindings);
    else {
      moveAll(values, entry.scope, 'bindings', entry.kind);
      moveAll(types, entry.scope, 'types', entry.kind);
    }
  }
}

function refer(entry: TapeEntry & { kind: 'reference' }, values: Stacks, types: Stacks, bindings: Map<Node, Binding>): void {
  const { name, space } = entry;
  const value = space === 'value' || space === 'both' ? values.get(name)?.at(-1) : undefined;
  const type = space === 'value' ? undefined : space === 'qualifier' ? types.get(name)?.findLast((binding) => livesIn[binding.kind] !== 'type') : types.get(name)?.at(-1);
  if (value) note(entry, value, bindings);
  if (type && type !== value) note(entry, type, bindings);
}

function note({ node, writes }: TapeEntry & { kind: 'reference' }, binding: BindingDraft, bindings: Map<Node, Binding>): void {
  if (!bindings.has(node)) bindings.set(node, binding);
  binding.references.push(node);
  if (writes) binding.assignments.push(node);
}

function moveAll(stacks: Stacks, scope: ScopeDraft, space: 'bindings' | 'types', way: 'enter' | 'leave'): void {
  for (const [name, binding] of scope[space]) move(stacks, name, binding, way);
  if (!scope.merged) return;
  for (const body of scope.merged.bodies) {
    if (body === scope) continue;
    for (const [name, binding] of body[space]) if (scope.merged.exported.has(name) && !scope[space].has(name)) move(stacks, name, binding, way);
  }
}

function move(stacks: Stacks, name: string, binding: BindingDraft, way: 'enter' | 'leave'): void {
  const stack = stacks.get(name);
  if (way === 'leave') stack?.pop();
  else if (stack) stack.push(binding);
  else stacks.set(name, [binding]);
}

const assigning = new WeakMap<Binding, ReadonlySet<Node>>();

/** Whether the reference assigns to the binding: one question of ten thousand is quick too. */
export function isAssignmentTo(binding: Binding, reference: Node): boolean {
  const { assignments } = binding;
  if (assignments.length <= FEW) return assignments.includes(reference);
  const known = assigning.get(binding) ?? new Set(assignments);
  if (!assigning.has(binding)) assigning.set(binding, known);
  return known.has(reference);
}

const FEW = 16;

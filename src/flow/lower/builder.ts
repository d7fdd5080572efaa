/**
 * The graph while it is being built: the block that is being written, fresh temporaries, and the stack of what a jump
 * out of here has to pass (regenerator's leap stack).
 */
import type { Descent } from '../../syntax/descent.ts';
import type { Binding, Module, Scope } from '../../syntax/module.ts';
import type { Expression, FunctionNode, Node, Statement } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import type { Frames } from '../frame.ts';
import type { Block, BlockId, Instruction, Terminal } from '../graph.ts';

export interface Builder {
  readonly fn: FunctionNode;
  /** The module of the code that is being lowered: inside a generator that is delegated to, that one's. */
  module: Module;
  readonly frames: Frames;
  readonly language: Language;
  readonly blocks: Block[];
  readonly temporaries: Set<Binding>;
  readonly overlay: Map<Node, Binding>;
  current: BlockId;
  leaps: Leap | undefined;
}

/** How code of any kind is lowered. */
export interface Language {
  readonly expression: (builder: Builder, node: Expression, hint: string) => Expression;
  readonly effect: (builder: Builder, node: Expression) => void;
  readonly statement: (builder: Builder, node: Statement, labels: readonly string[]) => Descent<void>;
}

/** What encloses the statement that is being lowered, innermost first. */
export type Leap = {
  readonly outer: Leap | undefined;
  /** The innermost of those around it that an error or a `return` does not just pass: no loop, no `switch`. */
  readonly barrier: Leap | undefined;
} & (
  | { readonly kind: 'loop'; readonly labels: readonly string[]; readonly onBreak: BlockId; readonly onContinue: BlockId }
  | { readonly kind: 'breakable'; readonly labels: readonly string[]; readonly onBreak: BlockId; /** a `switch`, not a labelled block */ readonly plain: boolean }
  | { readonly kind: 'catch'; readonly target: BlockId; readonly error: Binding }
  | { readonly kind: 'finally'; readonly target: BlockId; readonly completion: Binding; readonly value: Binding; readonly jumps: string[] }
  /** The end of a generator that is delegated to, or of a function that is called; `closing` says whether it was last resumed by `.return`. */
  | { readonly kind: 'frame'; readonly exit: BlockId; readonly result: Binding; readonly closing: Binding | undefined; readonly isCall: boolean }
);

export type NewLeap = DistributiveOmit<Leap, 'outer' | 'barrier'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** From here on, the leap encloses what is lowered. */
export function enclose(builder: Builder, leap: NewLeap): void {
  builder.leaps = { ...leap, outer: builder.leaps, barrier: barrierFrom(builder.leaps) } as Leap;
}
/** The leap itself, or the first one around it, that is no loop and no `switch`. */
export function barrierFrom(leap: Leap | undefined): Leap | undefined {
  return leap?.kind === 'loop' || leap?.kind === 'breakable' ? leap.barrier : leap;
}

export function createBuilder(fn: FunctionNode, module: Module, frames: Frames, language: Language): Builder {
  const builder: Builder = { fn, module, frames, language, blocks: [], temporaries: new Set(), overlay: new Map(), current: 0, leaps: undefined };
  openBlock(builder);
  return builder;
}

/** Whether the code is that of a function of the machine, in the place of a call. */
export function isInOwnCall(builder: Builder): boolean {
  for (let leap = barrierFrom(builder.leaps); leap; leap = leap.barrier) if (leap.kind === 'frame') return leap.isCall;
  return false;
}

/** A new block; it does not become the current one. */
export function newBlock(builder: Builder): BlockId {
  const id = builder.blocks.length;
  builder.blocks.push({ id, instructions: [], terminal: { kind: 'unsupported', construct: 'Code after the end', node: builder.fn } });
  return id;
}

/** A new block that is written from here on. */
function openBlock(builder: Builder): BlockId {
  builder.current = newBlock(builder);
  return builder.current;
}

/** Ends the current block; `next` is written from here on. */
export function close(builder: Builder, terminal: Terminal, next: BlockId = newBlock(builder)): void {
  builder.blocks[builder.current]!.terminal = terminal;
  builder.current = next;
}

export function emit(builder: Builder, instruction: Instruction): void {
  builder.blocks[builder.current]!.instructions.push(instruction);
}

/** A fresh temporary. Its name is only seen where it has to be remembered across a `yield`. */
export function temporary(builder: Builder, name: string): Binding {
  const scope: Scope = builder.module.scope;
  const binding: Binding = { name, kind: 'let', scope, identifier: builder.fn, declarations: [], references: [], assignments: [] };
  builder.temporaries.add(binding);
  return binding;
}

/** An identifier node that refers to `binding`, standing where `at` stands. */
export function refer(builder: Builder, binding: Binding, at: Node): Expression {
  const node = { type: 'Identifier', name: binding.name, start: at.start, end: at.end } as unknown as Expression;
  builder.overlay.set(node, binding);
  return node;
}

/** A changed copy of a node of the source, which belongs where the node belongs. */
export function remade<T extends Node>(builder: Builder, node: T): T {
  if (builder.module !== builder.frames.root) walk(node, (one) => void (builder.frames.homes.has(one) || builder.frames.homes.set(one, builder.module)));
  return node;
}

/** An operator applied to two nodes that do not stand beside each other in the source. */
export function synthetic(operator: string, left: Expression, right: Expression, at: Node): Expression {
  return { type: 'BinaryExpression', operator, left, right, start: at.start, end: at.end, synthetic: true } as unknown as Expression;
}

/** A literal of our own. */
export function literal(value: string | number | boolean | null, at: Node): Expression {
  return { type: 'Literal', value, raw: JSON.stringify(value), start: at.start, end: at.end, synthetic: true } as unknown as Expression;
}

export function isSynthetic(node: Node): boolean {
  return (node as { synthetic?: boolean }).synthetic === true;
}

/** The innermost `try` that an error thrown here arrives at. */
export function handlerOf(leap: Leap | undefined): (Leap & { kind: 'catch' | 'finally' }) | undefined {
  for (let at = barrierFrom(leap); at; at = at.barrier) if (at.kind === 'catch' || at.kind === 'finally') return at;
  return undefined;
}

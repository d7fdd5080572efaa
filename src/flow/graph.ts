/**
 * The control-flow graph of one function: basic blocks with explicit exits.
 *
 * What a statement means is kept in three ways at once. Expressions without a `yield` stay the user's own nodes (so that
 * code can be printed as it was written); what stands around a `yield` is taken apart into temporaries, which are ordinary
 * bindings; and a statement without a `yield` is both a `region` that can be kept whole inside an action, and the blocks
 * that it consists of, to be entered when what it decides matters.
 *
 * `finally` is entered by every way out, with a completion record (ECMA-262, 6.2.4) in two temporaries, and dispatches on
 * it at its end: nothing is duplicated, and a suspended `finally` is plain data.
 */
import type { Binding, Module } from '../syntax/module.ts';
import type { Declared } from '../syntax/project.ts';
import type { Expression, FunctionNode, Node, Statement, BindingPattern } from '../syntax/tree.ts';

export type BlockId = number;

export interface Graph {
  readonly fn: FunctionNode;
  readonly module: Module;
  readonly blocks: readonly Block[];
  readonly start: BlockId;
  /** The modules whose code it is made of, its own first. */
  readonly modules: readonly Module[];
  /** One for each parameter, in order; a parameter that is a pattern has one of ours. */
  readonly parameters: readonly Binding[];
  /** What an identifier in the graph refers to, temporaries included. */
  readonly bindingOf: (node: Node) => Binding | undefined;
  /** The module whose text a node is part of: another one in the body of a generator that is delegated to. */
  readonly moduleOf: (node: Node) => Module;
  /** The module that a binding which is not local stands in. */
  readonly homeOf: (binding: Binding) => Module;
  /** Where what a binding stands for is declared: in another module, where it is imported from one that can be read. */
  readonly declared: (binding: Binding) => Declared;
  /** What a node of the source hangs below; the body of a generator that is delegated to, below its `yield*`. */
  readonly parentOf: (node: Node) => Node | undefined;
  /** Whether an identifier of the source is written to where it stands. */
  readonly isAssignment: (node: Node) => boolean;
  /** All of its code: the nodes of the function and of the frames, each before those below it. */
  readonly nodes: readonly Node[];
  /** The generator functions that are delegated to, each in a copy of its own. */
  readonly frames: ReadonlySet<Node>;
  /** What holds the value of each `yield*`. */
  readonly results: ReadonlyMap<Node, Binding>;
  /** The expressions whose values say which coroutine is delegated to. */
  readonly delegates: readonly Node[];
  /** Whether the binding is the function's own (declared in it, or a temporary). */
  readonly isLocal: (binding: Binding) => boolean;
  readonly temporaries: ReadonlySet<Binding>;
}

export interface Block {
  readonly id: BlockId;
  readonly instructions: Instruction[];
  terminal: Terminal;
}

/** What is gone through by index: an array as it is, anything else by a copy. */
export interface Listing {
  readonly of: 'items' | 'keys';
  /** `[...value]`, `Object.keys(value)`. */
  readonly copy: Expression;
  /** The code that runs between two items: nothing that it does may change what a copy stands for. */
  readonly during: Node | undefined;
  /** An array may change meanwhile: its length is asked each time. */
  readonly live: boolean;
  /** It is an array, as written. */
  readonly plain: boolean;
  /** The loop, for whoever is told that it has to be written another way. */
  readonly node: Node;
}

export type Instruction =
  /** `pattern = value`, of a declaration (`declares`) or an assignment with `=`. */
  | { readonly kind: 'bind'; readonly target: BindingPattern | Node; readonly value: Expression | undefined; readonly declares: 'const' | 'let' | 'var' | undefined; readonly node: Node; readonly list?: Listing }
  /** An expression for its effect: a call, `x += 1`, `x++`, `a.b = c`. */
  | { readonly kind: 'evaluate'; readonly expression: Expression; readonly node: Node }
  /** `attempt`, run inside a `try` that has a `yield`: sets `failed`, and `error` to what was thrown. */
  | { readonly kind: 'attempt'; readonly instruction: Instruction; readonly failed: Binding; readonly error: Binding; readonly node: Node }
  /** A temporary takes a constant of our own. */
  | { readonly kind: 'note'; readonly target: Binding; readonly value: string | boolean | undefined; readonly node: Node };

export type Terminal =
  | { readonly kind: 'goto'; readonly target: BlockId }
  | { readonly kind: 'branch'; readonly test: Expression; readonly then: BlockId; readonly else: BlockId; readonly node: Node; /** the head of a loop that counts: it comes to an end by itself */ readonly counts?: boolean }
  /**
   * A statement without a `yield`: `enter` is its first block, `exit` where it ends normally. A loop inside a `try` that may
   * catch what it throws is `guarded`: kept whole, it is attempted, and `exit` asks how that went.
   */
  | { readonly kind: 'region'; readonly node: Statement; readonly enter: BlockId; readonly exit: BlockId; readonly guarded?: { readonly failed: Binding; readonly error: Binding } }
  | {
      readonly kind: 'yield';
      readonly value: Expression | undefined;
      readonly node: Node;
      /** Where `.next(v)` goes on; `received` is the temporary that holds `v`. */
      readonly resume: BlockId;
      readonly received: Binding;
      /** Where `.throw(e)` goes on, and the temporary that holds `e`; absent where nothing catches it. */
      readonly thrown?: { readonly target: BlockId; readonly error: Binding };
      /** Where `.return(v)` goes on: a `finally`. */
      readonly returned?: { readonly target: BlockId; readonly value: Binding };
    }
  | { readonly kind: 'return'; readonly value: Expression | undefined; readonly node: Node }
  | { readonly kind: 'throw'; readonly value: Expression; readonly node: Node }
  /** Not lowered: the machine is refused where this can be reached. */
  | { readonly kind: 'unsupported'; readonly construct: string; readonly node: Node; /** the `yield*` that has to be followed once more, where that is all that is missing */ readonly deeper?: string };

/** The blocks that can follow, by `next`, `throw` and `return` alike; a region counts both of its ways. */
export function successors(terminal: Terminal): readonly BlockId[] {
  switch (terminal.kind) {
    case 'goto':
      return [terminal.target];
    case 'branch':
      return [terminal.then, terminal.else];
    case 'region':
      return [terminal.enter, terminal.exit];
    case 'yield':
      return [terminal.resume, ...(terminal.thrown ? [terminal.thrown.target] : []), ...(terminal.returned ? [terminal.returned.target] : [])];
    case 'return':
    case 'throw':
    case 'unsupported':
      return [];
  }
}

/**
 * Everything about one machine that does not change while it is explored.
 */
import type { Graph } from '../flow/graph.ts';
import type { Liveness } from '../flow/liveness.ts';
import type { Usage } from '../flow/usage.ts';
import type { Binding } from '../syntax/module.ts';
import type { Project } from '../syntax/project.ts';
import type { Node } from '../syntax/tree.ts';
import type { Aliases } from './objects/alias.ts';
import type { Field } from './variables/field.ts';
import type { Purity } from './code/purity.ts';
import type { Told } from './objects/identity.ts';
import type { Unfold } from './run/unfold.ts';
import type { Typing } from './values/typing.ts';

export interface Machine {
  readonly name: string;
  readonly graph: Graph;
  readonly project: Project;
  readonly usage: (node: Node) => Usage;
  readonly live: Liveness;
  readonly typing: Typing;
  readonly pure: Purity;
  /** The same where functions of the machine's own are called that are one expression. */
  readonly looks: Purity;
  /** The same where any function of the machine's own is called that only looks. */
  readonly answers: Purity;
  readonly aliases: Aliases;
  /** Bindings whose objects are told from others: none is put in for their names. */
  readonly told: Told;
  /** Bindings that are unfolded: they hold one constant in each configuration. */
  readonly control: ReadonlySet<Binding>;
  /** The parts of remembered objects that are control. */
  readonly fields: ReadonlyMap<Binding, readonly Field[]>;
  /** Bindings that may be read after a `yield` without being set anew. */
  readonly remembered: ReadonlySet<Binding>;
  /** The `yield`s whose value is made of context: it names no state. */
  readonly nameless: ReadonlySet<Node>;
  /** Whether the binding may be asked about before the machine waits again, after the region at the block. */
  readonly asked: (block: number, binding: Binding) => boolean;
  /** What a call of a pure function of the module comes to, as a term of conditions. */
  readonly unfold: Unfold;
  /** A function is walked only for what it comes to: nothing of it is written. */
  readonly isUnfolding?: boolean;
  readonly maxValues: number;
  /** The values of locals that choices were told apart by. */
  readonly carried: Map<string, Set<string>>;
  /** How much has been explored of this machine, in all its attempts. */
  readonly spent: Spent;
}

export interface Spent {
  /** Ways from one wait to the next. */
  walks: number;
  /** Everything on them: blocks, conditions, steps, what is known. */
  work: number;
}

/** What a second or so takes is no more than a thirtieth of it. */
const mostWork = 2_000_000;

/** Counts work done for the machine, of which there is an end. */
export function spend({ spent }: Pick<Machine, 'spent'>, work: number): void {
  spent.work += work;
  if (spent.work > mostWork) throw new TooLarge(mostWork);
}

/** Thrown where a machine takes more work than anything a person would draw. */
export class TooLarge extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super(`more than ${limit} steps of work`);
    this.limit = limit;
  }
}

/** Thrown where a control variable takes a value that is only known at run time: it becomes context, and all starts anew. */
export class NotControl extends Error {
  readonly binding: Binding;
  readonly reason: string;
  /** Others that it holds of as well. */
  readonly also: readonly Binding[];
  constructor(binding: Binding, reason: string, also: readonly Binding[] = []) {
    super(reason);
    this.binding = binding;
    this.reason = reason;
    this.also = also;
  }
}

/** Thrown where a loop goes through what cannot be gone through by index. */
export class NeedsList extends Error {
  readonly loop: 'for…of' | 'for…in' | 'yield*' | 'pattern';
  readonly reason: string;
  /** The same by index. */
  readonly instead: string;
  readonly node: Node;
  constructor(loop: 'for…of' | 'for…in' | 'yield*' | 'pattern', reason: string, instead: string, node: Node) {
    super(reason);
    this.loop = loop;
    this.reason = reason;
    this.instead = instead;
    this.node = node;
  }
}

/** Thrown where the code cannot be followed exactly: the machine is refused. */
export class Unsupported extends Error {
  readonly construct: string;
  readonly node: Node;
  readonly loops: boolean;
  /** The recursive `yield*` that was not followed any deeper. */
  readonly deeper: string | undefined;
  /** What would have to be lowered in place, where that may help. */
  readonly inPlace: string | undefined;
  constructor(construct: string, node: Node, loops = false, deeper?: string, inPlace?: string) {
    super(construct);
    this.construct = construct;
    this.node = node;
    this.loops = loops;
    this.deeper = deeper;
    this.inPlace = inPlace;
  }
}

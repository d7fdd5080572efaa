/**
 * The chart: what every notation meets the others as. Immutable plain data (it is its own JSON), in source order,
 * and silent about where a run currently is.
 *
 * Terms are those of W3C SCXML and of Harel's statecharts; what is particular to a coroutine is said at each field.
 */
import type { Code } from './code.ts';

export interface Chart {
  /** The machine's name: the export's name, or a dotted path (`Lights.pedestrian`). */
  readonly name: string;
  /** The file it was read from, as it was given; empty for a chart read from a notation. */
  readonly file: string;
  /** The comment above the machine, without its stars. */
  readonly description?: string;
  /** The machine's parameters: its input. */
  readonly parameters: readonly Parameter[];
  /** The variables it remembers between two events. */
  readonly context: readonly Variable[];
  /** The events it is declared to take, in source order. */
  readonly alphabet: Alphabet;
  /** The way from the machine's start to its first state. */
  readonly initial: Transition;
  /** States in document order, choices and finals among them, each before those that are part of it. Their ids are unique. */
  readonly states: readonly State[];
  /** What the code refers to outside the machine: what an emitted module must import or copy. */
  readonly dependencies: readonly Dependency[];
}

export interface Parameter {
  readonly name: string;
  /** TypeScript, as written or as inferred; `any` where nothing is known. */
  readonly type: string;
  /** The values of the type, where it does not write them out: of `keyof typeof LIMITS`. */
  readonly means?: string;
  /** The default value, as code that may read the parameters before it. */
  readonly initial?: Code;
  /** Whether it may be left out. */
  readonly optional: boolean;
  readonly rest: boolean;
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  /** Its value when the machine starts, where that is free of effects; else the initial transition assigns it. */
  readonly initial?: Code;
}

export interface Alphabet {
  readonly events: readonly EventType[];
  /** The type of the bare values it takes (neither strings that are events nor objects with a `type`). */
  readonly values?: string;
  /** Whether anything else may be sent: the wildcard's share. */
  readonly open: boolean;
  /** Where it is open: the type of what may be sent beside the events, where one is declared. */
  readonly rest?: string;
  /** Where it is open: that what may be sent beside the events is always an object, even with nothing but its `type`. */
  readonly objects?: true;
}

/** One event: a string (`send('next')`), or an object with a string `type`. */
export interface EventType {
  readonly type: string;
  readonly form: 'string' | 'object';
  readonly fields: readonly Field[];
  /** Where anything may be sent, and the code only ever asks for objects: that it is one even with nothing but its `type`. */
  readonly bare?: true;
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** All its values, where its type is a finite union of literals. */
  readonly values?: readonly Constant[];
}

/** A value that the code names outright. `undefined` and `bigint` and symbols are told apart from their texts. */
export type Constant =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'bigint'; readonly value: string };

export interface State {
  /**
   * `atomic`: the coroutine waits at a `yield`. `choice`: it passes through and asks something that was only known on
   * the way. `final`: it has returned; or, as part of another state, that one is done. `compound`: it is in one of the states
   * that are part of it; `parallel`: in all of them, its regions, at once. `history`: where its parent was when it was last left.
   */
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'choice' | 'history' | 'final';
  /** Unique in the chart. At the top it is the name, and the key: what is yielded. */
  readonly id: string;
  /** The state that it is part of, `compound` or `parallel`; absent at the top. */
  readonly parent?: string;
  /** What it is called among those of its parent; absent at the top, where that is its id. */
  readonly name?: string;
  /** What it yields while it waits (`atomic`), or returns (`final`, where that is a constant). */
  readonly value?: Value;
  /** The comment above the `yield`. */
  readonly note?: string;
  /** Where in the source, 1-based; the first is where it is first reached. */
  readonly places: readonly Place[];
  /** In the order of the code: the first whose guard holds is taken. Of a `history`, at most one: where it leads before its parent was ever left. */
  readonly transitions: readonly Transition[];
  /** `compound`: the way to the state that it begins in. */
  readonly initial?: Transition;
  /** `history`: whether the states within the state that was left come back too. */
  readonly depth?: 'shallow' | 'deep';
  /** What is done whenever it is entered, before the states within it are. */
  readonly entry?: readonly Action[];
  /** What is done whenever it is left, after the states within it were. */
  readonly exit?: readonly Action[];
  /** The actors that run while the machine is in it. */
  readonly actors?: readonly Invocation[];
  readonly tags?: readonly string[];
}

/** An actor that is started when a state is entered, and stopped when it is left. */
export interface Invocation {
  /** Unique in the chart; what its end is told by. */
  readonly id: string;
  /** What it runs, by its name. */
  readonly source: string;
  /** What it is given when it is started. */
  readonly input?: Code;
}

/** A value that was yielded or returned: one the code names, or an expression that only reads context. */
export type Value = { readonly kind: 'constant'; readonly constant: Constant } | { readonly kind: 'code'; readonly code: Code };

export interface Transition {
  readonly trigger: Trigger;
  /** Absent: always taken. `else`: taken when no sibling of the same trigger is. */
  readonly guard?: Code | 'else';
  readonly actions: readonly Action[];
  /** The id of the state it leads to; absent where it stays and the state is not entered anew, and where it throws. */
  readonly target?: string;
  /** The ids of states in other regions of one parallel state that it leads to as well. */
  readonly also?: readonly string[];
  /** Its state is left and entered anew even where it leads to that state itself, or into it. */
  readonly reenter?: true;
  /** What it returns on the way to a final state. */
  readonly returns?: Code;
  /** What it throws, uncaught: the machine fails. */
  readonly throws?: Code;
  readonly places: readonly Place[];
}

export type Trigger =
  /** An event of the alphabet, by its type. */
  | { readonly kind: 'event'; readonly type: string }
  /** A bare value; called after the variable that receives it. */
  | { readonly kind: 'value'; readonly name: string }
  /**
   * Anything that was sent and no other transition of the state names; `but` are those that are ignored. `internal`: what the machine tells
   * itself too, such as that a state is done, where no other transition of the state waits for it.
   */
  | { readonly kind: 'any'; readonly but: readonly string[]; readonly internal?: true }
  /** Any event whose type is `prefix`, or goes on after it with a dot: `mouse.*`. */
  | { readonly kind: 'family'; readonly prefix: string }
  /** `.throw(error)`. */
  | { readonly kind: 'throw' }
  /** `.return(value)`. */
  | { readonly kind: 'return' }
  /** Nothing is waited for: out of a choice, or into the initial state. */
  | { readonly kind: 'always' }
  /** The state has been waited in for so long: milliseconds, or the name of a delay. */
  | { readonly kind: 'after'; readonly delay: string }
  /** Its state, `compound` or `parallel`, has come to its end. */
  | { readonly kind: 'done' }
  /** An actor of its state has come to its end, has failed, or has something to show. */
  | { readonly kind: 'actor'; readonly id: string; readonly how: 'done' | 'error' | 'snapshot' };

/** Statements of the user's, run in order on the way. */
export interface Action {
  /** One for each statement. */
  readonly statements: readonly Code[];
  /** The variables of the context that it changes. */
  readonly writes: readonly string[];
  /** Those of them that are changed in place, not given a new value: a snapshot must not share them with the next. */
  readonly mutates: readonly string[];
  /** Whether it does something outside the machine. */
  readonly effect: boolean;
  /** What it is called: its code, or the start of it. Two actions of one name have the same code. */
  readonly name: string;
  /** The type of the event that it raises: the machine takes it itself, before anything else that is sent. */
  readonly raises?: string;
  /** How long after that it does so, milliseconds or the name of a delay; at once where absent. */
  readonly delay?: string;
}

/** A position in a source file, 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A name of the machine's module that its code needs. */
export type Dependency =
  /** Exported by `from` (a path like the machine's own file, or a package) as `exported` (`default`, `*` for a namespace). */
  | { readonly kind: 'import'; readonly name: string; readonly exported: string; readonly from: string; readonly package: boolean; readonly typeOnly: boolean; /** a type's declaration, where it is at hand */ readonly text?: string; /** here and below: the values of the type, where its declaration does not write them out */ readonly means?: string; readonly spelt?: Spelling }
  /** A declaration to copy, whole. */
  | { readonly kind: 'copy'; readonly name: string; readonly text: string; readonly means?: string; readonly typeOnly: boolean };

/** How the source spells an import of a file: an alias, or a path like `from` that may end otherwise; and what it says with it (`{ type: 'json' }`). */
export interface Spelling {
  readonly alias?: string;
  readonly path?: string;
  readonly attributes?: string;
}

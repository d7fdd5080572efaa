/**
 * What random programs are made of: forms, each a piece of syntax with holes for others, in sorts.
 *
 * A program is a tree of forms. What a form says by choice (which variable, which operator, which loop to leave) is a
 * number, resolved while it is written by what is in scope there: so every tree, and everything it shrinks to, is a program.
 */
import type { Alphabet } from './alphabet.ts';

export type Sort =
  /** `'x' | 'y' | 'z'`. */
  | 'text'
  | 'count'
  | 'test'
  /** What is yielded. */
  | 'name'
  /** An expression with a `yield` in it, worth the event that comes. */
  | 'got'
  | 'statement'
  | 'block';

export interface Tree {
  readonly form: string;
  readonly pick: number;
  readonly parts: readonly Tree[];
}

export interface Form {
  readonly sort: Sort;
  /** Its holes. A last one that ends in `…` is for any number. */
  readonly parts?: readonly Sort[];
  readonly many?: { readonly of: readonly Sort[]; readonly most: number };
  /** How often it is taken, against the others of its sort that are in use. */
  readonly weight: number;
  /** In how many programs of a hundred it is in use; in all of them where nothing is said. */
  readonly share?: number;
  /** What it is counted as. */
  readonly shows?: readonly string[];
  readonly write: (at: Place) => string | Written;
}

/** A statement, and what is in scope after it. */
export interface Written {
  readonly code: string;
  readonly scope: Scope;
}

/** What is in scope at a place. */
export interface Scope {
  /** Events that are held: a whole one is `whole`, of one that was destructured only the key is known. */
  readonly events: readonly { readonly name: string; readonly whole: boolean }[];
  readonly texts: readonly string[];
  readonly counts: readonly string[];
  /** Conditions that have a name. */
  readonly tests: readonly string[];
  readonly errors: readonly string[];
  /** What a `break` may leave, innermost last. */
  readonly exits: readonly Exit[];
  readonly indent: string;
  readonly frame: Frame;
}

export interface Exit {
  readonly label?: string;
  readonly loop: boolean;
  readonly plain: boolean;
  /** Told that something leaves by it, or goes on with it. */
  readonly leave?: () => void;
}

/** A generator function that is being written: the machine, or one that it delegates to. */
export interface Frame {
  /** The names it has used: its variables, closures over them, parameters. */
  readonly used: Set<string>;
  readonly machine: boolean;
  /** What a `return` in it gives. */
  readonly gives: 'anything' | 'text' | 'count' | 'nothing';
  /** Those it can delegate to. */
  readonly others: readonly Delegate[];
}

export interface Delegate {
  readonly name: string;
  readonly gives: 'text' | 'count' | 'nothing';
  /** How it is called, with a count. */
  readonly call: (place: Place, count: string) => string;
}

/** Where a form is written: its tree, and the words it can use. */
export interface Place {
  readonly scope: Scope;
  readonly alphabet: Alphabet;
  readonly tree: Tree;
  /** A number below `below`, another one at each question. */
  readonly pick: (below: number) => number;
  readonly choose: <T>(list: readonly T[]) => T;
  /** One of the ways to go on, and what it says. */
  readonly either: (...ways: readonly (() => string)[]) => string;
  /** An expression. */
  readonly part: (index: number, scope?: Scope) => string;
  /** A block, in braces; `head` comes before its own statements. */
  readonly block: (index: number, scope?: Scope, head?: readonly string[]) => string;
  /** Any one block, which is no part of this tree. */
  readonly use: (name: string) => string;
  /** A name nobody has. */
  readonly fresh: (stem: string) => string;
  readonly show: (construct: string) => void;
  /** `: TYPE`, where locals are annotated. */
  readonly typed: (type: string) => string;
  /** Conditions, numbers and texts of an event, each mentioning it once. */
  readonly once: { readonly test: (event: string) => string; readonly count: (event: string) => string; readonly text: (event: string) => string };
}

/** In its place the run counts: a program that spins is told from one that waits. */
export const FUEL = '/*fuel*/';

/** The scope with an event in it that is held whole. */
export function holding(scope: Scope, name: string, whole = true): Scope {
  return { ...scope, events: [...scope.events, { name, whole }] };
}

export function inner(scope: Scope): Scope {
  return { ...scope, indent: `${scope.indent}  ` };
}

/** The scope inside a loop, and the label in front of it. */
export function looping(at: Place, often = 3): { readonly prefix: string; readonly scope: Scope } {
  const label = at.pick(often) === 1 ? at.fresh('loop') : undefined;
  if (label) at.show('labelled loop');
  return { prefix: label ? `${label}: ` : '', scope: { ...at.scope, exits: [...at.scope.exits, { ...(label && { label }), loop: true, plain: true }] } };
}

/**
 * What is asked of a TypeScript, whichever it is: each version's API is made into this one, so that what is read from it is
 * written once. Nodes, types and symbols are the version's own; nothing outside looks into a type or a symbol but through here.
 */
import type { Constant } from '../../chart/chart.ts';

/** A type of the checker's. */
export type Handle = { readonly handle: unique symbol };

/** The part of TypeScript's syntax tree that is looked at: its names are the same in every version. */
export interface SyntaxNode {
  readonly pos: number;
  readonly end: number;
  readonly parent: SyntaxNode | undefined;
  readonly text?: string;
  readonly name?: SyntaxNode;
  readonly type?: SyntaxNode;
  readonly body?: SyntaxNode;
  readonly initializer?: SyntaxNode;
  readonly expression?: SyntaxNode;
  readonly operator?: number;
  readonly operand?: SyntaxNode;
  readonly asteriskToken?: SyntaxNode;
  readonly typeName?: SyntaxNode;
  readonly exprName?: SyntaxNode;
  readonly qualifier?: SyntaxNode;
  readonly typeArguments?: readonly SyntaxNode[];
  readonly typeParameters?: readonly SyntaxNode[];
  readonly heritageClauses?: readonly SyntaxNode[];
  readonly members?: readonly SyntaxNode[];
  readonly arguments?: readonly SyntaxNode[];
  readonly checkType?: SyntaxNode;
  readonly extendsType?: SyntaxNode;
  readonly trueType?: SyntaxNode;
  readonly falseType?: SyntaxNode;
}

export interface SourceNode extends SyntaxNode {
  readonly fileName: string;
  readonly text: string;
  readonly statements: readonly SyntaxNode[];
  /** The module specifiers in it. */
  readonly imports?: readonly SyntaxNode[];
  readonly moduleAugmentations?: readonly SyntaxNode[];
  readonly externalModuleIndicator?: unknown;
}

export interface Name {
  /** The same for the same symbol, as long as the engine is not renewed. */
  readonly key: unknown;
  readonly text: string;
  readonly isClass: boolean;
  readonly isInterface: boolean;
  readonly isOptional: boolean;
  /** The files that declare it. */
  readonly files: readonly string[];
  declarations(): readonly SyntaxNode[];
  /** The enum, namespace or module that it belongs to. */
  owner(): Name | undefined;
}

export type Shape =
  | { readonly kind: 'any' | 'error' | 'unknown' | 'void' | 'never' | 'undefined' | 'null' | 'nonprimitive' | 'string' | 'number' | 'boolean' | 'bigint' | 'symbol' | 'other' }
  | { readonly kind: 'literal'; readonly constant: Constant; /** The member of an enum that it is. */ readonly member?: Name }
  | { readonly kind: 'union'; readonly types: readonly Handle[] }
  | { readonly kind: 'intersection'; readonly types: readonly Handle[]; readonly alias?: Name; properties(): readonly Name[] }
  /** `x${T}y`: the texts, and the types between them. */
  | { readonly kind: 'template'; readonly texts: readonly string[]; readonly types: readonly Handle[] }
  | { readonly kind: 'array'; readonly element: Handle; readonly mutable: boolean }
  | { readonly kind: 'tuple'; readonly items: readonly { readonly type: Handle; readonly how: 'required' | 'optional' | 'rest' }[]; readonly mutable: boolean }
  | Structure
  /** What stands for other types: a type parameter, a condition that is not decided. */
  | { readonly kind: 'deferred'; readonly bound?: Handle };

export interface Structure {
  readonly kind: 'structure';
  readonly name?: Name;
  /** What the whole of it is called, where that takes no arguments. */
  readonly alias?: Name;
  readonly args: readonly Handle[];
  properties(): readonly Name[];
  calls(): readonly Call[];
  /** What an interface or a class extends. */
  bases(): readonly Handle[];
  isConstructed(): boolean;
  /** Its index signatures. */
  indexes(): readonly { readonly key: Handle; readonly value: Handle }[];
}

export interface Call {
  readonly isGeneric: boolean;
  readonly returns: Handle;
  readonly parameters: readonly { readonly name: string; readonly type: Handle; readonly how: 'required' | 'optional' | 'rest' }[];
}

export interface Engine {
  /** `TypeReference`, `StringLiteral` …: the name of the node's kind. */
  kindOf(node: SyntaxNode): string;
  children(node: SyntaxNode): readonly SyntaxNode[];
  source(path: string): SourceNode | undefined;
  /** The files of the program. */
  files(): readonly string[];
  /** What an identifier, or a module specifier, names: through imports and re-exports. */
  nameAt(node: SyntaxNode): Name | undefined;
  typeOf(typeNode: SyntaxNode): Handle | undefined;
  typeOfName(name: Name, at: SyntaxNode): Handle | undefined;
  /** What the function returns, as declared or inferred. */
  returned(fn: SyntaxNode): Handle | undefined;
  /** The type that is expected where the expression stands. */
  expected(expression: SyntaxNode): Handle | undefined;
  shape(type: Handle): Shape;
  /** The same for the same type. */
  identity(type: Handle): unknown;
}

/** A TypeScript that has been started: one program after another, each over the files as they are on the disk then. */
export interface Started {
  /**
   * An engine over a program of these files, as TypeScript would compile them under `config`, a tsconfig; without one, under
   * strict settings. It reads all files anew that have changed.
   */
  program(config: string | undefined, roots: readonly string[]): Engine;
  /** The files that a tsconfig names. */
  configured(config: string): readonly string[];
}

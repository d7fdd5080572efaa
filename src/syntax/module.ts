/**
 * One parsed module: its text, its tree, and what each name in it means.
 */
import type { Comment, Node, Program } from './tree.ts';

export interface Module {
  /** As it was asked for, with `/`. */
  readonly path: string;
  /** What the places of its nodes are places in: the file's own text, with the types below it that comments say. */
  readonly text: string;
  /** The file's own text. */
  readonly written: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** The module's own scope; the others hang below it. */
  readonly scope: Scope;
  /** What an identifier refers to (or declares); nothing for a global, a property name or a label. */
  readonly bindings: ReadonlyMap<Node, Binding>;
  /** What the module exports, by exported name. */
  readonly exports: ReadonlyMap<string, Export>;
  /** `export * from …`, by specifier. */
  readonly reexports: readonly string[];
  /** What its statements import from, or pass on from: each specifier as often as it stands there. */
  readonly sources: readonly string[];
  /** `declare module '…' { … }`: what it adds to another module. */
  readonly additions: readonly (Node & { type: 'TSModuleDeclaration' })[];
}

export interface Scope {
  readonly kind: 'module' | 'function' | 'block' | 'class' | 'enum' | 'type';
  readonly node: Node;
  readonly parent?: Scope;
  readonly bindings: ReadonlyMap<string, Binding>;
  /** Type names live in a space of their own; merged declarations are one binding with several nodes. */
  readonly types: ReadonlyMap<string, Binding>;
}

export interface Binding {
  readonly name: string;
  readonly kind: 'var' | 'let' | 'const' | 'parameter' | 'function' | 'class' | 'enum' | 'import' | 'catch' | 'namespace' | 'type' | 'interface' | 'type-parameter';
  readonly scope: Scope;
  /** The identifier that declares it, and the declarations it stands in (a VariableDeclarator, a function, an ImportSpecifier …). */
  readonly identifier: Node;
  readonly declarations: readonly Node[];
  /** Every identifier that reads or writes it, in source order, the declaring one left out. */
  readonly references: readonly Node[];
  /** The references that assign to it (also `x++`, destructuring, `for (x of …)`). */
  readonly assignments: readonly Node[];
  /** For an import: where it comes from. */
  readonly imported?: { readonly from: string; readonly name: string; readonly typeOnly: boolean };
}

export interface Export {
  readonly name: string;
  /** The local binding, or, for `export { x } from`, where it comes from; neither for an anonymous default. */
  readonly binding?: Binding;
  /** The type of the same name, where `binding` is only a value: `const Light = {…}` beside `type Light = …`. */
  readonly type?: Binding;
  readonly from?: { readonly specifier: string; readonly name: string };
  /** The exported node of `export default …`, where it is an expression or an anonymous function. */
  readonly node?: Node;
  readonly typeOnly: boolean;
}

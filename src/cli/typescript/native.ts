/**
 * TypeScript 7.0: a process of its own, spoken to over pipes, one question at a time. In: what `typescript/unstable/sync` and its
 * neighbours export. Out: the one interface of `engine.ts`. The process ends with ours, and does not keep it alive.
 *
 * What is asked of a project, the settings and the files, is given as a tsconfig that is on no disk, beside the one that governs.
 */
import { dirname, join } from 'node:path';
import type { Constant } from '../../chart/chart.ts';
import { INTRINSICS } from './classic.ts';
import type { Call, Engine, Handle, Name, Shape, SourceNode, Started, SyntaxNode } from './engine.ts';
import { settings } from './settings.ts';

export interface NativeModules {
  readonly sync: unknown;
  readonly ast: unknown;
}

interface Sync {
  readonly API: new (options: { cwd: string; fs: { readFile(path: string): string | undefined; fileExists(path: string): boolean | undefined } }) => Api;
  readonly TypeFlags: Readonly<Record<string, number>>;
  readonly SymbolFlags: Readonly<Record<string, number>>;
  readonly ElementFlags: Readonly<Record<string, number>>;
  readonly SignatureKind: { readonly Call: number; readonly Construct: number };
}
interface Api {
  updateSnapshot(params: object): Snapshot;
  parseConfigFile(path: string): { readonly fileNames: readonly string[] };
}
interface Snapshot {
  getProject(config: string): Project | undefined;
  dispose(): void;
}
interface Project {
  readonly program: { getSourceFile(path: string): SourceNode | undefined; getSourceFileNames(): readonly string[] };
  readonly checker: Checker;
}
interface Checker {
  getSymbolAtLocation(node: SyntaxNode): Symbol | undefined;
  getAliasedSymbol(symbol: Symbol): Symbol;
  getTypeFromTypeNode(node: SyntaxNode): Type | undefined;
  getTypeOfSymbol(symbol: Symbol): Type | undefined;
  getSignatureFromDeclaration(node: SyntaxNode): Signature | undefined;
  getReturnTypeOfSignature(signature: Signature): Type | undefined;
  getContextualType(node: SyntaxNode): Type | undefined;
  getTypeArguments(type: Type): readonly Type[];
  getPropertiesOfType(type: Type): readonly Symbol[];
  getSignaturesOfType(type: Type, kind: number): readonly Signature[];
  getIndexInfosOfType(type: Type): readonly { readonly keyType: Type; readonly valueType: Type }[];
  getBaseConstraintOfType(type: Type): Type | undefined;
  getBaseTypes(type: Type): readonly Type[];
  isArrayType(type: Type): boolean;
  isTupleType(type: Type): boolean;
}
interface Symbol {
  readonly id: number;
  readonly name: string;
  readonly flags: number;
  readonly declarations: readonly { readonly path: string; resolve(): SyntaxNode | undefined }[];
  getParent(): Symbol | undefined;
}
interface Type {
  readonly id: number;
  readonly flags: number;
  readonly value?: unknown;
  readonly texts?: readonly string[];
  readonly elementFlags?: readonly number[];
  readonly readonly?: boolean;
  getSymbol(): Symbol | undefined;
  getAliasSymbol(): Symbol | undefined;
  getAliasTypeArguments(): readonly Type[];
  getTypes?(): readonly Type[] | undefined;
  getTarget(): Type;
  isErrorType(): boolean;
  isTypeReference(): boolean;
}
interface Signature {
  readonly typeParameters?: readonly unknown[];
  getParameters(): readonly Symbol[];
}

export function startNative(modules: NativeModules, folder: string): Started {
  const sync = modules.sync as Sync;
  const { SyntaxKind } = modules.ast as { readonly SyntaxKind: Readonly<Record<number, string>> };
  const virtual = new Map<string, string>();
  const open = new Map<string, string>();
  const api = new sync.API({ cwd: folder, fs: { readFile: (path) => virtual.get(path), fileExists: (path) => (virtual.has(path) ? true : undefined) } });

  return {
    program(config, roots) {
      const at = config ?? join(dirname(roots[0]!), 'alone.json');
      const before = open.get(at);
      // A name of its own for each: what a tsconfig says is read once.
      const path = at.replace(/json$/, `${virtual.size}.yieldchart.json`);
      const { compilerOptions } = settings(roots);
      const text = config ? { extends: config, compilerOptions: compilerOptions.always } : { compilerOptions: { ...compilerOptions.alone, ...compilerOptions.always } };
      virtual.set(path, JSON.stringify({ ...text, files: roots, include: [], references: [] }));
      const snapshot = api.updateSnapshot({ openProjects: [path], ...(before === undefined ? {} : { closeProjects: [before], fileChanges: { invalidateAll: true } }) });
      open.set(at, path);
      const project = snapshot.getProject(path);
      if (!project) throw new Error(`it opened no project for ${path}`);
      return engineOf(sync, SyntaxKind, project);
    },

    configured: (config) => api.parseConfigFile(config).fileNames,
  };
}

function engineOf(sync: Sync, kinds: Readonly<Record<number, string>>, { program, checker }: Project): Engine {
  const { TypeFlags, SymbolFlags, ElementFlags } = sync;
  const names = new Map<number, Name & { readonly symbol: Symbol }>();
  const isA = (flags: number, ...wanted: string[]): boolean => wanted.some((name) => (flags & TypeFlags[name]!) !== 0);
  const handle = (type: Type): Handle => type as unknown as Handle;
  const typed = (type: Handle): Type => type as unknown as Type;
  const handled = (type: Type | undefined): Handle | undefined => type && handle(type);

  const nameOf = (symbol: Symbol): Name => {
    const known = names.get(symbol.id);
    if (known) return known;
    const has = (flag: string): boolean => (symbol.flags & SymbolFlags[flag]!) !== 0;
    const made = {
      symbol,
      key: symbol.id,
      text: symbol.name,
      isClass: has('Class'),
      isInterface: has('Interface'),
      isOptional: has('Optional'),
      files: symbol.declarations.map(({ path }) => path),
      declarations: () => symbol.declarations.map((one) => one.resolve()).filter((node) => node !== undefined),
      owner: () => named(symbol.getParent()),
    };
    names.set(symbol.id, made);
    return made;
  };
  const named = (symbol: Symbol | undefined): Name | undefined => symbol && nameOf(symbol);
  const aliasOf = (type: Type): Name | undefined => (type.getAliasTypeArguments().length > 0 ? undefined : named(type.getAliasSymbol()));

  return {
    kindOf: (node) => kinds[(node as unknown as { kind: number }).kind] ?? '',
    children(node) {
      const found: SyntaxNode[] = [];
      (node as unknown as { forEachChild(each: (child: SyntaxNode) => void): void }).forEachChild((child) => void found.push(child));
      return found;
    },
    source: (path) => program.getSourceFile(path),
    files: () => program.getSourceFileNames(),
    nameAt(node) {
      const symbol = checker.getSymbolAtLocation(node);
      return symbol && nameOf((symbol.flags & SymbolFlags['Alias']!) !== 0 ? checker.getAliasedSymbol(symbol) : symbol);
    },
    typeOf: (node) => handled(checker.getTypeFromTypeNode(node)),
    typeOfName: (name) => handled(checker.getTypeOfSymbol((name as Name & { symbol: Symbol }).symbol)),
    returned(fn) {
      const signature = checker.getSignatureFromDeclaration(fn);
      return signature && handled(checker.getReturnTypeOfSignature(signature));
    },
    expected: (expression) => handled(checker.getContextualType(expression)),
    identity: (type) => typed(type).id,
    shape: (type) => shapeOf(typed(type)),
  };

  function shapeOf(type: Type): Shape {
    const { flags } = type;
    if (isA(flags, 'Any')) return { kind: type.isErrorType() ? 'error' : 'any' };
    if (isA(flags, 'StringLiteral', 'NumberLiteral', 'BigIntLiteral', 'BooleanLiteral')) {
      const member = isA(flags, 'EnumLiteral') ? named(type.getSymbol()) : undefined;
      const constant = constantOf(type);
      return constant ? { kind: 'literal', constant, ...(member ? { member } : {}) } : { kind: 'other' };
    }
    if (isA(flags, 'Union')) return { kind: 'union', types: partsOf(type) };
    if (isA(flags, 'Intersection')) return { kind: 'intersection', types: partsOf(type), alias: aliasOf(type), properties: () => checker.getPropertiesOfType(type).map(nameOf) };
    if (isA(flags, 'TemplateLiteral')) return { kind: 'template', texts: type.texts ?? [], types: partsOf(type) };
    for (const [flag, kind] of INTRINSICS) if (isA(flags, flag)) return { kind };
    if (isA(flags, 'TypeParameter', 'Index', 'IndexedAccess', 'Conditional', 'Substitution', 'StringMapping')) {
      const bound = checker.getBaseConstraintOfType(type);
      return { kind: 'deferred', ...(bound && bound.id !== type.id ? { bound: handle(bound) } : {}) };
    }
    return isA(flags, 'Object') ? objectOf(type) : { kind: 'other' };
  }

  function partsOf(type: Type): Handle[] {
    return (type.getTypes?.() ?? []).map(handle);
  }

  function constantOf({ value }: Type): Constant | undefined {
    if (typeof value === 'string') return { kind: 'string', value };
    if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', value } : undefined;
    if (typeof value === 'boolean') return { kind: 'boolean', value };
    return typeof value === 'bigint' ? { kind: 'bigint', value: String(value) } : undefined;
  }

  function objectOf(type: Type): Shape {
    if (checker.isArrayType(type)) return { kind: 'array', element: handle(checker.getTypeArguments(type)[0]!), mutable: type.getSymbol()?.name !== 'ReadonlyArray' };
    if (checker.isTupleType(type)) {
      const target = type.getTarget();
      const how = target.elementFlags ?? [];
      return { kind: 'tuple', mutable: !target.readonly, items: checker.getTypeArguments(type).slice(0, how.length).map((item, index) => ({ type: handle(item), how: howOf(how[index] ?? 0) })) };
    }
    const symbol = type.getSymbol();
    const isReference = type.isTypeReference() && symbol !== undefined && (symbol.flags & (SymbolFlags['Class']! | SymbolFlags['Interface']!)) !== 0;
    return {
      kind: 'structure',
      name: named(symbol),
      alias: aliasOf(type),
      args: isReference ? checker.getTypeArguments(type).map(handle) : [],
      properties: () => checker.getPropertiesOfType(type).map(nameOf),
      calls: () => checker.getSignaturesOfType(type, sync.SignatureKind.Call).map(callOf),
      bases: () => (isReference ? checker.getBaseTypes(type).map(handle) : []),
      isConstructed: () => checker.getSignaturesOfType(type, sync.SignatureKind.Construct).length > 0,
      indexes: () => checker.getIndexInfosOfType(type).map(({ keyType, valueType }) => ({ key: handle(keyType), value: handle(valueType) })),
    };
  }

  function howOf(flags: number): 'required' | 'optional' | 'rest' {
    return (flags & ElementFlags['Required']!) !== 0 ? 'required' : (flags & ElementFlags['Optional']!) !== 0 ? 'optional' : 'rest';
  }

  function callOf(signature: Signature): Call {
    return {
      isGeneric: (signature.typeParameters ?? []).length > 0,
      returns: handle(checker.getReturnTypeOfSignature(signature)!),
      parameters: signature.getParameters().map((parameter) => {
        const node = parameter.declarations[0]?.resolve() as (SyntaxNode & { dotDotDotToken?: unknown; questionToken?: unknown }) | undefined;
        return { name: parameter.name, type: handle(checker.getTypeOfSymbol(parameter)!), how: node?.dotDotDotToken ? 'rest' : node?.questionToken || node?.initializer ? 'optional' : 'required' };
      }),
    };
  }
}

/** TypeScript 5 and 6: the API that runs in this process. In: the module `typescript`. Out: the one interface of `engine.ts`. */
import { dirname } from 'node:path';
import type { Constant } from '../../chart/chart.ts';
import type { Call, Engine, Handle, Name, Shape, SourceNode, Started, Structure, SyntaxNode } from './engine.ts';
import { settings } from './settings.ts';

/* The API as far as it is used; the types of no one version are those of all. */
interface Api {
  readonly SyntaxKind: Readonly<Record<number, string>>;
  readonly TypeFlags: Readonly<Record<string, number>>;
  readonly SymbolFlags: Readonly<Record<string, number>>;
  readonly ElementFlags: Readonly<Record<string, number>>;
  readonly SignatureKind: { readonly Call: number; readonly Construct: number };
  readonly sys: { readonly fileExists: (path: string) => boolean };
  createProgram(options: object): Program;
  createCompilerHost(options: object): CompilerHost;
  getParsedCommandLineOfConfigFile(config: string, options: object, host: object): { readonly options: object; readonly fileNames: readonly string[] } | undefined;
  convertCompilerOptionsFromJson(json: object, folder: string): { readonly options: object };
  forEachChild(node: SyntaxNode, each: (child: SyntaxNode) => void): void;
}
interface Program {
  getTypeChecker(): Checker;
  getSourceFile(path: string): SourceNode | undefined;
  getSourceFiles(): readonly SourceNode[];
}
interface CompilerHost {
  readFile(path: string): string | undefined;
  getSourceFile(path: string, ...rest: unknown[]): SourceNode | undefined;
}
interface Checker {
  getSymbolAtLocation(node: SyntaxNode): Symbol | undefined;
  getAliasedSymbol(symbol: Symbol): Symbol;
  getTypeFromTypeNode(node: SyntaxNode): Type;
  getTypeOfSymbolAtLocation(symbol: Symbol, node: SyntaxNode): Type;
  getDeclaredTypeOfSymbol(symbol: Symbol): Type;
  getSignatureFromDeclaration(node: SyntaxNode): Signature | undefined;
  getReturnTypeOfSignature(signature: Signature): Type;
  getContextualType(node: SyntaxNode): Type | undefined;
  getTypeArguments(type: Type): readonly Type[];
  getPropertiesOfType(type: Type): readonly Symbol[];
  getSignaturesOfType(type: Type, kind: number): readonly Signature[];
  getIndexInfosOfType(type: Type): readonly { readonly keyType: Type; readonly type: Type }[];
  getBaseConstraintOfType(type: Type): Type | undefined;
  getBaseTypes(type: Type): readonly Type[];
  isArrayType(type: Type): boolean;
  isTupleType(type: Type): boolean;
}
interface Symbol {
  readonly name: string;
  readonly flags: number;
  readonly declarations?: readonly SyntaxNode[];
  readonly valueDeclaration?: SyntaxNode;
  readonly parent?: Symbol;
}
interface Type {
  readonly flags: number;
  readonly symbol?: Symbol;
  readonly aliasSymbol?: Symbol;
  readonly aliasTypeArguments?: readonly Type[];
  readonly intrinsicName?: string;
  readonly value?: string | number | { readonly negative: boolean; readonly base10Value: string };
  readonly types?: readonly Type[];
  readonly texts?: readonly string[];
  readonly target?: Type & { readonly elementFlags?: readonly number[]; readonly readonly?: boolean };
}
interface Signature {
  readonly typeParameters?: readonly unknown[];
  readonly parameters: readonly Symbol[];
  getReturnType(): Type;
}

export function startClassic(module: unknown): Started {
  const ts = module as Api;
  const parsed = new Map<string, { readonly text: string; readonly options: string; readonly source: SourceNode | undefined }>();
  const commandLine = (config: string): ReturnType<Api['getParsedCommandLineOfConfigFile']> => ts.getParsedCommandLineOfConfigFile(config, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });

  return {
    program(config, roots) {
      const { compilerOptions } = settings(roots);
      const own = ts.convertCompilerOptionsFromJson(config === undefined ? { ...compilerOptions.alone, ...compilerOptions.always } : compilerOptions.always, dirname(config ?? roots[0]!)).options;
      const options = config === undefined ? own : { ...commandLine(config)?.options, ...own, configFilePath: config };
      const host = ts.createCompilerHost(options);
      const { getSourceFile, readFile } = host;
      const texts = new Map<string, string | undefined>();
      const read = (path: string): string | undefined => {
        if (!texts.has(path)) texts.set(path, readFile.call(host, path));
        return texts.get(path);
      };
      const source: CompilerHost['getSourceFile'] = (path, how, ...rest) => {
        const key = JSON.stringify(how);
        const known = parsed.get(path);
        const text = known && isInstalled(path) ? known.text : read(path);
        if (text === undefined) return undefined;
        if (known?.text === text && known.options === key) return known.source;
        const made = getSourceFile.call(host, path, how, ...rest);
        parsed.set(path, { text, options: key, source: made });
        return made;
      };
      return engineOf(ts, ts.createProgram({ rootNames: roots, options, host: { ...host, readFile: read, getSourceFile: source } }));
    },

    configured: (config) => commandLine(config)?.fileNames ?? [],
  };
}

/** The files of a package are read once. */
function isInstalled(path: string): boolean {
  return path.includes('/node_modules/');
}

function engineOf(ts: Api, program: Program): Engine {
  const checker = program.getTypeChecker();
  const { TypeFlags, SymbolFlags } = ts;
  const names = new WeakMap<Symbol, Name>();
  const isA = (flags: number, ...wanted: string[]): boolean => wanted.some((name) => (flags & TypeFlags[name]!) !== 0);
  const handle = (type: Type): Handle => type as unknown as Handle;
  const typed = (type: Handle): Type => type as unknown as Type;

  const nameOf = (symbol: Symbol): Name => {
    const known = names.get(symbol);
    if (known) return known;
    const has = (flag: string): boolean => (symbol.flags & SymbolFlags[flag]!) !== 0;
    const declarations = symbol.declarations ?? [];
    const made: Name & { readonly symbol: Symbol } = {
      symbol,
      key: symbol,
      text: symbol.name,
      isClass: has('Class'),
      isInterface: has('Interface'),
      isOptional: has('Optional'),
      files: declarations.map((node) => (node as unknown as { getSourceFile(): SourceNode }).getSourceFile().fileName),
      declarations: () => declarations,
      owner: () => symbol.parent && nameOf(symbol.parent),
    };
    names.set(symbol, made);
    return made;
  };
  const named = (symbol: Symbol | undefined): Name | undefined => symbol && nameOf(symbol);
  const aliasOf = (type: Type): Name | undefined => (type.aliasTypeArguments?.length ? undefined : named(type.aliasSymbol));
  const resolved = (symbol: Symbol): Symbol => ((symbol.flags & SymbolFlags['Alias']!) !== 0 ? checker.getAliasedSymbol(symbol) : symbol);

  return {
    kindOf: (node) => ts.SyntaxKind[(node as unknown as { kind: number }).kind] ?? '',
    children(node) {
      const found: SyntaxNode[] = [];
      ts.forEachChild(node, (child) => void found.push(child));
      return found;
    },
    source: (path) => program.getSourceFile(path),
    files: () => program.getSourceFiles().map(({ fileName }) => fileName),
    nameAt(node) {
      const symbol = checker.getSymbolAtLocation(node);
      return symbol && nameOf(resolved(symbol));
    },
    typeOf: (node) => handle(checker.getTypeFromTypeNode(node)),
    typeOfName: (name, at) => handle(checker.getTypeOfSymbolAtLocation((name as Name & { symbol: Symbol }).symbol, at)),
    returned(fn) {
      const signature = checker.getSignatureFromDeclaration(fn);
      return signature && handle(checker.getReturnTypeOfSignature(signature));
    },
    expected(expression) {
      const type = checker.getContextualType(expression);
      return type && handle(type);
    },
    identity: (type) => type,
    shape: (type) => shapeOf(typed(type)),
  };

  function shapeOf(type: Type): Shape {
    const { flags } = type;
    if (isA(flags, 'Any')) return { kind: type.intrinsicName === 'error' ? 'error' : 'any' };
    if (isA(flags, 'StringLiteral', 'NumberLiteral', 'BigIntLiteral', 'BooleanLiteral')) {
      const member = isA(flags, 'EnumLiteral') ? named(type.symbol) : undefined;
      const constant = constantOf(type);
      return constant ? { kind: 'literal', constant, ...(member ? { member } : {}) } : { kind: 'other' };
    }
    if (isA(flags, 'Union')) return { kind: 'union', types: (type.types ?? []).map(handle) };
    if (isA(flags, 'Intersection')) return { kind: 'intersection', types: (type.types ?? []).map(handle), alias: aliasOf(type), properties: () => checker.getPropertiesOfType(type).map(nameOf) };
    if (isA(flags, 'TemplateLiteral')) return { kind: 'template', texts: type.texts ?? [], types: (type.types ?? []).map(handle) };
    for (const [flag, kind] of INTRINSICS) if (isA(flags, flag)) return { kind };
    if (isA(flags, 'TypeParameter', 'Index', 'IndexedAccess', 'Conditional', 'Substitution', 'StringMapping')) {
      const bound = checker.getBaseConstraintOfType(type);
      return { kind: 'deferred', ...(bound && bound !== type ? { bound: handle(bound) } : {}) };
    }
    return isA(flags, 'Object') ? objectOf(type) : { kind: 'other' };
  }

  function constantOf(type: Type): Constant | undefined {
    if (isA(type.flags, 'BooleanLiteral')) return { kind: 'boolean', value: type.intrinsicName === 'true' };
    const { value } = type;
    if (typeof value === 'string') return { kind: 'string', value };
    if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', value } : undefined;
    return value && { kind: 'bigint', value: `${value.negative ? '-' : ''}${value.base10Value}` };
  }

  function objectOf(type: Type): Shape {
    if (checker.isArrayType(type)) return { kind: 'array', element: handle(checker.getTypeArguments(type)[0]!), mutable: type.symbol?.name !== 'ReadonlyArray' };
    if (checker.isTupleType(type)) {
      const how = type.target?.elementFlags ?? [];
      return { kind: 'tuple', mutable: !type.target?.readonly, items: checker.getTypeArguments(type).slice(0, how.length).map((item, index) => ({ type: handle(item), how: howOf(how[index] ?? 0) })) };
    }
    const isReference = type.target !== undefined && type.symbol !== undefined && (type.symbol.flags & (SymbolFlags['Class']! | SymbolFlags['Interface']!)) !== 0;
    const structure: Structure = {
      kind: 'structure',
      name: named(type.symbol),
      alias: aliasOf(type),
      args: isReference ? checker.getTypeArguments(type).map(handle) : [],
      properties: () => checker.getPropertiesOfType(type).map(nameOf),
      calls: () => checker.getSignaturesOfType(type, ts.SignatureKind.Call).map(callOf),
      bases: () => (isReference ? checker.getBaseTypes(type.target!).map(handle) : []),
      isConstructed: () => checker.getSignaturesOfType(type, ts.SignatureKind.Construct).length > 0,
      indexes: () => checker.getIndexInfosOfType(type).map(({ keyType, type: value }) => ({ key: handle(keyType), value: handle(value) })),
    };
    return structure;
  }

  function howOf(flags: number): 'required' | 'optional' | 'rest' {
    return (flags & ts.ElementFlags['Required']!) !== 0 ? 'required' : (flags & ts.ElementFlags['Optional']!) !== 0 ? 'optional' : 'rest';
  }

  function callOf(signature: Signature): Call {
    return {
      isGeneric: (signature.typeParameters ?? []).length > 0,
      returns: handle(signature.getReturnType()),
      parameters: signature.parameters.map((parameter) => {
        const node = parameter.valueDeclaration as (SyntaxNode & { dotDotDotToken?: unknown; questionToken?: unknown }) | undefined;
        return { name: parameter.name, type: handle(checker.getTypeOfSymbolAtLocation(parameter, node as SyntaxNode)), how: node?.dotDotDotToken ? 'rest' : node?.questionToken || node?.initializer ? 'optional' : 'required' };
      }),
    };
  }
}

/** By the names of the flags, which are the same in every version, as their numbers are not. */
export const INTRINSICS: readonly (readonly [flag: string, kind: Exclude<Shape['kind'], 'literal' | 'union' | 'intersection' | 'template' | 'array' | 'tuple' | 'structure' | 'deferred'>])[] = [
  ['Unknown', 'unknown'],
  ['Void', 'void'],
  ['Never', 'never'],
  ['Undefined', 'undefined'],
  ['Null', 'null'],
  ['NonPrimitive', 'nonprimitive'],
  ['String', 'string'],
  ['Number', 'number'],
  ['Boolean', 'boolean'],
  ['BigInt', 'bigint'],
  ['ESSymbol', 'symbol'],
  ['UniqueESSymbol', 'symbol'],
];

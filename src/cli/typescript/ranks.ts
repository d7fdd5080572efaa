/**
 * Ranks by syntax: nodes in; for each literal, field and declaration that a reader comes to from there, its place among them out.
 * It goes as a reader would: through aliases, with their arguments put in, through `typeof`, interfaces, and what schemas are built of.
 */
import type { Engine, Name, SyntaxNode } from './engine.ts';
import { isLibrary } from './names.ts';
import { createNotes, type Ranks, valueText } from './notes.ts';

/** What a type parameter stands for, and where that is written. */
type Given = ReadonlyMap<unknown, { readonly node: SyntaxNode; readonly given: Given }>;

interface Way {
  readonly given: Given;
  /** The field whose value is being read. */
  readonly field?: string;
  /** Under `keyof`: only the names of the fields count, and count as literals. */
  readonly keys?: boolean;
  /** In a template: the literals are gathered as its pieces. */
  readonly pieces?: string[];
  /** Before `[…]`: what a class has counts; and of all fields, where only one is meant, that one. */
  readonly inside?: { readonly only?: string };
  /** Of a function, what it takes counts, not what it returns. */
  readonly taken?: boolean;
}

/** More nodes are not looked at, nor nodes nested deeper, nor one within itself more often. */
const MOST = 20_000;
const DEEPEST = 200;
const MOST_WITHIN = 3;

export function ranksFrom(origins: readonly SyntaxNode[], engine: Engine): Ranks {
  const notes = createNotes((file) => engine.source(file)?.text);
  const { note, noteIn } = notes;
  const within = new Map<SyntaxNode, number>();
  let left = MOST;
  let depth = 0;

  const literal = (kind: string, value: string, { field, pieces }: Way): void => {
    if (pieces) pieces.push(value);
    else notes.noteLiteral(kind, value, field);
  };

  for (const origin of origins) visit(origin, { given: new Map() });
  return notes;

  function visit(node: SyntaxNode | undefined, way: Way): void {
    const before = node ? (within.get(node) ?? 0) : 0;
    if (!node || left-- <= 0 || before >= MOST_WITHIN || depth > DEEPEST) return;
    within.set(node, before + 1);
    depth += 1;
    enter(node, way);
    depth -= 1;
    within.set(node, before);
  }

  function enter(node: SyntaxNode, way: Way): void {
    const kind = engine.kindOf(node);
    const all = (nodes: readonly (SyntaxNode | undefined)[] | undefined, on: Way = way): void => nodes?.forEach((one) => visit(one, on));
    switch (kind) {
      case 'StringLiteral':
      case 'NoSubstitutionTemplateLiteral':
      case 'FirstTemplateToken':
        return literal('string', node.text ?? '', way);
      case 'NumericLiteral':
      case 'FirstLiteralToken':
        return literal('number', String(Number(node.text)), way);
      case 'BigIntLiteral':
        return literal('bigint', wholeText(node.text), way);
      case 'PrefixUnaryExpression':
        if (!/^(Numeric|BigInt|FirstLiteral)/.test(engine.kindOf(node.operand!))) return all(engine.children(node));
        return /Big/.test(engine.kindOf(node.operand!)) ? literal('bigint', `-${wholeText(node.operand?.text)}`, way) : literal('number', String(-Number(node.operand?.text)), way);
      case 'BooleanKeyword':
        literal('boolean', 'false', way);
        return literal('boolean', 'true', way);
      case 'TrueKeyword':
      case 'FalseKeyword':
        return literal('boolean', kind === 'TrueKeyword' ? 'true' : 'false', way);
      case 'NullKeyword':
      case 'UndefinedKeyword':
      case 'StringKeyword':
      case 'NumberKeyword':
      case 'BigIntKeyword':
      case 'SymbolKeyword':
        return noteIn(kind.replace('Keyword', '').toLowerCase(), way.field);
      case 'ArrayType':
      case 'TupleType':
      case 'ArrayLiteralExpression':
        noteIn('list', way.field);
        return all(engine.children(node));
      case 'FunctionType':
      case 'ConstructorType':
        noteIn('function', way.field);
        return way.taken ? all((node as { parameters?: readonly SyntaxNode[] }).parameters) : visit(node.type, way);
      case 'TypeLiteral':
      case 'ObjectLiteralExpression':
        if (!way.keys) note(node);
        return all(engine.children(node));
      case 'PropertySignature':
      case 'PropertyDeclaration':
      case 'PropertyAssignment':
      case 'ShorthandPropertyAssignment':
      case 'MethodSignature':
      case 'MethodDeclaration':
      case 'GetAccessor':
      case 'SetAccessor':
      case 'EnumMember': {
        // Of `[KEY]`, the name that it is computed to.
        const name = node.name?.text ?? (node.name && engine.nameAt(node.name)?.text);
        if (way.keys && name !== undefined) return literal('string', name, { ...way, keys: false });
        if (kind === 'EnumMember' && way.pieces) return memberPiece(node, way.pieces);
        if (way.inside?.only !== undefined && way.inside.only !== name) return;
        note(node);
        if (name === undefined) return;
        note(`name ${name}`);
        if (kind === 'MethodDeclaration') return called(node, way);
        return kind === 'EnumMember' ? undefined : visit(node.type ?? node.initializer, { ...way, field: name, inside: undefined });
      }
      case 'TypeOperator':
        // Its word is no token of the tree that both versions name alike: what is not `keyof` changes no key.
        return visit(node.type, isKeyOf(node) ? { ...way, keys: true } : way);
      case 'MappedType': {
        if (!way.keys) noteIn('object', way.field);
        const { constraint } = (node as { typeParameter?: { constraint?: SyntaxNode } }).typeParameter ?? {};
        visit(constraint, { ...way, keys: false });
        return way.keys ? undefined : visit(node.type, way);
      }
      case 'IndexedAccessType':
        // `[number]` says nothing of what is found there.
        return engine.children(node).forEach((one, at) => {
          if (at === 0) visit(one, { ...way, keys: false, inside: { only: literalIn(node) } });
          else if (!/^(Number|String)Keyword$/.test(engine.kindOf(one))) visit(one, { ...way, keys: false });
        });
      case 'TemplateLiteralType':
        return template(node, way);
      case 'ConditionalType':
        // What is only compared with is not in the result.
        return all([node.checkType, node.trueType, node.falseType]);
      case 'TypeQuery':
        return follow(node.exprName!, node, way);
      case 'TypeReference':
      case 'ExpressionWithTypeArguments':
      case 'ImportType':
        return follow((node.typeName ?? node.qualifier ?? node.expression)!, node, way);
      case 'Identifier':
        return node.text === 'undefined' ? noteIn('undefined', way.field) : follow(node, node, way);
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunction':
        return called(node, way);
      case 'VariableDeclaration':
      case 'Parameter':
        return all([node.type, node.initializer]);
      case 'PropertyAccessExpression':
        if (!isOutside(engine.nameAt(node.name!))) follow(node.name!, node, way);
        return visit(node.expression, way);
      default:
        return all(engine.children(node));
    }
  }

  /** What a function says: what it returns; or what it takes. */
  function called(node: SyntaxNode, way: Way): void {
    const { parameters = [] } = node as { parameters?: readonly SyntaxNode[] };
    if (way.taken) return parameters.forEach((one) => visit(one, { ...way, taken: false }));
    if (node.type) return visit(node.type, way);
    for (const one of parameters) visit(one, way);
    visit(node.body, way);
  }

  function memberPiece(node: SyntaxNode, pieces: string[]): void {
    const name = node.name && engine.nameAt(node.name);
    const type = name && engine.typeOfName(name, node);
    const shape = type && engine.shape(type);
    if (shape?.kind === 'literal') pieces.push(valueText(shape.constant));
  }

  /** Goes on where a name is declared. */
  function follow(identifier: SyntaxNode, node: SyntaxNode, way: Way): void {
    const name = engine.nameAt(identifier);
    const args = (): void => node.typeArguments?.forEach((one) => visit(one, way));
    if (!name) return args();
    const stands = way.given.get(name.key);
    if (stands) return visit(stands.node, { ...way, given: stands.given });
    const isOfLibrary = name.files.some(isLibrary);
    if (!way.pieces && !way.keys && (!isOfLibrary || name.isInterface)) note(name.key);
    if (isOfLibrary) {
      if (/^(Readonly)?Array$/.test(name.text)) noteIn('list', way.field);
      else if (!name.isInterface && !way.keys && !way.pieces) noteIn('object', way.field);
      if (name.text === 'Parameters' || name.text === 'ConstructorParameters') return node.typeArguments?.forEach((one) => visit(one, { ...way, taken: true }));
      // What is only compared with is not in the result.
      if (name.text === 'Extract' || name.text === 'Exclude') return visit(node.typeArguments?.[0], way);
      if (STRINGS.has(name.text) && !way.pieces) return template(node, way);
      return node.typeArguments ? args() : name.declarations().filter((one) => engine.kindOf(one) === 'TypeAliasDeclaration').forEach((one) => declared(one, node, way));
    }
    if (name.isClass && !way.keys && !way.inside) return;
    // What is built by a package's functions is told by what they are given.
    const isValue = !/^Type|^Import|^ExpressionWith/.test(engine.kindOf(node));
    if (isValue && isOutside(name)) return args();
    for (const declaration of name.declarations()) declared(declaration, node, way);
  }

  function declared(declaration: SyntaxNode, node: SyntaxNode, way: Way): void {
    const inner: Way = { ...way, given: givenTo(declaration, node, way.given) };
    notes.noteFile(fileOf(declaration));
    switch (engine.kindOf(declaration)) {
      case 'TypeParameter':
        return visit((declaration as { constraint?: SyntaxNode }).constraint, way);
      case 'TypeAliasDeclaration':
        return visit(declaration.type, inner);
      case 'InterfaceDeclaration':
        if (!way.keys) note(declaration);
        declaration.heritageClauses?.forEach((one) => visit(one, inner));
        return declaration.members?.forEach((one) => visit(one, inner));
      case 'ClassDeclaration':
      case 'ClassExpression':
        declaration.heritageClauses?.forEach((one) => visit(one, inner));
        return declaration.members?.forEach((one) => visit(one, inner));
      case 'EnumDeclaration':
        return declaration.members?.forEach((one) => visit(one, inner));
      case 'VariableDeclaration':
      case 'FunctionDeclaration':
      case 'Parameter':
      case 'EnumMember':
      case 'PropertySignature':
      case 'PropertyDeclaration':
      case 'PropertyAssignment':
      case 'MethodDeclaration':
        return visit(declaration, inner);
      default:
        return undefined;
    }
  }

  function givenTo(declaration: SyntaxNode, node: SyntaxNode, given: Given): Given {
    const parameters = declaration.typeParameters ?? [];
    if (parameters.length === 0) return given;
    const inner = new Map(given);
    for (const [index, parameter] of parameters.entries()) {
      const name = parameter.name && engine.nameAt(parameter.name);
      const argument = node.typeArguments?.[index];
      const { defaultType = (parameter as { default?: SyntaxNode }).default } = parameter as { defaultType?: SyntaxNode };
      if (name && argument) inner.set(name.key, { node: argument, given });
      else if (name && defaultType) inner.set(name.key, { node: defaultType, given: new Map(inner) });
    }
    return inner;
  }

  /** `a${T}`, `Uppercase<T>`: known by its pieces, in their order. */
  function template(node: SyntaxNode, way: Way): void {
    if (way.pieces) return engine.children(node).forEach((one) => visit(one, way));
    noteIn('template', way.field);
    const spans = engine.children(node).filter((span) => engine.kindOf(span) === 'TemplateLiteralTypeSpan');
    const types = spans.length > 0 ? spans.map(({ type }) => type) : (node.typeArguments ?? []);
    const pieces = types.map((type) => {
      const found: string[] = [];
      visit(type, { given: way.given, pieces: found });
      return found;
    });
    const head = (node as { head?: SyntaxNode }).head?.text ?? '';
    const texts = spans.map((span) => (span as { literal?: SyntaxNode }).literal?.text ?? '');
    notes.noteTemplate(node, [head, ...texts], pieces);
  }
}

const STRINGS: ReadonlySet<string> = new Set(['Uppercase', 'Lowercase', 'Capitalize', 'Uncapitalize']);

/** `'type'` of `Ev['type']`. */
function literalIn(node: SyntaxNode): string | undefined {
  return (node as { indexType?: { literal?: SyntaxNode } }).indexType?.literal?.text;
}

function isKeyOf(node: SyntaxNode): boolean {
  const source = fileNode(node).text ?? '';
  return /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*keyof\b/.test(source.slice(node.pos, node.end));
}

function isOutside(name: Name | undefined): boolean {
  return !name || name.files.some((file) => file.includes('/node_modules/') || isLibrary(file));
}

function fileNode(node: SyntaxNode): SyntaxNode {
  let top = node;
  while (top.parent) top = top.parent;
  return top;
}

function fileOf(node: SyntaxNode): string {
  return (fileNode(node) as { fileName?: string }).fileName ?? '';
}

/** `0xffn` and `1_000n` by their digits. */
function wholeText(text = ''): string {
  return String(BigInt(text.replace(/n$/, '').replaceAll('_', '')));
}

/**
 * Ranks by syntax: nodes in; for each literal, field and declaration that a reader comes to from there, its place among them out.
 * It goes as a reader would: through aliases, with their arguments put in, through `typeof`, interfaces, and what schemas are built of.
 */
import type { Constant } from '../../chart/chart.ts';
import type { Engine, Name, SyntaxNode } from './engine.ts';
import { isLibrary } from './names.ts';

export interface Ranks {
  /** Of a declaration, or a symbol's key; nothing for what was not come to. */
  of(key: unknown): number | undefined;
  /** Of `string`, `list` …, where it stands in a field of that name. */
  ofKind(kind: string, field?: string): number | undefined;
  /** Of a literal, where it stands in a field of that name. */
  ofLiteral(constant: Constant, field?: string): number;
  ofField(name: string): number;
}

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
  /** Of a function, what it takes counts, not what it returns. */
  readonly taken?: boolean;
}

/** `nav.${Page}`: how its texts are taken apart, and the order of what can stand between them. */
interface Template {
  readonly rank: number;
  readonly pattern: RegExp;
  readonly pieces: readonly (readonly string[])[];
}

/** More nodes are not looked at, nor nodes nested deeper, nor one within itself more often. */
const MOST = 20_000;
const DEEPEST = 200;
const MOST_WITHIN = 3;

/** What has no rank comes last. */
export const LAST = Number.POSITIVE_INFINITY;

export function ranksFrom(origins: readonly SyntaxNode[], engine: Engine): Ranks {
  const ranks = new Map<unknown, number>();
  const templates: Template[] = [];
  const files = new Set<string>();
  const within = new Map<SyntaxNode, number>();
  let left = MOST;
  let depth = 0;

  const note = (key: unknown): void => void (ranks.has(key) || ranks.set(key, ranks.size));
  /** What stands in a field is its own; it counts elsewhere only where it does not stand by itself. */
  const noteIn = (key: string, field: string | undefined): void => {
    note(field === undefined ? key : `${field} = ${key}`);
    note(`any ${key}`);
  };
  const literal = (kind: string, value: string, { field, pieces }: Way): void => {
    if (pieces) return void pieces.push(value);
    noteIn(`${kind} ${value}`, field);
    note(`some ${kind}`);
  };

  for (const origin of origins) visit(origin, { given: new Map() });

  return {
    of: (key) => ranks.get(key),
    ofKind: (kind, field) => placeIn(kind, field) ?? ranks.get(`some ${kind}`),
    ofLiteral(constant, field) {
      const text = valueText(constant);
      const told = placeIn(`${constant.kind} ${text}`, field) ?? placeIn(constant.kind, field) ?? (constant.kind === 'boolean' ? ranks.get('some boolean') : undefined);
      return told ?? ofTemplate(text) ?? ranks.get(`name ${text}`) ?? ofPart(text) ?? ofText(text);
    },
    ofField: (name) => ranks.get(`name ${name}`) ?? ranks.get(`any string ${name}`) ?? ofTemplate(name) ?? ofText(name),
  };

  function placeIn(key: string, field: string | undefined): number | undefined {
    return ranks.get(field === undefined ? key : `${field} = ${key}`) ?? ranks.get(`any ${key}`);
  }

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
      case 'EnumMember': {
        // Of `[KEY]`, the name that it is computed to.
        const name = node.name?.text ?? (node.name && engine.nameAt(node.name)?.text);
        if (way.keys && name !== undefined) return literal('string', name, { ...way, keys: false });
        if (kind === 'EnumMember' && way.pieces) return memberPiece(node, way.pieces);
        note(node);
        if (name === undefined) return;
        note(`name ${name}`);
        if (kind === 'MethodDeclaration') return called(node, way);
        return kind === 'EnumMember' ? undefined : visit(node.type ?? node.initializer, { ...way, field: name });
      }
      case 'TypeOperator':
        // Its word is no token of the tree that both versions name alike: what is not `keyof` changes no key.
        return visit(node.type, isKeyOf(node) ? { ...way, keys: true } : way);
      case 'MappedType': {
        const { constraint } = (node as { typeParameter?: { constraint?: SyntaxNode } }).typeParameter ?? {};
        visit(constraint, { ...way, keys: false });
        return way.keys ? undefined : visit(node.type, way);
      }
      case 'IndexedAccessType':
        // `[number]` says nothing of what is found there.
        return all(engine.children(node).filter((one) => !/^(Number|String)Keyword$/.test(engine.kindOf(one))), { ...way, keys: false });
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
      if (name.text === 'Parameters' || name.text === 'ConstructorParameters') return node.typeArguments?.forEach((one) => visit(one, { ...way, taken: true }));
      if (STRINGS.has(name.text) && !way.pieces) return template(node, way);
      return node.typeArguments ? args() : name.declarations().filter((one) => engine.kindOf(one) === 'TypeAliasDeclaration').forEach((one) => declared(one, node, way));
    }
    if (name.isClass && !way.keys) return;
    // What is built by a package's functions is told by what they are given.
    const isValue = !/^Type|^Import|^ExpressionWith/.test(engine.kindOf(node));
    if (isValue && isOutside(name)) return args();
    for (const declaration of name.declarations()) declared(declaration, node, way);
  }

  function declared(declaration: SyntaxNode, node: SyntaxNode, way: Way): void {
    const inner: Way = { ...way, given: givenTo(declaration, node, way.given) };
    files.add(fileOf(declaration));
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
    const spans = engine.children(node).filter((span) => engine.kindOf(span) === 'TemplateLiteralTypeSpan');
    const types = spans.length > 0 ? spans.map(({ type }) => type) : (node.typeArguments ?? []);
    const pieces = types.map((type) => {
      const found: string[] = [];
      visit(type, { given: way.given, pieces: found });
      return found.map((piece) => piece.toLowerCase());
    });
    const head = (node as { head?: SyntaxNode }).head?.text ?? '';
    const texts = spans.map((span) => (span as { literal?: SyntaxNode }).literal?.text ?? '');
    note(node);
    templates.push({ rank: ranks.get(node)!, pieces, pattern: new RegExp(`^${escaped(head)}${pieces.map((piece, index) => `(${piece.length > 0 ? piece.map(escaped).toSorted((a, b) => b.length - a.length).join('|') : '.*'})${escaped(texts[index] ?? '')}`).join('')}$`, 'is') });
  }

  function ofTemplate(text: string): number | undefined {
    for (const { rank, pattern, pieces } of templates) {
      const found = pattern.exec(text);
      if (found) return rank + pieces.reduceRight((rest, order, index) => (Math.max(0, order.indexOf(found[index + 1]!.toLowerCase())) + rest) / (order.length + 1), 0);
    }
    return undefined;
  }

  /** Of what was taken out of a longer text: where it stands in that. */
  function ofPart(text: string): number | undefined {
    for (const [key, rank] of ranks) {
      const at = typeof key === 'string' && key.startsWith('any string ') ? key.indexOf(text, 'any string '.length) : -1;
      if (at >= 0) return rank + at / (String(key).length + 1);
    }
    return undefined;
  }

  /** Where the text stands first in the files that were come through: behind all that has a rank. */
  function ofText(text: string): number {
    let before = 0;
    for (const file of files) {
      const source = engine.source(file)?.text ?? '';
      const at = [`'${text}'`, `"${text}"`].map((quoted) => source.indexOf(quoted)).filter((found) => found >= 0);
      if (at.length > 0) return MOST + before + Math.min(...at);
      before += source.length;
    }
    return LAST;
  }
}

const STRINGS: ReadonlySet<string> = new Set(['Uppercase', 'Lowercase', 'Capitalize', 'Uncapitalize']);

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

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

export function least(ranks: readonly (number | undefined)[]): number {
  return Math.min(LAST, ...ranks.filter((rank) => rank !== undefined));
}

export function valueText(constant: Constant): string {
  return 'value' in constant ? String(constant.value) : constant.kind;
}

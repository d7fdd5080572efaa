/**
 * The types that JavaScript says in its comments: a parsed module in; the same module out, as if it were TypeScript.
 *
 *     /** @returns {Generator<'RED', never, 'next'>} *\/        function* light(): Generator<'RED', never, 'next'> { … }
 *     function* light() { … }                            →
 *     /** @typedef {'next'} Event *\/                           export type Event = 'next';
 *
 * The types are written below the module's own text, where their nodes have their places: what is cut from the text by a node's place is
 * TypeScript, too. A type that does not parse is left out: then nothing is known there.
 */
import { parseSync } from 'oxc-parser';
import { type Tag, tagsIn } from './jsdoc-tags.ts';
import { meant } from './jsdoc-words.ts';
import { isJavaScript } from './specifier.ts';
import type { Comment, FunctionNode, Node, Program, Statement, TSType } from './tree.ts';
import { children, walk } from './walk.ts';

/** Whether anything is said there at all: most modules are done without looking further. */
export function hasTypesInComments(path: string, comments: readonly Comment[]): boolean {
  return isJavaScript(path) && comments.some(({ type, value }) => type === 'Block' && value.startsWith('*') && SPEAKS.test(value));
}

const SPEAKS = /@(?:type|typedef|param|arg|argument|returns?|template|callback|import|extends|augments|private|protected|readonly)\b/;

/** The program is changed in place; the text has the types below it. */
export function typedByComments(text: string, program: Program, comments: readonly Comment[]): string {
  const below = writer(text);
  const docs = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*') && SPEAKS.test(value)).map((comment) => ({ comment, tags: tagsIn(comment.value), at: nextCode(text, comment.end) }));
  const before = new Map(docs.map((doc) => [doc.at, doc.tags]));
  const casts = new Map(docs.flatMap(({ at, tags }) => (text[at] === '(' ? [[insideParens(text, at), tags] as const] : [])));

  const said = new Map<Node, readonly Tag[]>();
  walk(program as Node, (node, parent) => {
    const tags = said.get(node) ?? (parent ? before.get(node.start) : undefined);
    if (tags) {
      // The outermost node that begins there is meant.
      before.delete(node.start);
      const about = subjectOf(node);
      if (about && about !== node) said.set(about, tags);
      else if (isNamed(node, parent!)) annotateName(node, tags, below);
      else annotate(node, tags, below);
    }
    for (const child of children(node)) cast(child, node, casts, below);
    return true;
  });
  for (const { tags } of docs) program.body.push(...declarationsIn(tags).flatMap((one) => below.statements(one)));
  return below.text();
}

/** What a comment before a statement is about: `export` and the like are seen through. */
function subjectOf(node: Node): Node | undefined {
  switch (node.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return (node.declaration as Node | null) ?? undefined;
    case 'VariableDeclaration':
      return node.declarations[0];
    case 'ExpressionStatement':
      return node.expression;
    case 'ReturnStatement':
      return node.argument ?? undefined;
    case 'AssignmentPattern':
      return node.left as Node;
    default:
      return node;
  }
}

function annotate(node: Node, tags: readonly Tag[], below: Writer): void {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      annotateFunction(node as FunctionNode, tags, below);
      break;
    case 'VariableDeclarator':
      annotateName(node.id as Node, tags, below);
      if (node.init && isFunction(node.init)) annotateFunction(node.init as FunctionNode, tags, below);
      break;
    case 'AssignmentExpression':
      if (isFunction(node.right)) annotateFunction(node.right as FunctionNode, tags, below);
      break;
    case 'ClassDeclaration':
    case 'ClassExpression':
      annotateClass(node, tags, below);
      break;
    case 'Property':
    case 'MethodDefinition':
      restrict(node, tags);
      if (isFunction(node.value as Node)) annotateFunction(node.value as FunctionNode, tags, below);
      break;
    case 'PropertyDefinition':
      restrict(node, tags);
      node.typeAnnotation ??= below.annotation(typeIn(tags)) as never;
      if (node.value && isFunction(node.value)) annotateFunction(node.value as FunctionNode, tags, below);
      break;
    default:
      break;
  }
}

/** Whether it is a parameter, with or without a default. */
function isNamed(node: Node, parent: Node): boolean {
  const owner = parent as { readonly params?: readonly unknown[]; readonly left?: unknown };
  return owner.params?.includes(node) ?? (parent.type === 'AssignmentPattern' && owner.left === node);
}

function isFunction(node: Node): boolean {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

function typeIn(tags: readonly Tag[]): string | undefined {
  return tags.find(({ tag }) => tag === 'type')?.type;
}

type Annotated = { typeAnnotation?: unknown; optional?: boolean };

function annotateName(node: Node, tags: readonly Tag[], below: Writer): void {
  const type = typeIn(tags);
  if (/^(?:Identifier|ObjectPattern|ArrayPattern)$/.test(node.type) && type !== 'const') (node as Annotated).typeAnnotation ??= below.annotation(type);
}

function annotateFunction(fn: FunctionNode, tags: readonly Tag[], below: Writer): void {
  const whole = below.annotation(typeIn(tags))?.typeAnnotation;
  const signature = whole?.type === 'TSFunctionType' ? whole : undefined;
  fn.typeParameters ??= genericIn(tags, below) ?? fn.typeParameters;
  const returned = tags.find(({ tag }) => tag === 'returns' || tag === 'return')?.type;
  fn.returnType ??= (below.annotation(returned) ?? signature?.returnType ?? fn.returnType) as never;
  const all = tags.filter(({ tag }) => /^(?:param|arg|argument)$/.test(tag));
  const told = all.filter(({ name }) => !name.includes('.'));
  for (const [index, param] of fn.params.entries()) {
    const bare = (param.type === 'AssignmentPattern' ? param.left : param.type === 'RestElement' ? param.argument : param) as Node;
    const tag = bare.type === 'Identifier' ? told.find(({ name }) => name === bare.name) : told[index];
    const target = (param.type === 'RestElement' ? param : bare) as Annotated;
    const given = signature?.params[index] as Annotated | undefined;
    if (target.typeAnnotation || !(tag?.type ?? given?.typeAnnotation)) continue;
    target.typeAnnotation = tag ? below.annotation(withMembers(tag.type, `${tag.name}.`, all)) : given?.typeAnnotation;
    if (tag?.optional && param.type === 'Identifier') target.optional = true;
  }
}

function annotateClass(node: Node & { type: 'ClassDeclaration' | 'ClassExpression' }, tags: readonly Tag[], below: Writer): void {
  node.typeParameters ??= genericIn(tags, below) ?? node.typeParameters;
  const base = below.annotation(tags.find(({ tag }) => tag === 'extends' || tag === 'augments')?.type)?.typeAnnotation;
  if (node.superClass && base?.type === 'TSTypeReference') node.superTypeArguments ??= base.typeArguments;
}

/** `@private` and the like, as TypeScript writes them. */
function restrict(node: Node, tags: readonly Tag[]): void {
  if (node.type !== 'PropertyDefinition' && node.type !== 'MethodDefinition') return;
  const access = tags.find(({ tag }) => tag === 'private' || tag === 'protected')?.tag;
  if (access === 'private' || access === 'protected') node.accessibility ??= access;
  if (node.type === 'PropertyDefinition' && tags.some(({ tag }) => tag === 'readonly')) node.readonly = true;
}

function genericIn(tags: readonly Tag[], below: Writer): FunctionNode['typeParameters'] {
  const templates = tags.filter(({ tag }) => tag === 'template');
  return templates.length > 0 ? (below.parameters(templates.map(({ type, rest }) => parametersOf(rest, type)).join(', ')) as never) : undefined;
}

/** `T, U extends V` of `@template {V} T, U`. */
function parametersOf(rest: string, constraint: string | undefined): string {
  const names = /^\[?[\w$]+\s*(?:=[^\]]*\])?(?:\s*,\s*[\w$]+)*/.exec(rest)?.[0] ?? '';
  const [first = '', ...more] = names.split(',').map((name) => name.trim());
  const [, name, standard] = /^\[?([\w$]+)\s*(?:=([^\]]*)\])?$/.exec(first) ?? [];
  return [`${name}${constraint ? ` extends ${constraint}` : ''}${standard ? ` = ${standard}` : ''}`, ...more].join(', ');
}

/** `/** @type {T} *\/ (x)` is `x as T`. */
function cast(child: Node, parent: Node, casts: ReadonlyMap<number, readonly Tag[]>, below: Writer): void {
  const type = casts.has(child.start) ? typeIn(casts.get(child.start)!) : undefined;
  if (type === undefined || parent.start === child.start || parent.type === 'TSAsExpression') return;
  const typeAnnotation = type === 'const' ? below.constant() : below.annotation(type)?.typeAnnotation;
  if (!typeAnnotation) return;
  const { start, end } = child;
  const made = { type: 'TSAsExpression', expression: child, typeAnnotation, start, end };
  for (const [key, value] of Object.entries(parent) as [string, unknown][]) {
    if (value === child) (parent as unknown as Record<string, unknown>)[key] = made;
    else if (Array.isArray(value) && value.includes(child)) value[value.indexOf(child)] = made;
  }
}

/** The types that a comment declares, as statements. */
function declarationsIn(tags: readonly Tag[]): readonly string[] {
  const declared: string[] = [];
  const generics = tags.filter(({ tag }) => tag === 'template').map(({ type, rest }) => parametersOf(rest, type)).join(', ');
  const parameters = generics === '' ? '' : `<${generics}>`;
  for (const [index, { tag, type, name, rest }] of tags.entries()) {
    const next = tags.findIndex((other, at) => at > index && (other.tag === 'typedef' || other.tag === 'callback'));
    const own = tags.slice(index + 1, next < 0 ? undefined : next);
    if (tag === 'import') declared.push(`import type ${rest.replace(/^type\s/, '')};`);
    if (tag === 'typedef' && NAME.test(name)) {
      const whole = withMembers(type, '', own.filter((one) => /^prop(?:erty)?$/.test(one.tag)));
      if (whole !== undefined) declared.push(`export type ${name}${parameters} = ${whole};`);
    }
    if (tag === 'callback' && NAME.test(name)) {
      const told = own.filter(({ tag }) => tag === 'param');
      const params = told.filter((one) => NAME.test(one.name)).map((one) => `${one.name}${one.optional ? '?' : ''}: ${withMembers(one.type, `${one.name}.`, told) ?? 'any'}`);
      declared.push(`export type ${name}${parameters} = (${params.join(', ')}) => ${own.find((one) => /^returns?$/.test(one.tag))?.type ?? 'void'};`);
    }
  }
  return declared;
}

/** The type of an object whose members have tags of their own: `o`, `o.x`, `list[].y`. */
function withMembers(type: string | undefined, prefix: string, tags: readonly Tag[]): string | undefined {
  const [, isList] = /^object(\[\])?$/i.exec(type ?? 'object') ?? [];
  const at = isList ? prefix.replace(/\.$/, '[].') : prefix;
  const own = tags.filter(({ name }) => name.startsWith(at) && NAME.test(name.slice(at.length)));
  if (own.length === 0 || (type !== undefined && !/^object(\[\])?$/i.test(type))) return type;
  const members = own.map((one) => `${one.name.slice(at.length)}${one.optional ? '?' : ''}: ${withMembers(one.type, `${one.name}.`, tags) ?? 'any'};`);
  return `{ ${members.join(' ')} }${isList ?? ''}`;
}

const NAME = /^[A-Za-z_$][\w$]*$/;

interface Writer {
  annotation(type: string | undefined): { type: 'TSTypeAnnotation'; typeAnnotation: TSType } | undefined;
  parameters(list: string): unknown;
  constant(): TSType | undefined;
  statements(code: string): readonly Statement[];
  text(): string;
}

function writer(text: string): Writer {
  let all = text;
  const names = new Set<string>();
  /** The code goes below the text, if it is TypeScript; its nodes are there. */
  const write = (written: string): readonly Statement[] => {
    const code = meant(written);
    const { program, errors } = parseSync('comment.ts', code, { preserveParens: false, astType: 'ts' });
    let isTypeScript = !errors.some(({ severity }) => severity === 'Error');
    walk(program as Node, ({ type }) => void (isTypeScript &&= !type.startsWith('TSJSDoc')));
    if (!isTypeScript) return [];
    const by = all.length + 1;
    all += `\n${code}`;
    walk(program as Node, (node) => {
      node.start += by;
      node.end += by;
    });
    return program.body;
  };
  return {
    annotation(type) {
      const [statement] = type === undefined ? [] : write(`type _ = ${type};`);
      if (statement?.type !== 'TSTypeAliasDeclaration') return undefined;
      const { typeAnnotation } = statement;
      return { type: 'TSTypeAnnotation', typeAnnotation, start: typeAnnotation.start, end: typeAnnotation.end } as never;
    },
    parameters(list) {
      const [statement] = write(`type _<${list}> = 0;`);
      return statement?.type === 'TSTypeAliasDeclaration' ? statement.typeParameters : undefined;
    },
    constant() {
      const [statement] = write('0 as const;');
      return statement?.type === 'ExpressionStatement' && statement.expression.type === 'TSAsExpression' ? statement.expression.typeAnnotation : undefined;
    },
    statements(code) {
      const name = /^export type ([\w$]+)/.exec(code)?.[1];
      if (name !== undefined && names.has(name)) return [];
      if (name !== undefined) names.add(name);
      return write(code);
    },
    text: () => all,
  };
}

/** Where the code goes on after a comment, other comments skipped. */
function nextCode(text: string, from: number): number {
  const skipped = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
  skipped.lastIndex = from;
  return from + (skipped.exec(text)?.[0].length ?? 0);
}

function insideParens(text: string, from: number): number {
  let at = from;
  while (text[at] === '(') at = nextCode(text, at + 1);
  return at;
}

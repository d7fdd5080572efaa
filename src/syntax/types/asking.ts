/**
 * When the user's TypeScript is asked: where our own reading has left something unknown that it may know, and never else. Our
 * reading in; what is known with TypeScript's help out.
 */
import type { GeneratorTypes } from '../../host.ts';
import type { Module } from '../module.ts';
import type { Project } from '../project.ts';
import { restsOn } from './rests.ts';
import type { FunctionNode, Node } from '../tree.ts';
import type { Type } from './type.ts';
import { membersOf } from './make.ts';
import { parentsIn, walk } from '../walk.ts';

/** How much of a type our reading could not tell: parts of it that are unknown and not written so. */
export function unreadParts(type: Type): number {
  switch (type.kind) {
    case 'unknown':
      return type.said ? 0 : 1;
    case 'union':
      return sum(type.members.map(unreadParts));
    case 'object':
      return sum(type.fields.map((field) => unreadParts(field.type)));
    case 'array':
      return type.items ? sum(type.items.map(unreadParts)) : unreadParts(type.element);
    case 'literal':
    case 'primitive':
    case 'function':
    case 'instance':
    case 'never':
      return 0;
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** The type of an annotation: `own`, as we read it, or what TypeScript says where that is more. */
export function askAnnotation(own: Type, node: Node, module: Module, project: Project): Type {
  return toldOf(own, node, module, project) ?? own;
}

/** What TypeScript says of an annotation; nothing where it is not asked, or says no more than `own`. */
export function toldOf(own: Type, node: Node, module: Module, project: Project): Type | undefined {
  if (!project.types || unreadParts(own) === 0) return undefined;
  const { text, isComputed } = restsOn(node, module, project);
  const answer = isComputed ? project.types.annotation({ file: module.path, start: node.start, end: node.end, rests: text }) : undefined;
  return answer && better(own, answer.type) !== own ? better(own, answer.type) : undefined;
}

/** What a generator function takes, as `own` reading has it, or as TypeScript says where that is more. */
export function askGenerator(own: GeneratorTypes, fn: FunctionNode, module: Module, project: Project): GeneratorTypes {
  if (!project.types || (own.received ? unreadParts(own.received) === 0 : own.yielded !== undefined)) return own;
  const isWritten = Boolean(fn.returnType) || own.received !== undefined;
  if (!isWritten && !mayBeInferred(fn, module)) return own;
  const origin = writtenAt(fn, module) ?? module.program.body.find(({ start, end }) => start <= fn.start && fn.end <= end) ?? fn;
  const { text, isComputed } = restsOn(origin as Node, module, project);
  if (isWritten && !isComputed) return own;
  // Two functions of one statement are told apart by where they stand in it.
  const rests = fn.returnType ? text : `${fn.start - origin.start} ${text}`;
  const answer = project.types.generator({ file: module.path, start: fn.start, end: fn.end, rests });
  if (!answer) return own;
  const { yielded, returned, received } = answer.type;
  // What TypeScript takes from a pattern, or from nothing, is no declaration of events.
  const declared = received && !isWritten && saysAnything(received) ? undefined : received;
  return { yielded: pick(own.yielded, yielded), returned: pick(own.returned, returned), received: pick(own.received, declared) };
}

/** Where it is written what the function takes: the third argument of `Generator<…>`, or all of another type. */
function writtenAt({ returnType }: FunctionNode, module: Module): Node | undefined {
  const type = returnType?.typeAnnotation;
  const isPlain = type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && /^(Async)?(Generator|Iterator)$/.test(type.typeName.name) && !module.bindings.has(type.typeName);
  const third = isPlain ? type.typeArguments?.params[2] : undefined;
  return third ?? type;
}

function pick(own: Type | undefined, asked: Type | undefined): Type | undefined {
  return own && asked ? better(own, asked) : (own ?? asked);
}

/** The one of the two that tells more; a type that is only known by kind keeps the words of the code. */
function better(own: Type, asked: Type): Type {
  if (unreadParts(asked) >= unreadParts(own)) return own;
  const isNamed = own.kind === 'unknown' && own.text !== 'unknown';
  return isNamed && (asked.kind === 'instance' || asked.kind === 'function' || asked.kind === 'unknown') ? { ...asked, text: own.text } : asked;
}

function saysAnything(type: Type): boolean {
  return membersOf(type).some((member) => (member.kind === 'unknown' && (member.text === 'any' || type === member)) || (member.kind === 'object' && member.fields.some((field) => saysAnything(field.type))) || (member.kind === 'array' && saysAnything(member.element)));
}

/** Whether TypeScript may infer what the function receives: from where it stands, or from where its yields do. */
function mayBeInferred(fn: FunctionNode, module: Module): boolean {
  const parents = parentsIn(module.program);
  return isGivenType(fn, parents) || hasTypedYield(fn, parents);
}

/** Whether something around the function may say what it is: a call it is passed to, `satisfies`, an annotation. */
function isGivenType(fn: Node, parents: ReadonlyMap<Node, Node>): boolean {
  if (fn.type === 'FunctionDeclaration') return false;
  for (let above = parents.get(fn); above; above = parents.get(above)) {
    switch (above.type) {
      case 'Property':
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'ParenthesizedExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
        continue;
      case 'VariableDeclarator':
        return above.id.type !== 'Identifier' || Boolean(above.id.typeAnnotation);
      case 'PropertyDefinition':
        return Boolean(above.typeAnnotation);
      case 'MethodDefinition':
      case 'ExportDefaultDeclaration':
        return false;
      default:
        return above.type !== 'ExpressionStatement';
    }
  }
  return false;
}

/** Whether a yield of the function stands where a type is expected: the value of an annotated variable, an argument, another's yields. */
function hasTypedYield(fn: FunctionNode, parents: ReadonlyMap<Node, Node>): boolean {
  let found = false;
  if (!fn.body) return false;
  walk(fn.body, (node) => {
    if (found || /Function|^Class/.test(node.type)) return false;
    if (node.type === 'YieldExpression') found ||= node.delegate || isExpected(node, parents);
    return !found;
  });
  return found;
}

function isExpected(node: Node, parents: ReadonlyMap<Node, Node>): boolean {
  const above = parents.get(node);
  switch (above?.type) {
    case 'ParenthesizedExpression':
      return isExpected(above, parents);
    case 'VariableDeclarator':
      return above.id.type === 'Identifier' && Boolean(above.id.typeAnnotation);
    case 'ExpressionStatement':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'IfStatement':
    case 'WhileStatement':
    case 'SwitchStatement':
    case 'MemberExpression':
    case 'TemplateLiteral':
    case undefined:
      return false;
    default:
      return true;
  }
}

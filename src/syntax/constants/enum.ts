/** An enum in, the values of its members out, over all the pieces it is declared in. */
import type { Constant } from '../../chart/chart.ts';
import type { Module } from '../module.ts';
import { enumMemberName } from '../binding/names.ts';
import type { Declared, Project } from '../project.ts';
import type { Node } from '../tree.ts';

/**
 * The members in source order. `valueOf` is asked for each initialiser, with the members before it; a member whose
 * value is not known is `undefined`, and so is one that would count on from it.
 */
export function enumMembers(declarations: readonly Node[], valueOf: (initializer: Node, before: ReadonlyMap<string, Constant | undefined>) => Constant | undefined): ReadonlyMap<string, Constant | undefined> {
  const members = new Map<string, Constant | undefined>();
  for (const declaration of declarations) {
    if (declaration.type !== 'TSEnumDeclaration') continue;
    let next: number | undefined = declaration.declare && !declaration.const ? undefined : 0;
    for (const member of declaration.body.members) {
      const value = member.initializer ? valueOf(member.initializer, members) : next === undefined ? undefined : ({ kind: 'number', value: next } as const);
      const isEnumValue = value?.kind === 'string' || value?.kind === 'number';
      members.set(enumMemberName(member.id), isEnumValue ? value : undefined);
      next = value?.kind === 'number' ? value.value + 1 : undefined;
    }
  }
  return members;
}

/** Whether TypeScript too takes every member for a constant: `'abc'.length` is a number to it, and a member like no other. */
export function isPlainEnum({ binding, module }: Declared, project: Project): boolean {
  return binding.declarations.every((declaration) => declaration.type !== 'TSEnumDeclaration' || declaration.body.members.every(({ initializer }) => !initializer || isPlain(initializer, module, project, 0)));
}

const DEEPEST = 20;

function isPlain(node: Node, module: Module, project: Project, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const go = (inner: Node): boolean => isPlain(inner, module, project, depth + 1);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number';
    case 'TemplateLiteral':
      return node.expressions.every(go);
    case 'ParenthesizedExpression':
      return go(node.expression);
    case 'UnaryExpression':
      return ['+', '-', '~'].includes(node.operator) && go(node.argument);
    case 'BinaryExpression':
      return go(node.left) && go(node.right);
    case 'Identifier': {
      const found = module.bindings.get(node) && project.lookup(module.bindings.get(node)!, module);
      if (!found || !('binding' in found)) return false;
      const [declaration] = found.binding.declarations;
      if (declaration?.type === 'TSEnumMember') return true;
      if (declaration?.type !== 'VariableDeclarator' || found.binding.kind !== 'const' || declaration.id.type !== 'Identifier' || declaration.id.typeAnnotation || !declaration.init) return false;
      return isPlain(declaration.init, found.module, project, depth + 1);
    }
    case 'MemberExpression': {
      const binding = node.object.type === 'Identifier' ? module.bindings.get(node.object) : undefined;
      const found = binding && project.lookup(binding, module);
      return found !== undefined && 'binding' in found && found.binding.kind === 'enum';
    }
    default:
      return false;
  }
}

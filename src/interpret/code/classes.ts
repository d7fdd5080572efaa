/**
 * Classes that can be read: what looking at a member of an instance does, and whether an instance can be copied.
 */
import { rootOf, writtenBy } from '../../flow/places.ts';
import type { Module } from '../../syntax/module.ts';
import type { Project } from '../../syntax/project.ts';
import type { Node } from '../../syntax/tree.ts';
import { pushChildren, walk } from '../../syntax/walk.ts';
import { mutators, pureArrayMethods, pureCollectionMethods, pureNamespaces, pureStringMethods } from './readers.ts';

export interface Class {
  readonly node: Node & { type: 'ClassDeclaration' | 'ClassExpression' };
  readonly module: Module;
}

/** The class of that name in the module, wherever it is declared. */
export function classNamed(name: string, module: Module, project: Project): Class | undefined {
  const binding = module.scope.bindings.get(name);
  const at = binding && project.lookup(binding, module);
  if (!at || !('binding' in at)) return undefined;
  const declaration = at.binding.declarations[0];
  const node = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression' ? { node, module: at.module } : undefined;
}

function parentOf({ node, module }: Class, project: Project): Class | undefined {
  return node.superClass?.type === 'Identifier' ? classNamed(node.superClass.name, module, project) : undefined;
}

/** The class, and those that it extends, as far as they can be read. */
function lineage(own: Class, project: Project): Class[] {
  const all: Class[] = [];
  for (let at: Class | undefined = own; at && !all.some((one) => one.node === at!.node); at = parentOf(at, project)) all.push(at);
  return all;
}

type Member = Node & { type: 'MethodDefinition' | 'PropertyDefinition' };

function memberNamed(own: Class, name: string, isStatic: boolean, project: Project): { member: Member; of: Class } | undefined {
  for (const of of lineage(own, project)) {
    const found = of.node.body.body.find((member) => (member.type === 'MethodDefinition' || member.type === 'PropertyDefinition') && !member.computed && member.static === isStatic && member.key.type === 'Identifier' && member.key.name === name);
    if (found) return { member: found as Member, of };
  }
  return undefined;
}

/** Whether reading the property of an instance runs code that might do more than look. */
export function isActingGetter(own: Class, name: string, project: Project): boolean {
  const found = memberNamed(own, name, false, project);
  return found?.member.type === 'MethodDefinition' && found.member.kind === 'get' && !onlyLooks(found.member.value as Node, found.of, project, new Set());
}

/** Whether calling the method of an instance only looks at the instance. */
export function isLookingMethod(own: Class, name: string, project: Project): boolean {
  const found = memberNamed(own, name, false, project);
  return found?.member.type === 'MethodDefinition' && found.member.kind === 'method' && onlyLooks(found.member.value as Node, found.of, project, new Set());
}

/** Whether calling the static method only computes. */
export function isLookingStatic(own: Class, name: string, project: Project): boolean {
  const found = memberNamed(own, name, true, project);
  return found?.member.type === 'MethodDefinition' && found.member.kind === 'method' && onlyLooks(found.member.value as Node, found.of, project, new Set());
}

/** Whether reading the static member gives the same at any time. */
export function isSteadyStatic(own: Class, name: string, project: Project): boolean {
  const found = memberNamed(own, name, true, project);
  if (found?.member.type === 'MethodDefinition') return found.member.kind === 'method' || onlyLooks(found.member.value as Node, found.of, project, new Set());
  let steady = true;
  walk((found?.of ?? own).module.program as Node, (node) => {
    if (writtenBy(node).some((place) => place.type === 'MemberExpression' && (place.computed || (place.property.type === 'Identifier' && place.property.name === name)) && (place.object.type === 'ThisExpression' || place.object.type === 'Identifier'))) steady = false;
    return steady;
  });
  return steady;
}

/** Whether making an instance does no more than give its fields their values. */
export function isPlainlyMade(own: Class, project: Project): boolean {
  const all = lineage(own, project);
  if (all.at(-1)!.node.superClass) return false;
  return all.every(({ node, module }) => node.body.body.every((member) => {
    if (member.type === 'StaticBlock') return true;
    if (member.type === 'PropertyDefinition') return member.static || !member.value || isPlainValue(member.value, module);
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return true;
    return member.value.body?.body.every((statement) => {
      if (statement.type !== 'ExpressionStatement') return false;
      const { expression } = statement;
      if (expression.type === 'CallExpression') return expression.callee.type === 'Super' && expression.arguments.every((argument) => isPlainValue(argument as Node, module));
      return expression.type === 'AssignmentExpression' && expression.operator === '=' && expression.left.type === 'MemberExpression' && expression.left.object.type === 'ThisExpression' && isPlainValue(expression.right, module);
    }) ?? true;
  }));
}

/** Made of literals and parameters. */
function isPlainValue(node: Node, module: Module): boolean {
  let plain = true;
  walk(node, (at) => {
    if (at.type === 'CallExpression' || at.type === 'AssignmentExpression' || at.type === 'UpdateExpression' || at.type === 'ThisExpression' || at.type === 'AwaitExpression') plain = false;
    if (at.type === 'NewExpression' && !(at.callee.type === 'Identifier' && !module.bindings.get(at.callee) && ['Map', 'Set', 'Array'].includes(at.callee.name))) plain = false;
    return plain && !at.type.startsWith('TSType');
  });
  return plain;
}

/** Whether the body changes nothing, calls nothing that might, and cannot throw by itself. */
function onlyLooks(fn: Node, own: Class, project: Project, seen: Set<Node>): boolean {
  if (seen.has(fn)) return true;
  seen.add(fn);
  if ((fn as { async?: boolean }).async || (fn as { generator?: boolean }).generator) return false;
  const stack: Node[] = [];
  pushChildren(stack, fn);
  for (let at = stack.pop(); at; at = stack.pop()) {
    switch (at.type) {
      case 'AssignmentExpression':
      case 'UpdateExpression':
      case 'ThrowStatement':
      case 'TryStatement':
      case 'AwaitExpression':
      case 'YieldExpression':
      case 'TaggedTemplateExpression':
      case 'ImportExpression':
      case 'Super':
        return false;
      case 'NewExpression': {
        const made = at.callee.type === 'Identifier' ? classNamed(at.callee.name, own.module, project) : undefined;
        if (!made || !isPlainlyMade(made, project)) return false;
        break;
      }
      case 'UnaryExpression':
        if (at.operator === 'delete') return false;
        break;
      case 'MemberExpression':
        if (at.object.type === 'ThisExpression' && !at.computed && at.property.type === 'Identifier' && !looksByName(own, at.property.name, project, seen)) return false;
        break;
      case 'CallExpression':
        if (!isLook(at, own, project)) return false;
        break;
      case 'Identifier': {
        const binding = own.module.bindings.get(at);
        if (binding && binding.scope === own.module.scope && binding.assignments.length > 0) return false;
        break;
      }
    }
    pushChildren(stack, at);
  }
  return true;
}

/** `this.name`: a field, or a getter or method that only looks in turn. */
function looksByName(own: Class, name: string, project: Project, seen: Set<Node>): boolean {
  const found = memberNamed(own, name, false, project);
  return found?.member.type !== 'MethodDefinition' || onlyLooks(found.member.value as Node, found.of, project, seen);
}

function isLook(call: Node & { type: 'CallExpression' }, own: Class, project: Project): boolean {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  const { name } = callee.property;
  // A method of its own is looked into where it is named.
  if (callee.object.type === 'ThisExpression') return memberNamed(own, name, false, project)?.member.type === 'MethodDefinition';
  const root = rootOf(callee.object);
  if (root.type === 'Identifier' && !own.module.bindings.get(root)) return pureNamespaces[root.name]?.(name) ?? false;
  const owner = callee.object.type === 'Identifier' ? classNamed(callee.object.name, own.module, project) : undefined;
  if (owner) return isLookingStatic(owner, name, project);
  return (root.type === 'ThisExpression' || root.type === 'Literal' || root.type === 'Identifier') && (pureArrayMethods.has(name) || pureStringMethods.has(name) || pureCollectionMethods.has(name));
}

/** Whether nothing in the module changes an instance once it is made: by its own methods, or by the names of its fields. */
export function isNeverChanged(own: Class, project: Project): boolean {
  const all = lineage(own, project);
  if (all.at(-1)!.node.superClass) return false;
  const fields = new Set<string>();
  const made = new Set<Node>();
  for (const { node } of all) {
    for (const member of node.body.body) {
      if (member.type === 'PropertyDefinition' && member.key.type === 'Identifier') fields.add(member.key.name);
      if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
        made.add(member);
        walk(member, (at) => {
          if (at.type === 'TSParameterProperty') fields.add(((at.parameter as Node).type === 'AssignmentPattern' ? (at.parameter as { left: { name?: string } }).left.name : (at.parameter as { name?: string }).name) ?? '');
          if (at.type === 'AssignmentExpression' && at.left.type === 'MemberExpression' && at.left.property.type === 'Identifier') fields.add(at.left.property.name);
        });
      }
    }
  }
  return [...new Set(all.map(({ module }) => module))].every((module) => {
    let changes = false;
    walk(module.program as Node, (at) => {
      if (made.has(at)) return false;
      for (const place of writtenBy(at)) if (place.type === 'MemberExpression' && (place.computed || (place.property.type === 'Identifier' && fields.has(place.property.name)))) changes = true;
      if (at.type === 'CallExpression' && at.callee.type === 'MemberExpression' && at.callee.property.type === 'Identifier' && mutators.has(at.callee.property.name) && at.callee.object.type === 'MemberExpression' && at.callee.object.property.type === 'Identifier' && fields.has(at.callee.object.property.name)) changes = true;
      return !changes;
    });
    return !changes;
  });
}

/** The name of a private member (`#count`): an instance that has one cannot be copied from outside. */
export function privateMember(own: Class, project: Project): string | undefined {
  for (const { node } of lineage(own, project)) {
    for (const member of node.body.body) if ((member.type === 'MethodDefinition' || member.type === 'PropertyDefinition') && !member.static && member.key.type === 'PrivateIdentifier') return `#${member.key.name}`;
  }
  return undefined;
}

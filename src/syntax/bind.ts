/**
 * What each node declares and refers to: a program in, its scopes and the meaning of every identifier out.
 *
 * The tree is gone over with a stack of our own, since code may be nested deeper than the machine's. Each node
 * answers with the steps below it; a step carries the scope it is in and the role its node plays there, so that a
 * pattern, whose identifiers mean something else in `const {a} = x` than in `({a} = x)`, is handled once.
 */
import { bindDeclaration } from './bind-declaration.ts';
import { bindType } from './bind-type.ts';
import { at, type Binder, callable, each, meet, type Step, within } from './binder.ts';
import type { Binding, Scope } from './module.ts';
import { draftScope, resolve } from './scope.ts';
import type { Node, Program } from './tree.ts';
import { children } from './walk.ts';

export function bindProgram(program: Program): { scope: Scope; bindings: ReadonlyMap<Node, Binding> } {
  const binder: Binder = { tape: [], bindings: new Map(), merged: new Map() };
  const scope = draftScope('module', program);
  const pending: Step[] = within(scope, at(scope, 'read', program)).reverse();
  for (let step = pending.pop(); step; step = pending.pop()) {
    if (step.mark) binder.tape.push({ kind: step.mark, scope: step.scope });
    else {
      const below = bindDeclaration(binder, step) ?? bindType(binder, step) ?? bindCode(binder, step);
      for (let index = below.length - 1; index >= 0; index--) pending.push(below[index] as Step);
    }
  }
  resolve(binder.tape, binder.bindings);
  return { scope: scope as Scope, bindings: binder.bindings };
}

/** Statements and expressions. */
function bindCode(binder: Binder, { node, scope, role }: Step): Step[] {
  const read = (...nodes: readonly (Node | null | undefined)[]): Step[] => at(scope, 'read', ...nodes);
  switch (node.type) {
    case 'Identifier':
      meet(binder, node, node.name, scope, role);
      return read(...(node.decorators ?? []), node.typeAnnotation);

    case 'ObjectPattern':
      return [...read(...(node.decorators ?? [])), ...each(scope, role, node.properties), ...read(node.typeAnnotation)];
    case 'ArrayPattern':
      return [...read(...(node.decorators ?? [])), ...each(scope, role, node.elements), ...read(node.typeAnnotation)];
    case 'RestElement':
      return [...read(...(node.decorators ?? [])), ...at(scope, role, node.argument), ...read(node.typeAnnotation)];
    case 'AssignmentPattern':
      return [...read(...(node.decorators ?? [])), ...at(scope, role, node.left), ...read(node.right)];
    case 'Property':
      return [...(node.computed ? read(node.key) : []), ...at(scope, role, node.value)];
    case 'TSParameterProperty':
      return [...read(...node.decorators), ...at(scope, role, node.parameter)];

    case 'AssignmentExpression':
      return [...at(scope, 'write', node.left), ...read(node.right)];
    case 'UpdateExpression':
      return at(scope, 'write', node.argument);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return [...at(scope, role, node.expression), ...read(node.typeAnnotation)];
    case 'TSNonNullExpression':
      return at(scope, role, node.expression);
    case 'TSTypeAssertion':
      return [...read(node.typeAnnotation), ...at(scope, role, node.expression)];
    case 'MemberExpression':
      return [...at(scope, role === 'type' || role === 'qualifier' ? 'qualifier' : 'read', node.object), ...(node.computed ? read(node.property) : [])];

    case 'FunctionExpression': {
      if (!node.id) return callable(node, scope);
      const named = draftScope('block', node, scope);
      meet(binder, node.id, node.id.name, named, { kind: 'function', declaration: node, initialised: false });
      return within(named, [...callable(node, named)]);
    }
    case 'ArrowFunctionExpression':
    case 'TSEmptyBodyFunctionExpression':
      return callable(node, scope);
    case 'MethodDefinition':
    case 'TSAbstractMethodDefinition':
      return [...read(...node.decorators), ...(node.computed ? read(node.key) : []), ...read(node.value)];
    case 'PropertyDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractAccessorProperty':
      return [...read(...node.decorators), ...(node.computed ? read(node.key) : []), ...read(node.typeAnnotation, node.value)];
    case 'StaticBlock': {
      const inner = draftScope('function', node, scope, { hoists: true });
      return within(inner, each(inner, 'read', node.body));
    }

    case 'BlockStatement': {
      const inner = draftScope('block', node, scope, { hoists: role === 'body' });
      return within(inner, each(inner, 'read', node.body));
    }
    case 'ForStatement': {
      const inner = draftScope('block', node, scope);
      return within(inner, [...at(inner, 'read', node.init, node.test, node.update, node.body)]);
    }
    case 'ForInStatement':
    case 'ForOfStatement': {
      const inner = draftScope('block', node, scope);
      const head = node.left.type === 'VariableDeclaration' ? ({ kind: 'let', declaration: node, initialised: true } as const) : 'write';
      return within(inner, [...at(inner, head, node.left), ...at(inner, 'read', node.right, node.body)]);
    }
    case 'SwitchStatement': {
      const inner = draftScope('block', node, scope);
      return [...read(node.discriminant), ...within(inner, each(inner, 'read', node.cases))];
    }
    case 'CatchClause': {
      const inner = draftScope('block', node, scope);
      return within(inner, [...at(inner, { kind: 'catch', declaration: node, initialised: true }, node.param), ...at(inner, 'read', node.body)]);
    }
    case 'LabeledStatement':
      return read(node.body);

    case 'JSXIdentifier':
      if (!/^[a-z]|-/.test(node.name)) meet(binder, node, node.name, scope, role);
      return [];
    case 'JSXMemberExpression':
      if (node.object.type === 'JSXMemberExpression') return read(node.object);
      if (node.object.name !== 'this') meet(binder, node.object, node.object.name, scope, 'read');
      return [];
    case 'JSXAttribute':
      return read(node.value);

    case 'V8IntrinsicExpression':
      return each(scope, 'read', node.arguments);
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportAttribute':
    case 'JSXNamespacedName':
      return [];
    default:
      return each(scope, 'read', children(node));
  }
}

/**
 * What each node declares and refers to: a program in, its scopes and the meaning of every identifier out.
 *
 * The tree is gone over with a stack of our own, since code may be nested deeper than the machine's. Each node
 * puts down the steps below it; a step carries the scope it is in and the role its node plays there, so that a
 * pattern, whose identifiers mean something else in `const {a} = x` than in `({a} = x)`, is handled once.
 */
import { bindDeclaration } from './bind-declaration.ts';
import { type Binder, callable, enter, leave, meet, put, putEach, type Step } from './binder.ts';
import type { Binding, Scope } from '../module.ts';
import { draftScope, resolve } from './scope.ts';
import type { Node, Program } from '../tree.ts';

export function bindProgram(program: Program): { scope: Scope; bindings: ReadonlyMap<Node, Binding> } {
  const binder: Binder = { tape: [], bindings: new Map(), merged: new Map(), below: [] };
  const { tape, below } = binder;
  const scope = enter(binder, draftScope('module', program));
  put(binder, scope, 'read', program);
  leave(binder, scope);
  const pending: Step[] = [];
  for (;;) {
    while (below.length > 0) pending.push(below.pop()!);
    const step = pending.pop();
    if (!step) break;
    if (step.mark) tape.push({ kind: step.mark, scope: step.scope });
    else bindNode(binder, step);
  }
  resolve(tape, binder.bindings);
  return { scope: scope as Scope, bindings: binder.bindings };
}

/** Statements and expressions; whatever else there is declares something, or is a type. */
function bindNode(binder: Binder, step: Step): void {
  const { node, scope, role } = step;
  switch (node.type) {
    case 'Identifier':
      meet(binder, node, node.name, scope, role);
      putEach(binder, scope, 'read', node.decorators);
      return put(binder, scope, 'read', node.typeAnnotation);

    case 'ObjectPattern':
      putEach(binder, scope, 'read', node.decorators);
      putEach(binder, scope, role, node.properties);
      return put(binder, scope, 'read', node.typeAnnotation);
    case 'ArrayPattern':
      putEach(binder, scope, 'read', node.decorators);
      putEach(binder, scope, role, node.elements);
      return put(binder, scope, 'read', node.typeAnnotation);
    case 'RestElement':
      putEach(binder, scope, 'read', node.decorators);
      put(binder, scope, role, node.argument);
      return put(binder, scope, 'read', node.typeAnnotation);
    case 'AssignmentPattern':
      putEach(binder, scope, 'read', node.decorators);
      put(binder, scope, role, node.left);
      return put(binder, scope, 'read', node.right);
    case 'Property':
      if (node.computed) put(binder, scope, 'read', node.key);
      return put(binder, scope, role, node.value);
    case 'TSParameterProperty':
      putEach(binder, scope, 'read', node.decorators);
      return put(binder, scope, role, node.parameter);

    case 'AssignmentExpression':
      put(binder, scope, 'write', node.left);
      return put(binder, scope, 'read', node.right);
    case 'UpdateExpression':
      return put(binder, scope, 'write', node.argument);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      put(binder, scope, role, node.expression);
      return put(binder, scope, 'read', node.typeAnnotation);
    case 'TSNonNullExpression':
      return put(binder, scope, role, node.expression);
    case 'TSTypeAssertion':
      put(binder, scope, 'read', node.typeAnnotation);
      return put(binder, scope, role, node.expression);
    case 'MemberExpression':
      put(binder, scope, role === 'type' || role === 'qualifier' ? 'qualifier' : 'read', node.object);
      if (node.computed) put(binder, scope, 'read', node.property);
      return;

    case 'FunctionExpression': {
      if (!node.id) return callable(binder, node, scope);
      const named = enter(binder, draftScope('block', node, scope));
      meet(binder, node.id, node.id.name, named, { kind: 'function', declaration: node, initialised: false });
      callable(binder, node, named);
      return leave(binder, named);
    }
    case 'ArrowFunctionExpression':
    case 'TSEmptyBodyFunctionExpression':
      return callable(binder, node, scope);
    case 'MethodDefinition':
    case 'TSAbstractMethodDefinition':
      putEach(binder, scope, 'read', node.decorators);
      if (node.computed) put(binder, scope, 'read', node.key);
      return put(binder, scope, 'read', node.value);
    case 'PropertyDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractAccessorProperty':
      putEach(binder, scope, 'read', node.decorators);
      if (node.computed) put(binder, scope, 'read', node.key);
      return put(binder, scope, 'read', node.typeAnnotation, node.value);
    case 'StaticBlock': {
      const inner = enter(binder, draftScope('function', node, scope, { hoists: true }));
      putEach(binder, inner, 'read', node.body);
      return leave(binder, inner);
    }

    case 'BlockStatement': {
      const inner = enter(binder, draftScope('block', node, scope, { hoists: role === 'body' }));
      putEach(binder, inner, 'read', node.body);
      return leave(binder, inner);
    }
    case 'ForStatement': {
      const inner = enter(binder, draftScope('block', node, scope));
      put(binder, inner, 'read', node.init, node.test, node.update, node.body);
      return leave(binder, inner);
    }
    case 'ForInStatement':
    case 'ForOfStatement': {
      const inner = enter(binder, draftScope('block', node, scope));
      put(binder, inner, node.left.type === 'VariableDeclaration' ? { kind: 'let', declaration: node, initialised: true } : 'write', node.left);
      put(binder, inner, 'read', node.right, node.body);
      return leave(binder, inner);
    }
    case 'SwitchStatement': {
      put(binder, scope, 'read', node.discriminant);
      const inner = enter(binder, draftScope('block', node, scope));
      putEach(binder, inner, 'read', node.cases);
      return leave(binder, inner);
    }
    case 'CatchClause': {
      const inner = enter(binder, draftScope('block', node, scope));
      put(binder, inner, { kind: 'catch', declaration: node, initialised: true }, node.param);
      put(binder, inner, 'read', node.body);
      return leave(binder, inner);
    }
    case 'LabeledStatement':
      return put(binder, scope, 'read', node.body);

    case 'JSXIdentifier':
      if (!/^[a-z]|-/.test(node.name)) meet(binder, node, node.name, scope, role);
      return;
    case 'JSXMemberExpression':
      if (node.object.type === 'JSXMemberExpression') put(binder, scope, 'read', node.object);
      else if (node.object.name !== 'this') meet(binder, node.object, node.object.name, scope, 'read');
      return;
    case 'JSXAttribute':
      return put(binder, scope, 'read', node.value);

    case 'V8IntrinsicExpression':
      return putEach(binder, scope, 'read', node.arguments);
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportAttribute':
    case 'JSXNamespacedName':
      return;
    default:
      bindDeclaration(binder, step);
  }
}

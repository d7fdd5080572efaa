/**
 * Changes that change nothing: `list.pop()` of an empty list only gives `undefined`. Code with such a change is free of it.
 */
import { literal } from '../../flow/lower/builder.ts';
import { nameOf } from '../../flow/synthetic.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { evaluate } from '../run/evaluate.ts';
import { placeOf } from '../variables/field.ts';
import { member } from '../values/fold.ts';
import { called, type Change, methodOf } from '../values/growth.ts';
import { known } from '../values/knowledge.ts';
import { rangeOf } from '../values/possible.ts';
import { type Run, scopeOf } from '../run/state.ts';

/** The expression with what such a change gives put in. */
export function withoutNothing(state: Run, node: Expression): Expression {
  const { graph, pure } = state.machine;
  if (pure(node) || graph.moduleOf(node) !== graph.module) return node;
  const inside = <Key extends string>(owner: Expression & Record<Key, unknown>, key: Key): Expression => {
    const before = owner[key] as Expression;
    const now = withoutNothing(state, before);
    return now === before ? owner : ({ ...owner, [key]: now } as Expression);
  };
  switch (node.type) {
    case 'CallExpression':
    case 'AssignmentExpression':
      return instead(state, node) ?? node;
    case 'UnaryExpression':
      return inside(node, 'argument');
    case 'BinaryExpression':
      return inside(inside(node, 'left') as typeof node, 'right');
    case 'LogicalExpression':
      return inside(node, 'left');
    case 'ConditionalExpression':
      return inside(node, 'test');
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return inside(node, 'expression');
    default:
      return node;
  }
}

/** What a change of an empty list or collection gives, where it changes nothing. */
function instead(state: Run, change: Change): Expression | undefined {
  const { graph, pure, typing } = state.machine;
  const isEmpty = (object: Node, property: 'length' | 'size'): boolean => Boolean(placeOf(graph, object)) && pure(object) && rangeOf(state.knowledge, member(evaluate(scopeOf(state), object), property, false)).high === 0;
  if (change.type === 'AssignmentExpression') {
    const { left, right } = change;
    const isLength = change.operator === '=' && left.type === 'MemberExpression' && !left.computed && left.property.type === 'Identifier' && left.property.name === 'length' && typing.ofNode(left.object).kind === 'array';
    return isLength && right.type === 'Literal' && (right as { value: unknown }).value === 0 && isEmpty(left.object, 'length') ? right : undefined;
  }
  const method = methodOf(change);
  const type = method && typing.ofNode(method.object);
  if (!method || !type || !(change.arguments as readonly Node[]).every((argument) => pure(argument))) return undefined;
  if (type.kind === 'array') return (method.name === 'pop' || method.name === 'shift') && isEmpty(method.object, 'length') ? nameOf('undefined', change) : undefined;
  if (type.kind !== 'instance' || (type.name !== 'Set' && type.name !== 'Map') || graph.module.scope.bindings.has(type.name)) return undefined;
  if (method.name === 'clear') return isEmpty(method.object, 'size') ? nameOf('undefined', change) : undefined;
  const has = method.name === 'delete' && change.arguments.length === 1 && pure(method.object) ? known(state.knowledge, called(evaluate(scopeOf(state), method.object), 'has', evaluate(scopeOf(state), change.arguments[0] as Node))) : undefined;
  return method.name === 'delete' && (has === false || isEmpty(method.object, 'size')) ? literal(false, change) : undefined;
}

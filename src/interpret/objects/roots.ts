/**
 * Whose object the value of an expression may be, or be part of, or hold: `hero.at` is of `hero`, `tasks.find(…)` of `tasks`.
 */
import { isFunction } from '../../flow/contents.ts';
import type { Graph } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Type } from '../../syntax/types/type.ts';
import { children, pushChildren } from '../../syntax/walk.ts';
import { excludeConstants, isPrimitive } from '../values/type-parts.ts';
import type { Typing } from '../values/typing.ts';

/** The machine's own variables, those of its functions among them. */
export function rootsOf({ graph, typing }: { readonly graph: Graph; readonly typing: Typing }, node: Node): Set<Binding> {
  const found = new Set<Binding>();
  const stack: Node[] = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    switch (at.type) {
      case 'Identifier': {
        const binding = graph.bindingOf(at);
        if (binding && graph.isLocal(binding) && !typing.isPlain(binding)) found.add(binding);
        break;
      }
      case 'MemberExpression':
        if (!isPrimitive(typing.ofNode(at))) stack.push(at.object);
        break;
      case 'CallExpression':
        if (!isPrimitive(typing.ofNode(at)) && !isCopyOfPlain(typing, at)) {
          stack.push(at.callee);
          const isOwn = givesOwnParts(typing, at.callee);
          for (const argument of at.arguments as Node[]) if (isFunction(argument) || !isOwn) stack.push(argument);
        }
        break;
      case 'NewExpression':
        for (const argument of at.arguments as Node[]) stack.push(argument);
        break;
      case 'ConditionalExpression':
        stack.push(at.consequent, at.alternate);
        break;
      case 'AssignmentExpression':
        stack.push(at.right, at.left as Node);
        break;
      case 'SequenceExpression':
        stack.push(at.expressions.at(-1)!);
        break;
      case 'Property':
        stack.push(at.value as Node);
        break;
      case 'LogicalExpression':
      case 'ArrayExpression':
      case 'ObjectExpression':
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        pushChildren(stack, at);
        break;
      case 'SpreadElement':
        if (!holdsPlain(typing.ofNode(at.argument))) stack.push(at.argument);
        break;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
        stack.push(at.expression);
        break;
      default:
        // What a function closes over comes out of its calls.
        if (isFunction(at)) for (const name of namesIn(at)) stack.push(name);
    }
  }
  return found;
}

/** The function that a variable is declared as. */
export function functionIn(binding: Binding): Node | undefined {
  const declaration = binding.kind === 'function' || binding.kind === 'const' ? binding.declarations[0] : undefined;
  const value = declaration?.type === 'VariableDeclarator' ? (declaration.init as Node | null) : declaration;
  return value && isFunction(value) ? value : undefined;
}

/** Methods that give a part of what they are called on: the key of `map.get(key)` is none. */
const partGivers = new Set('at get find findLast pop shift slice filter values entries keys join indexOf includes has'.split(' '));

function givesOwnParts(typing: Typing, callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier' || !partGivers.has(callee.property.name)) return false;
  const type = excludeConstants(typing.ofNode(callee.object), [{ kind: 'null' }, { kind: 'undefined' }]);
  return type.kind === 'array' || (type.kind === 'instance' && (type.name === 'Map' || type.name === 'Set'));
}

/** Whether nothing in a list of the type could be shared. */
function holdsPlain(type: Type): boolean {
  return isPrimitive(type) || (type.kind === 'array' && isPrimitive(type.element));
}

const copying = new Set('slice filter concat toReversed toSorted toSpliced with'.split(' '));

/** `list.slice()`, of numbers: a list of its own. */
function isCopyOfPlain(typing: Typing, { callee }: Node & { type: 'CallExpression' }): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier' || !copying.has(callee.property.name)) return false;
  const type = typing.ofNode(callee.object);
  return type.kind === 'array' && isPrimitive(type.element);
}

function namesIn(node: Node): Node[] {
  const found: Node[] = [];
  const stack = children(node);
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.type === 'Identifier') found.push(at);
    pushChildren(stack, at);
  }
  return found;
}

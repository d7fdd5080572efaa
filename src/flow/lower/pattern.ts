/**
 * Patterns with a `yield` in them, taken apart in the order in which ECMAScript evaluates them (13.15.5, 14.3.3):
 *
 *     const { a = yield 'q', b } = e   →   a' = e.a;  if (a' === undefined) a' = yield 'q';  a = a';  { b } = e
 *
 * Of each part: its key, the place it goes to where that is a property, its value, its default, and what it is taken
 * apart into. Parts that cannot wait stay together, as a pattern of their own.
 */
import type { BindingPattern, Expression, Node } from '../../syntax/tree.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, literal, newBlock, refer, remade, synthetic, temporary } from './builder.ts';
import { contents } from '../contents.ts';
import { assign, hold } from './kept.ts';
import { lowerOperands } from './operands.ts';
import { lowerExpression } from './parts.ts';
import { assigning, listOf, memberAt, nameOf, patternOf, propertyOf, tailOf, written } from '../synthetic.ts';

export type Declares = 'const' | 'let' | 'var' | undefined;

/** `target = value`, of a declaration or an assignment; `node` is the whole of it. */
export function lowerPattern(builder: Builder, target: Node, value: Expression | undefined, declares: Declares, node: Node): void {
  if (!value || target.type === 'Identifier' || !contents(target).waits) bindTo(builder, target, value, declares, node);
  else if (target.type === 'ObjectPattern') lowerObject(builder, target, hold(builder, value, 'whole'), declares, node);
  else if (target.type === 'ArrayPattern') lowerArray(builder, target, value, declares, node);
  else lowerPart(builder, target, () => value, declares, node);
}

function bindTo(builder: Builder, target: Node, value: Expression | undefined, declares: Declares, node: Node): void {
  emitGuarded(builder, { kind: 'bind', target: target as BindingPattern, value, declares, node });
}

function lowerObject(builder: Builder, target: Node & { type: 'ObjectPattern' }, whole: Expression, declares: Declares, node: Node): void {
  const properties = target.properties as readonly Node[];
  const hasRest = properties.some((property) => property.type === 'RestElement');
  const leftOut: { readonly key: Expression; readonly computed: boolean }[] = [];
  let together: Node[] = [];
  const flush = (): void => {
    if (together.length > 0) bindTo(builder, patternOf(together, target), whole, declares, node);
    together = [];
  };
  // That there is nothing to take apart is found out before anything else is done.
  if (properties[0]?.type === 'Property' && properties[0].computed && contents(properties[0].key).waits) bindTo(builder, patternOf([], target), whole, declares, node);
  for (const property of properties) {
    const waits = contents(property).waits;
    if (waits || property.type === 'RestElement' || (hasRest && property.type === 'Property' && property.computed)) flush();
    if (property.type === 'RestElement') lowerRest(builder, property, leftOut, whole, declares, node);
    else if (property.type === 'Property') {
      const { computed } = property;
      const key = !computed ? (property.key as Expression) : hasRest || waits ? hold(builder, lowerExpression(builder, property.key as Expression, 'key'), 'key') : (property.key as Expression);
      leftOut.push({ key, computed });
      if (!waits && !(hasRest && computed)) together.push(property);
      else lowerPart(builder, property.value as Node, () => memberAt(whole, !computed && key.type === 'Identifier' ? key.name : key, property), declares, node);
    }
  }
  flush();
}

/** `...rest` of an object is what no key before it has taken. */
function lowerRest(builder: Builder, rest: Node & { type: 'RestElement' }, leftOut: readonly { readonly key: Expression; readonly computed: boolean }[], whole: Expression, declares: Declares, node: Node): void {
  const argument = contents(rest).waits ? lowerOperands(builder, rest.argument as Expression) : rest.argument;
  const ignored = temporary(builder, 'ignored');
  const taken = leftOut.map(({ key, computed }) => propertyOf(key, computed, written(refer(builder, ignored, rest)) as Node, rest));
  bindTo(builder, patternOf([...taken, remade(builder, { ...rest, argument } as Node)], rest), whole, declares, node);
}

/** By index, like the iterator of an array; whether it is one, is for whoever knows its type to say. */
function lowerArray(builder: Builder, target: Node & { type: 'ArrayPattern' }, value: Expression, declares: Declares, node: Node): void {
  const list = temporary(builder, 'list');
  const elements = target.elements as readonly (Node | null)[];
  const lastWait = elements.findLastIndex((element) => element !== null && contents(element).waits);
  const firstWait = elements.findIndex((element) => element !== null && contents(element).waits);
  const during = firstWait < elements.length - 1 || firstWait < lastWait ? target : undefined;
  emitGuarded(builder, { kind: 'bind', target: refer(builder, list, target), value, declares: 'const', node, list: { of: 'items', copy: listOf(value, target), during, live: false, plain: false, node: target } });
  elements.forEach((element, at) => {
    if (!element) return;
    if (element.type === 'RestElement') {
      const argument = contents(element).waits ? lowerOperands(builder, element.argument as Expression) : element.argument;
      bindTo(builder, tailOf(at, remade(builder, { ...element, argument } as Node), target), refer(builder, list, target), declares, node);
    } else lowerPart(builder, element, () => memberAt(refer(builder, list, target), literal(at, target), element), declares, node);
  });
}

/** One part of a pattern, or the item of a loop: the place is found before the value is read, the default is evaluated where there is no value. */
export function lowerPart(builder: Builder, part: Node, read: () => Expression, declares: Declares, node: Node): void {
  const [target, fallback] = part.type === 'AssignmentPattern' ? [part.left as Node, part.right] : [part, undefined];
  const place = isPlace(target) ? lowerOperands(builder, target, fallback ? [fallback] : [], fallback !== undefined) : undefined;
  let value = read();
  if (fallback) {
    const name = target.type === 'Identifier' ? target.name : 'part';
    const given = temporary(builder, name);
    const [absent, exit] = [newBlock(builder), newBlock(builder)];
    assign(builder, given, value, part);
    branch(builder, synthetic('===', refer(builder, given, part), nameOf('undefined', part), part), absent, exit, part);
    builder.current = absent;
    assign(builder, given, lowerExpression(builder, fallback, name), part);
    close(builder, { kind: 'goto', target: exit }, exit);
    value = refer(builder, given, part);
  }
  if (place) emitGuarded(builder, { kind: 'evaluate', expression: assigning(place, value, part), node });
  else lowerPattern(builder, target, value, declares, node);
}

function isPlace(target: Node): target is Expression {
  return target.type === 'MemberExpression' || target.type === 'TSAsExpression' || target.type === 'TSNonNullExpression' || target.type === 'TSSatisfiesExpression';
}

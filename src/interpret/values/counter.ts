/**
 * Variables that count: a graph in; for each variable that only ever holds whole numbers, the range they are in, whatever
 * the machine does. Such a number is never `NaN`, infinite or `-0`.
 *
 *     let left = 3; … left--   →   at most 3
 *
 * Steps are literals and lengths, so that no number of them comes to infinity.
 */
import type { Graph } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { count, exactly, negative, plus, type Range, spanning, whole } from './range.ts';
import { isOf } from './type-parts.ts';
import type { Typing } from './typing.ts';
import { listOf } from '../list-of.ts';

export type Counts = (binding: Binding) => Range | undefined;

/** What a variable is set to. */
type Given =
  | { readonly kind: 'value'; readonly range: Range }
  /** Another counter's value, moved by a step; `of` may be the variable itself. */
  | { readonly kind: 'moved'; readonly of: Binding; readonly by: Range };

export function countersIn(graph: Graph, typing: Omit<Typing, 'counts'>): Counts {
  const all = new Map<Binding, readonly Given[] | undefined>();
  const ranges = new Map<Binding, Range | undefined>();
  const temporary = valuesOfTemporaries(graph);

  const givenTo = (binding: Binding): readonly Given[] | undefined => {
    if (!all.has(binding)) all.set(binding, graph.temporaries.has(binding) ? everyGiven(temporary.get(binding) ?? [undefined]) : ofVariable(binding));
    return all.get(binding);
  };

  const ofVariable = (binding: Binding): readonly Given[] | undefined => {
    const [declaration, another] = binding.declarations;
    if ((binding.kind !== 'let' && binding.kind !== 'const') || !graph.isLocal(binding) || another || declaration?.type !== 'VariableDeclarator' || declaration.id !== (binding.identifier as unknown)) return undefined;
    const given = everyGiven([declaration.init ?? undefined]);
    const later = binding.assignments.filter((at) => at !== binding.identifier).map((at) => assigned(binding, at));
    return given && later.every((one) => one !== undefined) ? [...given, ...later] : undefined;
  };

  const assigned = (binding: Binding, target: Node): Given | undefined => {
    const parent = graph.parentOf(target);
    if (parent?.type === 'UpdateExpression') return { kind: 'moved', of: binding, by: exactly(parent.operator === '++' ? 1 : -1) };
    if (parent?.type !== 'AssignmentExpression' || parent.left !== (target as unknown)) return undefined;
    if (parent.operator === '=') return given(parent.right);
    const step = parent.operator === '+=' || parent.operator === '-=' ? stepOf(parent.right) : undefined;
    return step && { kind: 'moved', of: binding, by: parent.operator === '+=' ? step : negative(step) };
  };

  const everyGiven = (values: readonly (Node | undefined)[]): readonly Given[] | undefined => {
    const found = values.map((value) => value && given(value));
    return found.every((one) => one !== undefined) ? found : undefined;
  };

  const given = (node: Node): Given | undefined => {
    const value = bare(node);
    const step = stepOf(value);
    if (step) return { kind: 'value', range: step };
    const own = counterAt(value);
    if (own) return { kind: 'moved', of: own, by: exactly(0) };
    if (value.type !== 'BinaryExpression' || (value.operator !== '+' && value.operator !== '-')) return undefined;
    const [left, right] = [bare(value.left as Node), bare(value.right)];
    const [of, by] = [counterAt(left), stepOf(right)];
    if (of && by) return { kind: 'moved', of, by: value.operator === '+' ? by : negative(by) };
    const [other, first] = [counterAt(right), stepOf(left)];
    return other && first && value.operator === '+' ? { kind: 'moved', of: other, by: first } : undefined;
  };

  const counterAt = (node: Node): Binding | undefined => {
    const binding = node.type === 'Identifier' ? graph.bindingOf(node) : undefined;
    return binding && graph.isLocal(binding) ? binding : undefined;
  };

  /** A literal, a length, or one more or less than it: nothing that grows with each step. */
  const stepOf = (node: Node): Range | undefined => {
    const value = bare(node);
    if (value.type === 'UnaryExpression' && value.operator === '-' && value.argument.type === 'Literal') {
      const step = stepOf(value.argument);
      // `-0` is another number than 0.
      return step && step.low !== 0 ? negative(step) : undefined;
    }
    if (value.type === 'Literal' || value.type === 'Identifier') {
      if (value.type === 'Identifier' && counterAt(value)) return undefined;
      const type = typing.ofNode(value);
      return type.kind === 'literal' && type.constant.kind === 'number' && Number.isSafeInteger(type.constant.value) ? exactly(type.constant.value) : undefined;
    }
    if (value.type === 'MemberExpression' && !value.computed && !value.optional && value.property.type === 'Identifier') return isSize(value.object, value.property.name) ? count : undefined;
    if (value.type !== 'BinaryExpression' || (value.operator !== '+' && value.operator !== '-')) return undefined;
    const [left, right] = [stepOf(value.left as Node), stepOf(value.right)];
    return left && right && plus(left, value.operator === '+' ? right : negative(right));
  };

  const isSize = (object: Node, property: string): boolean => {
    const type = typing.ofNode(object);
    if (property === 'length') return type.kind === 'array' || isOf(type, 'string');
    return property === 'size' && type.kind === 'instance' && (type.name === 'Map' || type.name === 'Set');
  };

  /** Those among the variables that one is made of that are no counters after all take the others with them. */
  const settle = (binding: Binding): void => {
    const group = new Set([binding]);
    for (const one of group) for (const given of givenTo(one) ?? []) if (given.kind === 'moved' && !ranges.has(given.of)) group.add(given.of);
    const isCounter = (one: Binding): boolean => (ranges.has(one) ? ranges.get(one) !== undefined : group.has(one));
    for (let before = -1; before !== group.size; ) {
      before = group.size;
      for (const one of group) {
        if (givenTo(one)?.every((given) => given.kind === 'value' || isCounter(given.of))) continue;
        group.delete(one);
        ranges.set(one, undefined);
      }
    }
    for (const one of group) ranges.set(one, rangeOf(one, givenTo(one)!));
  };

  return (binding) => {
    if (!ranges.has(binding)) settle(binding);
    return ranges.get(binding);
  };
}

/** Between its first values, and without end in the directions that it is moved in. */
function rangeOf(binding: Binding, all: readonly Given[]): Range {
  if (all.some((given) => given.kind === 'moved' && given.of !== binding)) return whole;
  const first = all.flatMap((given) => (given.kind === 'value' ? [given.range] : [])).reduce(spanning);
  const steps = all.flatMap((given) => (given.kind === 'moved' ? [given.by] : []));
  return { ...first, low: steps.some((by) => by.low < 0) ? -Infinity : first.low, high: steps.some((by) => by.high > 0) ? Infinity : first.high };
}

/** What each temporary is set to; nothing stands for what is no expression. */
function valuesOfTemporaries(graph: Graph): Map<Binding, (Node | undefined)[]> {
  const found = new Map<Binding, (Node | undefined)[]>();
  const note = (target: Node | Binding, value: Node | undefined): void => {
    const binding = 'identifier' in target ? target : graph.bindingOf(target);
    if (binding) listOf(found, binding).push(value);
  };
  for (const { instructions, terminal } of graph.blocks) {
    if (terminal.kind === 'yield') for (const holder of [terminal.received, terminal.thrown?.error, terminal.returned?.value]) if (holder) note(holder, undefined);
    for (const instruction of instructions) {
      if (instruction.kind === 'attempt') for (const holder of [instruction.failed, instruction.error]) note(holder, undefined);
      const one = instruction.kind === 'attempt' ? instruction.instruction : instruction;
      if (one.kind === 'note') note(one.target, undefined);
      if (one.kind === 'bind') note(one.target as Node, (one.target as Node).type === 'Identifier' ? one.value : undefined);
    }
  }
  return found;
}

function bare(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return bare(node.expression);
    default:
      return node;
  }
}

/**
 * Control or context? (Binding-time analysis: Jones, Gomard, Sestoft, 1993.)
 *
 * What a yielded name is made of is control, and so is what that is made of in turn; what only chooses is control where it
 * is a boolean or only ever holds constants of the code. A variable that was found to hold run-time values is context
 * (`demoted`), and what it was made of is asked again without it.
 */
import { isFunction } from '../../flow/contents.ts';
import type { Graph, Instruction } from '../../flow/graph.ts';
import type { Liveness } from '../../flow/liveness.ts';
import { bareOf } from '../../flow/places.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Type } from '../../syntax/types/type.ts';
import { children, pushChildren, walk } from '../../syntax/walk.ts';
import { nameKeys } from '../run/ending.ts';
import { type Field, fieldAt, type Place, placeOf } from './field.ts';
import { isFixed } from './fixed.ts';
import { isGiven } from '../objects/given.ts';
import { listOf } from '../list-of.ts';
import { choosersIn, isConstantOfCode, madeOf, namesIn } from '../code/made-of.ts';
import { isOf, membersOf } from '../values/type-parts.ts';
import type { Typing } from '../values/typing.ts';

export interface Classification {
  readonly control: ReadonlySet<Binding>;
  /** The parts of remembered objects that are control. */
  readonly fields: ReadonlyMap<Binding, readonly Field[]>;
  readonly remembered: ReadonlySet<Binding>;
  readonly nameless: ReadonlySet<Node>;
  /** What each variable has to do with the names, whether it is control by that or not. */
  readonly roles: ReadonlyMap<Binding, Role>;
}

export interface Role {
  /**
   * `names`: a yielded name is made of it. `delegates`: the coroutine that is delegated to is. `makes`: the control variable
   * `of` is. `chooses`: it is only asked on the way to a name.
   */
  readonly kind: 'names' | 'delegates' | 'makes' | 'chooses';
  readonly of?: Binding;
  /** The `yield`s, the delegations, the values given to `of`, or the tests. */
  readonly nodes: readonly Node[];
}

export function classify(graph: Graph, live: Liveness, typing: Typing, demoted: ReadonlyMap<Binding, string>, pragmas: ReadonlyMap<Binding, 'control' | 'context'>): Classification {
  const remembered = new Set<Binding>(live.remembered);
  for (const block of graph.blocks) {
    if (block.terminal.kind !== 'yield') continue;
    const { node } = block.terminal;
    if (node.type === 'YieldExpression' && node.argument) for (const binding of namesIn(graph, node.argument)) remembered.add(binding);
  }
  const eligible = (binding: Binding): boolean => remembered.has(binding) && !demoted.has(binding) && pragmas.get(binding) !== 'context' && !isFixed(graph, binding) && (!isGiven(graph, binding) || isFinite(typing, binding));
  const control = new Set<Binding>();
  const fields = new Map<Binding, Field[]>();
  const namelessYields = new Set<Node>();
  const roles = new Map<Binding, Role>();
  const values = assignments(graph);
  const memberAssignments = assignmentsToParts(graph);
  const pending: { node: Node; why: Role | undefined }[] = [];

  const passed = new Set<Binding>();
  const chosen = new Set<Node>();
  const climbed = new Set<Node>();
  const play = (binding: Binding, why: Role): void => {
    const before = roles.get(binding);
    if (why.of === binding) return;
    if (!before || ranks[why.kind] < ranks[before.kind]) roles.set(binding, why);
    else if (before.kind === why.kind && before.of === why.of) roles.set(binding, { ...before, nodes: [...new Set([...before.nodes, ...why.nodes])] });
  };
  const add = (binding: Binding, why: Role | undefined): void => {
    if (why) play(binding, why);
    if (graph.temporaries.has(binding) && !remembered.has(binding)) {
      // It only hands its value on.
      if (!passed.has(binding)) for (const { value } of values.get(passed.add(binding) && binding) ?? []) pending.push({ node: value, why });
      return;
    }
    if (!eligible(binding) || control.has(binding)) return;
    control.add(binding);
    for (const { value, node } of values.get(binding) ?? []) {
      pending.push({ node: value, why: { kind: 'makes', of: binding, nodes: [value] } });
      choosersAround(node);
    }
  };
  const records = new Set([...values].flatMap(([binding, given]) => (isRecord(given) ? [binding] : [])));
  /** The part of a variable that is control in its stead: where the whole is more than constants. */
  const partOf = ({ binding, path }: Place): Field | undefined => {
    if (isGiven(graph, binding) || isFixed(graph, binding) || !(demoted.has(binding) || records.has(binding))) return undefined;
    const within = path.length > 0 ? path : nameIn(typing.ofBinding(binding));
    return within && fieldAt({ binding, path: within });
  };
  const isDemoted = (place: Place): boolean => {
    const { binding } = place;
    const field = partOf(place);
    if (pragmas.get(binding) === 'context' || (isGiven(graph, binding) && !isFinite(typing, binding))) return true;
    return demoted.has(field ? field.holder : binding);
  };
  const take = (place: Place, why: Role | undefined): void => {
    const field = partOf(place);
    if (!field) return add(place.binding, why);
    const { binding } = place;
    if (why) play(binding, why);
    if (!remembered.has(binding) || demoted.has(field.holder) || pragmas.get(binding) === 'context' || fields.get(binding)?.includes(field)) return;
    fields.set(binding, [...(fields.get(binding) ?? []), field]);
    for (const { value, node } of values.get(binding) ?? []) {
      for (const part of givenAt(value, field.path)) pending.push({ node: part, why: { kind: 'makes', of: field.holder, nodes: [part] } });
      choosersAround(node);
    }
    for (const { place: changed, value, node } of memberAssignments) {
      if (changed.binding !== binding || changed.path.join() !== field.path.join()) continue;
      pending.push({ node: value, why: { kind: 'makes', of: field.holder, nodes: [value] } });
      choosersAround(node);
    }
  };
  const choose = (node: Node): void => {
    if (chosen.has(node)) return;
    chosen.add(node);
    for (const { node: part, ...place } of placesIn(graph, node)) {
      const field = place.path.length > 0 ? partOf(place) : undefined;
      if (field && membersOf(typing.ofNode(part)).every((type) => type.kind === 'literal' || isOf(type, 'boolean'))) take(place, { kind: 'chooses', nodes: [node] });
    }
    for (const binding of namesIn(graph, node)) {
      const why: Role = { kind: 'chooses', nodes: [node] };
      if (!isGiven(graph, binding) && eligible(binding) && choosesOnly(binding)) add(binding, why);
      else play(binding, why);
    }
  };
  const choosersAround = (node: Node): void => {
    for (let at: Node | undefined = graph.parentOf(node), from = node; at && at !== (graph.fn as Node); from = at, at = graph.parentOf(at)) {
      if ((at.type === 'IfStatement' || at.type === 'ConditionalExpression' || at.type === 'WhileStatement' || at.type === 'DoWhileStatement' || at.type === 'ForStatement') && at.test && at.test !== from) choose(at.test);
      if (at.type === 'SwitchStatement') choose(at.discriminant);
      if (at.type === 'LogicalExpression' && at.left !== from) choose(at.left);
      // What stands around it has been asked then.
      if (climbed.has(at) || (isFunction(at) && !graph.frames.has(at))) return;
      climbed.add(at);
    }
  };
  const choosesOnly = (binding: Binding): boolean => {
    const type = typing.ofBinding(binding);
    if (isOf(type, 'boolean')) return true;
    const all = values.get(binding) ?? [];
    return all.length > 0 && all.every(({ value, compound }) => !compound && isConstantOfCode(value));
  };

  for (const block of graph.blocks) {
    const { terminal } = block;
    if (terminal.kind !== 'yield') continue;
    choosersAround(terminal.node);
    const yielded = terminal.node.type === 'YieldExpression' ? terminal.node.argument : undefined;
    if (!yielded) continue;
    const made = madeOf(graph, yielded);
    const names = made.flatMap((node) => placesIn(graph, node));
    const nameless = names.some(isDemoted);
    if (nameless) namelessYields.add(terminal.node);
    const why: Role = { kind: 'names', nodes: [terminal.node] };
    for (const place of names) {
      if (!nameless || !mayBeNumber(typing, place.binding)) take(place, why);
      else play(place.binding, why);
    }
    for (const node of choosersIn(graph, yielded)) choose(node);
  }
  for (const expression of graph.delegates) for (const node of madeOf(graph, expression)) for (const place of placesIn(graph, node)) take(place, { kind: 'delegates', nodes: [expression] });
  for (const [binding, pragma] of pragmas) if (pragma === 'control') add(binding, undefined);
  for (let item = pending.pop(); item; item = pending.pop()) {
    for (const node of madeOf(graph, item.node)) for (const place of placesIn(graph, node)) take(place, item.why);
    for (const node of choosersIn(graph, item.node)) choose(node);
  }
  return { control, fields, remembered, nameless: namelessYields, roles };
}

/** The strongest role first. */
const ranks = { names: 0, delegates: 1, makes: 2, chooses: 3 } as const;

/** A parameter whose type says all it can be: `'off' | 'low' | 'high'`. */
function isFinite(typing: Typing, binding: Binding): boolean {
  return membersOf(typing.ofBinding(binding)).every((type) => type.kind === 'literal' || isOf(type, 'boolean'));
}

function mayBeNumber(typing: Typing, binding: Binding): boolean {
  return membersOf(typing.ofBinding(binding)).some((type) => type.kind === 'unknown' || type.kind === 'primitive' && type.name === 'number' || type.kind === 'literal' && type.constant.kind === 'number' || type.kind === 'array' || type.kind === 'object');
}

/** Whether a variable is given objects that are put together here, or come out of a function: more than rows of a table. */
function isRecord(values: readonly Assignment[]): boolean {
  return values.some(({ value }) => {
    const bare = value.type === 'TSAsExpression' || value.type === 'TSSatisfiesExpression' ? value.expression : value;
    return bare.type === 'ObjectExpression' || bare.type === 'NewExpression';
  });
}

/** The field that names an object of the type. */
function nameIn(type: Type): readonly string[] | undefined {
  const objects = membersOf(type);
  if (!objects.every((one) => one.kind === 'object')) return undefined;
  const key = nameKeys.find((name) => objects.every((one) => one.kind === 'object' && one.fields.some((field) => field.name === name)));
  return key === undefined ? undefined : [key];
}

/** What of an assigned value is given to a field. */
function givenAt(value: Node, path: readonly string[]): Node[] {
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  switch (value.type) {
    case 'ConditionalExpression':
      return [...givenAt(value.consequent, path), ...givenAt(value.alternate, path)];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return givenAt(value.expression, path);
    case 'ObjectExpression':
      return value.properties.flatMap((property) => (property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name === key ? givenAt(property.value, rest) : []));
    default:
      return [];
  }
}

/** The variables of the machine in an expression, or the parts of them that it reads. */
function placesIn(graph: Graph, node: Node): (Place & { readonly node: Node })[] {
  const found: (Place & { node: Node })[] = [];
  walk(node, (at) => {
    if (isFunction(at)) return false;
    const place = at.type === 'Identifier' || at.type === 'MemberExpression' ? placeOf(graph, at) : undefined;
    if (place) found.push({ ...place, node: at });
    return !place;
  });
  return found;
}

/** `form.status = value`, in the blocks and in the functions of the machine. */
function assignmentsToParts(graph: Graph): { readonly place: Place; readonly value: Node; readonly node: Node }[] {
  const found: { place: Place; value: Node; node: Node }[] = [];
  for (const at of graph.nodes) {
    const place = at.type === 'AssignmentExpression' && at.left.type === 'MemberExpression' ? placeOf(graph, at.left) : undefined;
    if (place && at.type === 'AssignmentExpression') found.push({ place, value: at.right, node: at });
  }
  return found;
}

interface Assignment {
  readonly value: Node;
  readonly node: Node;
  readonly compound: boolean;
}

/** What each binding is set to, in the blocks and in the functions of the machine. */
function assignments(graph: Graph): Map<Binding, Assignment[]> {
  const found = new Map<Binding, Assignment[]>();
  const note = (target: Node, assignment: Assignment): void => {
    for (const binding of namesIn(graph, target)) listOf(found, binding).push(assignment);
  };
  const visit = (instruction: Instruction): void => {
    if (instruction.kind === 'attempt') return visit(instruction.instruction);
    if (instruction.kind === 'bind' && instruction.value) {
      note(instruction.target as Node, { value: instruction.value, node: instruction.node, compound: false });
      if (isFunction(instruction.value) || bareOf(instruction.value).type === 'ObjectExpression') inFunctions(instruction.value);
    }
    if (instruction.kind === 'evaluate') inExpression(instruction.expression);
  };
  const inExpression = (node: Node): void => {
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier') note(node.left as unknown as Node, { value: node.operator === '=' ? node.right : node, node, compound: node.operator !== '=' });
    if (node.type === 'UpdateExpression') note(node.argument as Node, { value: node.argument as Node, node, compound: true });
  };
  const inFunctions = (node: Node): void => {
    const stack = [...children(node)];
    while (stack.length > 0) {
      const at = stack.pop()!;
      inExpression(at);
      pushChildren(stack, at);
    }
  };
  for (const block of graph.blocks) block.instructions.forEach(visit);
  return found;
}

/**
 * The static type of an expression, as far as annotations and literals say it. TypeScript's own checker is not asked:
 * what is not written plainly is `unknown`.
 */
import type { Graph } from '../../flow/graph.ts';
import { bareOf } from '../../flow/places.ts';
import { settingOf } from '../../flow/setting.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { isDeep, isFunction } from '../../flow/contents.ts';
import { readReturnType, readType } from '../../syntax/types/annotation.ts';
import { constantOf } from '../../syntax/constants/constant.ts';
import type { Project } from '../../syntax/project.ts';
import type { Type } from '../../syntax/types/type.ts';
import { type Counts, countersIn } from './counter.ts';
import { mayBeUnset } from '../code/hoisted.ts';
import { anyArray, arrayText, binaryType, elementAt, elementOf, excludeConstants, fieldType, isNullish, isOf, isPrimitive, itemType, listType, literalType, mayBeUndefined, membersOf, methodResult, orDefault, present, primitive, reducedType, unaryType, undefinedType, unionOf, unknownType, widen, withField } from './type-parts.ts';

export interface Typing {
  readonly ofNode: (node: Node) => Type;
  readonly ofBinding: (binding: Binding) => Type;
  /** Whether it never holds an object, also where its type is not known because TypeScript may have narrowed it. */
  readonly isPlain: (binding: Binding) => boolean;
  readonly counts: Counts;
}

/** How many constants of the module may be made of each other. */
const mostConstants = 200;

/** Longer types are not printed. */
function shortEnough(type: Type): Type {
  return type.text.length > 100_000 ? unknownType : type;
}

/** The properties that are set to nothing somewhere. */
function emptiedIn(graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of graph.nodes) {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression' || node.left.computed || node.left.property.type !== 'Identifier') continue;
    const right = bareOf(node.right);
    if ((right.type === 'Literal' && (right as { value: unknown }).value === null && !('regex' in right)) || (right.type === 'Identifier' && right.name === 'undefined')) found.add(node.left.property.name);
  }
  return found;
}

export function createTyping(graph: Graph, project: Project, received: Type): Typing {
  const known = new Map<Binding, Type>();
  const receivers = new Set(graph.blocks.flatMap((block) => (block.terminal.kind === 'yield' ? [block.terminal.received] : [])));

  // What holds an error, or the value of a `.return`, can be anything.
  const holders = new Set<Binding>();
  for (const { terminal, instructions } of graph.blocks) {
    if (terminal.kind === 'yield') for (const holder of [terminal.thrown?.error, terminal.returned?.value]) if (holder) holders.add(holder);
    for (const instruction of instructions) if (instruction.kind === 'attempt') holders.add(instruction.error);
  }

  const ofBinding = (binding: Binding): Type => {
    const before = known.get(binding);
    if (before) return before;
    known.set(binding, unknownType);
    const computed = computeBinding(binding);
    const type = computed.kind !== 'unknown' && mayBeUnset(graph, binding) ? unionOf([computed, undefinedType]) : computed;
    known.set(binding, type);
    return type;
  };

  const computeBinding = (binding: Binding): Type => {
    if (holders.has(binding)) return unknownType;
    if (receivers.has(binding)) return received;
    if (graph.temporaries.has(binding)) return graph.parameters.includes(binding) ? ofPattern(binding.identifier) : ofTemporary(binding);
    const annotation = (binding.identifier as { typeAnnotation?: { typeAnnotation: Node } | null }).typeAnnotation;
    if (annotation) return orNothing(binding, orAbsent(binding.identifier, readType(annotation.typeAnnotation as never, graph.moduleOf(binding.identifier), project)));
    const declaration = binding.declarations[0];
    if (binding.kind === 'parameter') return graph.frames.has(binding.scope.node) ? ofTemporary(binding) : isFunction(binding.scope.node) && binding.scope.node !== (graph.fn as unknown) ? ofCallback(binding) : ofDefault(binding);
    if (declaration?.type !== 'VariableDeclarator' || binding.kind === 'catch') return unknownType;
    const loop = graph.parentOf(graph.parentOf(declaration) ?? declaration);
    if (loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') return ofItem(declaration, binding.identifier);
    const init = declaration.init ?? undefined;
    if (declaration.id.type !== 'Identifier') return init ? within(declaration.id as Node, binding.identifier, ofParts(init)) : unknownType;
    // What TypeScript has narrowed by then is not known here.
    const mayBeNarrowed = init !== undefined && init.type !== 'Literal' && init.type !== 'YieldExpression' && init.type !== 'ConditionalExpression' && membersOf(ofNode(init)).length > 1 && membersOf(ofNode(init)).some((type) => type.kind === 'literal' && (type.constant.kind === 'null' || type.constant.kind === 'undefined'));
    if (mayBeNarrowed) return unknownType;
    if (binding.kind === 'const') return init ? ofNode(init) : unknownType;
    const first = init && (isOpen(init) ? widen(ofNode(init)) : ofNode(init));
    // TypeScript takes a variable's type from its first value, unless that is nothing.
    if (first && first.kind !== 'literal' && first.kind !== 'unknown' && !/\.[cm]?jsx?$/.test(graph.moduleOf(binding.identifier).path)) return orNothing(binding, first);
    const all = [...(first ? [first] : []), ...binding.assignments.filter((at) => at !== binding.identifier).map((at) => givenBy(at))];
    return all.length === 0 ? unknownType : unionOf(all);
  };

  const isPlain = (binding: Binding): boolean => {
    const type = ofBinding(binding);
    const [declaration] = binding.declarations;
    if (type.kind !== 'unknown' || declaration?.type !== 'VariableDeclarator' || declaration.id !== (binding.identifier as unknown) || !declaration.init) return isPrimitive(type);
    return isPrimitive(ofNode(declaration.init)) && binding.assignments.every((at) => at === binding.identifier || isComputed(at) || isPrimitive(givenBy(at)));
  };

  /** `'on'` is a string as soon as a variable holds it; of a declared type, it stays what it is. */
  const isOpen = (node: Node): boolean => {
    switch (node.type) {
      case 'Literal':
        return true;
      case 'ConditionalExpression':
        return isOpen(node.consequent) || isOpen(node.alternate);
      case 'LogicalExpression':
        return isOpen(node.left) || isOpen(node.right);
      case 'ParenthesizedExpression':
        return isOpen(node.expression);
      case 'Identifier': {
        const [declaration] = graph.bindingOf(node)?.declarations ?? [];
        return declaration?.type === 'VariableDeclarator' && !(declaration.id as { typeAnnotation?: unknown }).typeAnnotation && declaration.init !== null && declaration.init !== undefined && isOpen(declaration.init);
      }
      default:
        return false;
    }
  };

  /** A parameter that may be left out is `undefined` then; one with a default is that instead. */
  const orAbsent = (identifier: Node, type: Type): Type => {
    if ((identifier as { optional?: boolean }).optional) return unionOf([type, undefinedType]);
    const parent = graph.parentOf(identifier);
    const isDefaulted = parent?.type === 'AssignmentPattern' && parent.left === (identifier as unknown);
    return isDefaulted && !membersOf(ofNode(parent.right)).some(mayBeUndefined) ? excludeConstants(type, [{ kind: 'undefined' }]) : type;
  };

  /** `x += y`: a string, a number or a bigint, whatever `y` is. */
  const isComputed = (target: Node): boolean => {
    const parent = graph.parentOf(target);
    return parent?.type === 'UpdateExpression' || (parent?.type === 'AssignmentExpression' && !['=', '??=', '||=', '&&='].includes(parent.operator));
  };

  /** The type of what an assignment gives, wherever it stands: in a function of the machine too. */
  /** `last = null`, of a number, is no mistake where TypeScript is not strict. */
  const orNothing = (binding: Binding, type: Type): Type => {
    const nothing = binding.assignments.flatMap(nothingGivenBy);
    return nothing.length > 0 ? unionOf([type, ...nothing]) : type;
  };

  const nothingGivenBy = (target: Node): readonly Type[] => {
    const parent = graph.parentOf(target);
    const arms = parent?.type === 'AssignmentExpression' && parent.left === (target as unknown) ? [bareOf(parent.right)] : [];
    for (const arm of arms) if (arm.type === 'ConditionalExpression') arms.push(bareOf(arm.consequent), bareOf(arm.alternate));
    return arms.filter((arm) => arm.type === 'Literal' || (arm.type === 'Identifier' && arm.name === 'undefined')).map((arm) => ofNode(arm)).filter(isNullish);
  };

  /** `{ next: null }` says nothing of what `next` will be; where TypeScript is not strict, `spot.k = null` is no mistake either. */
  const ofProperty = (name: string, type: Type): Type => {
    emptied ??= emptiedIn(graph);
    return isNullish(type) ? unknownType : emptied.has(name) ? unionOf([type, literalType({ kind: 'null' }), undefinedType]) : type;
  };
  let emptied: ReadonlySet<string> | undefined;

  const givenBy = (target: Node): Type => {
    const parent = graph.parentOf(target);
    if (parent?.type === 'UpdateExpression') return primitive('number');
    if (parent?.type !== 'AssignmentExpression' || parent.left !== (target as unknown)) return unknownType;
    const right = widen(ofNode(parent.right));
    if (['=', '??=', '||=', '&&='].includes(parent.operator)) return right;
    if (parent.operator === '+=') return isOf(right, 'number') || isOf(right, 'string') || isOf(right, 'bigint') ? right : unknownType;
    return isOf(right, 'bigint') ? right : primitive('number');
  };

  /** What is assigned to a binding without an annotation, as far as it is plain `=`; anything else is unknown. */
  const assigned = (binding: Binding): Expression[] => {
    const values: Expression[] = [];
    for (const instruction of settingOf(graph, graph.blocks, binding)) {
      const bind = instruction.kind === 'attempt' ? instruction.instruction : instruction;
      if (bind.kind === 'bind' && bind.value && !bind.declares && (bind.target as Node).type === 'Identifier' && graph.bindingOf(bind.target as Node) === binding) values.push(bind.value);
    }
    return values;
  };

  const ofTemporary = (binding: Binding): Type => {
    const values = assigned(binding);
    const noted: Type[] = [];
    for (const instruction of settingOf(graph, graph.blocks, binding)) {
      const bind = instruction.kind === 'attempt' ? instruction.instruction : instruction;
      if (bind.kind === 'bind' && bind.value && bind.declares && (bind.target as Node).type === 'Identifier' && graph.bindingOf(bind.target as Node) === binding) {
        if (bind.list) return listType(bind.list.of === 'keys' ? undefined : ofNode(bind.value));
        values.push(bind.value);
      }
      if (instruction.kind === 'note' && instruction.target === binding) noted.push(literalType(instruction.value === undefined ? { kind: 'undefined' } : typeof instruction.value === 'string' ? { kind: 'string', value: instruction.value } : { kind: 'boolean', value: instruction.value }));
      if (instruction.kind === 'attempt' && instruction.failed === binding) return primitive('boolean');
    }
    return values.length === 0 && noted.length === 0 ? unknownType : unionOf([...noted, ...values.map((value) => widen(ofNode(value)))]);
  };

  /** What a loop gives its variable each time. */
  const ofItem = (declarator: Node & { type: 'VariableDeclarator' }, name: Node): Type => {
    for (const block of graph.blocks) {
      for (const instruction of block.instructions) {
        const bind = instruction.kind === 'attempt' ? instruction.instruction : instruction;
        if (bind.kind === 'bind' && bind.value && bind.target === declarator.id) return within(declarator.id as Node, name, itemOf(bind.value));
      }
    }
    return unknownType;
  };

  /** An item that is there: the loop only goes as far as its list. */
  const itemOf = (value: Node): Type => {
    const list = value.type === 'MemberExpression' && value.computed ? ofNode(value.object) : unknownType;
    return list.kind === 'array' ? list.element : ofNode(value);
  };

  /** What an array calls a callback with: an item, its index, the array. */
  const ofCallback = (binding: Binding): Type => {
    const fn = binding.scope.node as Node & { type: 'ArrowFunctionExpression' };
    const call = graph.parentOf(fn);
    if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.property.type !== 'Identifier' || call.arguments[0] !== (fn as unknown)) return unknownType;
    const list = excludeConstants(ofNode(call.callee.object), [{ kind: 'null' }, { kind: 'undefined' }]);
    if (list.kind !== 'array') return unknownType;
    const { name } = call.callee.property;
    const item: Type = list.element;
    const given = byItem.has(name) ? [item, primitive('number'), list] : name === 'sort' || name === 'toSorted' ? [item, item] : name === 'reduce' || name === 'reduceRight' ? [unknownType, item, primitive('number'), list] : [];
    const at = (fn.params as readonly Node[]).findIndex((parameter) => parameter === binding.identifier || contains(parameter, binding.identifier));
    return at >= 0 && given[at] ? within((fn.params as readonly Node[])[at]!, binding.identifier, given[at]) : unknownType;
  };

  const ofDefault = (binding: Binding): Type => {
    for (const parameter of graph.fn.params) {
      const at = parameter as Node;
      if (at.type === 'RestElement' && at.argument === (binding.identifier as unknown)) return at.typeAnnotation ? readType(at.typeAnnotation.typeAnnotation as never, graph.moduleOf(at), project) : anyArray;
      if (at.type === 'AssignmentPattern' && at.left === (binding.identifier as unknown)) return isNullish(ofNode(at.right)) ? unknownType : widen(ofNode(at.right));
      const pattern = (at.type === 'AssignmentPattern' ? at.left : at.type === 'RestElement' ? at.argument : at) as Node;
      if (contains(pattern, binding.identifier)) return within(pattern, binding.identifier, ofPattern(pattern));
    }
    return unknownType;
  };

  /** What a parameter is that is taken apart at once. */
  const ofPattern = (pattern: Node): Type => {
    const annotation = (pattern as { typeAnnotation?: { typeAnnotation: Node } | null }).typeAnnotation;
    return annotation ? readType(annotation.typeAnnotation as never, graph.moduleOf(pattern), project) : unknownType;
  };

  /** `[a, b] = [1, 'x']`: what is taken apart at once is taken item by item. */
  const ofParts = (init: Node): Type => {
    const type = ofNode(init);
    const elements = init.type === 'ArrayExpression' ? init.elements.map((element) => (element && element.type !== 'SpreadElement' ? widen(ofNode(element)) : undefined)) : [undefined];
    return type.kind === 'array' && elements.every((element) => element !== undefined) ? { ...type, items: elements } : type;
  };

  /** The type of a name inside a pattern that takes apart a value of `type`. */
  const within = (pattern: Node, name: Node, type: Type): Type => {
    if (pattern === name) return type;
    // TypeScript does not narrow what is written for a pattern inside a pattern that has a default.
    if (pattern.type === 'AssignmentPattern') return pattern.left.type === 'Identifier' ? within(pattern.left as Node, name, orDefault(excludeConstants(type, [{ kind: 'undefined' }]), ofNode(pattern.right))) : unknownType;
    if (pattern.type === 'ArrayPattern' && type.kind === 'array') {
      const at = pattern.elements.findIndex((element) => element !== null && contains(element as Node, name));
      const element = pattern.elements[at] as Node | undefined;
      if (element && element.type !== 'RestElement') return within(element, name, type.items ? (type.items[at] ?? undefinedType) : unionOf([type.element, undefinedType]));
    }
    if (pattern.type === 'ObjectPattern') {
      for (const property of pattern.properties) {
        if (property.type !== 'Property' || property.computed || !contains(property.value as Node, name)) continue;
        const key = property.key.type === 'Identifier' ? property.key.name : String((property.key as { value?: unknown }).value);
        return within(property.value as Node, name, fieldType(type, key));
      }
    }
    return unknownType;
  };

  const isOfModule = (name: Node): boolean => {
    const binding = graph.bindingOf(name);
    return binding !== undefined && !graph.isLocal(binding);
  };

  const ofNode = (node: Node): Type => {
    if (isDeep(node)) return unknownType;
    switch (node.type) {
      case 'Literal':
        return literalOf(node as Node & { type: 'Literal' });
      case 'TemplateLiteral':
        return primitive('string');
      case 'Identifier': {
        if (node.name === 'undefined' && !graph.bindingOf(node)) return undefinedType;
        if ((node.name === 'Infinity' || node.name === 'NaN') && !graph.bindingOf(node)) return primitive('number');
        const binding = graph.bindingOf(node);
        // A helper's own variables are what they are annotated as.
        return binding && (graph.isLocal(binding) || binding.scope.parent) ? ofBinding(binding) : binding ? ofModuleBinding(binding) : unknownType;
      }
      case 'MemberExpression': {
        const constant = node.object.type === 'Identifier' && isOfModule(node.object) ? constantOf(node as Expression, graph.moduleOf(node), project) : undefined;
        if (constant && constant.kind !== 'object' && constant.kind !== 'array') return literalType(constant);
        // Of nothing there are no members: whoever reads on has something.
        const object = present(ofNode(node.object));
        if (!node.computed && node.property.type === 'Identifier') return fieldType(withField(object, node.property.name), node.property.name);
        return object.kind === 'array' ? itemType(object, ofNode(node.property as Node)) : elementAt(object, node.property as Node);
      }
      case 'ChainExpression':
        return unionOf([ofNode(node.expression), undefinedType]);
      case 'UnaryExpression':
        return unaryType(node.operator, () => ofNode(node.argument));
      case 'UpdateExpression':
        return isOf(ofNode(node.argument as Node), 'bigint') ? primitive('bigint') : primitive('number');
      case 'BinaryExpression': {
        return binaryType(node.operator, () => ofNode(node.left as Node), () => ofNode(node.right));
      }
      case 'LogicalExpression':
        return node.operator === '&&' ? unionOf([ofNode(node.left), ofNode(node.right)]) : unionOf([present(ofNode(node.left)), ofNode(node.right)]);
      case 'ConditionalExpression':
        return unionOf([ofNode(node.consequent), ofNode(node.alternate)]);
      case 'AssignmentExpression':
        return node.operator === '=' ? ofNode(node.right) : unknownType;
      case 'ArrayExpression': {
        const items = node.elements.map((element) => (element && element.type !== 'SpreadElement' ? widen(ofNode(element)) : element?.type === 'SpreadElement' ? elementOf(ofNode(element.argument)) : unknownType));
        const element = items.every(isNullish) ? unknownType : unionOf(items);
        return shortEnough({ kind: 'array', element, mutable: true, text: arrayText(element) });
      }
      case 'ObjectExpression': {
        const fields = node.properties.map((property) => (property.type === 'Property' && !property.computed && property.key.type === 'Identifier' ? { name: property.key.name, type: ofProperty(property.key.name, widen(ofNode(property.value))), optional: false } : undefined));
        if (!fields.every((field) => field !== undefined)) return unknownType;
        return shortEnough({ kind: 'object', fields, text: fields.length === 0 ? '{}' : `{ ${fields.map((field) => `${field.name}: ${field.type.text}`).join('; ')} }` });
      }
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        return node.type === 'TSAsExpression' && node.typeAnnotation.type !== 'TSTypeReference' ? readType(node.typeAnnotation as never, graph.moduleOf(node), project) : node.type === 'TSAsExpression' && !isConstAssertion(node) ? readType(node.typeAnnotation as never, graph.moduleOf(node), project) : ofNode(node.expression);
      case 'YieldExpression': {
        const holder = node.delegate ? graph.results.get(node) : undefined;
        if (node.delegate) return holder ? ofBinding(holder) : undefinedType;
        return received;
      }
      case 'TSNonNullExpression':
        return present(ofNode(node.expression));
      case 'ParenthesizedExpression':
        return ofNode(node.expression);
      case 'NewExpression':
        if (node.callee.type !== 'Identifier') return unknownType;
        if (node.callee.name === 'Array' && !graph.bindingOf(node.callee)) return anyArray;
        return { kind: 'instance', name: node.callee.name, text: instanceText(node, graph) };
      case 'CallExpression':
        return ofCall(node);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return { kind: 'function', text: '(...args: any[]) => any' };
      default:
        return unknownType;
    }
  };

  const ofModuleBinding = (binding: Binding): Type => {
    const before = known.get(binding);
    if (before) return before;
    // A constant may be made of another, and that of another.
    if (constants.has(binding) || constants.size > mostConstants) return unknownType;
    constants.add(binding);
    const type = ofConstant(binding);
    constants.delete(binding);
    known.set(binding, type);
    return type;
  };
  const constants = new Set<Binding>();

  const ofConstant = (binding: Binding): Type => {
    const home = graph.homeOf(binding);
    const at = project.lookup(binding, home);
    if (!at || !('binding' in at) || at.module !== home) return unknownType;
    const declaration = at.binding.declarations[0];
    if (at.binding.kind !== 'const' || declaration?.type !== 'VariableDeclarator') return unknownType;
    const annotation = (at.binding.identifier as { typeAnnotation?: { typeAnnotation: Node } | null }).typeAnnotation;
    if (annotation) return readType(annotation.typeAnnotation as never, home, project);
    return declaration.init && declaration.id.type === 'Identifier' ? ofNode(declaration.init) : unknownType;
  };

  const ofCall = (node: Node & { type: 'CallExpression' }): Type => {
    const callee = node.callee;
    if (callee.type === 'Identifier') {
      const binding = graph.bindingOf(callee);
      if (!binding) return callee.name === 'String' ? primitive('string') : callee.name === 'Number' || callee.name === 'parseInt' || callee.name === 'parseFloat' ? primitive('number') : callee.name === 'Boolean' ? primitive('boolean') : callee.name === 'Array' ? anyArray : unknownType;
      return returnTypeOf(binding);
    }
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.computed) return unknownType;
    if (callee.object.type === 'Identifier' && !graph.bindingOf(callee.object)) {
      if (callee.object.name === 'Math' || (callee.object.name === 'Date' && callee.property.name === 'now')) return primitive('number');
      if (callee.object.name === 'Object' && callee.property.name === 'keys') return listType(undefined);
      if ((callee.object.name === 'Object' && (callee.property.name === 'values' || callee.property.name === 'entries')) || (callee.object.name === 'Array' && (callee.property.name === 'from' || callee.property.name === 'of'))) return anyArray;
      if (callee.object.name === 'Object' && callee.property.name === 'freeze' && node.arguments[0]) return ofNode(node.arguments[0] as Node);
      if (callee.object.name === 'JSON' && callee.property.name === 'stringify') return primitive('string');
      if (callee.object.name === 'Number' || (callee.object.name === 'Array' && callee.property.name === 'isArray')) return callee.property.name.startsWith('is') ? primitive('boolean') : primitive('number');
    }
    const object = present(ofNode(callee.object));
    const [, start] = node.arguments;
    if (callee.property.name === 'reduce' && start && object.kind === 'array' && object.element.kind !== 'unknown' && !node.typeArguments) return reducedType(object.element, ofNode(start as Node));
    return methodResult(object, callee.property.name);
  };

  const returnTypeOf = (binding: Binding): Type => {
    const at = graph.isLocal(binding) ? { binding, module: graph.moduleOf(binding.identifier) } : project.lookup(binding, graph.homeOf(binding));
    if (!at || !('binding' in at)) return unknownType;
    const declaration = at.binding.kind === 'parameter' ? undefined : at.binding.declarations[0];
    const fn = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
    if (fn?.type !== 'FunctionDeclaration' && fn?.type !== 'ArrowFunctionExpression' && fn?.type !== 'FunctionExpression') {
      const annotation = (at.binding.identifier as { typeAnnotation?: { typeAnnotation: Node } | null }).typeAnnotation?.typeAnnotation;
      return annotation?.type === 'TSFunctionType' ? readReturnType(annotation.returnType!.typeAnnotation, at.module, project) : unknownType;
    }
    if (fn.returnType) return readReturnType(fn.returnType.typeAnnotation, at.module, project);
    return fn.type === 'ArrowFunctionExpression' && fn.expression && at.module === graph.moduleOf(fn as Node) ? widen(ofNode(fn.body as Node)) : unknownType;
  };

  return { ofNode, ofBinding, isPlain, counts: countersIn(graph, { ofNode, ofBinding, isPlain }) };
}

function contains(node: Node, name: Node): boolean {
  if (node === name) return true;
  if (node.type === 'AssignmentPattern') return contains(node.left as Node, name);
  if (node.type === 'ObjectPattern') return node.properties.some((property) => (property.type === 'Property' ? contains(property.value as Node, name) : contains(property.argument as Node, name)));
  if (node.type === 'ArrayPattern') return node.elements.some((element) => element !== null && contains(element as Node, name));
  return false;
}

const byItem = new Set('every filter find findIndex findLast findLastIndex flatMap forEach map some'.split(' '));

function isConstAssertion(node: Node & { type: 'TSAsExpression' }): boolean {
  const type = node.typeAnnotation;
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const';
}

function instanceText(node: Node & { type: 'NewExpression' }, graph: Graph): string {
  const name = (node.callee as { name: string }).name;
  const written = node.typeArguments ? graph.moduleOf(node).text.slice(node.typeArguments.start, node.typeArguments.end) : undefined;
  if (written) return `${name}${written}`;
  return name === 'Map' ? 'Map<any, any>' : name === 'Set' ? 'Set<any>' : name;
}

function literalOf(node: Node & { type: 'Literal' }): Type {
  const value = (node as { value: unknown }).value;
  if (value === null && (node as { raw?: string }).raw === 'null') return literalType({ kind: 'null' });
  switch (typeof value) {
    case 'string':
      return literalType({ kind: 'string', value });
    case 'number':
      return literalType({ kind: 'number', value });
    case 'boolean':
      return literalType({ kind: 'boolean', value });
    case 'bigint':
      return literalType({ kind: 'bigint', value: String(value) });
    default:
      return 'regex' in node ? { kind: 'instance', name: 'RegExp', text: 'RegExp' } : unknownType;
  }
}


/**
 * An expression that is free of effects → the term it is worth.
 */
import { isSynthetic } from '../../flow/lower/builder.ts';
import { isFunction } from '../../flow/contents.ts';
import type { Binding } from '../../syntax/module.ts';
import { constant } from '../../syntax/constants/constant-fold.ts';
import { computed, tableMade } from './compute.ts';
import { constantOf, knownOf } from '../../syntax/constants/constant.ts';
import { isConstant, type Known } from '../../syntax/constants/known.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { fixedValue } from '../variables/fixed.ts';
import { binary, called, conditional, constantIn, index, logical, member, template, unary, updated } from '../values/fold.ts';
import { tellsApart } from '../objects/identity.ts';
import { itemsOf, listOfCall, type Looking } from '../values/items.ts';
import { known } from '../values/knowledge.ts';
import { type Machine, Unsupported } from '../machine.ts';
import { type Knowledge, resolve } from '../values/possible.ts';
import { knownIn, placed } from '../values/place.ts';
import { onceInGraph } from '../code/once.ts';
import { isSteady } from '../objects/steady.ts';
import { isPlain, piecesOf } from './step.ts';
import { constantTerm, someTerm, stripCasts, type Term, termSize, undefinedTerm, variableTerm } from '../values/term.ts';
import { membersOf, present } from '../values/type-parts.ts';
import { goingThrough, unrolled } from '../values/unroll.ts';

export interface Scope {
  readonly machine: Omit<Machine, 'unfold'> & Partial<Pick<Machine, 'unfold'>>;
  readonly knowledge: Knowledge;
  /** What a binding of the machine is worth now. */
  readonly valueOf: (binding: Binding) => Term;
  /** The same, where it is told from other objects: an object that was made on the way is what it is called. */
  readonly held?: ((binding: Binding) => Term) | undefined;
  /** How many calls of helpers it is in, and how many more may be computed: one may call itself twice each time. */
  readonly depth?: number;
  readonly calls?: { left: number };
}

/** Deeper calls are left as they are written. */
const deepest = 50;
const mostCalls = 200;

/** What may tell objects from one another, itself or in a function that is given to it. */
const comparing = new Set(['BinaryExpression', 'CallExpression', 'ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration']);

function heldScope(scope: Scope, held: (binding: Binding) => Term): Scope {
  const known = heldScopes.get(scope) ?? { ...scope, valueOf: held, held: undefined };
  heldScopes.set(scope, known);
  return known;
}

/** What names mean inside a function whose parameters are bound. */
function over({ valueOf, held }: Scope, bound: ReadonlyMap<Binding, Term>): Pick<Scope, 'valueOf' | 'held'> {
  return { valueOf: (binding) => bound.get(binding) ?? valueOf(binding), held: held && ((binding) => bound.get(binding) ?? held(binding)) };
}

const heldScopes = new WeakMap<Scope, Scope>();

export function evaluate(given: Scope, node: Node): Term {
  const scope = given.held && comparing.has(node.type) && (given.machine.told.isAsked || given.machine.isUnfolding) && tellsApart(given.machine, node) ? heldScope(given, given.held) : given;
  const { machine } = scope;
  switch (node.type) {
    case 'Literal':
      return literalTerm(machine, node);
    case 'Identifier': {
      const binding = machine.graph.bindingOf(node);
      if (!binding) return node.name === 'undefined' ? undefinedTerm : { kind: 'global', name: node.name };
      if (machine.graph.isLocal(binding)) return scope.valueOf(binding);
      return moduleTerm(machine, node);
    }
    case 'MemberExpression':
      return memberOf(scope, node);
    case 'ChainExpression':
      if (endsEarly(scope, node.expression)) return undefinedTerm;
      return (node.expression.type === 'CallExpression' ? computed(scope, node) : undefined) ?? evaluate(scope, node.expression);
    case 'UnaryExpression':
      return unary(node.operator, evaluate(scope, node.argument));
    case 'BinaryExpression':
      return binary(node.operator, evaluate(scope, node.left as Node), evaluate(scope, node.right));
    case 'LogicalExpression': {
      const left = evaluate(scope, node.left);
      const truth = node.operator === '??' ? undefined : known(scope.knowledge, left);
      if (truth !== undefined && node.operator !== '??') return (node.operator === '&&') === truth ? evaluate(scope, node.right) : left;
      return logical(node.operator, left, evaluate(scope, node.right));
    }
    case 'ConditionalExpression': {
      const test = evaluate(scope, node.test);
      const truth = known(scope.knowledge, test);
      return truth === undefined ? conditional(test, evaluate(scope, node.consequent), evaluate(scope, node.alternate)) : evaluate(scope, truth ? node.consequent : node.alternate);
    }
    case 'TemplateLiteral':
      return templateOf(scope, node);
    case 'TSAsExpression': {
      const term = evaluate(scope, node.expression);
      const type = machine.graph.moduleOf(node).text.slice(node.typeAnnotation.start, node.typeAnnotation.end);
      return type === 'const' || term.kind === 'constant' ? term : { kind: 'cast', term, type };
    }
    case 'TSNonNullExpression': {
      const term = evaluate(scope, node.expression);
      const type = machine.typing.ofNode(node.expression);
      return term.kind === 'constant' || present(type).text === type.text ? term : { kind: 'cast', term, type: '!' };
    }
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return evaluate(scope, node.expression);
    case 'ObjectExpression':
      return objectOf(scope, node) ?? source(scope, node);
    case 'ArrayExpression':
      return arrayOf(scope, node);
    case 'CallExpression':
    case 'NewExpression':
      return callOf(scope, node);
    default:
      return source(scope, node);
  }
}

function templateOf(scope: Scope, { quasis, expressions }: Node & { type: 'TemplateLiteral' }): Term {
  return template(quasis.map(({ value }) => value.raw), quasis.map(({ value }) => value.cooked ?? value.raw), expressions.map((one) => evaluate(scope, one)));
}

function arrayOf(scope: Scope, node: Node & { type: 'ArrayExpression' }): Term {
  if (!node.elements.every((element) => element !== null)) return source(scope, node);
  return { kind: 'array', items: node.elements.flatMap((element): readonly Term[] => (element?.type === 'SpreadElement' ? (itemsOf(element.argument, looking(scope)) ?? [{ kind: 'spread', list: evaluate(scope, element.argument) }]) : [evaluate(scope, element as Node)])) };
}

function callOf(scope: Scope, node: Node & { type: 'CallExpression' | 'NewExpression' }): Term {
  const folded = node.type === 'CallExpression' ? (ownAnswer(scope, node) ?? foldedOnce(scope, node)) : undefined;
  if (folded) return folded;
  const simple = node.arguments.every((argument) => argument.type !== 'SpreadElement' && argument.type !== 'ArrowFunctionExpression' && argument.type !== 'FunctionExpression');
  if (!simple || (node.type === 'CallExpression' && node.optional)) return source(scope, node);
  const [callee, given] = [calleeOf(scope, node.callee), node.arguments.map((argument) => evaluate(scope, argument as Node))];
  return node.type === 'NewExpression' ? { kind: 'call', callee, arguments: given, isNew: true } : (inTable(scope, callee, given) ?? lookedUp(scope, callee, given));
}

const literalTerm = onceInGraph((_: Scope['machine'], node): Term => {
  const { value, raw } = node as { value?: unknown; raw?: string };
  if ('regex' in node || (value === null && raw !== 'null')) return { kind: 'global', name: raw! };
  const known = constant(value as never);
  return known ? constantTerm(known) : { kind: 'global', name: raw ?? String(value) };
});

/** A name of the module. */
const moduleTerm = onceInGraph((machine: Scope['machine'], node): Term => {
  const { name } = node as Node & { type: 'Identifier' };
  const value = knownAt(machine, node);
  if (isConstant(value)) return constantTerm(value, name);
  return { kind: 'module', name, binding: machine.graph.bindingOf(node)!, node, ...(value.kind === 'opaque' ? {} : { known: value }) };
});

/** An object of plain properties, or such an object spread first and some of its properties given anew. */
function objectOf(scope: Scope, node: Node & { type: 'ObjectExpression' }): Term | undefined {
  const [first] = node.properties;
  const base = first?.type === 'SpreadElement' ? first.argument : undefined;
  const entries: { key: string; value: Term }[] = [];
  for (const property of base ? node.properties.slice(1) : node.properties) {
    if (property.type !== 'Property' || property.kind !== 'init' || property.method) return undefined;
    const key = property.computed ? keyIn(scope, property.key as Node) : property.key.type === 'Identifier' ? property.key.name : property.key.type === 'Literal' ? String((property.key as { value: unknown }).value) : undefined;
    if (key === undefined || key === '__proto__') return undefined;
    entries.push({ key, value: evaluate(scope, property.value) });
  }
  if (!base) return updated({ kind: 'object', entries: [] }, entries);
  const spread = evaluate(scope, base);
  const isPlainObject = stripCasts(spread).kind === 'object' || stripCasts(spread).kind === 'updated' || membersOf(scope.machine.typing.ofNode(base)).every((type) => type.kind === 'object');
  return isPlainObject ? updated(spread, entries) : undefined;
}

/** `[key]`, where it is known just now. */
function keyIn(scope: Scope, node: Node): string | undefined {
  const key = constantIn(resolve(scope.knowledge, evaluate(scope, node)));
  return key?.kind === 'string' ? key.value : undefined;
}

/** Whether a `?.` of the chain is known to ask for something of nothing: then all of it comes to `undefined`. */
function endsEarly(scope: Scope, chain: Node): boolean {
  for (let link = chain; ; ) {
    const below = link.type === 'MemberExpression' ? link.object : link.type === 'CallExpression' ? (link.callee as Node) : link.type === 'TSNonNullExpression' ? link.expression : undefined;
    if (!below) return false;
    if ('optional' in link && link.optional) {
      const constant = constantIn(resolve(scope.knowledge, evaluate(scope, below)));
      if (constant?.kind === 'null' || constant?.kind === 'undefined') return true;
    }
    link = below;
  }
}

function looking(scope: Scope): Looking {
  const { machine } = scope;
  return { evaluate: (node) => evaluate(scope, node), table: (term) => tableOf(machine, term), isGlobal: (name) => machine.graph.bindingOf(name) === undefined };
}

function memberOf(scope: Scope, node: Node & { type: 'MemberExpression' }): Term {
  const { machine } = scope;
  const settled = isSynthetic(node) ? undefined : memberConstant(machine, node);
  if (settled) return settled;
  const object = evaluate(scope, node.object);
  const whole = isSynthetic(node) || object.kind === 'module' ? tableOf(machine, object) : undefined;
  if (!node.computed) return member(whole ?? object, (node.property as { name: string }).name, node.optional);
  const at = evaluate(scope, node.property as Node);
  const spread = firstOfSpread(scope, object, at);
  if (spread) return spread;
  if (at.kind === 'constant' && object.kind === 'module') {
    const table = tableOf(machine, object);
    if (table) return index(table, at, false);
  }
  return index(object, at, node.optional);
}

/** A constant of the module: `Level.high`, `LIMITS.most`. */
const memberConstant = onceInGraph((machine: Scope['machine'], node): Term | undefined => {
  const value = constantOf(node as Expression, machine.graph.moduleOf(node), machine.project);
  if (!value || value.kind === 'object' || value.kind === 'array') return undefined;
  return constantTerm(value, isEnumMember(machine, node as Node & { type: 'MemberExpression' }) ? machine.graph.moduleOf(node).text.slice(node.start, node.end) : undefined);
});

/** Enum members keep their own names in guards. */
function isEnumMember(machine: Omit<Machine, 'unfold'>, node: Node & { type: 'MemberExpression' }): boolean {
  if (node.object.type !== 'Identifier') return false;
  const binding = machine.graph.bindingOf(node.object);
  const at = binding && !machine.graph.isLocal(binding) ? machine.project.lookup(binding, machine.graph.homeOf(binding)) : undefined;
  return at !== undefined && 'binding' in at && at.binding.kind === 'enum';
}

/** What a name of the module is worth. */
function knownAt(machine: Omit<Machine, 'unfold'>, node: Node): Known {
  const { project } = machine;
  return knownOf(node, machine.graph.moduleOf(node), project, ({ binding, module }) => isSteady(binding, module, project));
}

/** A table of the module as terms, so that it can be looked up in: constants as they are, anything else by its place. */
function spread(value: Known, place: Term): Term {
  if (value.kind === 'object') return { kind: 'object', place, entries: [...value.entries].map(([key, entry]) => ({ key, value: spread(entry, { kind: 'member', object: place, property: key, optional: false }) })) };
  if (value.kind === 'array') return { kind: 'array', place, items: value.items.map((item, at) => spread(item, { kind: 'index', object: place, index: constantTerm({ kind: 'number', value: at }), optional: false })) };
  return placed(value, place as Term & { kind: 'member' });
}

const tables = new WeakMap<Term, Term>();

/** The table that a term stands for: one that is written there, or one of the module. */
export function tableOf(machine: Omit<Machine, 'unfold'>, term: Term): Term | undefined {
  if (term.kind === 'object' || term.kind === 'array') return term;
  if (term.kind === 'cast') return tableOf(machine, term.term);
  const before = tables.get(term);
  if (before) return before;
  const value = knownIn(term);
  if (value && (value.kind === 'object' || value.kind === 'array')) {
    const table = spread(value, term);
    tables.set(term, table);
    return table;
  }
  return term.kind === 'module' ? tableMade(machine, term.binding) : undefined;
}

/** `rule.when?.(n)`, where it is known whether there is such a function. */
function optionalCall(scope: Scope, node: Node & { type: 'CallExpression' }): Term | undefined {
  const { callee } = node;
  const within = callee.type === 'MemberExpression' && callee.optional ? callee.object : undefined;
  if (!within && !node.optional) return undefined;
  for (const one of [within, node.optional ? (callee as Node) : undefined]) {
    if (!one) continue;
    const asked = stripCasts(evaluate(scope, one));
    const constant = constantIn(asked);
    if (constant && (constant.kind === 'undefined' || constant.kind === 'null')) return undefinedTerm;
    if (!knownIn(asked) && asked.kind !== 'object' && asked.kind !== 'array') return undefined;
  }
  if (node.arguments.some((argument) => argument.type === 'SpreadElement' || 'body' in argument)) return undefined;
  const [fn, given] = [calleeOf(scope, callee), node.arguments.map((argument) => evaluate(scope, argument as Node))];
  return inTable(scope, fn, given) ?? lookedUp(scope, fn, given);
}

/** `transitions.get(signal)`, by what is known of the key just now. */
function lookedUp(scope: Scope, callee: Term, given: readonly Term[]): Term {
  const term = called(callee, given);
  const table = callee.kind === 'member' ? knownIn(callee.object) : undefined;
  if (!table || term.kind !== 'call' || term.known) return term;
  const settled = called(callee, given.map((one) => resolve(scope.knowledge, one)));
  return settled.kind === 'call' && !settled.known ? term : settled;
}

/** A call of a function in a table: what it comes to, where that reads as well as its place. */
function inTable(scope: Scope, callee: Term, given: readonly Term[]): Term | undefined {
  const fn = callee.kind === 'member' || callee.kind === 'index' ? callee.known : undefined;
  if (fn?.kind !== 'function' || fn.locals || fn.node.type !== 'ArrowFunctionExpression' || !scope.machine.pure(fn.node.body as Node)) return undefined;
  const result = applied(scope, fn.node, given);
  const bare = result && stripCasts(result);
  return bare && (bare.kind === 'constant' || (['binary', 'unary', 'logical', 'member', 'arrived', 'variable'].includes(bare.kind) && !someTerm(bare, ({ kind }) => kind === 'source' || kind === 'call') && termSize(bare) < 9)) ? result : undefined;
}

/** `shown()`, of a function of the machine that is one expression, or `take('x')`, of one that another has made: what it comes to. */
function ownAnswer(scope: Scope, node: Node & { type: 'CallExpression' }): Term | undefined {
  const { graph } = scope.machine;
  const binding = node.callee.type === 'Identifier' ? graph.bindingOf(node.callee) : undefined;
  if (!binding || node.arguments.some((argument) => argument.type === 'SpreadElement')) return undefined;
  const given = (): readonly Term[] => node.arguments.map((argument) => evaluate(scope, argument as Node));
  if (!graph.isLocal(binding)) {
    const made = knownAt(scope.machine, node.callee);
    return made.kind === 'function' && made.locals && made.node.type === 'ArrowFunctionExpression' ? applied(scope, made.node, given(), made.locals) : undefined;
  }
  const fn = scope.machine.answers(node) ? fixedValue(graph, binding) : undefined;
  if (fn?.type === 'ArrowFunctionExpression' && fn.expression) return applied(scope, fn, given());
  return fn && scope.machine.unfold?.(scope.knowledge, { kind: 'call', callee: { kind: 'function', node: fn, source: [] }, arguments: given(), isNew: false }, scope.valueOf);
}

/** What a function that is one expression comes to, its parameters put in. */
function applied(scope: Scope, fn: Node & { type: 'ArrowFunctionExpression' }, given: readonly Term[], locals: ReadonlyMap<Binding, Known> = new Map()): Term | undefined {
  const { machine } = scope;
  const only = fn.expression ? (fn.body as Node) : (fn.body as unknown as { body: Node[] }).body.length === 1 ? (fn.body as unknown as { body: Node[] }).body[0] : undefined;
  const expression = only?.type === 'ReturnStatement' ? only.argument : fn.expression ? only : undefined;
  if (!expression || fn.async) return undefined;
  const bound = new Map<Binding, Term>();
  for (const [binding, value] of locals) {
    if (!isConstant(value)) return undefined;
    bound.set(binding, constantTerm(value));
  }
  const take = (parameter: Node, term: Term): boolean => {
    if (parameter.type === 'ObjectPattern') return parameter.properties.every((property) => property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && take(property.value as Node, member(term, property.key.name, false)));
    const binding = parameter.type === 'Identifier' ? machine.graph.bindingOf(parameter) : undefined;
    if (!binding || binding.assignments.length > 0) return false;
    bound.set(binding, term);
    return true;
  };
  if (!fn.params.every((parameter, at) => (parameter.type === 'RestElement' ? take(parameter.argument as Node, { kind: 'array', items: given.slice(at) }) : take(parameter as Node, given[at] ?? undefinedTerm)))) return undefined;
  return evaluate({ ...scope, ...over(scope, bound), machine: { ...machine, graph: { ...machine.graph, isLocal: (binding) => bound.has(binding) || machine.graph.isLocal(binding) } } }, expression);
}

/** `RULES.find((rule) => …)`, item by item: itself where that decides it, else beside the call as it is written. */
function throughList(scope: Scope, node: Node & { type: 'CallExpression' }): Term | undefined {
  const through = goingThrough(node);
  const list = through && tableOf(scope.machine, stripCasts(evaluate(scope, through.list)));
  if (!through || list?.kind !== 'array' || list.items.some((item) => item.kind === 'spread')) return undefined;
  const expanded = unrolled(through.method, list.items, (item, at) => applied(scope, through.each, [item, at]), (answer) => known(scope.knowledge, answer));
  if (!expanded) return undefined;
  if (expanded.kind !== 'conditional' && expanded.kind !== 'logical') return expanded;
  const written = source(scope, node);
  return written.kind === 'source' ? { ...written, expanded } : undefined;
}

/** `[...list, x][0]` is `list[0]` where that is known to be something. */
function firstOfSpread(scope: Scope, object: Term, at: Term): Term | undefined {
  const head = object.kind === 'array' ? object.items[0] : undefined;
  const list = head?.kind === 'spread' ? head.list : undefined;
  if (!list || at.kind !== 'constant' || at.constant.kind !== 'number' || at.constant.value !== 0) return undefined;
  const first = index(list, at, false);
  return known(scope.knowledge, binary('===', first, undefinedTerm)) === false ? first : undefined;
}

/** Arguments are asked for here, and again where nothing comes of it: of calls in calls, what was found is kept. */
function foldedOnce(scope: Scope, node: Node & { type: 'CallExpression' }): Term | undefined {
  let known = folds.get(scope);
  if (!known) folds.set(scope, (known = new Map()));
  if (!known.has(node)) known.set(node, foldCall(scope, node) ?? listOfCall(node, looking(scope)) ?? optionalCall(scope, node) ?? throughList(scope, node) ?? computed(scope, node));
  return known.get(node);
}

const folds = new WeakMap<Scope, Map<Node, Term | undefined>>();

/** A call of a pure function of the module with constants is computed: `isDigit('"')`. */
function foldCall(scope: Scope, node: Node & { type: 'CallExpression' }): Term | undefined {
  const { machine } = scope;
  const { callee } = node;
  if (callee.type === 'MemberExpression' && callee.object.type === 'Literal' && 'regex' in callee.object && (callee.property as { name?: string }).name === 'test') {
    const text = node.arguments.length === 1 ? constantIn(resolve(scope.knowledge, evaluate(scope, node.arguments[0] as Node))) : undefined;
    const { pattern, flags } = (callee.object as unknown as { regex: { pattern: string; flags: string } }).regex;
    return text?.kind === 'string' && isQuick(pattern, text.value) ? constantTerm({ kind: 'boolean', value: new RegExp(pattern, flags).test(text.value) }) : undefined;
  }
  const calls = scope.calls ?? { left: mostCalls };
  if (--calls.left < 0) return undefined;
  const body = callee.type === 'Identifier' ? helperBody(machine, callee) : undefined;
  const values = node.arguments.flatMap((argument) => (argument.type === 'SpreadElement' ? [] : [resolve(scope.knowledge, evaluate(scope, argument))]));
  if (values.length < node.arguments.length || !values.every((value) => constantIn(value))) return undefined;
  if (!body || node.arguments.length !== body.parameters.length) {
    const term = callee.type === 'Identifier' ? evaluate(scope, callee) : undefined;
    const result = term?.kind === 'module' ? machine.unfold?.(scope.knowledge, { kind: 'call', callee: term, arguments: values, isNew: false }) : undefined;
    const constant = result && constantIn(result);
    return constant && constantTerm(constant);
  }
  const bound = new Map(body.parameters.map((binding, at) => [binding, values[at]!]));
  const depth = (scope.depth ?? 0) + 1;
  if (depth > deepest) return undefined;
  const result = evaluate({ ...scope, depth, calls, ...over(scope, bound), machine: { ...machine, graph: { ...machine.graph, isLocal: (binding) => bound.has(binding) || machine.graph.isLocal(binding) } } }, body.expression);
  return result.kind === 'constant' ? constantTerm(result.constant) : undefined;
}

/** Whether trying the pattern ends soon: what is repeated does not itself repeat, and what backtracks is short. */
function isQuick(pattern: string, text: string): boolean {
  return text.length <= 100 && !/\)[*+{]|\\[1-9k]/.test(pattern) && (pattern.match(/[*+{]/g)?.length ?? 0) <= 3;
}

/** `const f = (a) => expression` of the machine's own module. */
function helperBody(machine: Omit<Machine, 'unfold'>, callee: Node): { parameters: readonly Binding[]; expression: Node } | undefined {
  const binding = machine.graph.bindingOf(callee);
  const at = binding && !machine.graph.isLocal(binding) ? machine.project.lookup(binding, machine.graph.homeOf(binding)) : undefined;
  if (!at || !('binding' in at) || at.module !== machine.graph.homeOf(binding!) || at.binding.assignments.length > 0) return undefined;
  const declaration = at.binding.declarations[0];
  const fn = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  if (fn?.type !== 'ArrowFunctionExpression' && fn?.type !== 'FunctionDeclaration') return undefined;
  const only = fn.type === 'ArrowFunctionExpression' && fn.expression ? (fn.body as Node) : (fn.body as { body?: Node[] } | null)?.body?.length === 1 ? (fn.body as unknown as { body: Node[] }).body[0] : undefined;
  const expression = only?.type === 'ReturnStatement' ? (only.argument ?? undefined) : only;
  const parameters = fn.params.map((parameter) => ((parameter as Node).type === 'Identifier' ? machine.graph.bindingOf(parameter as Node) : undefined));
  return expression && parameters.every((parameter) => parameter !== undefined) && !('body' in expression) ? { parameters, expression } : undefined;
}

function calleeOf(scope: Scope, node: Node): Term {
  if (node.type === 'MemberExpression' && !node.computed) {
    const whole = evaluate(scope, node);
    return knownIn(whole) ? whole : { kind: 'member', object: evaluate(scope, node.object), property: (node.property as { name: string }).name, optional: node.optional };
  }
  return evaluate(scope, node);
}

/** What names mean inside a function that is written out: its own name is its own. */
function withinFunction(scope: Scope, fn: Node): (binding: Binding) => Term {
  const { graph } = scope.machine;
  const inside = written.get(scope.machine.graph) ?? new Set<Node>();
  written.set(graph, inside);
  const changed = scope.machine.usage(fn).writes;
  return (binding) => {
    if (binding.identifier === (fn as { id?: Node | null }).id) return { kind: 'global', name: binding.name };
    // What it writes to is a place, whatever it holds now.
    if (changed.has(binding)) return variableTerm(binding);
    const fixed = fixedValue(graph, binding);
    if (!fixed || !isFunction(fixed)) return scope.valueOf(binding);
    if (fixed === fn || inside.has(fixed)) throw new Unsupported('A function of the machine that calls itself', fn);
    inside.add(fixed);
    try {
      return scope.valueOf(binding);
    } finally {
      inside.delete(fixed);
    }
  };
}

/** The functions that are being written out. */
/** Whether it stands where a name stood without parentheses: `event.drink`. */
function bindsTightly(term: Term): boolean {
  if (isPlain(term) || term.kind === 'module' || term.kind === 'variable' || term.kind === 'late' || term.kind === 'global') return true;
  return (term.kind === 'member' || term.kind === 'index') && !term.optional && term.object.kind !== 'constant' && bindsTightly(term.object);
}

const written = new WeakMap<object, Set<Node>>();

/** Any other expression: its text, with terms where it names the machine's own. */
function source(scope: Scope, node: Node): Term {
  const pieces = piecesOf(scope.machine, node, isFunction(node) ? withinFunction(scope, node) : scope.valueOf);
  const made = pieces.map((piece): string | Term => {
    if (typeof piece === 'string') return piece;
    if ('hoisted' in piece) return piece.declaring;
    if ('binding' in piece) return { kind: 'global', name: piece.binding.name };
    return bindsTightly(piece.term) ? piece.term : { kind: 'source', pieces: ['(', piece.term, ')'], tight: true };
  });
  const joined: (string | Term)[] = [];
  for (const piece of made) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration' ? { kind: 'function', node, source: joined } : { kind: 'source', pieces: joined, tight: ['CallExpression', 'MemberExpression', 'ArrayExpression', 'NewExpression', 'TemplateLiteral'].includes(node.type) };
}

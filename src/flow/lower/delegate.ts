/**
 * `yield*`: the generator's body is lowered in place, in a copy of its own (`frame.ts`), so that a suspended stack of
 * coroutines is one block and the live variables of all of them. What throws in it arrives at the `try` around the
 * `yield*`, and so does `.throw`; `.return` runs its `finally` first and then those around it.
 *
 *     yield* confirm('Sure?')           one generator
 *     current = yield* states[current]() one of a table: a branch for each entry
 *     state = yield* state()             one of those that the code mentions
 *     yield* ['RED', 'GREEN']            a loop over what is iterated
 */
import { functionBehind, tableBehind } from '../../syntax/constants/stands-for.ts';
import type { Binding } from '../../syntax/module.ts';
import type { BindingPattern, Expression, Node, Statement } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, emit, enclose, literal, newBlock, refer, remade, synthetic, temporary } from './builder.ts';
import { lowerTest } from './condition.ts';
import { isFunction } from '../contents.ts';
import { type Callee, clashIn, copyOf, isWithin, isWithinAny, keyOf } from '../frame.ts';
import { assign } from './kept.ts';
import { leaveByReturn } from './leap.ts';
import { hoist, lowerEffect, lowerExpression, lowerStatement, unsupported } from './parts.ts';
import { receiverIn, wordFor } from '../receiver.ts';
import { mustSplit } from './split.ts';

type Delegation = Expression & { type: 'YieldExpression' };
type Call = Expression & { type: 'CallExpression' };

const unknown = '`yield*` to a generator that is only known when the machine runs';
const mostFrames = 200;

/** The value that the `yield*` comes to. */
export function lowerDelegation(builder: Builder, node: Delegation, hint: string): Expression {
  const value = delegateTo(builder, bare(node.argument!), node, hint);
  const holder = builder.overlay.get(value);
  if (holder) builder.frames.results.set(node, holder);
  return value;
}

function delegateTo(builder: Builder, to: Expression, site: Delegation, hint: string): Expression {
  if (to.type === 'ConditionalExpression') {
    const result = temporary(builder, hint);
    const [then, other, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
    lowerTest(builder, to.test, then, other);
    for (const [block, arm] of [[then, to.consequent], [other, to.alternate]] as const) {
      builder.current = block;
      assign(builder, result, delegateTo(builder, bare(arm), site, hint), site);
      close(builder, { kind: 'goto', target: exit }, exit);
    }
    return refer(builder, result, site);
  }
  if (to.type !== 'CallExpression') return iterate(builder, to, site);
  const callee = bare(to.callee as Expression);
  const one = generatorOf(builder, callee);
  if (one) return enter(builder, one, argumentsOf(builder, to), site, hint);
  const several = entriesOf(builder, callee, site) ?? mentioned(builder, callee, site);
  return several ? choose(builder, several, to, site, hint) : isIterable(to) ? iterate(builder, to, site) : unsupported(builder, unknown, site);
}

/**
 * `summary()`, of a function of the machine that waits for nothing, in place too: where what it asks is only known when what comes
 * before it has run. Nothing for any other call.
 */
export function lowerOwnCall(builder: Builder, node: Expression, hint: string): Expression | undefined {
  const { project, deeper } = builder.frames;
  if (!project || deeper.size === 0 || node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const found = functionBehind(node.callee, builder.module, project);
  if (!found || found.primed || found.fn.async || found.fn.generator || found.fn.body?.type !== 'BlockStatement' || !deeper.has(inPlaceKey(found.fn))) return undefined;
  return enter(builder, found, argumentsOf(builder, node), node, hint);
}

/** What asks for a function to be lowered in place where it is called. */
export function inPlaceKey(fn: Node): string {
  return `in place ${fn.start}`;
}

function bare(node: Expression): Expression {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' || node.type === 'TSNonNullExpression' || node.type === 'TSTypeAssertion' || node.type === 'ParenthesizedExpression' ? bare(node.expression) : node;
}

// --- Which generator -----------------------------------------------------------------------------------------------

/** The generator function that the expression always is, or a function that only calls one: `() => ask('name')`. */
function generatorOf(builder: Builder, node: Node, module = builder.module): Callee | undefined {
  const binding = node.type === 'Identifier' ? (builder.overlay.get(node) ?? module.bindings.get(node)) : undefined;
  const given = binding && builder.frames.given.get(binding);
  if (given) return given;
  const found = builder.frames.project && functionBehind(node, module, builder.frames.project);
  return found && !found.primed && !found.fn.async && found.fn.body && (found.fn.generator || madeBy(found.fn)) ? found : undefined;
}

/** What a function that is no generator itself delegates to, where all it does is call another. */
function madeBy(fn: Node): Expression | undefined {
  const { body, generator } = fn as Callee['fn'];
  if (!body || generator) return undefined;
  const [only, ...more] = body.type === 'BlockStatement' ? (body.body as readonly Node[]) : [body as Node];
  const value = only?.type === 'ReturnStatement' ? only.argument : (only as Expression | undefined);
  return more.length === 0 && value && bare(value).type === 'CallExpression' ? bare(value) : undefined;
}

interface Several {
  /** For each coroutine, the condition under which it is the one. */
  readonly ways: readonly { readonly test: Expression; readonly callee: Callee }[];
}

/** `states[current]`: a branch for each entry of the table. */
function entriesOf(builder: Builder, callee: Expression, site: Node): Several | undefined {
  const { project } = builder.frames;
  if (callee.type !== 'MemberExpression' || !callee.computed || !project) return undefined;
  const table = tableBehind(callee.object, builder.module, project);
  if (!table) return undefined;
  const callees = table.entries.map(({ key, node }) => ({ key, callee: generatorOf(builder, node, table.module) }));
  if (!callees.every((entry) => entry.callee)) return undefined;
  const key = temporary(builder, 'kept');
  builder.frames.delegates.push(callee.property);
  emitGuarded(builder, { kind: 'bind', target: refer(builder, key, callee.property), value: lowerExpression(builder, callee.property as Expression), declares: 'const', node: callee.property });
  return { ways: callees.map((entry) => ({ test: synthetic('===', refer(builder, key, callee.property), literal(entry.key, callee.property), site), callee: entry.callee! })) };
}

/** `state()`, of a variable: a branch for each generator function that the code mentions without calling it. */
function mentioned(builder: Builder, callee: Expression, site: Node): Several | undefined {
  if (callee.type !== 'Identifier' || !isOwn(builder, callee)) return undefined;
  const ways = new Map<string, { test: Expression; callee: Callee }>();
  const names = new Set<string>();
  const pending: Callee[] = [{ fn: builder.frames.fn as Callee['fn'], module: builder.frames.root }];
  const seen = new Set<string>();
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (seen.has(keyOf(at))) continue;
    seen.add(keyOf(at));
    const { fn, module } = at;
    walk(fn, (node, parent) => {
      if (node.type !== 'Identifier' || node === (fn as { id?: Node }).id) return;
      const found = generatorOf(builder, node, module);
      if (!found) return;
      pending.push(found);
      const isCalled = parent?.type === 'CallExpression' && parent.callee === (node as unknown);
      const declares = module.bindings.get(node)?.identifier === node;
      if (isCalled || declares || ways.has(keyOf(found))) return;
      if (module !== builder.frames.root) builder.frames.homes.set(node, module);
      // Two of one name, in two modules, could not be told apart.
      names.add(node.name);
      ways.set(keyOf(found), { test: synthetic('===', callee, node as unknown as Expression, site), callee: found });
    });
  }
  if (ways.size === 0 || names.size < ways.size) return undefined;
  builder.frames.delegates.push(callee);
  return { ways: [...ways.values()] };
}

function isOwn(builder: Builder, name: Node): boolean {
  const binding = builder.module.bindings.get(name);
  return binding !== undefined && (isWithin(binding, builder.frames.fn) || isWithinAny(binding, builder.frames.functions));
}

function choose(builder: Builder, { ways }: Several, call: Expression & { type: 'CallExpression' }, site: Delegation, hint: string): Expression {
  const given = argumentsOf(builder, call);
  const result = temporary(builder, hint);
  const exit = newBlock(builder);
  for (const { test, callee } of ways) {
    const [then, next] = [newBlock(builder), newBlock(builder)];
    branch(builder, test, then, next, site);
    builder.current = then;
    assign(builder, result, enter(builder, callee, given, site, hint), site);
    close(builder, { kind: 'goto', target: exit }, next);
  }
  close(builder, { kind: 'unsupported', construct: unknown, node: site }, exit);
  return refer(builder, result, site);
}

// --- Its body in place ---------------------------------------------------------------------------------------------

interface Argument {
  readonly value: Expression;
  /** As it was written, for a generator that is passed in. */
  readonly node: Expression;
}

/** The arguments, evaluated in order; nothing where one is spread. */
function argumentsOf(builder: Builder, call: Expression & { type: 'CallExpression' }): readonly Argument[] | undefined {
  if (call.arguments.some((argument) => argument.type === 'SpreadElement')) return undefined;
  return call.arguments.map((argument, at) => {
    const node = argument as Expression;
    const value = lowerExpression(builder, node);
    const isLast = !call.arguments.slice(at + 1).some((other) => mustSplit(other as Node));
    if (node.type === 'Literal' || isFunction(node) || (isLast && call.arguments.length === 1)) return { value, node };
    const kept = temporary(builder, 'kept');
    emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, node), value, declares: 'const', node });
    return { value: refer(builder, kept, node), node };
  });
}

function enter(builder: Builder, callee: Callee, given: readonly Argument[] | undefined, site: Delegation | Call, hint: string): Expression {
  const { frames } = builder;
  if (!given) return unsupported(builder, '`yield*` to a call with spread arguments', site);
  const receiver = receiverIn(callee.fn);
  if (receiver) return unsupported(builder, `${wordFor(receiver)} in a generator that is delegated to`, site);
  if (frames.functions.size >= mostFrames) return unsupported(builder, `More than ${mostFrames} \`yield*\`s inside each other or beside each other`, site);
  const original = keyOf(callee);
  const isRecursive = original === keyOf({ fn: frames.fn as Callee['fn'], module: frames.root }) || frames.active.some((one) => one.original === original);
  const path = [...frames.active.map((one) => one.site), site].map((node) => node.start).join('/');
  if (isRecursive && !frames.deeper.has(path)) {
    close(builder, { kind: 'unsupported', construct: 'A `yield*` that calls itself again and again', node: site, deeper: path });
    return refer(builder, temporary(builder, 'unknown'), site);
  }
  const clash = clashIn(callee, frames);
  if (clash !== undefined) return unsupported(builder, `The name \`${clash}\`, which the generator's module means something else by`, site);
  const passed = given.map(({ node }) => generatorOf(builder, node));
  const copy = copyOf(callee, site, frames);
  for (const [node, binding] of copy.outside) builder.overlay.set(node, binding);
  const [result, exit] = [temporary(builder, hint === 'event' ? 'result' : hint), newBlock(builder)];
  const closing = hasFinally(copy.fn) ? temporary(builder, 'closing') : undefined;
  const outer = { module: builder.module, leaps: builder.leaps, active: frames.active };
  builder.module = copy.module;
  for (const variable of hoistedIn(copy)) emit(builder, { kind: 'note', target: variable, value: undefined, node: site });
  copy.fn.params.forEach((parameter, at) => lowerArgument(builder, parameter as Node, given.slice(at), passed[at], site));
  for (const { value } of given.slice(copy.fn.params.length)) lowerEffect(builder, value);
  const made = site.type === 'YieldExpression' ? madeBy(copy.fn) : undefined;
  if (made && site.type === 'YieldExpression') {
    frames.active = [...frames.active, { original, site }];
    const value = delegateTo(builder, made, site, hint);
    builder.module = outer.module;
    frames.active = outer.active;
    return value;
  }
  if (closing) emit(builder, { kind: 'note', target: closing, value: false, node: site });
  enclose(builder, { kind: 'frame', exit, result, closing, isCall: site.type === 'CallExpression' });
  frames.active = [...frames.active, { original, site }];
  const body = (copy.fn.body as { body: Statement[] }).body;
  hoist(builder, body);
  for (const statement of body) lowerStatement(builder, statement, []);
  leaveByReturn(builder, undefined, site);
  builder.module = outer.module;
  builder.leaps = outer.leaps;
  frames.active = outer.active;
  builder.current = exit;
  return refer(builder, result, site);
}

/** `var`s are there, and nothing, whenever the function is entered. */
function hoistedIn({ fn, module }: Callee): Set<Binding> {
  const found = new Set<Binding>();
  walk(fn, (node) => {
    const binding = node.type === 'Identifier' ? module.bindings.get(node) : undefined;
    if (binding?.kind === 'var' && isWithin(binding, fn)) found.add(binding);
    return node === fn || !isFunction(node);
  });
  return found;
}

function hasFinally(fn: Node): boolean {
  let found = false;
  walk(fn, (node) => {
    if (node.type === 'TryStatement' && node.finalizer) found = true;
    return !found && (node === fn || !isFunction(node));
  });
  return found;
}

/** One parameter takes its argument: its default where that is `undefined`, all that are left where it is `...rest`. */
function lowerArgument(builder: Builder, parameter: Node, given: readonly Argument[], passed: Callee | undefined, site: Node): void {
  const bind = (target: Node, value: Expression | undefined): void => emitGuarded(builder, { kind: 'bind', target: target as BindingPattern, value, declares: 'let', node: site });
  if (parameter.type === 'RestElement') {
    const list = { type: 'ArrayExpression', elements: given.map(({ value }) => value), start: site.start, end: site.end, synthetic: true } as unknown as Expression;
    return bind(parameter.argument as Node, list);
  }
  const value = given[0]?.value;
  if (parameter.type !== 'AssignmentPattern') {
    const own = parameter.type === 'Identifier' ? builder.module.bindings.get(parameter) : undefined;
    if (own && passed && own.assignments.length === 0) builder.frames.given.set(own, passed);
    return bind(parameter, value);
  }
  if (!value) return bind(parameter.left as Node, lowerExpression(builder, parameter.right));
  const chosen = temporary(builder, 'given');
  bind(refer(builder, chosen, site) as Node, value);
  const [absent, exit] = [newBlock(builder), newBlock(builder)];
  branch(builder, synthetic('===', refer(builder, chosen, site), nothing(site), site), absent, exit, site);
  builder.current = absent;
  assign(builder, chosen, lowerExpression(builder, parameter.right), site);
  close(builder, { kind: 'goto', target: exit }, exit);
  bind(parameter.left as Node, refer(builder, chosen, site));
}

function nothing(at: Node): Expression {
  return { type: 'Identifier', name: 'undefined', start: at.start, end: at.end } as unknown as Expression;
}

// --- What is no generator ------------------------------------------------------------------------------------------

function isIterable(call: Expression & { type: 'CallExpression' }): boolean {
  const { callee } = call;
  return callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier';
}

/** `yield* list` is `for (const item of list) yield item`, but that nothing which is thrown in goes on. */
function iterate(builder: Builder, list: Expression, site: Delegation): Expression {
  const item = temporary(builder, 'item');
  const at = { start: list.start, end: list.end };
  const waits = { type: 'YieldExpression', delegate: false, argument: refer(builder, item, list), iterates: true, ...at } as unknown as Expression;
  const left = { type: 'VariableDeclaration', kind: 'const', declare: false, declarations: [{ type: 'VariableDeclarator', id: refer(builder, item, list), init: null, ...at }], ...at };
  const loop = { type: 'ForOfStatement', await: false, left, right: list, body: { type: 'ExpressionStatement', expression: waits, ...at }, ...at } as unknown as Statement;
  builder.frames.parents.set(waits, site);
  lowerStatement(builder, remade(builder, loop), []);
  return nothing(site);
}

/** What `yield*` throws where `.throw` arrives and the iterator has no such method: arrays, strings, maps and sets have none. */
export function notThrowable(at: Node): Expression {
  const callee = { type: 'Identifier', name: 'TypeError', start: at.start, end: at.end };
  return { type: 'NewExpression', callee, arguments: [literal("The iterator does not provide a 'throw' method.", at)], start: at.start, end: at.end, synthetic: true } as unknown as Expression;
}

export function isIteration(node: Node): boolean {
  return (node as { iterates?: boolean }).iterates === true;
}

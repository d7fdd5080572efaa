/**
 * One instruction on one way.
 */
import type { Constant } from '../../chart/chart.ts';
import { contents, isFunction } from '../../flow/contents.ts';
import type { Block, Instruction } from '../../flow/graph.ts';
import { instructionUsage, terminalUsage } from '../../flow/usage.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node, Statement } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { assignTerm, bind } from './bind.ts';
import { refuseEscapes } from '../code/escape.ts';
import { settledBy } from './concretise.ts';
import { evaluate } from './evaluate.ts';
import { fixedValue } from '../variables/fixed.ts';
import { binary, logical } from '../values/fold.ts';
import { inline } from './inline.ts';
import { withoutNothing } from '../objects/nothing.ts';
import { type Change, changeOf, settle } from '../objects/consequence.ts';
import { keepStatement, needed, writtenIn } from './keep.ts';
import { listed } from './listing.ts';
import { type Machine, NotControl, Unsupported } from '../machine.ts';
import { mutators } from '../code/readers.ts';
import { pieces, pushStep, readsOf, type Run, scopeOf, setAnew } from './state.ts';
import type { Step } from './step.ts';
import { isCollection } from '../code/synchronous.ts';
import { constantTerm, type Term, undefinedTerm } from '../values/term.ts';
import { isOf, membersOf } from '../values/type-parts.ts';
import { setWorth } from './worth.ts';

export function execute(state: Run, instruction: Instruction): void {
  switch (instruction.kind) {
    case 'note':
      setValue(state, instruction.target, instruction.value === undefined ? undefinedTerm : constantTerm(typeof instruction.value === 'string' ? { kind: 'string', value: instruction.value } : { kind: 'boolean', value: instruction.value }), instruction.node);
      return;
    case 'evaluate':
      return perform(state, instruction.expression);
    case 'attempt':
      return attempt(state, instruction);
    case 'bind':
      if (instruction.node.type === 'ClassDeclaration' && hasParameterProperty(instruction.node)) throw new Unsupported("A class with fields among its constructor's parameters, declared inside the machine,", instruction.node);
      return bind(state, instruction.target as Node, instruction.value, instruction.node, instruction.declares !== undefined, instruction.list);
  }
}

function setValue(state: Run, binding: Binding, term: Term, node: Node): void {
  if (state.machine.control.has(binding)) {
    state.env.set(binding, term);
    setAnew(state, binding);
    return;
  }
  pushStep(state, { pieces: [{ binding }, ' = ', { term }], node, effect: false, target: binding, reads: new Set(), writes: new Set([binding]), detached: false });
  state.env.set(binding, term);
}

/** An expression for its effect. */
function perform(state: Run, expression: Expression): void {
  const { machine } = state;
  if (expression.type === 'UpdateExpression' && expression.argument.type === 'Identifier') return compound(state, expression.argument as Node, expression.operator[0]!, undefined, expression);
  if (expression.type === 'AssignmentExpression' && expression.left.type === 'Identifier' && expression.operator !== '=') return compound(state, expression.left as unknown as Node, expression.operator.slice(0, -1), expression.right, expression);
  if (machine.pure(withoutNothing(state, expression))) return;
  if (inline(state, expression)) return;
  keepStatement(state, expression);
}

/** `x += e`, `x++`: symbolically like `x = x + e`, but kept as written. */
export function compound(state: Run, target: Node, operator: string, right: Expression | undefined, node: Expression): void {
  const { machine } = state;
  const binding = machine.graph.bindingOf(target);
  if (!binding || !machine.graph.isLocal(binding) || (right && !machine.pure(right))) {
    if (binding && machine.control.has(binding)) throw new NotControl(binding, 'it is set to the result of a call');
    return keepStatement(state, node);
  }
  const scope = scopeOf(state);
  const before = scope.valueOf(binding);
  const other = right ? evaluate(scope, right) : constantTerm({ kind: 'number', value: 1 });
  const term = combine(operator, before, other);
  if (machine.control.has(binding)) return assignTerm(state, binding, term, node);
  const reads = right ? readsOf(state, right) : new Set<Binding>();
  // `free += rule.change ?? 0`, where the rule was looked for: what it says is put in, and it need not be looked for again.
  const sought = [...reads].some((one) => !machine.remembered.has(one)) ? settledBy(machine, state.knowledge, other) : undefined;
  if (sought && machine.typing.counts(binding) && isNothing(operator, sought)) return;
  const said = sought ? { pieces: [{ binding }, ` ${operator}= `, { term: constantTerm(sought) }], reads: [] } : { pieces: pieces(state, node, new Set([target])), reads };
  pushStep(state, { pieces: said.pieces, node, effect: false, target: binding, reads: new Set([binding, ...said.reads]), writes: new Set([binding]), detached: false });
  setWorth(state, binding, term);
}

/** `+= 0`, of a number that is not -0. */
function isNothing(operator: string, { kind, ...rest }: Constant): boolean {
  return (operator === '+' || operator === '-') && kind === 'number' && 'value' in rest && rest.value === 0;
}

export function combine(operator: string, left: Term, right: Term): Term {
  return operator === '&&' || operator === '||' || operator === '??' ? logical(operator, left, right) : binary(operator, left, right);
}

export function attempt(state: Run, instruction: Instruction & { kind: 'attempt' }): void {
  const { machine } = state;
  const given = instruction.instruction;
  const risky = given.kind === 'bind' && given.list && given.value ? { ...given, value: listed(state, given.value, given.list), list: undefined } : given;
  const free = risky.kind === 'bind' ? (!risky.value || machine.pure(risky.value)) && ((risky.target as Node).type === 'Identifier' || machine.pure(risky.target as Node)) : risky.kind === 'evaluate' ? isTame(state, risky.expression) : true;
  if (free) {
    execute(state, risky);
    state.env.set(instruction.failed, constantTerm({ kind: 'boolean', value: false }));
    return;
  }
  const usage = instructionUsage(risky, machine.usage, machine.graph);
  const node = instruction.node;
  const parts = risky.kind === 'evaluate' ? [risky.expression] : risky.kind === 'bind' ? [risky.target as Node, ...(risky.value ? [risky.value] : [])] : [];
  for (const part of parts) refuseEscapes(state, part);
  const change: Change = changeOf(state, parts);
  const changed = change.mutates;
  for (const binding of [...usage.writes, ...changed]) if (machine.control.has(binding)) throw new NotControl(binding, 'it is set by code that may throw');
  const isName = risky.kind === 'bind' && (risky.target as Node).type === 'Identifier';
  const assigned: Step['pieces'] = risky.kind !== 'bind' ? [] : [...(isName ? [{ binding: machine.graph.bindingOf(risky.target as Node)! }] : pieces(state, risky.target as Node, writtenIn(machine, risky.target as Node))), ' = ', ...pieces(state, risky.value!)];
  // A `{` would begin a block.
  const wraps = risky.kind === 'bind' && (risky.target as Node).type === 'ObjectPattern';
  const inner: Step['pieces'] = risky.kind === 'bind' ? [wraps ? '(' : '', ...assigned, wraps ? ')' : ''] : risky.kind === 'evaluate' ? pieces(state, risky.expression, writtenIn(machine, risky.expression)) : [];
  const writes = new Set([...usage.writes, ...changed, instruction.failed, ...(isRead(state, instruction.error) ? [instruction.error] : [])]);
  pushStep(state, {
    pieces: [{ binding: instruction.failed }, ' = false; try { ', ...inner, '; } catch ', ...(isRead(state, instruction.error) ? ['(caught) '] : []), '{ ', { binding: instruction.failed }, ' = true; ', ...(isRead(state, instruction.error) ? [{ binding: instruction.error }, ' = caught; '] : []), '}'],
    label: ['try ', ...(risky.kind === 'bind' && !isName ? pieces(state, node, writtenIn(machine, node)) : inner)],
    node,
    effect: true,
    reads: new Set([...changed, ...needed(state, parts, usage.reads, new Set([...usage.writes, ...changed]))]),
    writes,
    mutates: changed,
    detached: false,
    ...(risky.kind === 'bind' && risky.declares ? { before: [...instructionUsage({ ...risky, value: undefined }, machine.usage, machine.graph).writes] } : {}),
  });
  settle(state, change, writes);
}

/** `constructor(public x: number)`: means something to TypeScript alone, whose types are left out of an action. */
function hasParameterProperty(node: Node): boolean {
  let found = false;
  walk(node, (at) => {
    found ||= at.type === 'TSParameterProperty';
    return !found;
  });
  return found;
}

/** A loop inside a `try`, whole: attempted, where something in it may throw. */
export function attemptStatement(state: Run, node: Statement, { failed, error }: { readonly failed: Binding; readonly error: Binding }): void {
  if (mayThrow(state.machine, node)) return attempt(state, { kind: 'attempt', instruction: { kind: 'evaluate', expression: node as unknown as Expression, node }, failed, error, node });
  keepStatement(state, node);
  state.env.set(failed, constantTerm({ kind: 'boolean', value: false }));
}

/** Reading a property that the type says is there is taken not to throw; so is going through what is plainly a list. */
function mayThrow(machine: Machine, node: Node): boolean {
  let found = contents(node).throws;
  walk(node, (at) => {
    if (at.type === 'CallExpression' || at.type === 'NewExpression' || at.type === 'TaggedTemplateExpression' || at.type === 'ClassExpression' || at.type === 'ClassDeclaration') found ||= !machine.pure(at) && !isChange(machine, at);
    if (at.type === 'ForOfStatement') found ||= !membersOf(machine.typing.ofNode(at.right)).every((type) => type.kind === 'array' || type.kind === 'instance' || isOf(type, 'string'));
    return !found && !isFunction(at);
  });
  return found;
}

/** `list.push(x)` */
function isChange(machine: Machine, node: Node): boolean {
  const callee = node.type === 'CallExpression' ? node.callee : undefined;
  return callee?.type === 'MemberExpression' && callee.property.type === 'Identifier' && mutators.has(callee.property.name) && isCollection(machine, callee.object);
}

/** Assignments of pure values to the machine's own variables cannot throw. */
function isTame(state: Run, expression: Expression): boolean {
  if (expression.type === 'UpdateExpression') return expression.argument.type === 'Identifier';
  if (expression.type === 'AssignmentExpression') return expression.left.type === 'Identifier' && state.machine.pure(expression.right);
  return state.machine.pure(expression) || (expression.type === 'CallExpression' && onlyAssigns(state, expression));
}

/** `go('x')`, of a function that only gives variables of the machine new values. */
function onlyAssigns({ machine }: Run, call: Expression & { type: 'CallExpression' }): boolean {
  const binding = call.callee.type === 'Identifier' ? machine.graph.bindingOf(call.callee) : undefined;
  const fn = binding && machine.graph.isLocal(binding) ? fixedValue(machine.graph, binding) : undefined;
  if (!fn || !isFunction(fn) || !call.arguments.every((argument) => argument.type !== 'SpreadElement' && machine.pure(argument))) return false;
  const inside = contents((fn as Expression & { type: 'ArrowFunctionExpression' }).body as Node);
  return !inside.calls && !inside.reads && !inside.throws;
}

/** Whether the machine looks at the error that an attempt has caught. */
function isRead(state: Run, error: Binding): boolean {
  const { graph, usage } = state.machine;
  const known = read.get(graph.blocks) ?? new Set(graph.blocks.flatMap(({ terminal, instructions }) => [...terminalUsage(terminal, usage).reads, ...instructions.flatMap((instruction) => [...instructionUsage(instruction, usage, graph).reads])]));
  read.set(graph.blocks, known);
  return known.has(error);
}

/** What is read anywhere in a graph. */
const read = new WeakMap<readonly Block[], ReadonlySet<Binding>>();

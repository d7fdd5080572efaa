/**
 * One way through the graph, from a resumed `yield` to the next, or to the end: an interpreter whose values are terms.
 *
 * Where a condition is not decided by what is known, `decide` is asked, and whoever drives the run answers; the tree of
 * all answers is grown by `tree.ts`. Statements whose outcome nothing asks about are kept whole, as steps.
 */
import { contents, isFunction } from '../flow/contents.ts';
import type { Block, BlockId, Graph, Instruction } from '../flow/graph.ts';
import { lower } from '../flow/lower.ts';
import { instructionUsage } from '../flow/usage.ts';
import type { Binding } from '../syntax/module.ts';
import type { Expression, Node, Statement } from '../syntax/tree.ts';
import { children } from '../syntax/walk.ts';
import { canConcretise, concretise } from './concretise.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { fixedValue } from './fixed.ts';
import { binary, index as indexTerm, logical, member as memberTerm } from './fold.ts';
import { createKnowledge, known, type Knowledge, narrowed, typeOfTerm } from './knowledge.ts';
import { type Machine, NotControl, Unsupported } from './machine.ts';
import { mutators } from './purity.ts';
import { isPlain, piecesOf, type Step, type StepPiece, type Substitute } from './step.ts';
import { constantTerm, someTerm, stripCasts, type Term, undefinedTerm, variablesOf } from './term.ts';

/** A condition on the machine's own variables, as they are now. */
export interface Tested {
  readonly term: Term;
  readonly value: boolean;
  /** How often each variable that it reads had been changed by then. */
  readonly versions: ReadonlyMap<Binding, number>;
}

export interface Run {
  readonly machine: Machine;
  readonly env: Map<Binding, Term>;
  readonly knowledge: Knowledge;
  readonly steps: Step[];
  readonly tested: Tested[];
  readonly versions: Map<Binding, number>;
  /** What a binding was set to, in the names that held then. */
  readonly definitions: Map<Binding, Definition>;
  readonly decide: (term: Term) => boolean;
}

interface Definition {
  readonly term: Term;
  readonly versions: ReadonlyMap<Binding, number>;
}

/** Where a run ends. */
export type End =
  | { readonly kind: 'wait'; readonly block: BlockId; readonly value: Term | undefined; readonly named: boolean; /** what it yields, in the names that hold while it waits */ readonly shown: Term | undefined }
  /** A condition that only what has run can decide. */
  | { readonly kind: 'choice'; readonly block: BlockId; readonly test: Term }
  | { readonly kind: 'return'; readonly value: Term | undefined; readonly code: Said | undefined; readonly node: Node }
  | { readonly kind: 'throw'; readonly code: Said; readonly node: Node };

/** Code that is evaluated after all steps, in the names that hold then. */
export interface Said {
  readonly pieces: readonly StepPiece[];
  readonly reads: ReadonlySet<Binding>;
  readonly node: Node;
}

const longestPath = 20_000;

export function run(state: Run, start: BlockId): End {
  const { graph } = state.machine;
  const visits = new Map<BlockId, number>();
  let at = start;
  for (let fuel = longestPath; fuel > 0; fuel--) {
    const block = graph.blocks[at]!;
    const seen = (visits.get(at) ?? 0) + 1;
    visits.set(at, seen);
    if (seen > state.machine.maxValues * 4) break;
    for (const instruction of block.instructions) execute(state, instruction);
    const next = leaveBlock(state, block, seen);
    if (typeof next !== 'number') return next;
    at = next;
  }
  throw new Unsupported('A loop without a yield', loopAround(graph, at), true);
}

function loopAround(graph: Graph, block: BlockId): Node {
  const terminal = graph.blocks[block]!.terminal;
  return 'node' in terminal ? terminal.node : graph.fn;
}

function leaveBlock(state: Run, block: Block, visit: number): BlockId | End {
  const { machine } = state;
  const { terminal } = block;
  switch (terminal.kind) {
    case 'goto':
      return terminal.target;
    case 'unsupported':
      throw new Unsupported(terminal.construct, terminal.node);
    case 'region':
      return keeps(state, terminal.node, block.id) ? keep(state, terminal.node, terminal.exit) : terminal.enter;
    case 'branch': {
      if (!machine.pure(terminal.test)) throw new Unsupported('A condition with an effect in the middle of it', terminal.node);
      const term = evaluate(scopeOf(state), terminal.test);
      const decided = known(state.knowledge, term);
      if (decided === undefined && someTerm(term, (inner) => inner.kind === 'late')) return { kind: 'choice', block: block.id, test: term };
      if (decided === undefined && visit > machine.maxValues) throw new Unsupported('A loop without a yield', terminal.node, true);
      const taken = decided ?? state.decide(term);
      remember(state, terminal.test, term, taken);
      return taken ? terminal.then : terminal.else;
    }
    case 'yield': {
      const value = terminal.value ? pureValue(state, terminal.value) : undefined;
      const named = value !== undefined && !machine.nameless.has(terminal.node) && canConcretise(machine, state.knowledge, value) && naming(value);
      const label = named ? concretiseName(state, value) : undefined;
      return { kind: 'wait', block: block.id, value: label, named, shown: label?.kind === 'constant' ? label : terminal.value ? shownValue(state, terminal.value, label) : undefined };
    }
    case 'return': {
      const value = terminal.value ? pureValue(state, terminal.value) : undefined;
      const finite = value !== undefined && stripCasts(value).kind === 'conditional' && canConcretise(machine, state.knowledge, value);
      const constant = finite ? constantTerm(concretise(machine, state.knowledge, value, state.decide)!) : value;
      return { kind: 'return', value: constant, code: terminal.value ? said(state, terminal.value, constant) : undefined, node: terminal.node };
    }
    case 'throw':
      return { kind: 'throw', code: said(state, terminal.value, pureValue(state, terminal.value)), node: terminal.node };
  }
}

/** The yielded value over the context as it will be; kept in a variable of ours where it reads what will be gone. */
function shownValue(state: Run, node: Expression, label: Term | undefined): Term {
  const term = state.machine.pure(node) ? evaluate(presentScope(state), node) : undefined;
  if (term && !someTerm(term, (inner) => inner.kind === 'arrived')) {
    const name = label?.kind === 'object' ? nameEntry(label) : undefined;
    const bare = stripCasts(term);
    return name && bare.kind === 'object' ? { ...bare, entries: bare.entries.map((entry) => (entry.value === nameEntry(bare) ? { ...entry, value: name } : entry)) } : term;
  }
  const held = holderOf(state.machine, node);
  if (term) {
    const value = evaluate(scopeOf(state), node);
    pushStep(state, { pieces: [{ binding: held }, ' = ', { term: value }], node, effect: false, target: held, reads: localsIn(value), writes: new Set([held]), detached: false });
  }
  return { kind: 'variable', binding: held, name: held.name };
}

/** What a term that names a state is at heart: an object is named by one of its properties. */
function naming(value: Term): boolean {
  const bare = stripCasts(value);
  if (bare.kind === 'object') return nameEntry(bare) !== undefined;
  return bare.kind !== 'array' && bare.kind !== 'function' && !(bare.kind === 'constant' && (bare.constant.kind === 'null' || bare.constant.kind === 'undefined'));
}

/** `state`, `type`, `status` or `name`, in that order, where it is finite. */
export function nameEntry(term: Term & { kind: 'object' }): Term | undefined {
  for (const key of ['state', 'type', 'status', 'name']) {
    const found = term.entries.find((entry) => entry.key === key);
    if (found) return found.value;
  }
  return undefined;
}

function concretiseName(state: Run, value: Term): Term {
  const bare = stripCasts(value);
  if (bare.kind !== 'object') return constantTerm(concretise(state.machine, state.knowledge, value, state.decide)!);
  const entry = nameEntry(bare)!;
  const name = constantTerm(concretise(state.machine, state.knowledge, entry, state.decide)!);
  return { kind: 'object', entries: bare.entries.map((one) => (one.value === entry ? { ...one, value: name } : one)) };
}

/** A value that is used right after: an effect in it becomes a step of its own. */
function pureValue(state: Run, node: Expression): Term {
  if (state.machine.pure(node)) return evaluate(scopeOf(state), node);
  const inlined = inline(state, node);
  if (inlined) return inlined.value ?? undefinedTerm;
  const held = holderOf(state.machine, node);
  pushStep(state, { pieces: [{ binding: held }, ' = ', ...pieces(state, node)], node, effect: true, target: held, reads: readsOf(state, node), writes: new Set([held]), detached: false });
  return late(state, held);
}

const holders = new WeakMap<Machine, Map<Node, Binding>>();

/** A variable of ours for a value that the machine computes and gives away at once. */
function holderOf(machine: Machine, node: Node): Binding {
  const all = holders.get(machine) ?? new Map<Node, Binding>();
  holders.set(machine, all);
  const before = all.get(node);
  if (before) return before;
  const binding: Binding = { name: 'yielded', kind: 'let', scope: machine.graph.module.scope, identifier: node, declarations: [], references: [], assignments: [] };
  all.set(node, binding);
  return binding;
}

function withoutText(term: Term): Term {
  const bare = stripCasts(term);
  return bare.kind === 'constant' ? constantTerm(bare.constant) : term;
}

/** What is returned or thrown at the end of the run. */
function said(state: Run, node: Expression, value: Term | undefined): Said {
  if (value && stripCasts(value).kind === 'constant') return { pieces: [{ term: withoutText(value) }], reads: new Set(), node };
  if (!state.machine.pure(node)) return value ? { pieces: [{ term: value }], reads: localsIn(value), node } : { pieces: [], reads: new Set(), node };
  return { pieces: pieces(state, node), reads: readsOf(state, node), node };
}

/**
 * Remembers a condition for the facts of the next state: in the present names (`left > 0`), with locals spelt out
 * (`calls[0] === undefined`), and as it was decided (`0 < limit`).
 */
function remember(state: Run, test: Expression, decided: Term, value: boolean): void {
  const note = (term: Term, versions: ReadonlyMap<Binding, number>): void => {
    if (!someTerm(term, (inner) => inner.kind === 'late')) state.tested.push({ term, value, versions });
  };
  const present = evaluate(presentScope(state), test);
  note(present, versionsOf(state, present));
  const named = evaluate({ ...presentScope(state), valueOf: (binding) => (state.env.has(binding) && !state.machine.control.has(binding) ? { kind: 'variable', binding, name: binding.name } : byName(state, binding)) }, test);
  note(named, versionsOf(state, named));
  const spelt = evaluate({ ...presentScope(state), valueOf: (binding) => spellOut(state, binding) ?? byName(state, binding) }, test);
  note(spelt, versionsOf(state, spelt));
  note(decided, new Map([...variablesOf(decided)].map((binding) => [binding, 0])));
}

function versionsOf(state: Run, term: Term): ReadonlyMap<Binding, number> {
  return new Map([...variablesOf(term)].map((binding) => [binding, state.versions.get(binding) ?? 0]));
}

/** What a binding was set to, as long as nothing that it was made of has changed. */
function spellOut(state: Run, binding: Binding): Term | undefined {
  const definition = state.definitions.get(binding);
  if (!definition || ![...definition.versions].every(([other, version]) => (state.versions.get(other) ?? 0) === version)) return undefined;
  return definition.term;
}

function byName(state: Run, binding: Binding): Term {
  const term = state.env.get(binding);
  if (term && (state.machine.control.has(binding) || (isPlain(term) && stripCasts(term).kind !== 'constant'))) return term;
  return term ? { kind: 'variable', binding, name: binding.name } : outside(state, binding);
}

/** Terms over the variables as they are now; what is known is about the variables as they were, so it is left out. */
function presentScope(state: Run): Scope {
  return { machine: state.machine, knowledge: createKnowledge(state.machine.typing), valueOf: (binding) => byName(state, binding) };
}

function scopeOf(state: Run): Scope {
  return { machine: state.machine, knowledge: state.knowledge, valueOf: (binding) => state.env.get(binding) ?? outside(state, binding) };
}

/** A name that is not followed: what is fixed, what an inner function calls its own, and what has no value yet. */
function outside(state: Run, binding: Binding): Term {
  const fixed = fixedValue(state.machine.graph, binding);
  if (fixed) return evaluate(scopeOf(state), fixed);
  for (let scope: Binding['scope'] | undefined = binding.scope; scope && scope.node !== state.machine.graph.fn; scope = scope.parent) {
    if (isFunction(scope.node)) return { kind: 'global', name: binding.name };
  }
  return undefinedTerm;
}

function substitution(state: Run): Substitute {
  return (binding) => {
    const fixed = fixedValue(state.machine.graph, binding);
    if (fixed && isFunction(fixed) && state.machine.usage(fixed).writes.size > 0) throw new Unsupported('A function of the machine that changes its variables, given to other code,', fixed);
    if (fixed) return evaluate(scopeOf(state), fixed);
    const term = state.env.get(binding);
    if (!term) return undefined;
    if (state.machine.control.has(binding)) return term;
    if (term.kind === 'constant' && state.machine.graph.temporaries.has(binding)) return term;
    if (isAlias(state, binding, stripCasts(term))) return term;
    return isPlain(term) && stripCasts(term).kind !== 'constant' ? term : undefined;
  };
}

/** Another name for something that has not changed since. */
function isAlias(state: Run, binding: Binding, term: Term): boolean {
  if (term.kind === 'late') return term.binding !== binding && (state.versions.get(term.binding) ?? 0) === term.version;
  return term.kind === 'variable' && term.binding !== binding && !state.versions.get(term.binding);
}

function pieces(state: Run, node: Node, keepNames: ReadonlySet<Node> = new Set()): Step['pieces'] {
  return piecesOf(state.machine, node, substitution(state), keepNames).map((piece) => {
    if (typeof piece === 'string') return piece;
    if ('term' in piece) return { term: narrowed(state.knowledge, piece.term) };
    const term = state.env.get(piece.binding);
    const now = term && narrowed(state.knowledge, term);
    return now?.kind === 'variable' && now.binding === piece.binding && now.as !== undefined ? { binding: piece.binding, as: now.as } : piece;
  });
}

/** What kept code reads that is not put in as a term. */
function readsOf(state: Run, node: Node): ReadonlySet<Binding> {
  const replace = substitution(state);
  const found = new Set<Binding>();
  for (const binding of state.machine.usage(node).reads) {
    const term = replace(binding);
    if (term) for (const inner of localsIn(term)) found.add(inner);
    else found.add(binding);
  }
  return found;
}

function pushStep(state: Run, step: Step): void {
  state.steps.push(step);
  for (const binding of step.writes) state.definitions.delete(binding);
  for (const binding of step.writes) state.versions.set(binding, (state.versions.get(binding) ?? 0) + 1);
}

function late(state: Run, binding: Binding): Term {
  return { kind: 'late', binding, version: state.versions.get(binding) ?? 0 };
}

// --- Instructions -------------------------------------------------------------------------------------------------

function execute(state: Run, instruction: Instruction): void {
  switch (instruction.kind) {
    case 'note':
      setValue(state, instruction.target, instruction.value === undefined ? undefinedTerm : constantTerm(typeof instruction.value === 'string' ? { kind: 'string', value: instruction.value } : { kind: 'boolean', value: instruction.value }), instruction.node);
      return;
    case 'evaluate':
      return perform(state, instruction.expression);
    case 'attempt':
      return attempt(state, instruction);
    case 'bind':
      return bind(state, instruction.target as Node, instruction.value, instruction.node, instruction.list === true);
  }
}

function setValue(state: Run, binding: Binding, term: Term, node: Node): void {
  if (state.machine.control.has(binding)) {
    state.env.set(binding, term);
    state.versions.set(binding, (state.versions.get(binding) ?? 0) + 1);
    return;
  }
  pushStep(state, { pieces: [{ binding }, ' = ', { term }], node, effect: false, target: binding, reads: new Set(), writes: new Set([binding]), detached: false });
  state.env.set(binding, term);
}

function bind(state: Run, target: Node, value: Expression | undefined, node: Node, list = false): void {
  const { machine } = state;
  if (target.type !== 'Identifier') return destructure(state, target, value, node);
  const binding = machine.graph.bindingOf(target);
  if (!binding || !machine.graph.isLocal(binding)) return keepBinding(state, target, value, node);
  if (value && !machine.pure(value)) {
    const inlined = inline(state, value);
    if (inlined) return assignTerm(state, binding, inlined.value ?? undefinedTerm, node);
    if (machine.control.has(binding)) throw new NotControl(binding, 'it is set to the result of a call');
    pushStep(state, { pieces: [{ binding }, ' = ', ...pieces(state, value)], node, effect: true, target: binding, reads: readsOf(state, value), writes: new Set([binding, ...machine.usage(value).writes]), detached: false });
    touch(state, machine.usage(value).writes);
    state.env.set(binding, late(state, binding));
    return;
  }
  const term = value ? evaluate(scopeOf(state), value) : undefinedTerm;
  if (list && typeOfTerm(state.knowledge, term).kind !== 'array' && stripCasts(term).kind !== 'array') throw new Unsupported('A `for…of` over something that is not plainly an array, in which the machine waits or which it leaves', node);
  if (machine.control.has(binding)) return assignTerm(state, binding, term, node);
  const present = value && evaluate(presentScope(state), value);
  pushStep(state, { pieces: [{ binding }, ' = ', ...(value ? pieces(state, value) : ['undefined'])], node, effect: false, target: binding, reads: value ? readsOf(state, value) : new Set(), writes: new Set([binding]), detached: false });
  state.env.set(binding, term);
  if (present && !variablesOf(present).has(binding)) state.definitions.set(binding, { term: present, versions: versionsOf(state, present) });
  else state.definitions.delete(binding);
}

function assignTerm(state: Run, binding: Binding, term: Term, node: Node): void {
  const { machine } = state;
  if (!machine.control.has(binding)) {
    pushStep(state, { pieces: [{ binding }, ' = ', { term }], node, effect: false, target: binding, reads: localsIn(term), writes: new Set([binding]), detached: false });
    state.env.set(binding, term);
    return;
  }
  const constant = canConcretise(machine, state.knowledge, term) ? concretise(machine, state.knowledge, term, state.decide) : undefined;
  if (!constant) {
    if (term.kind === 'function') state.env.set(binding, term);
    else throw new NotControl(binding, 'its value is only known at run time');
  } else state.env.set(binding, constantTerm(constant));
  state.versions.set(binding, (state.versions.get(binding) ?? 0) + 1);
}

function localsIn(term: Term): ReadonlySet<Binding> {
  const found = new Set<Binding>();
  someTerm(term, (inner) => {
    if (inner.kind === 'late') found.add(inner.binding);
    return false;
  });
  return found;
}

/** `const { a, b = 1 } = value`: each name by itself, where the value is free of effects. */
function destructure(state: Run, target: Node, value: Expression | undefined, node: Node): void {
  const { machine } = state;
  if (!value || !machine.pure(value)) return keepBinding(state, target, value, node);
  const whole = evaluate(scopeOf(state), value);
  const parts = takeApart(state, target, whole);
  if (!parts) return keepBinding(state, target, value, node);
  for (const part of parts) {
    if (machine.control.has(part.binding)) assignTerm(state, part.binding, part.term, node);
    else {
      pushStep(state, { pieces: [{ binding: part.binding }, ' = ', { term: part.term }], node, effect: false, target: part.binding, reads: localsIn(part.term), writes: new Set([part.binding]), detached: false });
      state.env.set(part.binding, part.term);
    }
  }
}

function takeApart(state: Run, target: Node, whole: Term): { binding: Binding; term: Term }[] | undefined {
  const { graph } = state.machine;
  if (target.type === 'Identifier') {
    const binding = graph.bindingOf(target);
    return binding && graph.isLocal(binding) ? [{ binding, term: whole }] : undefined;
  }
  if (target.type === 'AssignmentPattern') {
    if (!state.machine.pure(target.right)) return undefined;
    const test: Term = { kind: 'binary', operator: '===', left: whole, right: undefinedTerm };
    const truth = known(state.knowledge, test);
    const fallback = evaluate(scopeOf(state), target.right);
    const term: Term = truth === true ? fallback : truth === false ? whole : { kind: 'conditional', test, then: fallback, else: whole };
    return takeApart(state, target.left as Node, term);
  }
  const found: { binding: Binding; term: Term }[] = [];
  if (target.type === 'ObjectPattern') {
    for (const property of target.properties) {
      if (property.type !== 'Property' || property.computed) return undefined;
      const key = property.key.type === 'Identifier' ? property.key.name : String((property.key as { value?: unknown }).value);
      const inner = takeApart(state, property.value as Node, memberTerm(whole, key, false));
      if (!inner) return undefined;
      found.push(...inner);
    }
    return found;
  }
  if (target.type === 'ArrayPattern') {
    if (stripCasts(whole).kind !== 'array' && typeOfTerm(state.knowledge, whole).kind !== 'array') return undefined;
    for (const [at, element] of target.elements.entries()) {
      if (!element) continue;
      if (element.type === 'RestElement') return undefined;
      const inner = takeApart(state, element as Node, indexTerm(whole, constantTerm({ kind: 'number', value: at }), false));
      if (!inner) return undefined;
      found.push(...inner);
    }
    return found;
  }
  return undefined;
}

/** An expression for its effect. */
function perform(state: Run, expression: Expression): void {
  const { machine } = state;
  if (expression.type === 'UpdateExpression' && expression.argument.type === 'Identifier') return compound(state, expression.argument as Node, expression.operator[0]!, undefined, expression);
  if (expression.type === 'AssignmentExpression' && expression.left.type === 'Identifier' && expression.operator !== '=') return compound(state, expression.left as unknown as Node, expression.operator.slice(0, -1), expression.right, expression);
  if (machine.pure(expression)) return;
  if (inline(state, expression)) return;
  keepStatement(state, expression);
}

/** `x += e`, `x++`: symbolically like `x = x + e`, but kept as written. */
function compound(state: Run, target: Node, operator: string, right: Expression | undefined, node: Expression): void {
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
  pushStep(state, { pieces: pieces(state, node, new Set([target])), node, effect: false, target: binding, reads: new Set([binding, ...(right ? readsOf(state, right) : [])]), writes: new Set([binding]), detached: false });
  state.env.set(binding, term);
}

function combine(operator: string, left: Term, right: Term): Term {
  return operator === '&&' || operator === '||' || operator === '??' ? logical(operator, left, right) : binary(operator, left, right);
}

/** A statement that stays as it is written: an effect, or a change in place. */
function keepStatement(state: Run, node: Node): void {
  keepCode(state, node, [node], pieces(state, node, writtenIn(state.machine, node)));
}

/** `target = value` as it is written, where the value has an effect or the target is not a name of the machine's own. */
function keepBinding(state: Run, target: Node, value: Expression | undefined, node: Node): void {
  const { machine } = state;
  const written = pieces(state, target, writtenIn(machine, target));
  const isObject = target.type === 'ObjectPattern';
  const declares = node.type === 'VariableDeclarator' && ![...machine.usage(target).writes].some((binding) => isRemembered(machine, binding));
  const head: Step['pieces'] = declares ? ['const ', ...written] : [...(isObject ? ['('] : []), ...written];
  const tail: Step['pieces'] = declares || !isObject ? [] : [')'];
  keepCode(state, node, value ? [target, value] : [target], [...head, ' = ', ...(value ? pieces(state, value) : ['undefined']), ...tail]);
}

function isRemembered(machine: Machine, binding: Binding): boolean {
  return machine.remembered.has(binding);
}

function keepCode(state: Run, node: Node, parts: readonly Node[], text: Step['pieces']): void {
  const { machine } = state;
  const reads = new Set<Binding>();
  const writes = new Set<Binding>();
  const mutated = new Set<Binding>();
  for (const part of parts) {
    for (const binding of machine.usage(part).reads) reads.add(binding);
    for (const binding of machine.usage(part).writes) writes.add(binding);
    for (const binding of mutatedIn(machine, part)) mutated.add(binding);
  }
  for (const binding of mutated) writes.add(binding);
  for (const binding of writes) if (machine.control.has(binding)) throw new NotControl(binding, 'it is changed by code that is kept as it is');
  const effect = parts.some((part) => hasEffect(machine, part)) || parts.length === 1 && assignsOutside(machine, parts[0]!);
  const only = parts.length === 1 ? parts[0]! : node;
  const expression = only.type === 'ExpressionStatement' ? only.expression : only;
  const detached = writes.size === 0 && (expression.type === 'CallExpression' || expression.type === 'NewExpression' || expression.type === 'AssignmentExpression');
  const replace = substitution(state);
  const needed = new Set<Binding>(mutated);
  for (const binding of reads) {
    const term = writes.has(binding) ? undefined : replace(binding);
    if (term) for (const inner of localsIn(term)) needed.add(inner);
    else needed.add(binding);
  }
  pushStep(state, { pieces: text, node, effect, reads: needed, writes, detached });
  touch(state, writes);
}

/** `counter = 1` where `counter` is the module's. */
function assignsOutside(machine: Machine, node: Node): boolean {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'Identifier') return false;
  const binding = machine.graph.bindingOf(node.left as unknown as Node);
  return !binding || !machine.graph.isLocal(binding);
}

function writtenIn(machine: Machine, node: Node): ReadonlySet<Node> {
  const found = new Set<Node>();
  const stack = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === 'Identifier' && machine.graph.bindingOf(at)?.assignments.includes(at)) found.add(at);
    stack.push(...children(at));
  }
  return found;
}

/** After kept code, what it has written is only known when it has run. */
function touch(state: Run, written: ReadonlySet<Binding>): void {
  for (const binding of written) if (state.machine.graph.isLocal(binding)) state.env.set(binding, late(state, binding));
}

/** The locals whose objects a statement changes in place: `stack.push(x)`, `model.on = true`. */
function mutatedIn(machine: Machine, node: Node): Set<Binding> {
  const found = new Set<Binding>();
  const stack = [node];
  const base = (at: Node): void => {
    let inner = at;
    while (inner.type === 'MemberExpression' || inner.type === 'TSNonNullExpression' || inner.type === 'TSAsExpression') inner = inner.type === 'MemberExpression' ? inner.object : inner.expression;
    const binding = inner.type === 'Identifier' ? machine.graph.bindingOf(inner) : undefined;
    if (binding && machine.graph.isLocal(binding)) found.add(binding);
  };
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === 'AssignmentExpression' && at.left.type === 'MemberExpression') base(at.left);
    if (at.type === 'UpdateExpression' && at.argument.type === 'MemberExpression') base(at.argument);
    if (at.type === 'UnaryExpression' && at.operator === 'delete') base(at.argument);
    if (at.type === 'CallExpression' && at.callee.type === 'MemberExpression' && at.callee.property.type === 'Identifier' && mutators.has(at.callee.property.name) && isCollection(machine, at.callee.object)) base(at.callee.object);
    stack.push(...children(at));
  }
  return found;
}

function isCollection(machine: Machine, node: Node): boolean {
  const type = machine.typing.ofNode(node);
  return type.kind === 'array' || (type.kind === 'instance' && (type.name === 'Map' || type.name === 'Set'));
}

/** Whether kept code does something outside the machine: any call that is not known, an assignment to what is not its own. */
export function hasEffect(machine: Machine, node: Node): boolean {
  const stack: Node[] = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === 'CallExpression') {
      const callee = at.callee;
      const inPlace = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && mutators.has(callee.property.name) && isCollection(machine, callee.object);
      if (inPlace) {
        stack.push(...at.arguments);
        continue;
      }
      if (!machine.pure(at)) return true;
    }
    if (at.type === 'NewExpression' && !machine.pure(at)) return true;
    if (at.type === 'TaggedTemplateExpression' || at.type === 'ThrowStatement') return true;
    if (at.type === 'AssignmentExpression' && at.left.type === 'Identifier') {
      const binding = machine.graph.bindingOf(at.left as unknown as Node);
      if (!binding || !machine.graph.isLocal(binding)) return true;
    }
    if (!isFunction(at)) stack.push(...children(at));
  }
  return false;
}

// --- Regions ------------------------------------------------------------------------------------------------------

/** Whether a statement without a `yield` stays whole: nothing later asks what it did, and it ends where it ends. */
function keeps(state: Run, node: Statement, block: BlockId): boolean {
  const { machine } = state;
  const inside = contents(node);
  if (inside.returns || inside.throws || inside.jumps.size > 0) return false;
  const asked = machine.asked(block);
  for (const binding of [...machine.usage(node).writes, ...mutatedIn(machine, node)]) {
    if (machine.control.has(binding)) return false;
    if (isDeclaredWithin(machine, binding, node)) continue;
    if (node.type !== 'IfStatement' && node.type !== 'SwitchStatement') continue;
    if (asked.has(binding)) return false;
  }
  if (node.type === 'IfStatement' && machine.pure(node.test) && known(state.knowledge, evaluate(scopeOf(state), node.test)) !== undefined) return false;
  if (node.type === 'SwitchStatement' && machine.pure(node.discriminant) && switchIsDecided(state, node)) return false;
  return true;
}

function switchIsDecided(state: Run, node: Statement & { type: 'SwitchStatement' }): boolean {
  const asked = evaluate(scopeOf(state), node.discriminant);
  for (const one of node.cases) {
    if (!one.test) continue;
    if (!state.machine.pure(one.test)) return false;
    const truth = known(state.knowledge, binary('===', asked, evaluate(scopeOf(state), one.test)));
    if (truth === true) return true;
    if (truth === undefined) return false;
  }
  return true;
}

function isDeclaredWithin(machine: Machine, binding: Binding, node: Node): boolean {
  return !machine.graph.temporaries.has(binding) && binding.identifier.start >= node.start && binding.identifier.end <= node.end;
}

function keep(state: Run, node: Statement, exit: BlockId): BlockId {
  keepStatement(state, node);
  return exit;
}

// --- Calls of the machine's own functions ---------------------------------------------------------------------------

function functionTerm(machine: Machine, binding: Binding): Term | undefined {
  const fixed = fixedValue(machine.graph, binding);
  return fixed && isFunction(fixed) ? { kind: 'function', node: fixed, source: [] } : undefined;
}

const bodies = new WeakMap<Node, Graph>();

/** `go('x')`, where `go` is a function of the machine: its body is run in place. */
function inline(state: Run, expression: Expression): { value: Term | undefined } | undefined {
  const { machine } = state;
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier') return undefined;
  const binding = machine.graph.bindingOf(expression.callee);
  const held = binding && machine.graph.isLocal(binding) ? (state.env.get(binding) ?? functionTerm(machine, binding)) : undefined;
  if (held?.kind !== 'function' || !isFunction(held.node)) return undefined;
  const fn = held.node as Node & { type: 'ArrowFunctionExpression' };
  if (!expression.arguments.every((argument) => argument.type !== 'SpreadElement' && machine.pure(argument))) return undefined;
  if (fn.async || (fn as { generator?: boolean }).generator || contents(fn.body as Node).waits) return undefined;
  const graph = bodies.get(fn) ?? lower(fn, machine.graph.module);
  bodies.set(fn, graph);
  const params = fn.params as readonly Node[];
  const values = expression.arguments.map((argument) => evaluate(scopeOf(state), argument as Node));
  const parts: { binding: Binding; term: Term }[] = [];
  for (const [at, param] of params.entries()) {
    const one = param.type === 'RestElement' || param.type === 'TSParameterProperty' ? undefined : takeApart(state, param, values[at] ?? undefinedTerm);
    if (!one) return undefined;
    parts.push(...one);
  }
  for (const part of parts) {
    pushStep(state, { pieces: [{ binding: part.binding }, ' = ', { term: part.term }], node: expression, effect: false, target: part.binding, reads: localsIn(part.term), writes: new Set([part.binding]), detached: false });
    state.env.set(part.binding, part.term);
  }
  const inner: Machine = { ...machine, graph: { ...machine.graph, blocks: graph.blocks, start: graph.start, bindingOf: (node) => machine.graph.bindingOf(node) ?? graph.bindingOf(node), isLocal: (one) => machine.graph.isLocal(one) || graph.temporaries.has(one), temporaries: new Set([...machine.graph.temporaries, ...graph.temporaries]) } };
  const end = run({ ...state, machine: inner }, graph.start);
  if (end.kind === 'return') return { value: end.value };
  throw new Unsupported(end.kind === 'throw' ? 'A throw inside a function of the machine' : 'A condition inside a function of the machine that only what has run can decide', fn);
}

// --- try ------------------------------------------------------------------------------------------------------------

function attempt(state: Run, instruction: Instruction & { kind: 'attempt' }): void {
  const { machine } = state;
  const risky = instruction.instruction;
  const free = risky.kind === 'bind' ? (!risky.value || machine.pure(risky.value)) && ((risky.target as Node).type === 'Identifier' || machine.pure(risky.value!)) : risky.kind === 'evaluate' ? isTame(state, risky.expression) : true;
  if (free) {
    execute(state, risky);
    state.env.set(instruction.failed, constantTerm({ kind: 'boolean', value: false }));
    return;
  }
  const usage = instructionUsage(risky, machine.usage, machine.graph);
  const node = instruction.node;
  for (const binding of usage.writes) if (machine.control.has(binding)) throw new NotControl(binding, 'it is set by code that may throw');
  const inner: Step['pieces'] = risky.kind === 'bind' ? [...((risky.target as Node).type === 'Identifier' ? [{ binding: machine.graph.bindingOf(risky.target as Node)! }] : pieces(state, risky.target as Node, writtenIn(machine, risky.target as Node))), ' = ', ...pieces(state, risky.value!)] : pieces(state, node, writtenIn(machine, node));
  const writes = new Set([...usage.writes, ...mutatedIn(machine, node), instruction.failed, instruction.error]);
  pushStep(state, {
    pieces: [{ binding: instruction.failed }, ' = false; try { ', ...inner, '; } catch (caught) { ', { binding: instruction.failed }, ' = true; ', { binding: instruction.error }, ' = caught; }'],
    label: ['try ', ...(risky.kind === 'bind' && (risky.target as Node).type !== 'Identifier' ? pieces(state, node, writtenIn(machine, node)) : inner)],
    node,
    effect: true,
    reads: new Set([...usage.reads].filter((binding) => substitution(state)(binding) === undefined)),
    writes,
    detached: false,
  });
  touch(state, writes);
}

/** Assignments of pure values to the machine's own variables cannot throw. */
function isTame(state: Run, expression: Expression): boolean {
  if (expression.type === 'UpdateExpression') return expression.argument.type === 'Identifier';
  if (expression.type === 'AssignmentExpression') return expression.left.type === 'Identifier' && state.machine.pure(expression.right);
  return state.machine.pure(expression);
}

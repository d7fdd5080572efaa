/**
 * One way through the graph, from a resumed `yield` to the next, or to the end: an interpreter whose values are terms.
 *
 * Where a condition is not decided by what is known, `decide` is asked, and whoever drives the run answers; the tree of
 * all answers is grown by `tree.ts`. Statements whose outcome nothing asks about are kept whole, as steps.
 */
import type { Block, BlockId, Graph } from '../../flow/graph.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { canConcretise, mustConcretise } from './concretise.ts';
import { askFirst, concretiseName, isAnswered, isSaid, nameWritten, type End, nameOf, naming, pureValue, said, shownValue } from './ending.ts';
import { evaluate } from './evaluate.ts';
import { attemptStatement, execute } from './execute.ts';
import { isFixed } from '../variables/fixed.ts';
import { isMade, truthOf } from '../values/fold.ts';
import { known, narrowed } from '../values/knowledge.ts';
import { spend, Unsupported } from '../machine.ts';
import { keepStatement } from './keep.ts';
import { keeps } from '../code/region.ts';
import { remember } from './remember.ts';
import { late, refuseSpoilt, type Run, scopeOf, versionOf, waitFor } from './state.ts';
import { choose, isSymbol, rememberAnswer } from './choose.ts';
import { symbolNamed } from '../values/place.ts';
import { constantTerm, isLate, looksAtArrival, someTerm, stripCasts, type Term, termSize, variablesOf, variableTerm } from '../values/term.ts';

const longestPath = 20_000;

/** How often one way may come back to a condition that nothing decides, without waiting in between. */
const mostUndecided = 24;

export interface Visit {
  readonly count: number;
  /** How long the condition was that nothing decided, the last time. */
  readonly size: number;
}

export function run(state: Run, start: BlockId): End {
  return runOn(state, atBlock(start));
}

/** Where a run has come to. */
export interface Progress {
  readonly block: BlockId;
  readonly visits: ReadonlyMap<BlockId, Visit>;
  /** How many more blocks it may go through. */
  readonly fuel: number;
  /** Whether what the block does is done, and only how it is left is open. */
  readonly isDone: boolean;
}

export function atBlock(block: BlockId): Progress {
  return { block, visits: new Map(), fuel: longestPath, isDone: false };
}

/** Says where a run has come to: as it is now, or as it is when something is next asked, where nothing changes before. */
export type Mark = (progress: () => Progress, when: 'now' | 'asked') => void;

/** Goes on with a run; `mark` is told before something is asked where a block is left. */
export function runOn(state: Run, from: Progress, mark?: Mark): End {
  const { graph, maxValues } = state.machine;
  const visits = new Map(from.visits);
  let { block: at, fuel, isDone } = from;
  const progress = (): Progress => ({ block: at, visits: new Map(visits), fuel, isDone: true });
  const here = (when: 'now' | 'asked'): void => mark?.(progress, when);
  for (; fuel > 0; fuel--) {
    const block = graph.blocks[at]!;
    if (!isDone) {
      const before = visits.get(at) ?? unvisited;
      visits.set(at, { count: before.count + 1, size: before.size });
      spend(state.machine, block.terminal.kind === 'branch' ? 4 : 1);
      if (before.count >= maxValues * 4) break;
      for (const instruction of block.instructions) execute(state, instruction);
    }
    isDone = false;
    const next = leaveBlock(state, block, visits, here);
    if (typeof next !== 'number') return next;
    at = next;
  }
  throw new Unsupported('A loop without a yield', loopAround(graph, at), true);
}

const unvisited: Visit = { count: 0, size: Infinity };

/** `spot === twin`, of objects that were made on the way: which is which only the code that runs can say. */
function comparesObjects(term: Term): boolean {
  return term.kind === 'binary' && /^[!=]==?$/.test(term.operator) && isMade(stripCasts(term.left)) && isMade(stripCasts(term.right));
}

/** Which of several symbols is yielded. */
function chosenSymbol(state: Run, value: Term): Term {
  const bare = stripCasts(value);
  return bare.kind === 'conditional' ? chosenSymbol(state, known(state.knowledge, bare.test) ?? state.decide(bare.test) ? bare.then : bare.else) : value;
}

/** The loop that the block is part of, by the first code on the way on. */
function loopAround(graph: Graph, block: BlockId): Node {
  let node: Node | undefined;
  for (let at: BlockId | undefined = block, left = graph.blocks.length; at !== undefined && !node && left > 0; left--) {
    const { instructions, terminal }: Block = graph.blocks[at]!;
    node = instructions[0]?.node ?? ('node' in terminal ? terminal.node : undefined);
    at = terminal.kind === 'goto' ? terminal.target : undefined;
  }
  for (let at = node; at; at = graph.parentOf(at)) if (/^(?:While|DoWhile|For)Statement$/.test(at.type)) return at;
  return node ?? graph.fn;
}

/**
 * A loop that counts, or whose condition only gets longer, goes round in a choice: how often it has been round is not known in
 * advance, nor what it has set by then. What the choice asks, it asks of the variables by their names.
 */
function again(state: Run, block: BlockId, test: Expression): End {
  const { control, graph } = state.machine;
  const scope = scopeOf(state);
  const asked = evaluate({ ...scope, held: undefined, valueOf: (binding) => (control.has(binding) || isFixed(graph, binding) || !state.env.has(binding) ? scope.valueOf(binding) : variableTerm(binding)) }, test);
  for (const binding of variablesOf(asked)) waitFor(state, binding);
  for (const binding of state.env.keys()) {
    if (control.has(binding) || versionOf(state, binding) === 0) continue;
    state.env.set(binding, late(state, binding));
    state.definitions.delete(binding);
  }
  return { kind: 'choice', block, test: asked };
}

/** `mark` is called while all is still as it was when the block was done. */
function leaveBlock(state: Run, block: Block, visits: Map<BlockId, Visit>, mark: (when: 'now' | 'asked') => void): BlockId | End {
  const { machine } = state;
  const { terminal } = block;
  switch (terminal.kind) {
    case 'goto':
      return terminal.target;
    case 'unsupported':
      throw new Unsupported(terminal.construct, terminal.node, false, terminal.deeper);
    case 'region':
      if (!keeps(state, terminal.node, block.id, terminal.guarded !== undefined)) return terminal.enter;
      if (terminal.guarded) attemptStatement(state, terminal.node, terminal.guarded);
      else keepStatement(state, terminal.node);
      return terminal.exit;
    case 'branch': {
      const visit = visits.get(block.id)!;
      const looked = machine.answers(terminal.test) && !isAnswered(state, terminal.test) ? truthOf(evaluate(scopeOf(state), terminal.test)) : undefined;
      const asked = looked && (machine.pure(terminal.test) || known(state.knowledge, looked) !== undefined) ? looked : undefined;
      const isPlain = asked !== undefined && !someTerm(asked, comparesObjects);
      if (!isPlain) mark('now');
      const term = isPlain ? asked : askFirst(state, terminal.test);
      if (state.spoilt.size > 0 && looksAtArrival(term)) refuseSpoilt(terminal.node);
      const decided = known(state.knowledge, term);
      if (decided === undefined && !machine.isUnfolding && isLate(term)) {
        for (const binding of variablesOf(term)) waitFor(state, binding);
        return { kind: 'choice', block: block.id, test: narrowed(state.knowledge, term) };
      }
      if (decided === undefined && visit.count > 1 && (terminal.counts || termSize(term) > visit.size)) return again(state, block.id, terminal.test);
      if (decided === undefined) visits.set(block.id, { count: visit.count, size: termSize(term) });
      if (decided === undefined && visit.count > mostUndecided) throw new Unsupported('A loop without a yield', terminal.node, true);
      if (decided === undefined && isPlain) mark('asked');
      const taken = decided ?? state.decide(term);
      remember(state, terminal.test, term, taken);
      return taken ? terminal.then : terminal.else;
    }
    case 'yield': {
      if (terminal.value) mark(isSaid(machine, terminal.value) ? 'asked' : 'now');
      const written = terminal.value && nameWritten(state, terminal.value);
      let value = terminal.value ? pureValue(state, terminal.value, 'yielded') : undefined;
      if (value && isSymbol(value)) {
        choose(state, terminal.value!);
        value = chosenSymbol(state, value);
      }
      const symbol = value && symbolNamed(value);
      if (symbol !== undefined) return { kind: 'wait', block: block.id, value: constantTerm({ kind: 'string', value: symbol }), named: true, shown: value };
      const name = written && !machine.nameless.has(terminal.node) ? written : value !== undefined && !machine.nameless.has(terminal.node) ? nameOf(state, terminal.value!, value) : undefined;
      const named = name !== undefined && canConcretise(machine, state.knowledge, name) && naming(name);
      if (named) choose(state, terminal.value!);
      const label = named ? concretiseName(state, name) : undefined;
      if (label) rememberAnswer(state, terminal.value!);
      return { kind: 'wait', block: block.id, value: label, named, shown: label?.kind === 'constant' && name === value ? label : terminal.value ? shownValue(state, terminal.value, label, value!) : undefined };
    }
    case 'return': {
      const value = terminal.value ? pureValue(state, terminal.value, 'returned') : undefined;
      const finite = value !== undefined && stripCasts(value).kind === 'conditional' && canConcretise(machine, state.knowledge, value);
      if (value && (finite || stripCasts(value).kind === 'constant')) choose(state, terminal.value!);
      const constant = finite ? mustConcretise(machine, state.knowledge, value, state.decide) : value;
      return { kind: 'return', value: constant, code: terminal.value ? said(state, terminal.value, constant) : undefined, node: terminal.node };
    }
    case 'throw':
      return { kind: 'throw', code: said(state, terminal.value, pureValue(state, terminal.value, 'thrown')), node: terminal.node };
  }
}

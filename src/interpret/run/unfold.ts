/**
 * A call of a pure function of the machine's module → what it comes to, as a term of conditions:
 *
 *     after(light)   →   light === 'RED' ? 'GREEN' : light === 'GREEN' ? 'YELLOW' : 'RED'
 *
 * Only asked for where the value has to be one of finitely many; a guard keeps the call.
 */
import { lower } from '../../flow/lower/lower.ts';
import type { BlockId, Graph } from '../../flow/graph.ts';
import type { Binding, Module } from '../../syntax/module.ts';
import type { Found } from '../../syntax/project.ts';
import { functionBehind, tableBehind } from '../../syntax/constants/stands-for.ts';
import type { Node } from '../../syntax/tree.ts';
import type { End } from './ending.ts';
import { readIn, withoutNames } from '../code/elsewhere.ts';
import { evaluate } from './evaluate.ts';
import { isFixed } from '../variables/fixed.ts';
import { binary, conditional, constantIn } from '../values/fold.ts';
import { assume, known } from '../values/knowledge.ts';
import { type Machine, NotControl, Unsupported } from '../machine.ts';
import { createKnowledge, type Knowledge, resolve } from '../values/possible.ts';
import type { Run } from './state.ts';
import { someTerm, type Term, termSize, undefinedTerm } from '../values/term.ts';
import { termKey } from '../values/term-text.ts';
import { grow, TooManyWays, type Tree } from '../tree.ts';
import { largestTerm } from './worth.ts';

/** `valueOf`: what the variables are worth that a function of the machine's own reads. */
export type Unfold = (knowledge: Knowledge, call: Term & { kind: 'call' }, valueOf?: (binding: Binding) => Term) => Term | undefined;

const most = 64;
const largestUnfolded = 2000;

/** How many calls one call is followed into, and how deep. */
const mostCalls = 100;
const deepest = 50;

interface Busy {
  depth: number;
  calls: number;
}

export function createUnfold(machine: Machine, run: (state: Run, start: BlockId) => End, busy: Busy = { depth: 0, calls: 0 }): Unfold {
  const graphs = new Map<Node, Graph>();
  const inners = new Map<Node, Machine>();
  const unfold: Unfold = (knowledge, call, valueOf) => {
    if (busy.depth === 0) busy.calls = 0;
    if (busy.depth >= deepest || ++busy.calls > mostCalls) return undefined;
    const found = call.isNew ? undefined : call.callee.kind === 'function' && valueOf ? { fn: call.callee.node, module: machine.graph.moduleOf(call.callee.node) } : call.callee.kind === 'module' ? functionOf(machine, call.callee.binding) : entryOf(machine, knowledge, call.callee);
    // What a function that calls itself is given grows each time.
    if (!found || call.arguments.some((given) => termSize(given) > largestTerm)) return undefined;
    const { fn, module } = found;
    const graph = graphs.get(fn) ?? lower(fn as never, module);
    graphs.set(fn, graph);
    const isElsewhere = !machine.graph.modules.includes(module);
    const inner = inners.get(fn) ?? (isElsewhere ? lookingInto(readIn(machine, graph), run, busy) : within(machine, graph));
    inners.set(fn, inner);
    busy.depth++;
    try {
      const whole = toTerm(grow((answer) => walk(inner, graph, call, knowledge, answer, run, valueOf), most));
      const unfolded = isElsewhere ? whole && withoutNames(whole, call.arguments) : whole;
      return unfolded && termSize(unfolded) <= largestUnfolded && saysOnly(unfolded, valueOf ? [] : call.arguments) ? unfolded : undefined;
    } catch (error) {
      if (error instanceof Unsupported || error instanceof NotControl || error instanceof TooManyWays) return undefined;
      throw error;
    } finally {
      busy.depth--;
    }
  };
  return (knowledge, call, valueOf) => {
    // What comes of a call in the middle of another depends on how much that one may still do.
    if (valueOf || busy.depth > 0) return unfold(knowledge, call, valueOf);
    const key = termKey(call);
    if (!knowledge.unfolded.has(key)) knowledge.unfolded.set(key, unfold(knowledge, call));
    return knowledge.unfolded.get(key);
  };
}

/** The machine, as far as code of a function of its module is concerned. */
function within(machine: Machine, graph: Graph): Machine {
  return {
    ...machine,
    asked: () => true,
    isUnfolding: true,
    graph: { ...graph, isLocal: (binding) => graph.isLocal(binding) || machine.graph.isLocal(binding), bindingOf: (node) => graph.bindingOf(node) ?? machine.graph.bindingOf(node) },
  };
}

function lookingInto(subject: Omit<Machine, 'unfold'>, run: (state: Run, start: BlockId) => End, busy: Busy): Machine {
  const machine: Machine = { ...subject, unfold: (knowledge, call, valueOf) => unfold(knowledge, call, valueOf) };
  const unfold = createUnfold(machine, run, busy);
  return machine;
}

function walk(machine: Machine, graph: Graph, call: Term & { kind: 'call' }, knowledge: Knowledge, answer: (test: Term) => boolean, run: (state: Run, start: BlockId) => End, valueOf?: (binding: Binding) => Term): Term | undefined {
  const local = createKnowledge(knowledge.typing, knowledge.entries);
  const decide = (term: Term): boolean => {
    const taken = answer(term);
    assume(local, term, taken);
    return taken;
  };
  const env = new Map<Binding, Term>();
  if (valueOf) for (const binding of machine.usage(graph.fn as Node).reads) if (!isFixed(machine.graph, binding)) env.set(binding, valueOf(binding));
  for (const [at, binding] of graph.parameters.entries()) env.set(binding, argument(machine, graph.fn.params[at] as Node, call.arguments.slice(at), env, local));
  const end = run({ machine, env, knowledge: local, steps: [], tested: [], versions: { last: new Map(), count: 0 }, definitions: new Map(), captured: new Set(), exposed: new Map(), spoilt: new Set(), decide, run }, graph.start);
  return end.kind === 'return' ? end.value : undefined;
}

/** Whether what is only known when code has run is what the call was given, and nothing of the function's own. */
function saysOnly(unfolded: Term, given: readonly Term[]): boolean {
  const late = new Set<string>();
  for (const term of given) {
    someTerm(term, (inner) => {
      if (inner.kind === 'late') late.add(termKey(inner));
      return false;
    });
  }
  return !someTerm(unfolded, (inner) => inner.kind === 'late' && !late.has(termKey(inner)));
}

/** What a parameter takes: its default where the argument is `undefined`, all that are left where it is `...rest`. */
function argument(machine: Machine, parameter: Node, given: readonly Term[], env: ReadonlyMap<Binding, Term>, knowledge: Knowledge): Term {
  if (parameter.type === 'RestElement') return { kind: 'array', items: given };
  const [value = undefinedTerm] = given;
  if (parameter.type !== 'AssignmentPattern') return value;
  const isAbsent = binary('===', value, undefinedTerm);
  const absent = known(knowledge, isAbsent);
  if (absent === false) return value;
  if (!machine.pure(parameter.right)) throw new Unsupported('A default with an effect', parameter);
  const fallback = evaluate({ machine, knowledge, valueOf: (binding) => env.get(binding) ?? undefinedTerm }, parameter.right);
  return absent ? fallback : conditional(isAbsent, fallback, value);
}

function toTerm(tree: Tree<Term | undefined>): Term | undefined {
  if (tree.kind === 'leaf') return tree.leaf;
  const [yes, no] = [toTerm(tree.yes), toTerm(tree.no)];
  return yes && no ? conditional(tree.test, yes, no) : undefined;
}

function functionOf(machine: Machine, binding: Binding): { fn: Node; module: Module } | undefined {
  return functionAt(machine.project.lookup(binding, machine.graph.homeOf(binding)));
}

function functionAt(at: Found | undefined): { fn: Node; module: Module } | undefined {
  if (!at || !('binding' in at)) return undefined;
  const declaration = at.binding.declarations[0];
  const fn = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  return fn?.type === 'FunctionDeclaration' || fn?.type === 'ArrowFunctionExpression' ? { fn, module: at.module } : undefined;
}

/** `program.washing` or `program[phase]`, of a table of the module or `import * as program`, where the key is known. */
function entryOf(machine: Machine, knowledge: Knowledge, callee: Term): { fn: Node; module: Module } | undefined {
  if ((callee.kind !== 'member' && callee.kind !== 'index') || callee.object.kind !== 'module') return undefined;
  const home = machine.graph.homeOf(callee.object.binding);
  const key = callee.kind === 'member' ? callee.property : constantIn(resolve(knowledge, callee.index));
  const name = typeof key === 'string' ? key : key && (key.kind === 'string' || key.kind === 'number') ? String(key.value) : undefined;
  const space = name === undefined ? undefined : machine.project.namespace(callee.object.binding, home);
  if (space) return functionAt(machine.project.lookupExport(name!, space));
  const table = name === undefined ? undefined : tableBehind(callee.object.node, home, machine.project);
  const entry = table?.entries.find((one) => String(one.key) === name);
  const found = entry && table && functionBehind(entry.node, table.module, machine.project);
  return found && !found.fn.generator ? { fn: found.fn as Node, module: found.module } : undefined;
}

/**
 * Every configuration the machine can be in, and the ways out of each: a worklist, memoised by configuration.
 *
 * Beside each configuration stand its facts: conditions that hold on every way into it. They start from the first way in
 * and only shrink, and whoever loses one is explored anew; so they never split a state.
 */
import type { Constant } from '../chart/chart.ts';
import { constantText } from '../chart/label.ts';
import type { BlockId } from '../flow/graph.ts';
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { type Arrival, arrivalKey, learn } from './arrival.ts';
import { isStatic, mustConcretise } from './run/concretise.ts';
import { type End, nameEntry } from './run/ending.ts';
import { common, type Fact, factsAt, sharing } from './fact.ts';
import { constantAt, learnFields } from './variables/field.ts';
import { isFixed } from './variables/fixed.ts';
import { isMade } from './values/fold.ts';
import { Ended } from './run/inline.ts';
import { assume, narrowed } from './values/knowledge.ts';
import { type Machine, NotControl, spend } from './machine.ts';
import { createKnowledge } from './values/possible.ts';
import { rememberPresence, spellOut } from './run/remember.ts';
import { atBlock, type Mark, type Progress, run, runOn } from './run/run.ts';
import { copyOf, type Run, type Tested, type Versions } from './run/state.ts';
import { isPlain, type Step } from './run/step.ts';
import { bindingKey, constantTerm, isLate, mapTerm, someTerm, stripCasts, type Term, termSize, variablesOf, variableTerm } from './values/term.ts';
import { termKey } from './values/term-text.ts';
import { grow, leaves, type Tree } from './tree.ts';
import { createRunsAway, type RunsAway } from './variables/runaway.ts';
import { createUnfold } from './run/unfold.ts';

export interface Configuration {
  readonly key: string;
  readonly kind: 'start' | 'wait' | 'choice';
  readonly block: BlockId;
  readonly control: ReadonlyMap<Binding, Term>;
  /** The name of the state, where what it yields is a constant (or an object that has one). */
  readonly label: Constant | undefined;
  /** What it yields: a constant, or a term over the context. */
  readonly shown: Term | undefined;
  /** The bindings that are remembered here. */
  readonly live: ReadonlySet<Binding>;
  /** In a choice: what arrived before, and the names that stand for parts of it. */
  readonly arrived: Arrival | undefined;
  readonly carried: ReadonlyMap<Binding, Term>;
  /** In a choice: what is asked. */
  readonly test: Term | undefined;
}

export interface Way {
  readonly end: End;
  /** The configuration it leads to; none where it ends. */
  readonly target: string | undefined;
  readonly steps: readonly Step[];
  /** Of a way in: what each variable is worth at its end. */
  readonly env: ReadonlyMap<Binding, Term>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Of a way in: the bindings that were given a value on it. */
  readonly changed: ReadonlySet<Binding>;
}

export interface Explored {
  readonly configurations: ReadonlyMap<string, Configuration>;
  readonly ways: ReadonlyMap<string, readonly { readonly arrival: Arrival | undefined; readonly tree: Tree<Way> }[]>;
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Fact>>;
}

/** More configurations than the limit. */
export class NotFinite extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super(`more than ${limit} configurations`);
    this.limit = limit;
  }
}

/** How often the facts of a configuration may be said in weaker words; then they only get fewer. */
const mostMeetings = 12;

/** Where there are few `yield`s; a long line of them has one for each at least. */
const mostConfigurations = 5000;
const mostWays = 500;

export function explore(subject: Omit<Machine, 'unfold'>, arrivalsAt: (block: BlockId) => readonly Arrival[]): Explored {
  const machine: Machine = { ...subject, unfold: (knowledge, call, valueOf) => unfold(knowledge, call, valueOf) };
  const unfold = createUnfold(machine, run);
  const configurations = new Map<string, Configuration>();
  const facts = new Map<string, ReadonlyMap<string, Fact>>();
  const met = new Map<string, number>();
  const ways = new Map<string, { arrival: Arrival | undefined; tree: Tree<Way> }[]>();
  const values = new Map<Binding, Map<string, Term>>();
  const runsAway = createRunsAway(machine.graph);
  const labels = new Map<BlockId, Set<string>>();
  const start: Configuration = { key: 'start', kind: 'start', block: machine.graph.start, control: new Map(), label: undefined, shown: undefined, live: new Set(), arrived: undefined, carried: new Map(), test: undefined };
  configurations.set(start.key, start);
  facts.set(start.key, new Map());

  const limit = Math.max(mostConfigurations, 4 * machine.graph.blocks.filter(({ terminal }) => terminal.kind === 'yield').length);
  const pending = new Set<string>([start.key]);
  for (const key of pending) {
    pending.delete(key);
    const from = configurations.get(key)!;
    const all = waysFrom(machine, from, facts.get(key)!, from.kind === 'wait' ? arrivalsAt(from.block) : [undefined], (configuration) => {
      if (!configurations.has(configuration.key)) {
        configurations.set(configuration.key, configuration);
        if (configurations.size > limit) throw new NotFinite(limit);
        countValues(machine, values, configuration, runsAway);
        countNames(machine, labels, values, configuration);
      }
    }, (target) => facts.get(target));
    ways.set(key, all);
    machine.spent.walks += all.reduce((sum, one) => sum + leaves(one.tree).length, 0);
    for (const way of all.flatMap((one) => leaves(one.tree))) {
      if (way.target === undefined) continue;
      const before = facts.get(way.target);
      const meetings = (met.get(way.target) ?? 0) + 1;
      const now = before ? common(machine, before, way.facts, meetings <= mostMeetings) : way.facts;
      if (now === before) continue;
      met.set(way.target, meetings);
      facts.set(way.target, now);
      pending.add(way.target);
    }
  }
  return { configurations, ways, facts };
}

function countValues(machine: Machine, values: Map<Binding, Map<string, Term>>, configuration: Configuration, runsAway: RunsAway): void {
  for (const [binding, term] of configuration.control) {
    const seen = values.get(binding) ?? new Map<string, Term>();
    values.set(binding, seen.set(termKey(term), term));
    if (seen.size <= machine.maxValues && (seen.size % FEW > 0 || !runsAway(seen.values()))) continue;
    // Those that are changed together have as many: they need not be found out one after the other.
    const also = [...values].flatMap(([other, more]) => (other !== binding && (more.size >= machine.maxValues || runsAway(more.values())) ? [other] : []));
    throw new NotControl(binding, `it has more than ${machine.maxValues} values`, also);
  }
}

/** How often it is asked whether a number has an end. */
const FEW = 4;

/** Where one `yield` has more names than anyone would read, what they are made of is remembered instead. */
function countNames(machine: Machine, labels: Map<BlockId, Set<string>>, values: ReadonlyMap<Binding, ReadonlyMap<string, Term>>, configuration: Configuration): void {
  if (!configuration.label) return;
  const seen = labels.get(configuration.block) ?? new Set<string>();
  labels.set(configuration.block, seen.add(constantText(configuration.label)));
  if (seen.size <= machine.maxValues) return;
  // What arrived may be yielded at once: then there is nothing to remember, and a state for each is what it is.
  const [most] = [...configuration.control.keys()].sort((a, b) => values.get(b)!.size - values.get(a)!.size);
  if (most) throw new NotControl(most, `the name has more than ${machine.maxValues} values`);
}

/** Where a run has come to, and what it was then. */
interface Place {
  readonly state: Run;
  readonly progress: Progress;
}

function waysFrom(machine: Machine, from: Configuration, facts: ReadonlyMap<string, Fact>, arrivals: readonly (Arrival | undefined)[], found: (configuration: Configuration) => void, expected: (key: string) => ReadonlyMap<string, Fact> | undefined): { arrival: Arrival | undefined; tree: Tree<Way> }[] {
  return arrivals.map((arrival) => ({
    arrival,
    tree: grow<Way, Place>((answer, place, mark) => {
      spend(machine, 40 + from.live.size + facts.size);
      const { state, progress } = place ? goingOn(place, answer) : begin(machine, from, facts, arrival, answer);
      const end = runToEnd(state, progress, (reached, when) => {
        const place = (): Place => ({ state: copyOf(state), progress: reached() });
        const now = when === 'now' ? place() : undefined;
        mark(now ? () => now : place);
      });
      return arrive(machine, from, arrival ?? from.arrived, facts, state, end, found, expected);
    }, mostWays),
  }));
}

function goingOn({ state, progress }: Place, answer: (test: Term) => boolean): Place {
  const copy = copyOf(state);
  return { state: { ...copy, decide: deciding(copy, answer) }, progress };
}

/** What asks, notes what was answered, and knows it from then on. */
function deciding({ knowledge, tested }: Pick<Run, 'knowledge' | 'tested'>, answer: (test: Term) => boolean): (term: Term) => boolean {
  return (term) => {
    const taken = answer(narrowed(knowledge, term));
    assume(knowledge, term, taken);
    if (!isLate(term)) tested.push({ term, value: taken, since: 0 });
    return taken;
  };
}

/** A run as it begins: the variables are what they are in the configuration, its facts are known, and so is what has arrived. */
function begin(machine: Machine, from: Configuration, facts: ReadonlyMap<string, Fact>, arrival: Arrival | undefined, answer: (test: Term) => boolean): Place {
  const knowledge = createKnowledge(machine.typing);
  const env = new Map<Binding, Term>();
  const steps: Step[] = [];
  const versions: Versions = { last: new Map(), count: 0 };
  for (const binding of from.live) if (!isFixed(machine.graph, binding)) env.set(binding, variableTerm(binding));
  for (const [binding, term] of from.control) env.set(binding, term);
  for (const [binding, term] of from.carried) {
    env.set(binding, term);
    // Not yet remembered; it is where a later step reads it.
    steps.push({ pieces: [{ binding }, ' = ', { term }], target: binding, reads: new Set(), writes: new Set([binding]), effect: false, detached: false, node: machine.graph.fn as Node });
  }
  if (from.kind === 'start') for (const [binding, term] of parameters(machine)) env.set(binding, term);
  const terminal = machine.graph.blocks[from.block]!.terminal;
  let block = from.block;
  const about = arrival ?? from.arrived;
  if (about) learn(knowledge, about, 'event');
  if (arrival && terminal.kind === 'yield') {
    const way = arrival.kind === 'throw' ? terminal.thrown && { target: terminal.thrown.target, holder: terminal.thrown.error } : arrival.kind === 'return' ? terminal.returned && { target: terminal.returned.target, holder: terminal.returned.value } : { target: terminal.resume, holder: terminal.received };
    if (!way) throw new Error('Something arrives that nothing takes');
    block = way.target;
    const term: Term = { kind: 'arrived', what: arrival.kind === 'throw' ? 'error' : arrival.kind === 'return' ? 'returned' : 'event', name: way.holder.name };
    env.set(way.holder, term);
    // Remembered, where a later step reads it.
    steps.push({ pieces: [{ binding: way.holder }, ' = ', { term: narrowed(knowledge, term) }], target: way.holder, reads: new Set(), writes: new Set([way.holder]), effect: false, detached: false, node: terminal.node });
    versions.last.set(way.holder, ++versions.count);
  }
  learnFields({ machine, env, knowledge }, from.control);
  for (const fact of facts.values()) {
    assume(knowledge, fact.term, fact.value);
    for (const [other, same] of sharing(fact)) if (env.has(other)) env.set(other, same);
  }
  const tested: Tested[] = [];
  const decide = deciding({ knowledge, tested }, answer);
  if (from.kind === 'start') for (const binding of machine.graph.parameters) if (machine.control.has(binding)) env.set(binding, mustConcretise(machine, knowledge, env.get(binding)!, decide));
  const state: Run = { machine, env, knowledge, steps, tested, versions, definitions: new Map(), captured: new Set(), exposed: new Map(), spoilt: new Set(), run, decide };
  for (const { term, value } of facts.values()) {
    if (value && term.kind === 'binary' && term.operator === '===' && term.left.kind === 'variable' && term.right.kind !== 'constant') state.definitions.set(term.left.binding, { term: term.right, since: versions.count });
  }
  for (const [binding, term] of from.carried) {
    rememberPresence(state, binding, term);
    state.definitions.set(binding, { term, since: versions.count });
  }
  return { state, progress: atBlock(block) };
}

function runToEnd(state: Run, progress: Progress, mark: Mark): End {
  try {
    return runOn(state, progress, mark);
  } catch (error) {
    if (error instanceof Ended) return error.end;
    throw error;
  }
}

/** The parameters, as variables of the context. */
function parameters(machine: Machine): Map<Binding, Term> {
  return new Map(machine.graph.parameters.map((binding) => [binding, variableTerm(binding)]));
}

const none: ReadonlySet<Binding> = new Set();

function arrive(machine: Machine, from: Configuration, arrival: Arrival | undefined, facts: ReadonlyMap<string, Fact>, state: Run, end: End, found: (configuration: Configuration) => void, expected: (key: string) => ReadonlyMap<string, Fact> | undefined): Way {
  const changed = from.kind === 'start' ? new Set(state.versions.last.keys()) : none;
  const env = from.kind === 'start' ? state.env : new Map<Binding, Term>();
  if (end.kind !== 'wait' && end.kind !== 'choice') return { end, target: undefined, steps: state.steps, env, facts: new Map(), changed };
  spend(machine, state.tested.length + state.steps.length);
  const live = new Set(end.kind === 'wait' ? machine.live.whileWaiting(end.block) : machine.live.at(end.block));
  if (end.kind === 'wait' && end.shown) for (const binding of variablesOf(end.shown)) live.add(binding);
  if (end.kind === 'choice') for (const binding of variablesOf(end.test)) live.add(binding);
  spend(machine, live.size);
  for (const binding of live) if (isFixed(machine.graph, binding)) live.delete(binding);

  const control = new Map<Binding, Term>();
  const carried = new Map<Binding, Term>();
  // What is asked of a temporary is asked of what it stands for, as long as that is still the same.
  const speltOut = new Map(end.kind === 'choice' ? [...live].flatMap((binding) => standsFor(state, binding)) : []);
  for (const [binding, term] of speltOut) {
    if (!carries(machine, end.block, binding, term)) continue;
    carried.set(binding, term);
    live.delete(binding);
    for (const other of variablesOf(term)) live.add(other);
  }
  for (const binding of [...live].sort((a, b) => a.identifier.start - b.identifier.start)) {
    const term = state.env.get(binding);
    const held = term && machine.control.has(binding) ? stripCasts(term) : undefined;
    if (held && isStatic(held)) {
      control.set(binding, held);
      live.delete(binding);
    } else if (end.kind === 'choice' && term && isPlain(term) && carries(machine, end.block, binding, term)) {
      carried.set(binding, term);
      live.delete(binding);
    }
  }
  for (const field of [...live].flatMap((binding) => machine.fields.get(binding) ?? [])) {
    const constant = constantAt(state, field);
    if (!constant) throw new NotControl(field.holder, 'its value is only known at run time');
    control.set(field.holder, constantTerm(constant));
  }
  const label = end.kind === 'wait' ? labelOf(end) : undefined;
  const shown = end.kind === 'wait' ? end.shown : undefined;
  const key = [
    end.kind,
    end.block,
    ...[...control].map(([binding, term]) => `${bindingKey(binding)}=${termKey(term)}`).sort(),
    label ? constantText(label) : '',
    shown ? termKey(shown) : '',
    ...(end.kind === 'choice' ? [arrivalKey(arrival), ...[...carried].map(([binding, term]) => `${bindingKey(binding)}=${termKey(term)}`).sort()] : []),
  ].join('|');
  found({ key, kind: end.kind, block: end.block, control, label, shown, live, arrived: end.kind === 'choice' ? arrival : undefined, carried, test: end.kind === 'choice' ? present(end.test) : undefined });
  return { end, target: key, steps: state.steps, env, facts: factsAt(state, facts, live, end.kind === 'choice', expected(key) ?? new Map()), changed };
}

/** The expression that a temporary was set to, where it can be evaluated again, over the variables as they are now. */
function standsFor(state: Run, binding: Binding): [Binding, Term][] {
  const { graph, control } = state.machine;
  const worth = state.env.get(binding);
  if (!graph.temporaries.has(binding) || control.has(binding) || !worth || isPlain(worth)) return [];
  const spelt = spellOut(state, binding);
  if (spelt?.kind === 'variable') return [];
  // What is put in for a name in the choice is put in here.
  const term = spelt && mapTerm(spelt, (inner) => (inner.kind === 'variable' && isPlain(state.env.get(inner.binding) ?? inner) ? state.env.get(inner.binding)! : inner));
  return term && termSize(term) <= longestSpelt && !isMade(stripCasts(term)) && !someTerm(term, (inner) => inner.kind === 'late' || (inner.kind === 'call' && inner.isNew)) ? [[binding, term]] : [];
}

const longestSpelt = 40;

/** How many values of a local a choice is told apart by, before it is remembered instead: a loop may count it up for ever. */
const mostCarried = 8;

function carries(machine: Machine, block: BlockId, binding: Binding, term: Term): boolean {
  const key = `${block} ${bindingKey(binding)}`;
  const seen = machine.carried.get(key) ?? new Set<string>();
  machine.carried.set(key, seen.add(termKey(term)));
  return seen.size <= mostCarried;
}

/** What is asked in a choice is asked of the variables as they are then. */
function present(test: Term): Term {
  return mapTerm(test, (inner) => (inner.kind === 'late' ? (inner.as === undefined ? variableTerm(inner.binding) : { ...variableTerm(inner.binding), as: inner.as }) : inner));
}

function labelOf(end: End & { kind: 'wait' }): Constant | undefined {
  if (!end.named || !end.value) return undefined;
  const bare = stripCasts(end.value);
  const name = bare.kind === 'object' ? nameEntry(bare) : bare;
  return name?.kind === 'constant' ? name.constant : undefined;
}

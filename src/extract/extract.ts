/**
 * Configurations and the ways between them → the chart: which are one state, what it is called, what is drawn.
 */
import type { Chart, Constant, Parameter, Place, State, Transition, Trigger, Value, Variable } from '../chart/chart.ts';
import { type Code, codeText, type Reference } from '../chart/code.ts';
import { constantText } from '../chart/label.ts';
import type { Graph } from '../flow/graph.ts';
import { type Arrival, learned } from '../interpret/arrival.ts';
import type { Configuration, Explored, Way } from '../interpret/explore.ts';
import { constantIn } from '../interpret/values/fold.ts';
import { known } from '../interpret/values/knowledge.ts';
import type { Machine } from '../interpret/machine.ts';
import type { Knowledge } from '../interpret/values/possible.ts';
import { looksAtArrival, stripCasts, type Term } from '../interpret/values/term.ts';
import { codeOf, termKey, termPieces } from '../interpret/values/term-text.ts';
import { leaves, mapLeaves, type Tree } from '../interpret/tree.ts';
import { commentAbove } from '../syntax/comment.ts';
import { placeOf } from '../syntax/lines.ts';
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import type { Arrivals } from './alphabet.ts';
import { begin } from './begin.ts';
import type { Members } from './explain.ts';
import { guards, simplify, treeKey } from './guard.ts';
import { type Mark, nameStates } from './name.ts';
import { MustRemember, type Naming, type Outcome, outcomeOf } from './outcome.ts';
import { refine } from './partition.ts';
import { bySource } from './source-order.ts';
import { isModuleName, mentionedIn, uniqueNames, variableType } from './variable.ts';

/** Charting asks what a machine is, never runs it. */
type Subject = Omit<Machine, 'unfold'>;

type Rows = readonly { readonly trigger: Trigger; readonly arrival: Arrival | undefined; readonly tree: Tree<Outcome> }[];

/** `tell` is told which configurations became which state, for `explain`. */
export function extract(machine: Subject, explored: Explored, arrivals: Arrivals, parameters: readonly Parameter[], tell: (members: Members) => void = () => {}): Omit<Chart, 'dependencies' | 'description'> {
  // A local that outlives its action is remembered; then everything is drawn anew.
  for (const remembered = new Set<Binding>(); ; ) {
    try {
      return draw(machine, explored, arrivals, parameters, remembered, tell);
    } catch (error) {
      if (!(error instanceof MustRemember) || remembered.has(error.binding)) throw error;
      remembered.add(error.binding);
    }
  }
}

function draw(machine: Subject, explored: Explored, arrivals: Arrivals, parameters: readonly Parameter[], remembered: ReadonlySet<Binding>, tell: (members: Members) => void): Omit<Chart, 'dependencies' | 'description'> {
  const { graph } = machine;
  const context = new Set<Binding>(remembered);
  for (const configuration of explored.configurations.values()) for (const binding of configuration.live) context.add(binding);
  const names = uniqueNames(machine, context);
  const used = new Set([...names.values(), ...graph.parameters.map((binding) => binding.name)]);
  const naming: Naming = {
    isContext: (binding) => context.has(binding) || graph.parameters.includes(binding),
    nameOf: (binding) => names.get(binding) ?? binding.name,
    taken: used,
    hides: (name) => isModuleName(machine, name),
    clear: (piece) => (typeof piece !== 'string' && isReceived(piece) && used.has(piece.name) ? { ...piece, name: otherNames[piece.to as 'event' | 'error' | 'returned'].find((name) => !used.has(name))! } : piece),
  };
  const liveAt = (key: string | undefined): ReadonlySet<Binding> => (key === undefined ? new Set() : explored.configurations.get(key)!.live);
  const settle = (way: Way): Outcome => outcomeOf(way, liveAt(way.target), naming);

  const rows = new Map<string, Rows>();
  for (const [key, ways] of explored.ways) {
    const configuration = explored.configurations.get(key)!;
    rows.set(key, ways.map(({ arrival, tree }) => ({ trigger: triggerOf(machine, configuration, arrival), arrival: arrival ?? configuration.arrived, tree: mapLeaves(tree, settle) })));
  }

  // --- One state for all that yields the same and behaves alike.
  const keys = inOrder(explored).filter((key) => key !== 'start');
  const first = (key: string): string => {
    const configuration = explored.configurations.get(key)!;
    if (configuration.kind !== 'choice') return firstLabel(configuration);
    // Choices after different events are one where nothing in them looks at the event.
    return `choice ${configuration.block} ${termKey(configuration.test!)} ${rows.get(key)!.some(({ tree }) => readsArrived(tree)) ? configuration.key : ''}`;
  };
  const classes = refine(keys, first, (key, classOf) => rows.get(key)!.map(({ trigger, tree }) => `${trigger.kind === 'value' ? 'value' : JSON.stringify(trigger)}: ${shape(tree, classOf, classOf(key))}`).join('\n'));
  const members = new Map<number, Configuration[]>();
  for (const key of keys) {
    const alike = members.get(classes.get(key)!) ?? [];
    members.set(classes.get(key)!, alike);
    alike.push(explored.configurations.get(key)!);
  }
  const inSource = bySource(graph);
  const ordered = [...members.entries()].sort((a, b) => inSource(nodeOf(machine, a[1][0]!), nodeOf(machine, b[1][0]!)));

  // --- Names.
  const reachedFrom = new Map<number, number>();
  for (const [key, all] of explored.ways) {
    for (const way of all.flatMap((one) => leaves(one.tree))) {
      const to = way.target === undefined ? undefined : classes.get(way.target);
      if (to !== undefined && !reachedFrom.has(to) && key !== 'start' && classes.get(key) !== to) reachedFrom.set(to, classes.get(key)!);
    }
  }
  const waiting = ordered.filter(([, all]) => all[0]!.kind === 'wait' && !all[0]!.label);
  const plain = (configuration: Configuration): string => {
    if (configuration.kind === 'choice') return `${codeText(codeOf(termPieces(configuration.test!, refer).map(naming.clear)))}?`;
    if (configuration.label) return labelText(configuration.label);
    return waiting.length === 1 ? 'waiting' : `waiting for ${receiverOf(machine, configuration)}`;
  };
  const refer = (binding: Binding, as?: string) => ({ to: 'context' as const, name: naming.nameOf(binding), ...(as === undefined ? {} : { as }) });
  const named = nameStates(ordered.map(([number, all]) => {
    const from = reachedFrom.get(number);
    return { plain: plain(all[0]!), marks: marksOf(all[0]!, plain(all[0]!), inSource), after: from === undefined ? undefined : plain(members.get(from)![0]!) };
  }));
  const ids = new Map(ordered.map(([number], at) => [number, named[at]!]));
  const idOf = (key: string): string => ids.get(classes.get(key)!)!;

  // --- Finals.
  const finals = new Map<string, State>();
  const taken = new Set(named);
  const finalOf = (outcome: Outcome, value: Constant | undefined): string => {
    const key = value ? constantText(value) : 'done';
    const before = finals.get(key);
    if (before) return before.id;
    const wanted = value ? labelText(value) : 'done';
    let id = wanted;
    while (taken.has(id)) id += ' (end)';
    taken.add(id);
    finals.set(key, { kind: 'final', id, value: value && { kind: 'constant', constant: value }, places: [placeIn(graph, outcome.node)], transitions: [] });
    return id;
  };

  const transitions = (row: Rows, own: number | undefined, at: Node): Transition[] => {
    const classOf = (key: string): number => classes.get(key)!;
    const isNothing = (outcome: Outcome): boolean => own !== undefined && outcome.actions.length === 0 && outcome.target !== undefined && classes.get(outcome.target) === own;
    const shapes = row.map(({ trigger, arrival, tree }) => ({ trigger, arrival, tree: simplify(tree, (outcome) => outcomeKey(outcome, classOf, own)) }));
    const keyOf = (tree: Tree<Outcome>): string => treeKey(tree, (outcome) => outcomeKey(outcome, classOf, own));
    const any = shapes.find(({ trigger }) => trigger.kind === 'any');
    const quiet = (tree: Tree<Outcome>): boolean => leaves(tree).every(isNothing);
    // What fails or ends the machine anyway is said once, at the root.
    const asAnyway = (trigger: Trigger) => (outcome: Outcome): boolean => (isNothing(outcome) && trigger.kind !== 'throw' && trigger.kind !== 'return') || (outcome.actions.length === 0 && ((trigger.kind === 'throw' && isOnly(outcome.throws, 'error')) || (trigger.kind === 'return' && isOnly(outcome.returns, 'returned'))));
    const stays = any && !quiet(any.tree) ? shapes.filter(({ trigger, tree }) => trigger.kind === 'event' && quiet(tree)).map(({ trigger }) => (trigger as { type: string }).type) : [];
    return shapes.flatMap(({ trigger, arrival, tree }): Transition[] => {
      const key = trigger.kind === 'event' && any ? keyOf(tree) : undefined;
      if (any && key !== undefined && (key === keyOf(any.tree) || key === shape(answered(any.tree, learned(machine, arrival)()), classOf, own))) return [];
      if (trigger.kind === 'event' && stays.includes(trigger.type)) return [{ trigger, actions: [], places: [placeIn(graph, at)] }];
      return guards(tree, learned(machine, arrival), asAnyway(trigger)).map(({ guard, leaf }) => transitionOf(trigger.kind === 'any' ? { kind: 'any', but: stays } : trigger, guard, leaf, at));
    });
  };
  const transitionOf = (trigger: Trigger, guard: Term | 'else' | undefined, outcome: Outcome, at: Node): Transition => {
    const constant = outcome.returns && returnedConstant(outcome.returns);
    return {
      trigger,
      ...(guard === undefined ? {} : { guard: guard === 'else' ? 'else' : codeOf(termPieces(guard, refer).map(naming.clear)) }),
      actions: outcome.actions,
      ...(outcome.target === undefined ? (outcome.ends ? { target: finalOf(outcome, constant) } : {}) : { target: idOf(outcome.target) }),
      ...(outcome.returns ? { returns: outcome.returns } : {}),
      ...(outcome.throws ? { throws: outcome.throws } : {}),
      places: [placeIn(graph, outcome.node.start ? outcome.node : at)],
    };
  };

  // --- The beginning, which may be a choice of its own.
  const beginning = begin(machine, rows.get('start')![0]!.tree, explored.ways.get('start')![0]!.tree, naming, refer);
  const startTransitions = transitions([{ trigger: { kind: 'always' }, arrival: undefined, tree: beginning.tree }], undefined, graph.fn as Node);
  let initial = startTransitions[0]!;
  const states: State[] = [];
  if (startTransitions.length > 1) {
    let id = `${startTransitions[0]!.guard === 'else' ? 'start' : codeText(startTransitions[0]!.guard as Code)}?`;
    while (taken.has(id)) id += '?';
    initial = { trigger: { kind: 'always' }, actions: [], target: id, places: [placeIn(graph, graph.fn)] };
    states.push({ kind: 'choice', id, places: [placeIn(graph, graph.fn)], transitions: startTransitions });
  }

  for (const [number, all] of ordered) {
    const own = all[0]!;
    const node = nodeOf(machine, own);
    states.push({
      kind: own.kind === 'choice' ? 'choice' : 'atomic',
      id: ids.get(number)!,
      ...(own.kind === 'wait' ? { value: valueOf(own, refer) } : {}),
      ...noteOf(machine, own),
      places: [...new Map(all.map((one) => placeIn(graph, nodeOf(machine, one))).map((place: Place) => [`${place.file}:${place.line}:${place.column}`, place])).values()],
      transitions: transitions(own.kind === 'choice' ? [{ trigger: { kind: 'always' }, arrival: own.arrived, tree: rows.get(own.key)![0]!.tree }] : rows.get(own.key)!, own.kind === 'choice' ? undefined : number, node),
    });
  }
  // The machine may begin in a choice that it comes back to.
  const [begun, ...others] = states;
  const again = begun && initial.target === begun.id && begun.kind === 'choice' ? others.find((state) => state.kind === 'choice' && waysOf(state) === waysOf(begun)) : undefined;
  if (again) {
    initial = { ...initial, target: again.id };
    states.shift();
  }
  states.push(...finals.values());

  tell(new Map(ordered.map(([number, all]) => [ids.get(number)!, all])));
  const variables: Variable[] = [...context].sort((a, b) => inSource(a.identifier, b.identifier)).map((binding) => ({ name: naming.nameOf(binding), type: variableType(machine, binding), ...beginning.initial(binding) }));
  const mentioned = mentionedIn(initial, states);
  for (const parameter of machine.graph.parameters) {
    if (!context.has(parameter) && mentioned.has(naming.nameOf(parameter))) variables.push({ name: naming.nameOf(parameter), type: parameters.find((one) => one.name === parameter.name)?.type ?? machine.typing.ofBinding(parameter).text });
  }
  return { name: machine.name, file: graph.module.path, parameters, context: variables.filter((variable) => mentioned.has(variable.name)), alphabet: arrivals.alphabet, initial, states };
}

/** What tells two choices apart: what they ask, do and lead to. */
function waysOf(state: State): string {
  return JSON.stringify(state.transitions.map((way) => ({ ...way, places: undefined, target: way.target === state.id ? 'itself' : way.target })));
}

const otherNames = { event: ['event', 'received', 'arrived'], error: ['error', 'thrown', 'caught'], returned: ['returned', 'value', 'closed'] } as const;

function isOnly(code: Code | undefined, to: Reference['to']): boolean {
  const [piece, ...more] = code?.pieces ?? [];
  return typeof piece === 'object' && piece.to === to && more.length === 0;
}

function isReceived(reference: Reference): boolean {
  return reference.to === 'event' || reference.to === 'error' || reference.to === 'returned';
}

function placeIn(graph: Graph, node: Node): Place {
  return placeOf(graph.moduleOf(node), node.start);
}

// --- Small questions ------------------------------------------------------------------------------------------------

function firstLabel(configuration: Configuration): string {
  return `${configuration.label ? constantText(configuration.label) : ''} ${configuration.shown ? termKey(configuration.shown) : ''}${configuration.label ? '' : ` ${configuration.block}`}`;
}

function outcomeKey(outcome: Outcome, classOf: (key: string) => number, own: number | undefined): string {
  const target = outcome.target === undefined ? 'end' : classOf(outcome.target) === own ? 'self' : String(classOf(outcome.target));
  const actions = outcome.actions.map((action) => action.statements.map(codeText).join(';')).join(';');
  return `${target} / ${actions} ${outcome.ends ? 'return' : ''} ${outcome.returns ? codeText(outcome.returns) : ''} ${outcome.throws ? `throw ${codeText(outcome.throws)}` : ''}`;
}

function shape(tree: Tree<Outcome>, classOf: (key: string) => number, own: number | undefined): string {
  const keyOf = (outcome: Outcome): string => outcomeKey(outcome, classOf, own);
  return treeKey(simplify(tree, keyOf), keyOf);
}

/** What is left of a tree for an event of which this is known: it goes the way that it would go as any other. */
function answered(tree: Tree<Outcome>, knowledge: Knowledge): Tree<Outcome> {
  if (tree.kind === 'leaf') return tree;
  const taken = known(knowledge, tree.test);
  if (taken !== undefined) return answered(taken ? tree.yes : tree.no, knowledge);
  return { ...tree, yes: answered(tree.yes, knowledge), no: answered(tree.no, knowledge) };
}

/** Whether a guard or an action in the tree looks at what arrived. */
function readsArrived(tree: Tree<Outcome>): boolean {
  if (tree.kind === 'ask') return looksAtArrival(tree.test) || readsArrived(tree.yes) || readsArrived(tree.no);
  const { actions, returns, throws } = tree.leaf;
  const codes = [...actions.flatMap((action) => action.statements), ...(returns ? [returns] : []), ...(throws ? [throws] : [])];
  return codes.some((code) => code.pieces.some((piece) => typeof piece !== 'string' && isReceived(piece)));
}

function triggerOf(machine: Subject, configuration: Configuration, arrival: Arrival | undefined): Trigger {
  if (!arrival) return { kind: 'always' };
  switch (arrival.kind) {
    case 'event':
      return { kind: 'event', type: arrival.type };
    case 'value':
      return { kind: 'value', name: receiverOf(machine, configuration) };
    case 'any':
      return { kind: 'any', but: [] };
    default:
      return { kind: arrival.kind };
  }
}

/** Depth first from the start, the first way first: as the code runs through them. */
function inOrder(explored: Explored): string[] {
  const seen = new Set<string>();
  const pending = ['start'];
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const next = (explored.ways.get(key) ?? []).flatMap(({ tree }) => leaves(tree)).flatMap((way) => (way.target === undefined ? [] : [way.target]));
    for (const target of next.reverse()) pending.push(target);
  }
  return [...seen];
}

function receiverOf(machine: Subject, configuration: Configuration): string {
  const terminal = machine.graph.blocks[configuration.block]!.terminal;
  return terminal.kind === 'yield' ? terminal.received.name : 'event';
}

function nodeOf(machine: Subject, configuration: Configuration): Node {
  const terminal = machine.graph.blocks[configuration.block]!.terminal;
  return 'node' in terminal ? terminal.node : (machine.graph.fn as Node);
}

export function labelText(constant: Constant): string {
  return constant.kind === 'string' ? constant.value : constantText(constant);
}

/** Control that holds and tells a state apart: `muted`, `not muted`, `side left`. */
function marksOf(configuration: Configuration, plain: string, inSource: (a: Node, b: Node) => number): Mark[] {
  // Of several fields of one variable, by their names.
  return [...configuration.control].sort(([a], [b]) => inSource(a.identifier, b.identifier) || (a.name < b.name ? -1 : 1)).flatMap(([binding, term]) => {
    const constant = constantIn(term);
    const mark = !constant ? rowName(term) : constant.kind === 'boolean' ? (constant.value ? binding.name : `not ${binding.name}`) : labelText(constant) === plain ? undefined : `${binding.name} ${labelText(constant)}`;
    return mark === undefined || mark === plain ? [] : [{ text: mark, of: binding }];
  });
}

/** `quick`: what the row of a table is called there. */
function rowName(term: Term): string | undefined {
  const bare = stripCasts(term);
  const place = bare.kind === 'object' || bare.kind === 'array' ? bare.place : undefined;
  return place?.kind === 'member' ? place.property : undefined;
}

function valueOf(configuration: Configuration, refer: (binding: Binding, as?: string) => { to: 'context'; name: string }): Value {
  const { shown, label } = configuration;
  const constant = shown && constantIn(shown);
  if (constant) return { kind: 'constant', constant };
  if (shown && stripCasts(shown).kind !== 'constant') return { kind: 'code', code: codeOf(termPieces(shown, refer)) };
  return { kind: 'constant', constant: label ?? { kind: 'undefined' } };
}

function noteOf(machine: Subject, configuration: Configuration): { note?: string } {
  if (configuration.kind !== 'wait') return {};
  const node = nodeOf(machine, configuration);
  const note = commentAbove(node, machine.graph.moduleOf(node));
  return note === undefined ? {} : { note };
}

/** A returned value that the code names outright, read back from its code. */
function returnedConstant(code: Code): Constant | undefined {
  const only = code.pieces.length === 1 ? code.pieces[0] : undefined;
  if (typeof only !== 'string') return undefined;
  if (/^'(?:[^'\\]|\\.)*'$/.test(only)) return { kind: 'string', value: JSON.parse(`"${only.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"`) as string };
  if (/^-?\d+(\.\d+)?$/.test(only)) return { kind: 'number', value: Number(only) };
  if (only === 'true' || only === 'false') return { kind: 'boolean', value: only === 'true' };
  if (only === 'null') return { kind: 'null' };
  return undefined;
}

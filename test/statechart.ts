/**
 * Random charts as people draw them, for fast-check: states within states, regions, histories, choices, ends, entry and exit, raised events, delays, wildcards.
 *
 * They are well formed and in the form that readers give them in: ids are paths (`A.b.c`), transitions stand by trigger (events, families, any, done, actors,
 * delays by number, always), what is always taken stands last (`else` beside guarded ones), what does nothing is there only where something wider would take the event.
 *
 * None can go on for ever by itself: what is not sent from outside (`always`, `done`, an `any` that takes what the machine tells itself) leads forward only, to a later
 * state of the same parent, and what is raised is raised by events that are never raised.
 */
import fc from 'fast-check';
import type { Action, Chart, Constant, Invocation, State, Transition, Trigger } from '../src/chart/chart.ts';
import { plainCode } from '../src/chart/code.ts';
import { constantText } from '../src/chart/label.ts';
import { raiseAction } from '../src/chart/raise.ts';

export interface Drawn {
  /** How deep states may lie within states; 1 is flat. */
  readonly depth?: number;
  /** Without these kinds of states, triggers or parts. (`any` is what is sent only, `internal` what the machine tells itself too.) */
  readonly without?: readonly Feature[];
  /** Not in the form that readers give charts in: conditions may all fail beside a wildcard, and what does nothing may stand anywhere. */
  readonly loose?: boolean;
}

export type Feature = 'parallel' | 'history' | 'choice' | 'final' | 'family' | 'any' | 'internal' | 'after' | 'done' | 'always' | 'raise' | 'entry' | 'also' | 'reenter' | 'actors' | 'tags' | 'forbidden' | 'initial actions';

/** What is sent from outside, and never raised. */
export const sentEvents = ['go', 'back', 'stop', 'mouse.up', 'mouse.down'] as const;
/** What is raised on the way by what is sent, and may be sent as well. */
export const raisedEvents = ['tick', 'tock'] as const;
/** What is raised by entering and leaving a state. */
const CHIME = 'chime';
/** All that any of them names. */
export const eventTypes: readonly string[] = [...sentEvents, ...raisedEvents, CHIME];
/** Every condition is made of these; what they say is up to the test. */
export const conditions = ['ready', 'open'] as const;
export const guards: readonly string[] = ['ready', 'open', '!ready', 'ready && open'];
export const delays = ['10', '2000', 'SOON'] as const;

/** Any chart at all. */
export function statecharts({ depth = 4, without = [], loose = false }: Drawn = {}): fc.Arbitrary<Chart> {
  const has = (feature: Feature): boolean => !without.includes(feature);
  return shapes(depth, has)
    .map(placed)
    .chain((nodes) => fc.tuple(fc.tuple(...nodes.map((node) => stateOf(node, nodes, has, loose))), initialOf(nodes, undefined, has), fc.infiniteStream(fc.nat(3).map((dice) => dice === 0))))
    .map(([states, initial, coins]) => settled(states, initial, has, loose, coins));
}

/** A state before it is more than a kind and what is within it. */
interface Shape {
  readonly kind: State['kind'];
  readonly children: readonly Shape[];
}

function shapes(depth: number, has: (feature: Feature) => boolean): fc.Arbitrary<readonly Shape[]> {
  const leaf = fc
    .oneof(fc.constant('atomic' as const), fc.constantFrom<State['kind']>(...(['final', 'choice', 'history'] as const).filter(has), ...(['final', 'choice', 'history'] as const).filter(has), 'atomic'))
    .map((kind): Shape => ({ kind, children: [] }));
  const within = (levels: number): fc.Arbitrary<Shape> => {
    if (levels <= 1) return leaf;
    const children = (minLength: number) => fc.array(within(levels - 1), { minLength, maxLength: 3 });
    const compound = children(1).map((list): Shape => ({ kind: 'compound', children: inOrder(list, 'compound') }));
    const parallel = children(2).map((list): Shape => ({ kind: 'parallel', children: inOrder(list, 'parallel') }));
    return fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 3, arbitrary: compound }, ...(has('parallel') ? [{ weight: 2, arbitrary: parallel }] : []));
  };
  return fc.array(within(depth), { minLength: 1, maxLength: 4 }).map((list) => inOrder(list, 'top'));
}

/** What cannot stand where it does becomes atomic: a choice that nothing comes after, a history at the top, an end or a choice that is a region. */
function inOrder(list: readonly Shape[], parent: 'top' | 'compound' | 'parallel'): readonly Shape[] {
  return list.map((shape, at) => {
    const later = list.slice(at + 1).some(({ kind }) => kind !== 'history');
    const regions = list.filter(({ kind }, index) => kind !== 'history' || index < 2).length;
    const fits = {
      atomic: true,
      compound: true,
      parallel: true,
      choice: parent !== 'parallel' && later,
      final: parent !== 'parallel' && (parent !== 'top' || list.length > 1),
      history: parent !== 'top' && at > 0 && (parent === 'compound' || (at > 1 && regions > 1)),
    }[shape.kind];
    return fits ? shape : { kind: 'atomic', children: [] };
  });
}

interface Node {
  readonly kind: State['kind'];
  readonly id: string;
  readonly name: string | undefined;
  readonly parent: Node | undefined;
  readonly at: number;
}

function placed(shapes: readonly Shape[], parent?: Node): readonly Node[] {
  return shapes.flatMap((shape, at) => {
    const name = (parent ? 'abcd' : 'ABCD').charAt(at);
    const node: Node = { kind: shape.kind, id: parent ? `${parent.id}.${name}` : name, name: parent && name, parent, at };
    return [node, ...placed(shape.children, node)];
  });
}

function isWithin(node: Node, outer: Node): boolean {
  for (let around: Node | undefined = node; around; around = around.parent) if (around === outer) return true;
  return false;
}

function initialOf(nodes: readonly Node[], parent: Node | undefined, has: (feature: Feature) => boolean): fc.Arbitrary<Transition> {
  const children = nodes.filter((node) => node.parent === parent && node.kind !== 'history');
  const waiting = children.filter(({ kind }) => kind !== 'final');
  return fc
    .tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...(waiting.length > 0 ? waiting : children)) }, fc.constantFrom(...children)), has('initial actions') ? fc.array(action, { maxLength: 1 }) : fc.constant([]))
    .map(([{ id }, actions]) => ({ trigger: { kind: 'always' }, actions, target: id, places: [] }));
}

const action: fc.Arbitrary<Action> = fc.constantFrom('beep', 'save', 'count += 1').map((name) => ({ statements: [plainCode(name)], writes: [], mutates: [], effect: false, name }));

function stateOf(node: Node, nodes: readonly Node[], has: (feature: Feature) => boolean, loose: boolean): fc.Arbitrary<State> {
  const { kind, id, name, parent } = node;
  const own = { kind, id, ...(parent ? { parent: parent.id, name } : {}), places: [] };
  if (kind === 'final') return fc.option(constant).map((value) => ({ ...own, ...(value ? { value: { kind: 'constant', constant: value } } : {}), transitions: [] }));
  if (kind === 'history') {
    const targets = nodes.filter((other) => other !== node && other.kind !== 'history' && other !== parent && isWithin(other, parent!) && (parent!.kind === 'compound' || other.parent !== parent));
    const transition = fc.constantFrom<(Node | undefined)[]>(undefined, ...targets).map((target): Transition[] => (target ? [{ trigger: { kind: 'always' }, actions: [], target: target.id, places: [] }] : []));
    return fc.tuple(fc.constantFrom('shallow' as const, 'deep' as const), transition).map(([depth, transitions]) => ({ ...own, depth, transitions }));
  }
  if (kind === 'choice') return groupOf({ kind: 'always' }, node, nodes, has, true).map((transitions) => ({ ...own, transitions }));
  const done = has('raise') ? fc.oneof({ weight: 4, arbitrary: action }, fc.constant(raiseAction(CHIME))) : action;
  const way = has('entry') ? seldom(fc.array(done, { minLength: 1, maxLength: 2 })) : fc.constant(undefined);
  return fc
    .record({
      actors: has('actors') ? seldom(fc.boolean().map((given): Invocation[] => [{ id: `load ${id}`, source: 'load', ...(given ? { input: plainCode('{"of":1}') } : {}) }])) : fc.constant(undefined),
      entry: way,
      exit: way,
      tags: has('tags') ? seldom(fc.subarray(['busy', 'shown'], { minLength: 1 })) : fc.constant(undefined),
      initial: kind === 'compound' ? initialOf(nodes.filter((other) => isWithin(other, node)), node, has) : fc.constant(undefined),
    })
    .chain((rest) =>
      triggersOf(node, nodes, rest.actors ?? [], has)
        .chain((triggers) => fc.tuple(...triggers.map((trigger) => groupOf(trigger, node, nodes, has, !loose && triggers.some((other) => isWider(other, trigger))))))
        .map((groups): State => ({ ...own, ...defined(rest), transitions: groups.flat() })),
    );
}

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary });
}

function defined<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const constant = fc.constantFrom<Constant>({ kind: 'string', value: 'lost' }, { kind: 'number', value: 3 }, { kind: 'boolean', value: true }, { kind: 'null' });

function triggersOf(node: Node, nodes: readonly Node[], actors: readonly Invocation[], has: (feature: Feature) => boolean): fc.Arbitrary<readonly Trigger[]> {
  const some = <T>(from: readonly T[], maxLength: number): fc.Arbitrary<T[]> => fc.subarray([...from], { maxLength: Math.min(maxLength, from.length) });
  const rarely = (trigger: Trigger, when: boolean): fc.Arbitrary<Trigger[]> => (when ? fc.oneof({ weight: 4, arbitrary: fc.constant<Trigger[]>([]) }, fc.constant<Trigger[]>([trigger])) : fc.constant<Trigger[]>([]));
  const isWhole = node.kind === 'compound' || node.kind === 'parallel';
  return fc
    .tuple(
      some(eventTypes, 2).map((types) => types.map((type): Trigger => ({ kind: 'event', type }))),
      rarely({ kind: 'family', prefix: 'mouse' }, has('family')),
      fc.oneof(rarely({ kind: 'any', but: [] }, has('any')), rarely({ kind: 'any', but: [], internal: true }, has('internal'))),
      isWhole && has('done') && has('final') ? fc.constantFrom<Trigger[][]>([], [{ kind: 'done' }]) : fc.constant([]),
      some(actors.flatMap(({ id }) => (['done', 'error', 'snapshot'] as const).map((how): Trigger => ({ kind: 'actor', id, how }))), 2),
      has('after') ? some(delays, 1).map((list) => list.map((delay): Trigger => ({ kind: 'after', delay }))) : fc.constant([]),
      rarely({ kind: 'always' }, has('always') && forwardOf(node, nodes).length > 0),
    )
    .map((groups) => {
      const triggers = groups.flat();
      // One that only passes through is a choice, and there are choices.
      return triggers.some(({ kind }) => kind !== 'always') ? triggers : [];
    });
}

/** Whether a transition of the first trigger would be asked for what none of the second takes. */
function isWider(wider: Trigger, trigger: Trigger): boolean {
  if (wider.kind === 'family') return trigger.kind === 'event' && `${trigger.type}.`.startsWith(`${wider.prefix}.`);
  return wider.kind === 'any' && wider !== trigger && trigger.kind !== 'always' && (wider.internal || trigger.kind === 'event' || trigger.kind === 'family');
}

/** The later states of the same parent, and what is within them. */
function forwardOf(node: Node, nodes: readonly Node[]): readonly Node[] {
  if (node.parent?.kind === 'parallel') return [];
  const later = nodes.filter((other) => other.parent === node.parent && other.at > node.at && other.kind !== 'history');
  return nodes.filter((other) => later.some((each) => isWithin(other, each)) && other.kind !== 'history');
}

/** The candidates of one trigger. `closed`: the last of them is always taken. */
function groupOf(trigger: Trigger, node: Node, nodes: readonly Node[], has: (feature: Feature) => boolean, closed: boolean): fc.Arbitrary<readonly Transition[]> {
  const isOwn = trigger.kind === 'always' || trigger.kind === 'done' || (trigger.kind === 'any' && trigger.internal === true) || (trigger.kind === 'event' && trigger.type === CHIME);
  const targets = isOwn ? forwardOf(node, nodes) : nodes;
  const pairs = has('also') && !isOwn ? regionPairs(nodes) : [];
  const mayRaise = has('raise') && trigger.kind === 'event' && (sentEvents as readonly string[]).includes(trigger.type);
  const raised = fc.oneof(fc.constantFrom(...raisedEvents).map((type) => raiseAction(type)), fc.constantFrom(raiseAction('tick', '500'), raiseAction('tock', 'SOON', 'clock')));
  const ends = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom<(Node | undefined)[]>(...targets, ...(trigger.kind === 'always' ? [] : [undefined])).map((target) => (target ? { target: target.id } : {})) },
    ...(pairs.length > 0 ? [{ weight: 1, arbitrary: fc.constantFrom(...pairs).map(([target, ...also]) => ({ target: target!, also })) }] : []),
  );
  const one = (guard: Transition['guard']): fc.Arbitrary<Transition> =>
    fc
      .tuple(ends, fc.array(mayRaise ? fc.oneof({ weight: 2, arbitrary: action }, raised) : action, { maxLength: 2 }), fc.nat(5), action)
      .map(([end, actions, dice, otherwise]): Transition => ({
        trigger,
        ...(guard === undefined ? {} : { guard }),
        actions: end.target === undefined && actions.length === 0 ? [otherwise] : actions,
        ...end,
        ...(end.target !== undefined && dice === 0 && has('reenter') ? { reenter: true } : {}),
        places: [],
      }));
  return fc.tuple(fc.uniqueArray(fc.constantFrom(...guards), { maxLength: 2 }), fc.boolean()).chain(([asked, coin]) => {
    const last = asked.length === 0 ? [one(undefined)] : closed || coin ? [one('else')] : [];
    return fc.tuple(...asked.map((guard) => one(plainCode(guard))), ...last);
  });
}

/** The ids of two states in different regions of one parallel state. */
function regionPairs(nodes: readonly Node[]): readonly (readonly string[])[] {
  const regions = nodes.filter(({ kind, parent }) => parent?.kind === 'parallel' && kind !== 'history');
  const inside = (region: Node) => nodes.filter((node) => isWithin(node, region) && node.kind !== 'history' && node.kind !== 'choice');
  return regions.flatMap((a) => regions.flatMap((b) => (a.parent === b.parent && a.at < b.at ? inside(a).flatMap((x) => inside(b).map((y) => [x.id, y.id])) : [])));
}

/** With what only all states together tell: what is ignored or forbidden, what is returned, the alphabet. */
function settled(drawn: readonly State[], initial: Transition, has: (feature: Feature) => boolean, loose: boolean, coins: fc.Stream<boolean>): Chart {
  const byId = new Map(drawn.map((state) => [state.id, state]));
  const flip = (): boolean => has('forbidden') && coins.next().value === true;
  const above = (state: State): State[] => (state.parent === undefined ? [] : [byId.get(state.parent)!, ...above(byId.get(state.parent)!)]);
  const takes = (state: State, type: string): boolean =>
    state.transitions.some(({ trigger }) => (trigger.kind === 'event' && trigger.type === type) || isWider(trigger, { kind: 'event', type }));
  const withForbidden = (state: State): State => {
    if (state.kind === 'final' || state.kind === 'history' || state.kind === 'choice') return state;
    const any = state.transitions.findIndex(({ trigger }) => trigger.kind === 'any');
    const free = eventTypes.filter((type) => !state.transitions.some(({ trigger }) => trigger.kind === 'event' && trigger.type === type));
    const taken = free.filter((type) => loose || any >= 0 || [state, ...above(state)].some((other) => takes(other, type)));
    const chosen = taken.filter((type) => (any >= 0 && type === CHIME && has('raise')) || flip());
    if (any >= 0) return { ...state, transitions: state.transitions.map((one) => (one.trigger.kind === 'any' ? { ...one, trigger: { ...one.trigger, but: chosen } } : one)) };
    return { ...state, transitions: [...chosen.map((type): Transition => ({ trigger: { kind: 'event', type }, actions: [], places: [] })), ...state.transitions] };
  };
  const withReturn = (transition: Transition): Transition => {
    const end = transition.target === undefined ? undefined : byId.get(transition.target);
    return end?.kind === 'final' && end.parent === undefined && end.value?.kind === 'constant' ? { ...transition, returns: plainCode(constantText(end.value.constant)) } : transition;
  };
  const states = withInternal(drawn.map(withForbidden).map((state) => ({ ...state, transitions: state.transitions.map(withReturn) })));
  const triggers = states.flatMap((state) => state.transitions.map(({ trigger }) => trigger));
  const types = new Set(triggers.flatMap((trigger) => (trigger.kind === 'event' ? [trigger.type] : trigger.kind === 'any' ? trigger.but : [])));
  return {
    name: 'machine',
    file: '',
    parameters: [],
    context: [],
    alphabet: { events: [...types].map((type) => ({ type, form: 'string', fields: [] })), open: triggers.some(({ kind }) => kind === 'any') },
    initial: withReturn(initial),
    states,
    dependencies: [],
  };
}

/** Where the machine never tells itself anything, what would take that too is an `any` like others; `all`: every `any` would. */
export function withInternal(states: readonly State[], all = false): readonly State[] {
  const tells = states.some((state) => (state.kind === 'final' && state.parent !== undefined) || state.actors || state.transitions.some(({ trigger }) => trigger.kind === 'after'));
  const told = (transition: Transition): Transition => {
    const { trigger } = transition;
    return trigger.kind === 'any' ? { ...transition, trigger: { kind: 'any', but: trigger.but, ...(tells && (all || trigger.internal) ? { internal: true } : {}) } } : transition;
  };
  return states.map((state) => ({ ...state, transitions: state.transitions.map(told) }));
}

/**
 * The parts of a diagram in, the states of the chart out, with their transitions.
 */
import type { State, Transition } from '../../../chart/chart.ts';
import { plainCode } from '../../../chart/code.ts';
import { type Diagnostic, diagnose } from '../../../diagnostic/diagnostic.ts';
import { DOT } from '../write/arrows.ts';
import { behaviourOf, readActions } from '../behaviour.ts';
import type { ArrowLine, At, Box, Gathered, Scope } from './boxes.ts';
import { unescape } from '../escape.ts';
import { type Finals, collectFinals, constantOf } from './finals.ts';
import { forkTargets, lineageOf } from './forks.ts';
import type { Part } from './kinds.ts';
import { type Ends, actorWordsOf } from '../label.ts';
import type { Line } from './lines.ts';
import { type Named, namesOf } from './names.ts';
import { gather, readLabel } from './label.ts';

interface Read {
  readonly initial?: Transition;
  /** In document order. */
  readonly states: readonly State[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `line`: where the diagram begins. */
export function readStates(parts: readonly Part[], { root, boxes }: Gathered, { at, file, line: top }: { readonly at: At; readonly file: string; readonly line: Line }): Read {
  const said: Diagnostic[] = [];
  const all = namesOf(parts);
  const byBox = new Map(all.flatMap((named) => (named.part.box ? [[named.part.box.id, named] as const] : [])));
  const byPart = new Map(all.map((named) => [named.part, named]));
  const owners = new Map(all.flatMap((named) => (named.part.scope ? [[named.part.scope, named] as const] : [])));
  const forks = [...boxes.values()].filter(({ shape }) => shape === 'fork');
  const lineage = forks.length === 0 ? new Map() : lineageOf(parts);
  const taken = new Set(all.map(({ id }) => id));
  const finals = new Map<Scope | undefined, Finals>();
  const ends = endedScopes(root, boxes);
  const actors = new Set<string>();

  const wrong = (message: string, line: Line): void => void said.push(diagnose('syntax-error', { message }, { ...at, span: line.span }));
  const unsupported = (construct: string, line: Line): void => void said.push(diagnose('not-supported', { construct }, { ...at, span: line.span }));
  const finalsOf = (scope: Scope): Finals => {
    const owner = owners.get(scope);
    const key = owner && scope;
    const known = finals.get(key) ?? collectFinals(taken, owner?.id);
    finals.set(key, known);
    return known;
  };

  /** Where an arrow leads, but for the dot; nothing where it leads nowhere. */
  const targetsOf = ({ to, line }: ArrowLine): readonly string[] => {
    const box = boxes.get(to)!;
    if (box.shape === 'join') return [];
    if (box.shape !== 'fork') return [byBox.get(to)!.id];
    const targets = forkTargets(box, lineage);
    if (typeof targets !== 'string') return targets.map((target) => byBox.get(target)!.id);
    unsupported(targets, line);
    return [];
  };

  const transitionsOf = (arrow: ArrowLine, leaves: Omit<Ends, 'toEnd'>): readonly Transition[] => {
    const [target, ...also] = arrow.to === DOT ? [] : targetsOf(arrow);
    const toEnd = arrow.to === DOT || byBox.get(arrow.to)?.part.kind === 'final';
    return gather(arrow.labels, leaves.from === 'choice').map((text) => {
      const { trigger, manner, guard, actions, returns, throws } = readLabel(unescape(text), { ...leaves, toEnd });
      const stays = manner === 'stay' || throws !== undefined;
      const read: { -readonly [Key in keyof Transition]: Transition[Key] } = { trigger, actions: readActions(actions), places: [placeOf(arrow.line, file)] };
      if (guard) read.guard = guard;
      if (!stays) read.target = arrow.to === DOT ? finalsOf(arrow.scope).idFor(returns) : target!;
      if (!stays && also.length > 0) read.also = also;
      if (manner === 'anew') read.reenter = true;
      if (returns !== undefined) read.returns = plainCode(returns);
      if (throws !== undefined) read.throws = plainCode(throws);
      return read;
    });
  };

  /** What is taken without waiting; words that would wait are a remark. */
  const atOnce = (transition: Transition): Transition => {
    if (transition.trigger.kind === 'always') return transition;
    const words = transition.trigger.kind === 'event' ? `\`${transition.trigger.type}\`` : 'what is waited for';
    said.push(diagnose('words-ignored', { words }, at));
    return { ...transition, trigger: { kind: 'always' } };
  };

  /** The one transition into what begins here. */
  const initialOf = (owner: Named | undefined, starts: readonly (ArrowLine | Part)[], line: Line): Transition | undefined => {
    const ways = starts.flatMap((start): readonly Transition[] =>
      'kind' in start ? [{ trigger: { kind: 'always' }, actions: [], target: byPart.get(start)!.id, places: [placeOf(start.box!.line, file)] }] : transitionsOf(start, STARTING).map(atOnce),
    );
    const where = owner ? `in the block of ${owner.part.box?.id ?? owner.id}, so the diagram does not say where that begins` : 'so the diagram does not say where the machine starts';
    const last = starts.at(-1);
    if (ways.length > 1) wrong(`More than one arrow leaves \`[*]\`${owner ? ' ' : ', '}${where}.`, last && 'line' in last ? last.line : line);
    if (ways.length === 0 && !owner) wrong(`No arrow leaves \`[*]\`, ${where}.`, line);
    return ways.length === 1 ? ways[0] : undefined;
  };

  const endsOf = (part: Part): boolean =>
    part.kind === 'parallel' ? part.parts.every((region) => region.kind === 'history' || endsOf(region)) : part.parts.some(({ kind }) => kind === 'final') || (part.scope !== undefined && ends.has(part.scope));

  const stateOf = (named: Named): State => {
    const { part, parent, id, told } = named;
    const { box, kind } = part;
    const own = { kind, id, ...(parent && { parent: parent.id, name: named.name }) };
    const places = box ? [placeOf(box.line, file)] : [];
    const rest = { ...(told.note && { note: told.note }), ...distinct(behaviourOf(told.behaviour), id) };
    const from = kind === 'choice' ? 'choice' : kind === 'compound' || kind === 'parallel' ? (endsOf(part) ? 'ended' : 'whole') : 'state';
    const leaves = { from, actors: actorWordsOf(rest.actors) } as const;
    const inner = told.inner.map((label): Transition => {
      const { trigger, guard, actions } = readLabel(label, { ...leaves, toEnd: false });
      return { trigger, ...(guard && { guard }), actions: readActions(actions), places };
    });
    const transitions = kind === 'final' ? [] : [...inner, ...(box?.arrows ?? []).flatMap((arrow) => transitionsOf(arrow, leaves))];
    const begins = kind === 'compound' ? initialOf(named, part.starts, box?.line ?? boxes.get(parent!.part.box!.id)!.line) : undefined;
    if (kind === 'final') return { ...own, ...returnedBy(box!), places, transitions, ...rest };
    if (kind !== 'history') return { ...own, places, transitions, ...(begins && { initial: begins }), ...rest };
    if (!parent) unsupported(`A history that is in no state (${box!.id})`, box!.line);
    if (transitions.length > 1) wrong(`A history leads to one state at most, and ${box!.id} to ${transitions.length}.`, box!.line);
    return { ...own, depth: named.name.startsWith('H*') ? 'deep' : 'shallow', places, transitions: transitions.map(atOnce), ...rest };
  };

  const distinct = (parts: ReturnType<typeof behaviourOf>, state: string): ReturnType<typeof behaviourOf> => {
    if (!parts.actors) return parts;
    return {
      ...parts,
      actors: parts.actors.map((actor) => {
        let id = actor.id;
        while (actors.has(id)) id += ` (${state})`;
        actors.add(id);
        return { ...actor, id };
      }),
    };
  };

  const initial = initialOf(undefined, root.starts, top);
  const read = new Map(all.map((named) => [named.part, stateOf(named)]));
  const finalsIn = ({ scope }: Part): readonly State[] => (scope ? (finals.get(scope)?.states ?? []) : []);
  const below = (level: readonly Part[]): readonly State[] => level.flatMap((part) => [read.get(part)!, ...below(part.parts), ...finalsIn(part)]);
  const states = [...below(parts), ...(finals.get(undefined)?.states ?? [])];
  const led = forks.length === 0 ? undefined : new Set([...arrowsIn(root, boxes)].map(({ to }) => to));
  for (const { id, line } of forks) if (!led!.has(id)) unsupported(`A fork that nothing leads to (${id})`, line);
  return { ...(initial && { initial }), states, diagnostics: said };
}

function* arrowsIn(root: Scope, boxes: Gathered['boxes']): Generator<ArrowLine> {
  yield* root.starts;
  for (const { arrows, body = [] } of boxes.values()) {
    yield* arrows;
    for (const { starts } of body) yield* starts;
  }
}

const STARTING = { from: 'state', actors: actorWordsOf(undefined) } as const;

/** The scopes in which an arrow leads to the end, not to fail. */
function endedScopes(root: Scope, boxes: Gathered['boxes']): ReadonlySet<Scope> {
  const ended = new Set<Scope>();
  for (const { to, labels, scope } of arrowsIn(root, boxes)) {
    if (to === DOT && gather(labels, false).some((text) => readLabel(unescape(text), { ...STARTING, toEnd: true }).throws === undefined)) ended.add(scope);
  }
  return ended;
}

/** What a final state says on its arrow to the dot. */
function returnedBy({ arrows: [arrow] }: Box): Pick<State, 'value'> {
  const { returns } = readLabel(unescape(gather(arrow!.labels, false)[0]!), { ...STARTING, toEnd: true });
  if (returns === undefined) return {};
  const constant = constantOf(returns);
  return { value: constant ? { kind: 'constant', constant } : { kind: 'code', code: plainCode(returns) } };
}

function placeOf({ line, column }: Line, file: string): { file: string; line: number; column: number } {
  return { file, line, column };
}

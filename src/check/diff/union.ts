/**
 * Two versions of a machine in, one chart with everything of both out, and marks on what is only in one of them or is another in
 * each: what a picture of their difference is drawn from. It is to look at; nobody runs it.
 */
import type { Chart, State, Transition } from '../../chart/chart.ts';
import { type Code, codeText, plainCode } from '../../chart/code.ts';
import type { Mark, Marks } from '../../format/marks.ts';
import { type Arrow, arrowsOf, type Graph, graphOf, initialArrow } from '../structure/arrow.ts';
import { matchArrows, sameEnd, sameGuard, sameWords } from '../structure/match.ts';
import { renamed } from '../renamed.ts';
import { type Names, pairNames } from './pairing.ts';
import { versionOf, type Version } from './version.ts';
import { type Spelling, spellings } from './spelling.ts';

export interface Union {
  readonly chart: Chart;
  readonly marks: Marks;
}

/** Both versions in one chart, by the names of the new one; of all ways to compare their code, the one that marks the least. */
export function unionOf(old: Chart, next: Chart): Union {
  const unions = spellings(old, next, true).map((first) => unionBy(first, old, next));
  const count = ({ marks }: Union): number => marks.states.size + marks.transitions.size;
  return unions.reduce((best, union) => (count(union) < count(best) ? union : best));
}

function unionBy(first: Spelling, old: Chart, next: Chart): Union {
  const names = pairNames(old, next);
  const before = inNamesOfNew(old, names, next);
  const versions = { old: versionOf(old, 'old', names, first), new: versionOf(next, 'new', names, first) };
  const spell = { old: spelling(versions.old), new: spelling(versions.new) };
  const graphs = { old: graphOf(before), new: graphOf(next) };
  const states = new Map<string, Mark>();
  const transitions = new Map<Transition, Mark>();

  const both = next.states.map((state): State => {
    const twin = graphs.old.states.get(state.id);
    if (!twin) {
      states.set(state.id, 'added');
      for (const way of state.transitions) transitions.set(way, 'added');
      return state;
    }
    const { gone, come, changed } = compared(graphs, spell, twin, state);
    for (const way of come) transitions.set(way, 'added');
    for (const way of gone) transitions.set(way, 'removed');
    for (const way of changed) transitions.set(way, 'changed');
    if (names.states.has(state.id) || isChanged(twin, state)) states.set(state.id, 'changed');
    return withInside(twin, { ...state, transitions: [...state.transitions, ...gone] });
  });
  const lost = before.states.filter(({ id }) => !graphs.new.states.has(id));
  for (const state of lost) {
    states.set(state.id, 'removed');
    for (const way of state.transitions) transitions.set(way, 'removed');
  }

  const [was, is] = [initialArrow({ ...graphs.old, chart: { ...before, initial: spell.old(before.initial) } }), initialArrow({ ...graphs.new, chart: { ...next, initial: spell.new(next.initial) } })];
  const isSameStart = sameEnd(was, is) && sameWords(was, is);
  if (!isSameStart) {
    transitions.set(before.initial, 'removed');
    transitions.set(next.initial, 'added');
  }
  return { chart: { ...next, states: [...both, ...lost].map((state, _at, all) => emptied(state, all, transitions)) }, marks: { states, transitions, starts: isSameStart ? [] : [before.initial] } };
}

/** The old version by the names of the new one. What is an end, a choice or a history in one of them only is two states in the drawing. */
function inNamesOfNew(chart: Chart, { states, events }: Names, next: Chart): Chart {
  const inverse = (twins: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...twins].map(([theirs, ours]) => [ours, theirs]));
  const [own, types] = [inverse(states), inverse(events)];
  const kinds = new Map(next.states.map(({ id, kind }) => [id, kind]));
  const others = new Set(chart.states.filter(({ id, kind }) => shapeOf(kinds.get(own.get(id) ?? id) ?? kind) !== shapeOf(kind)).map(({ id }) => id));
  return renamed(chart, (id) => (others.has(id) ? `${id} (before)` : (own.get(id) ?? id)), (type) => types.get(type) ?? type);
}

function shapeOf(kind: State['kind']): State['kind'] {
  return kind === 'compound' || kind === 'parallel' ? 'atomic' : kind;
}

interface Ways {
  readonly gone: readonly Transition[];
  readonly come: readonly Transition[];
  readonly changed: readonly Transition[];
}

/** The arrows of a state that both have. Of one that says something else now both are drawn, what it said before as gone. */
function compared(graphs: Both<Graph>, spell: Both<Spell>, old: State, next: State): Ways {
  const [before, after] = [spelt(old, spell.old), spelt(next, spell.new)];
  const { matched, missing, unexpected } = matchArrows(arrowsOf(graphs.old, before.state), arrowsOf(graphs.new, after.state));
  const other = matched.filter(([x, y]) => !(sameEnd(x, y) && sameGuard(x, y) && sameWords(x, y)));
  const [moved, said] = [other.filter(([x, y]) => !sameEnd(x, y)), other.filter(([x, y]) => sameEnd(x, y))];
  const ways = (arrows: readonly Arrow[], { own }: Spelt): readonly Transition[] => arrows.map(({ transition }) => own.get(transition)!);
  return {
    gone: ways([...missing, ...other.map(([x]) => x)], before),
    come: ways([...unexpected, ...moved.map(([, y]) => y)], after),
    changed: ways(said.map(([, y]) => y), after),
  };
}

interface Both<T> {
  readonly old: T;
  readonly new: T;
}

interface Spelt {
  readonly state: State;
  /** The state's own transition of each. */
  readonly own: ReadonlyMap<Transition, Transition>;
}

/** A state with its code written as it is compared, so that what a variable is called says nothing. */
function spelt(state: State, spell: Spell): Spelt {
  const own = new Map(state.transitions.map((way) => [spell(way), way]));
  return { state: { ...state, transitions: [...own.keys()] }, own };
}

type Spell = (way: Transition) => Transition;

function spelling({ code, action }: Version): Spell {
  const text = (own: Code): Code => plainCode(code(own));
  return (way) => ({
    ...way,
    ...(way.guard && way.guard !== 'else' && { guard: text(way.guard) }),
    ...(way.returns && { returns: text(way.returns) }),
    ...(way.throws && { throws: text(way.throws) }),
    actions: way.actions.map((own) => ({ ...own, name: action(own) })),
  });
}

/** Whether it does, runs or begins with something else. */
function isChanged(old: State, next: State): boolean {
  const own = ({ kind, entry = [], exit = [], actors = [], tags = [], initial, value, name, id }: State): string => JSON.stringify([kind, entry.map((action) => action.name), exit.map((action) => action.name), actors, tags, initial?.target, value?.kind === 'code' ? codeText(value.code) : '', name ?? id]);
  return own(old) !== own(next);
}

/** A state that has others in it only in the old version has them in the drawing. */
function withInside(old: State, next: State): State {
  const isWhole = ({ kind }: State): boolean => kind === 'compound' || kind === 'parallel';
  return isWhole(next) || !isWhole(old) ? next : { ...next, kind: old.kind, ...(old.initial && { initial: old.initial }) };
}

/** A state that lost all that was in it is drawn as one that never had any: its own end is an event like others. */
function emptied(state: State, all: readonly State[], marks: Map<Transition, Mark>): State {
  if ((state.kind !== 'compound' && state.kind !== 'parallel') || all.some(({ parent }) => parent === state.id)) return state;
  const transitions = state.transitions.map((way): Transition => {
    if (way.trigger.kind !== 'done') return way;
    const plain: Transition = { ...way, trigger: { kind: 'event', type: 'done' } };
    marks.set(plain, marks.get(way) ?? 'removed');
    return plain;
  });
  return { ...state, kind: 'atomic', initial: undefined, transitions };
}

/**
 * Two charts in, which names of the new one stand for which of the old one out: equal ones, ones that are equal but for case and
 * separators, and where a name is in one chart only, the one that stands in its place: reached in the same way, waiting for the same.
 */
import type { Chart, State, Transition } from '../../chart/chart.ts';
import { type Code, codeReferences, squeezed } from '../../chart/code.ts';
import { guardLabel, triggerLabel } from '../../chart/label.ts';
import { fold } from '../names.ts';
import { eventTypesOf } from '../event-types.ts';
import { canonical, codesOf } from './spelling.ts';

/** By the new name, the old one; equal names are left out. */
export interface Names {
  readonly states: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
  readonly actors: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
}

export function pairNames(old: Chart, next: Chart): Names {
  const events = alike(eventTypesOf(old), eventTypesOf(next));
  const states = alike(old.states.map(({ id }) => id), next.states.map(({ id }) => id));
  const found = { old, next, states, events };
  for (let size = -1; size < states.size + events.size; ) {
    size = states.size + events.size;
    movedStates(found);
    renamedStates(found);
    renamedEvents(found);
  }
  return { states, events, actors: actorsOf(found), variables: variablesOf(old, next) };
}

interface Found {
  readonly old: Chart;
  readonly next: Chart;
  readonly states: Map<string, string>;
  readonly events: Map<string, string>;
}

/** Those that are equal but for case and separators, each on its own side only once. */
function alike(old: readonly string[], next: readonly string[]): Map<string, string> {
  const [gone, come] = onlyIn(old, next, new Map());
  const folded = (names: readonly string[], name: string): readonly string[] => names.filter((other) => fold(other) === fold(name));
  return new Map(come.flatMap((name) => {
    const twins = folded(gone, name);
    return twins.length === 1 && folded(come, name).length === 1 ? [[name, twins[0]!] as const] : [];
  }));
}

/** The names that only one of them has, and that stand for nothing yet. */
function onlyIn(old: readonly string[], next: readonly string[], twins: ReadonlyMap<string, string>): readonly [readonly string[], readonly string[]] {
  const [had, has, known] = [new Set(old), new Set(next), new Set(twins.values())];
  return [old.filter((name) => !has.has(name) && !known.has(name)), next.filter((name) => !had.has(name) && !twins.has(name))];
}

function statesAlone({ old, next, states }: Found): readonly [readonly State[], readonly State[]] {
  const [gone, come] = onlyIn(old.states.map(({ id }) => id), next.states.map(({ id }) => id), states);
  const [left, right] = [new Set(gone), new Set(come)];
  return [old.states.filter(({ id }) => left.has(id)), next.states.filter(({ id }) => right.has(id))];
}

/** Called the same among those of a parent that is the same or was renamed; or of another parent, where no other is called so. */
function movedStates(found: Found): void {
  const { states } = found;
  const called = (state: State): string => fold(state.name ?? state.id);
  const isWithinTwins = (x: State, y: State): boolean => y.parent !== undefined && x.parent === (states.get(y.parent) ?? y.parent);
  for (const near of [true, false]) {
    const [gone, come] = statesAlone(found);
    for (const y of come) {
      const twins = gone.filter((x) => called(x) === called(y) && x.kind === y.kind && (!near || isWithinTwins(x, y)));
      if (twins.length === 1 && come.filter((other) => called(other) === called(y) && other.kind === y.kind && (!near || isWithinTwins(twins[0]!, other))).length === 1) states.set(y.id, twins[0]!.id);
    }
  }
}

/** A state in the place of another: the same way leads there, and it waits for mostly the same. */
function renamedStates(found: Found): void {
  const { states } = found;
  const [gone, come] = statesAlone(found);
  if (gone.length === 0 || come.length === 0) return;
  const [left, right] = [new Map(gone.map((state) => [state.id, state])), new Map(come.map((state) => [state.id, state]))];
  const votes = new Map<string, { readonly x: State; readonly y: State; count: number }>();
  for (const [a, b] of pairedWays(found)) {
    const [x, y] = [left.get(a.target ?? ''), right.get(b.target ?? '')];
    if (!x || !y || x.kind !== y.kind || !isWaiting(x)) continue;
    const key = JSON.stringify([x.id, y.id]);
    const vote = votes.get(key) ?? { x, y, count: 0 };
    vote.count += 1;
    votes.set(key, vote);
  }
  for (const { x, y } of [...votes.values()].sort((a, b) => b.count - a.count)) {
    if (!left.has(x.id) || !right.has(y.id) || !waitForTheSame(found, x, y)) continue;
    states.set(y.id, x.id);
    left.delete(x.id);
    right.delete(y.id);
  }
}

function isWaiting({ kind }: State): boolean {
  return kind === 'atomic' || kind === 'compound' || kind === 'parallel';
}

function waitForTheSame(found: Found, x: State, y: State): boolean {
  const had = new Set(x.transitions.map(({ trigger }) => triggerLabel(trigger)));
  const has = new Set(y.transitions.map((transition) => sharedTrigger(found, transition)));
  const shared = [...had].filter((label) => has.has(label)).length;
  return shared * 2 >= new Set([...had, ...has]).size;
}

/** The transitions of the two that stand in the same place: the ways in, and of two states that are one, those of one trigger and condition, else in order. */
function* pairedWays(found: Found): Generator<readonly [Transition, Transition]> {
  const { old, next, states } = found;
  yield [old.initial, next.initial];
  const byId = new Map(old.states.map((state) => [state.id, state]));
  for (const y of next.states) {
    const x = byId.get(states.get(y.id) ?? y.id);
    if (!x) continue;
    if (x.initial && y.initial) yield [x.initial, y.initial];
    const groups = new Map<string, Transition[]>();
    for (const way of x.transitions) groups.set(triggerLabel(way.trigger), [...(groups.get(triggerLabel(way.trigger)) ?? []), way]);
    const theirs = new Map<string, Transition[]>();
    for (const way of y.transitions) theirs.set(sharedTrigger(found, way), [...(theirs.get(sharedTrigger(found, way)) ?? []), way]);
    for (const [trigger, list] of theirs) {
      const ours = groups.get(trigger) ?? [];
      for (const [index, way] of list.entries()) {
        const twin = ours.find((other) => guardLabel(other) === guardLabel(way)) ?? (ours.length === list.length ? ours[index] : undefined);
        if (twin) yield [twin, way];
      }
    }
  }
}

function sharedTrigger({ events }: Found, { trigger }: Transition): string {
  return triggerLabel(trigger.kind === 'event' ? { ...trigger, type: events.get(trigger.type) ?? trigger.type } : trigger);
}

/** An event in the place of another: wherever one was taken the other is, mostly with the same outcome. */
function renamedEvents(found: Found): void {
  const { old, next, states, events } = found;
  const [gone, come] = onlyIn(eventTypesOf(old), eventTypesOf(next), events);
  if (gone.length === 0 || come.length === 0) return;
  const ways = (chart: Chart, type: string, shared: (id: string) => string): readonly string[] =>
    chart.states.flatMap(({ id, transitions }) =>
      transitions.filter(({ trigger }) => trigger.kind === 'event' && trigger.type === type).map((way) => JSON.stringify([shared(id), guardLabel(way), way.target === undefined ? '' : shared(way.target)])),
    );
  const left = new Map(gone.map((type) => [type, ways(old, type, (id) => id)]));
  for (const type of come) {
    const theirs = ways(next, type, (id) => states.get(id) ?? id);
    const likeness = (ours: readonly string[]): number => ours.filter((way) => theirs.includes(way)).length;
    const best = [...left].map(([name, ours]) => ({ name, ours, count: likeness(ours) })).sort((a, b) => b.count - a.count)[0];
    if (!best || best.count === 0 || best.count * 2 < Math.max(best.ours.length, theirs.length)) continue;
    events.set(type, best.name);
    left.delete(best.name);
  }
}

/** An actor of the same state that runs the same. */
function actorsOf({ old, next, states }: Found): ReadonlyMap<string, string> {
  const all = ({ states: list }: Chart): readonly string[] => list.flatMap(({ actors = [] }) => actors.map(({ id }) => id));
  const [gone, come] = onlyIn(all(old), all(next), new Map()).map((names) => new Set(names)) as [Set<string>, Set<string>];
  const found = new Map<string, string>();
  for (const state of next.states) {
    const twin = old.states.find(({ id }) => id === (states.get(state.id) ?? state.id));
    for (const actor of state.actors ?? []) {
      const same = come.has(actor.id) ? twin?.actors?.find(({ id, source }) => gone.has(id) && source === actor.source) : undefined;
      if (!same) continue;
      found.set(actor.id, same.id);
      gone.delete(same.id);
    }
  }
  return found;
}

/** Variables that only one version has, each with the one that stands in the same places of the code, or at least begins alike. Whether they are one is seen by what is done with them. */
function variablesOf(old: Chart, next: Chart): ReadonlyMap<string, string> {
  const [gone, come] = onlyIn(old.context.map(({ name }) => name), next.context.map(({ name }) => name), new Map());
  if (gone.length === 0 || come.length === 0) return new Map();
  const [before, after] = [usesOf(old, gone), usesOf(next, come)];
  const likeness = (x: string, y: string): number => before.get(x)!.filter((use) => after.get(y)!.includes(use)).length;
  const likely = come.flatMap((y) => gone.map((x) => ({ x, y, count: likeness(x, y) }))).filter(({ count }) => count > 0);
  const [left, found] = [new Set(gone), new Map<string, string>()];
  for (const { x, y } of likely.sort((p, q) => q.count - p.count)) {
    if (!left.has(x) || found.has(y)) continue;
    found.set(y, x);
    left.delete(x);
  }
  return found;
}

/** Where each variable stands: the code around it, and how it begins. */
function usesOf(chart: Chart, names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const codes = codesOf(chart).filter((code) => codeReferences(code).some(({ to, name }) => to === 'context' && names.includes(name)));
  return new Map(names.map((name) => {
    const around = (code: Code): string => squeezed(canonical(code, (other) => (other === name ? '$this' : names.includes(other) ? '$other' : other)));
    const uses = codes.filter((code) => codeReferences(code).some((reference) => reference.to === 'context' && reference.name === name)).map(around);
    const { type, initial } = chart.context.find((variable) => variable.name === name)!;
    return [name, [...new Set(uses), JSON.stringify([type, initial && around(initial)])]];
  }));
}

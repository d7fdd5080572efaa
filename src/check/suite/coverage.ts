/**
 * What has been exercised of a chart: each transition taken, each guard seen to hold and not to hold.
 *
 * It is read off the XState machine that was written from the chart, while its actor runs: XState tells which
 * transitions each of its microsteps took. A step that fails tells nothing; what it took is asked for beforehand.
 */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition, EventObject, InspectionEvent } from 'xstate';
import type { Chart, State, Transition } from '../../chart/chart.ts';
import { guardLabel } from '../../chart/label.ts';
import { RETURN, THROW, eventKey, readTrigger } from '../../format/xstate/event-name.ts';
import { decodeKey } from '../../format/xstate/key.ts';
import { labelText } from '../../format/xstate/label.ts';
import { arrowsOf, graphOf } from '../structure/arrow.ts';

export interface Coverage {
  /** Each transition of the chart, with the words by which it is reported. */
  readonly goals: readonly Goal[];
  /** To be called before an event is sent to the actor whose microsteps `inspect` sees. */
  before(snapshot: AnyMachineSnapshot, event: EventObject): void;
  /** To be called when the event has been dealt with. Says whether anything new was exercised. */
  after(snapshot: AnyMachineSnapshot): boolean;
  inspect(event: InspectionEvent): void;
}

export interface Goal {
  readonly state: string;
  readonly transition: Transition;
  readonly text: string;
  readonly guarded: boolean;
  taken: boolean;
  /** Its guard did not hold when it was asked. */
  passed: boolean;
}

type Candidate = AnyTransitionDefinition;

export function coverageOf(chart: Chart, machine: AnyStateMachine): Coverage {
  const graph = graphOf(chart);
  const goals = chart.states.flatMap((state) => arrowsOf(graph, state).map((arrow): Goal => ({ state: state.id, transition: arrow.transition, text: arrow.text, guarded: arrow.guard.kind === 'text', taken: false, passed: false })));
  const goalOf = goalsByCandidate(chart, machine, goals);
  let news = false;
  let steps: Microstep[] = [];
  let asked: { snapshot: AnyMachineSnapshot; event: EventObject } | undefined;

  const mark = (candidate: Candidate | undefined, key: 'taken' | 'passed'): void => {
    const goal = candidate && goalOf.get(candidate);
    if (!goal || goal[key]) return;
    goal[key] = true;
    news ||= key === 'taken' || goal.guarded;
  };
  /** Candidates of one list stand for conditions that exclude each other: one that is taken says that the others do not hold. */
  const note = (list: readonly Candidate[], taken: Candidate | undefined): void => {
    for (const candidate of list) mark(candidate, candidate === taken ? 'taken' : 'passed');
  };
  const noteEvent = (node: AnyStateNode, event: EventObject, taken: Candidate | undefined): void => {
    for (const list of listsFor(node, event)) {
      note(list, taken);
      if (taken && list.includes(taken)) return;
    }
  };

  return {
    goals,
    inspect: (event) => {
      if (event.type === '@xstate.microstep') steps.push({ snapshot: event.snapshot as AnyMachineSnapshot, transitions: event._transitions as Candidate[] });
    },
    before: (snapshot, event) => {
      asked = { snapshot, event };
      steps = [];
    },
    after: (snapshot) => {
      news = false;
      const failed = snapshot.status === 'error';
      const first = steps[0]?.transitions ?? (asked && failed ? (attempt(() => machine.getTransitionData(asked!.snapshot, asked!.event)) as Candidate[] | undefined) : undefined) ?? [];
      if (asked) for (const node of waiting(asked.snapshot)) noteEvent(node, asked.event, first.find((candidate) => candidate.source === node));
      let where = steps[0]?.snapshot;
      for (const { snapshot: next, transitions } of asked ? steps.slice(1) : steps) {
        for (const candidate of transitions) note(candidate.source.always ?? [], candidate);
        where = next;
      }
      if (failed && where) for (const node of waiting(where)) note(node.always ?? [], chosen(node.always ?? [], machine, where, asked?.event));
      asked = undefined;
      steps = [];
      return news;
    },
  };
}

/** What is left: `RED --> GREEN : next` was not taken, or its guard was not seen both ways. */
export function unexercised(goals: readonly Goal[]): readonly string[] {
  return goals.flatMap((goal) => {
    if (!goal.taken) return [`${goal.text} was not taken`];
    return goal.guarded && !goal.passed ? [`${goal.text} was always taken: [${guardLabel(goal.transition)}] was not seen to fail`] : [];
  });
}

interface Microstep {
  readonly snapshot: AnyMachineSnapshot;
  readonly transitions: readonly Candidate[];
}

function waiting(snapshot: AnyMachineSnapshot): readonly AnyStateNode[] {
  return (snapshot._nodes as AnyStateNode[]).filter((node) => node.parent !== undefined);
}

/** The lists of candidates that are asked for an event, in their order. */
function listsFor(node: AnyStateNode, event: EventObject): readonly (readonly Candidate[])[] {
  const exact = node.transitions.get(event.type) as readonly Candidate[] | undefined;
  const wild = event.type === THROW || event.type === RETURN ? undefined : (node.transitions.get('*') as readonly Candidate[] | undefined);
  return [...(exact ? [exact] : []), ...(wild ? [wild] : [])];
}

/** Which candidate of the machine stands for which transition of the chart: by state, event and guard, in their order. */
function goalsByCandidate(chart: Chart, machine: AnyStateMachine, goals: readonly Goal[]): ReadonlyMap<Candidate, Goal> {
  const found = new Map<Candidate, Goal>();
  const states = new Map(Object.values(machine.root.states as Record<string, AnyStateNode>).map((node) => [decodeKey(node.key), node]));
  for (const state of chart.states) {
    const node = states.get(state.id);
    for (const goal of goals) {
      if (!node || goal.state !== state.id) continue;
      const candidate = candidatesFor(node, goal.transition).find((each) => !found.has(each) && standsFor(each, goal, state));
      if (candidate) found.set(candidate, goal);
    }
  }
  return found;
}

function candidatesFor(node: AnyStateNode, transition: Transition): readonly Candidate[] {
  const key = eventKey(transition.trigger);
  return ((key === undefined ? node.always : node.transitions.get(key)) ?? []) as readonly Candidate[];
}

function standsFor(candidate: Candidate, goal: Goal, state: State): boolean {
  const name = guardName(candidate);
  const key = eventKey(goal.transition.trigger);
  const read = key === undefined ? { trigger: goal.transition.trigger, guard: name } : readTrigger(key, name);
  if (read.trigger.kind === 'event' && goal.transition.trigger.kind === 'event' && read.trigger.type !== goal.transition.trigger.type) return false;
  if (read.trigger.kind === 'event' && goal.transition.trigger.kind === 'value') return false;
  const text = read.guard === undefined ? undefined : labelText(read.guard);
  if (goal.guarded && text === labelText(guardLabel(goal.transition))) return true;
  // What comes last of its list is written unguarded, whatever it asks in the chart.
  return text === undefined && (!goal.guarded || state.transitions.filter((each) => eventKey(each.trigger) === key).at(-1) === goal.transition);
}

function guardName(candidate: Candidate): string | undefined {
  const guard = candidate.guard as unknown;
  if (typeof guard === 'string') return guard;
  return typeof guard === 'object' && guard !== null ? (guard as { type?: string }).type : typeof guard === 'function' ? guard.name : undefined;
}

/** The candidate that a choice takes, by asking its guards: a step that fails does not say. */
function chosen(list: readonly Candidate[], machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: EventObject | undefined): Candidate | undefined {
  return list.find((candidate) => {
    const name = guardName(candidate);
    const guard = name === undefined ? undefined : (machine.implementations.guards as Record<string, unknown>)[name];
    return typeof guard !== 'function' ? candidate.guard === undefined : attempt(() => (guard as (args: unknown, params: unknown) => boolean)({ context: snapshot.context as unknown, event }, undefined)) === true;
  });
}

/** A guard that throws chooses nothing; what it did to the run itself has been seen there. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}


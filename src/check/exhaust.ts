/**
 * A finite machine in, what no run of it can show out: every configuration it can come to is looked at with everything it
 * can be sent, and an arrow that was not taken then is not one that was missed.
 *
 * Finite is meant strictly: no parameters, no event beyond finitely many, nothing thrown in that means anything, nothing
 * done or asked outside. Of any other machine nothing is said.
 */
import { type AnyMachineSnapshot, type AnyStateMachine, type EventObject, createActor } from 'xstate';
import type { Chart } from '../chart/chart.ts';
import { type Coverage, coverageOf, unexercised } from './coverage.ts';
import { type Bridge, actorDriver } from './drive.ts';
import { finiteEvents } from './finite.ts';
import type { World } from './sample.ts';
import { valueText } from './value-text.ts';

const MOST_CONFIGURATIONS = 12_000;

/** What cannot be taken, or cannot but be, in the words of `unexercised`; nothing where there is too much to look at, or more than a search can know. */
export function impossibleIn(chart: Chart, machine: AnyStateMachine, bridge: Bridge, world: World): readonly string[] {
  const coverage = coverageOf(chart, machine);
  const events = isClosed(chart) ? finiteEvents(chart) : undefined;
  if (!events) return [];
  const first = actorDriver(machine, chart, bridge, world, coverage.inspect);
  first.start({ args: [], choices: [] });
  const start = first.actor()?.getSnapshot() as AnyMachineSnapshot | undefined;
  if (!start) return [];
  coverage.after(start);
  const seen = new Map([[keyOf(start), start]]);
  for (const snapshot of seen.values()) {
    if (snapshot.status !== 'active') continue;
    for (const event of events) {
      const { result, answered } = world.recorders.run([], 0, () => stepFrom(machine, snapshot, bridge.sent(event(world)), coverage));
      const key = keyOf(result);
      if (answered.length > 0 || isCyclic(key) || seen.size > MOST_CONFIGURATIONS) return [];
      if (!seen.has(key)) seen.set(key, result);
    }
  }
  return unexercised(coverage.goals);
}

/** What the machine is after one event. A written machine shares no context between snapshots, so that each can be gone on from many times. */
function stepFrom(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: EventObject, coverage: Coverage): AnyMachineSnapshot {
  const actor = createActor(machine, { snapshot, inspect: coverage.inspect });
  actor.subscribe({ error: () => {} });
  actor.start();
  coverage.before(snapshot, event);
  actor.send(event);
  const next = actor.getSnapshot() as AnyMachineSnapshot;
  coverage.after(next);
  return next;
}

function isClosed(chart: Chart): boolean {
  const transitions = [chart.initial, ...chart.states.flatMap((state) => state.transitions)];
  return chart.parameters.length === 0 && transitions.every(({ trigger, actions }) => trigger.kind !== 'throw' && trigger.kind !== 'return' && actions.every((action) => !action.effect));
}

function keyOf(snapshot: AnyMachineSnapshot): string {
  return valueText([snapshot.status, snapshot.value, snapshot.context]);
}

/** XState walks through a context when it goes on from it, and does not come out of a cycle. */
function isCyclic(key: string): boolean {
  return key.includes('(the object ');
}

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
import { type Bridge, machineDriver } from './drive.ts';
import { finiteEvents } from './finite.ts';
import type { World } from './sample.ts';
import { type Stage, createStage } from './stage.ts';
import { valueText } from './value-text.ts';

const MOST_CONFIGURATIONS = 12_000;
/** How long all their texts may be: a list that grows makes each configuration longer than the last. */
const MOST_TEXT = 3_000_000;

/** What cannot be taken, or cannot but be, in the words of `unexercised`; nothing where there is too much to look at, or more than a search can know. */
export function impossibleIn(chart: Chart, machine: AnyStateMachine, bridge: Bridge, world: World): readonly string[] {
  return lookedAt(chart, machine, bridge, world, true) ?? lookedAt(chart, machine, bridge, world, false)!;
}

/** Nothing where it turns out that the machine cannot be run on a stage. */
function lookedAt(chart: Chart, machine: AnyStateMachine, bridge: Bridge, world: World, isStaged: boolean): readonly string[] | undefined {
  const coverage = coverageOf(chart, machine);
  const events = isClosed(chart) ? finiteEvents(chart) : undefined;
  if (!events) return [];
  const stage = isStaged ? createStage(chart, machine, world, coverage.inspect) : undefined;
  if (isStaged && !stage) return undefined;
  const first = machineDriver({ machine, chart, bridge, world, inspect: coverage.inspect, stage });
  first.start({ args: [], choices: [] });
  const start = first.snapshot();
  if (!start) return [];
  coverage.after(start);
  const seen = new Map([[keyOf(start), start]]);
  let written = 0;
  for (const snapshot of seen.values()) {
    if (snapshot.status !== 'active') continue;
    for (const event of events) {
      const { result, answered } = world.recorders.run([], 0, () => stepFrom(machine, snapshot, bridge.sent(event(world)), coverage, stage));
      if (stage?.needsActor()) return undefined;
      const key = keyOf(result);
      if (answered.length > 0 || isCyclic(key)) return [];
      if (seen.has(key)) continue;
      written += key.length;
      if (seen.size > MOST_CONFIGURATIONS || written > MOST_TEXT) return [];
      seen.set(key, result);
    }
  }
  return unexercised(coverage.goals);
}

/** What the machine is after one event. A written machine shares no context between snapshots, so that each can be gone on from many times. */
function stepFrom(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: EventObject, coverage: Coverage, stage: Stage | undefined): AnyMachineSnapshot {
  if (stage) {
    coverage.before(snapshot, event);
    const { snapshot: next } = stage.step(snapshot, event);
    coverage.after(next);
    return next;
  }
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

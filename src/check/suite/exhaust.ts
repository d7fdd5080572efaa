/**
 * A finite machine in, what no run of it can show out: every configuration it can come to is looked at with everything it
 * can be sent, and an arrow that was not taken then is not one that was missed.
 *
 * Finite is meant strictly: no parameters, no event beyond finitely many, nothing thrown in that means anything, nothing
 * done or asked outside. Of any other machine nothing is said.
 * A constant of another module is taken to be what it is now.
 */
import { type AnyMachineSnapshot, type AnyStateMachine, type EventObject, createActor } from 'xstate';
import type { Chart, Transition } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import { createConfigurations } from './configuration.ts';
import { type Coverage, coverageOf, unexercised } from './coverage.ts';
import { type Bridge, machineDriver } from '../drive/drive.ts';
import { finiteEvents } from '../inputs/finite.ts';
import { codesOf } from '../inputs/pool.ts';
import type { World } from '../inputs/sample.ts';
import { type Stage, createStage } from '../drive/stage.ts';

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
  const events = isClosed(chart, world) ? finiteEvents(chart) : undefined;
  if (!events) return [];
  const stage = isStaged ? createStage(chart, machine, world, coverage.inspect) : undefined;
  if (isStaged && !stage) return undefined;
  const { keyOf } = createConfigurations();
  const begin = (): AnyMachineSnapshot | undefined => {
    const driver = machineDriver({ machine, chart, bridge, world, inspect: coverage.inspect, stage });
    driver.start({ args: [], choices: [] });
    const snapshot = driver.snapshot();
    if (snapshot) coverage.after(snapshot);
    return snapshot;
  };
  const start = begin();
  if (!start) return [];
  const first = keyOf(start, undefined, () => begin() ?? start);
  if (first === undefined) return [];
  const seen = new Map([[first, start]]);
  let written = 0;
  for (const snapshot of seen.values()) {
    if (snapshot.status !== 'active') continue;
    for (const event of events) {
      const step = () => world.recorders.run([], 0, () => stepFrom(machine, snapshot, bridge.sent(event(world)), coverage, stage));
      const { result, answered } = step();
      if (stage?.needsActor()) return undefined;
      const key = keyOf(result, snapshot, () => step().result);
      if (key === undefined || answered.length > 0 || isCyclic(key)) return [];
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

function isClosed(chart: Chart, world: World): boolean {
  const transitions = [chart.initial, ...chart.states.flatMap((state) => state.transitions)];
  const isQuiet = transitions.every(({ trigger, actions }) => trigger.kind !== 'throw' && trigger.kind !== 'return' && actions.every((action) => !action.effect));
  return isQuiet && chart.parameters.length === 0 && !codeOf(chart, transitions, world).some((text) => SURROUNDINGS.test(text));
}

/** The code that the machine runs, as far as it can be read: what another module declares is not. */
function codeOf({ context, dependencies, file }: Chart, transitions: readonly Transition[], { exports }: World): readonly string[] {
  const used = dependencies.flatMap((dependency) => {
    if (dependency.typeOnly) return [];
    if (dependency.kind === 'copy') return [dependency.text];
    const value = !dependency.package && dependency.from === file ? exports[dependency.exported] : undefined;
    return typeof value === 'function' ? [Function.prototype.toString.call(value)] : [];
  });
  return [...[...transitions.flatMap(codesOf), ...context.flatMap(({ initial }) => initial ?? [])].map(codeText), ...used];
}

/** Something is read of what is around a program, and may be another where it runs next. */
const SURROUNDINGS = /(?<![\w$.])(?:(?:process|globalThis|global|window|self|navigator|location|document|localStorage|sessionStorage|history|screen|Deno|Bun)\s*(?:\?\.|\.|\[)|import\s*\.\s*meta\b)/;

/** XState walks through a context when it goes on from it, and does not come out of a cycle. */
function isCyclic(key: string): boolean {
  return key.includes('(the object ');
}

/**
 * An XState machine in, a way to take a step of it from any snapshot that it has been in out, as an actor would take it: so that runs which begin alike
 * share what they have in common.
 *
 * An actor only goes on from where it is. What it does in a step is its machine's `transition`, in a scope that runs actions as they come; the same is done
 * here, in a scope with nobody in it. A machine that turns to whoever is in it (itself, the clock, another actor), or that changes what a snapshot holds,
 * cannot be run like this: it is said (`needsActor`), and what was seen does not count.
 */
import { type ActorScope, type AnyActorRef, type AnyMachineSnapshot, type AnyStateMachine, type AnyStateNode, type EventObject, type InspectionEvent, createEmptyActor } from 'xstate';
import type { Chart } from '../../chart/chart.ts';
import { type Done, doneBy } from '../calls.ts';
import { replaceNothing } from './globals.ts';
import type { World } from '../inputs/sample.ts';
import { createKeys } from './snapshot-key.ts';
import { valueText } from './value-text.ts';

export interface Stage {
  /** The machine after an event, and the actions that it did. */
  readonly step: (snapshot: AnyMachineSnapshot, event: EventObject) => { readonly snapshot: AnyMachineSnapshot; readonly done: readonly Done[] };
  /** Looks at where a machine begins: one with actors of its own needs one itself. */
  readonly enter: (snapshot: AnyMachineSnapshot) => void;
  /** Whether what was seen does not count. */
  readonly needsActor: () => boolean;
  /** Somebody else has seen that it needs one. */
  readonly distrust: () => void;
}

/** Nothing for a machine that can be seen to need an actor, or that may remember something outside its snapshots. */
export function createStage(chart: Chart, machine: AnyStateMachine, world: World, inspect?: (event: InspectionEvent) => void): Stage | undefined {
  if (world.recorders.replace === replaceNothing || remembers(chart, world) || waits(machine)) return undefined;
  let needsActor = false;
  let events: InspectionEvent[] = [];
  let done: Done[] = [];
  const ask = <T extends object>(target: T, quiet: readonly string[] = []): T => new Proxy(target, {
    get: (_, key) => {
      needsActor ||= !quiet.includes(key as string);
      return Reflect.get(target, key) as unknown;
    },
  });
  const host = createEmptyActor();
  host.system.inspect({ next: (event) => void events.push(event) });
  const need = (): void => {
    needsActor = true;
  };
  const scope: ActorScope<AnyMachineSnapshot, EventObject> = {
    self: ask(host) as AnyActorRef,
    id: host.id,
    sessionId: host.sessionId,
    logger: need,
    defer: need,
    emit: () => {},
    // A microstep is told to those who inspect by way of the system.
    system: ask(host.system, ['_sendInspectionEvent']),
    stopChild: need,
    actionExecutor: (action) => {
      done.push(...doneBy(action));
      action.exec?.(action.info, action.params);
    },
  };
  const keys = createKeys();
  const texts = new WeakMap<AnyMachineSnapshot, string>();
  const textOf = ({ context }: AnyMachineSnapshot): string => {
    const key = keys.ofValue(context);
    return keys.isPartial(key) ? key + valueText(context) : key;
  };

  return {
    needsActor: () => needsActor,
    distrust: need,
    enter: (snapshot) => {
      needsActor ||= Object.keys(snapshot.children).length > 0;
    },
    step: (snapshot, event) => {
      events = [];
      done = [];
      const before = texts.get(snapshot) ?? textOf(snapshot);
      texts.set(snapshot, before);
      const after = attempt(machine, snapshot, event, scope);
      needsActor ||= Object.keys(after.children).length > 0 || textOf(snapshot) !== before;
      if (!needsActor) for (const each of events) inspect?.(each);
      return { snapshot: after, done };
    },
  };
}

/** What is thrown while a step is made is what the machine has come to, as in an actor. */
function attempt(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: EventObject, scope: ActorScope<AnyMachineSnapshot, EventObject>): AnyMachineSnapshot {
  try {
    return machine.transition(snapshot, event, scope as never) as AnyMachineSnapshot;
  } catch (error) {
    return { ...snapshot, status: 'error', error } as unknown as AnyMachineSnapshot;
  }
}

/** Whether it waits for the clock or for actors. */
function waits(machine: AnyStateMachine): boolean {
  const pending: AnyStateNode[] = [machine.root as AnyStateNode];
  for (const node of pending) {
    if (node.config.after || node.config.invoke) return true;
    pending.push(...(Object.values(node.states) as AnyStateNode[]));
  }
  return false;
}

/**
 * Whether the code may remember something outside the machine: what it does in one run then hangs on how many there were before. What another module has is not
 * looked into; a copied declaration is a constant, a pure function or a class, and of these only a regular expression counts.
 */
function remembers({ dependencies, file }: Chart, { exports }: World): boolean {
  return dependencies.some((dependency) => {
    if (dependency.typeOnly) return false;
    if (dependency.kind === 'copy') return /\/[a-z]*[gy][a-z]*\b|\bnew\b/.test(dependency.text);
    if (dependency.package) return false;
    const value = dependency.from === file ? exports[dependency.exported] : undefined;
    return value === undefined || (typeof value === 'object' ? value !== null : typeof value === 'function' && !(value.prototype instanceof Error));
  });
}

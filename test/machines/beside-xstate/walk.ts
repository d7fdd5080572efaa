/** Both sides of a pair, walked together: along every sequence of events up to a length, beyond it from every configuration found, and along given ones. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { type Names, type Pair, type Sent, createNames } from './pair.ts';
import { type Seen, beginActor, beginGenerator, difference, generatorAfter, machineSteps } from './sides.ts';

export interface Walked {
  /** All sequences of this many events and fewer were walked, but for what follows an end. */
  readonly length: number;
  readonly sequences: number;
  /** The machine's configurations, context and history too, from each of which every event was sent. */
  readonly configurations: number;
  /** Whether there are no others, with these events. */
  readonly all: boolean;
  /** Every step taken, in order. */
  readonly steps: readonly Step[];
  /** The first difference, with the sequence that shows it. */
  readonly difference?: string;
}

export interface Step {
  /** Which step it goes on from, counted from 1; 0 is where both begin. */
  readonly from: number;
  /** All events up to here. */
  readonly events: readonly Sent[];
  /** What shows of the generator. */
  readonly seen: Seen<string>;
}

interface Place {
  readonly at: number;
  readonly events: readonly Sent[];
  readonly snapshot: AnyMachineSnapshot;
}

/**
 * Breadth first. As long as the next length takes no more than `sequences`, each is walked; from then on only one to each
 * configuration of the machine, until as many configurations were left.
 */
export function walkAll(pair: Pair, names: Names, atMost: { readonly sequences: number; readonly configurations: number }): Walked {
  const machine = machineSteps(pair, pair.machine);
  const left = new Set<string>();
  const key = (snapshot: AnyMachineSnapshot): string => JSON.stringify(pair.machine.getPersistedSnapshot(snapshot));
  const steps: Step[] = [];
  let [length, sequences] = [0, 1];
  const walked = (more: Partial<Walked>): Walked => ({ length, sequences, configurations: left.size, all: false, steps, ...more });

  const first = machine.first();
  const wrong = difference(names, generatorAfter(pair, []), first.seen);
  if (wrong !== undefined) return walked({ difference: wrong });
  let places: readonly Place[] = [{ at: 0, events: [], snapshot: first.snapshot }];
  for (let whole = true; places.length > 0; ) {
    whole &&= sequences + places.length * pair.events.length <= atMost.sequences;
    const next: Place[] = [];
    for (const { at, events, snapshot } of places) {
      const configuration = key(snapshot);
      if (!whole && left.has(configuration)) continue;
      if (left.size >= atMost.configurations && !whole) return walked({});
      left.add(configuration);
      for (const event of pair.events) {
        const longer = [...events, event];
        const [seen, step] = [generatorAfter(pair, longer), machine.next(snapshot, event)];
        steps.push({ from: at, events: longer, seen });
        const wrong = difference(names, seen, step.seen);
        if (wrong !== undefined) return walked({ difference: told(longer, wrong) });
        if (step.snapshot.status === 'active') next.push({ at: steps.length, events: longer, snapshot: step.snapshot });
      }
      if (whole) sequences += pair.events.length;
    }
    if (whole) length += 1;
    places = next;
  }
  return walked({ all: true });
}

/** Another machine, along the steps of a walk: the first difference from the generator. */
export function walkAgain(pair: Pair, other: AnyStateMachine, steps: readonly Step[]): string | undefined {
  const [machine, names] = [machineSteps(pair, other), createNames(pair.names)];
  const first = machine.first();
  const wrong = difference(names, generatorAfter(pair, []), first.seen);
  if (wrong !== undefined) return wrong;
  const snapshots = [first.snapshot];
  for (const { from, events, seen } of steps) {
    const step = machine.next(snapshots[from]!, events.at(-1)!);
    const wrong = difference(names, seen, step.seen);
    if (wrong !== undefined) return told(events, wrong);
    snapshots.push(step.snapshot);
  }
  return undefined;
}

/** What to send next: this event, or the so-manyth of those that the machine takes where it is. */
export type Choice = { readonly event: Sent } | { readonly taken: number };

/** A running generator beside a running actor: the events that were sent, and the first difference. */
export function walkAlong(pair: Pair, machine: AnyStateMachine, names: Names, choices: readonly Choice[]): { readonly events: readonly Sent[]; readonly difference?: string } {
  const [generator, actor] = [beginGenerator(pair), beginActor(pair, machine)];
  const events: Sent[] = [];
  let [left, right] = [generator.first, actor.first];
  for (const choice of [...choices, undefined]) {
    const found = difference(names, left, right);
    if (found !== undefined) return { events, difference: told(events, found) };
    if (choice === undefined || left.state === undefined) break;
    const taken = 'event' in choice ? [choice.event] : pair.events.filter((event) => actor.takes(event));
    const event = taken['event' in choice ? 0 : choice.taken % taken.length];
    if (event === undefined) continue;
    events.push(event);
    [left, right] = [generator.send(event), actor.send(event)];
  }
  return { events };
}

function told(events: readonly Sent[], what: string): string {
  return [...events.map((event) => `send(${JSON.stringify(event)})`), what].join('\n');
}

/** Both sides of a pair, walked together: along every sequence of events up to a length, beyond it from every configuration found, and along given ones. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Names, Pair, Sent } from './pair.ts';
import { type Seen, beginActor, beginGenerator, difference, generatorAfter, machineSteps } from './sides.ts';

export interface Walked {
  /** All sequences of this many events and fewer were walked, but for what follows an end. */
  readonly length: number;
  readonly sequences: number;
  /** The machine's configurations, context and history too, from each of which every event was sent. */
  readonly configurations: number;
  /** Whether there are no others, with these events. */
  readonly all: boolean;
  /** The first difference, with the sequence that shows it. */
  readonly difference?: string;
}

interface Place {
  readonly events: readonly Sent[];
  readonly snapshot: AnyMachineSnapshot;
}

/**
 * Breadth first. As long as the next length takes no more than `sequences`, each is walked; from then on only one to each
 * configuration of the machine, until as many configurations were left.
 */
export function walkAll(pair: Pair, machine: AnyStateMachine, names: Names, atMost: { readonly sequences: number; readonly configurations: number }): Walked {
  const steps = machineSteps(pair, machine);
  const left = new Set<string>();
  const key = (snapshot: AnyMachineSnapshot): string => JSON.stringify(machine.getPersistedSnapshot(snapshot));
  let [length, sequences] = [0, 1];
  const walked = (more: Partial<Walked>): Walked => ({ length, sequences, configurations: left.size, all: false, ...more });
  const differs = (events: readonly Sent[], seen: Seen): string | undefined => {
    const found = difference(names, generatorAfter(pair, events), seen);
    return found === undefined ? undefined : told(events, found);
  };

  const first = steps.first();
  const wrong = differs([], first.seen);
  if (wrong !== undefined) return walked({ difference: wrong });
  let places: readonly Place[] = [{ events: [], snapshot: first.snapshot }];
  for (let whole = true; places.length > 0; ) {
    whole &&= sequences + places.length * pair.events.length <= atMost.sequences;
    const next: Place[] = [];
    for (const { events, snapshot } of places) {
      const configuration = key(snapshot);
      if (!whole && left.has(configuration)) continue;
      if (left.size >= atMost.configurations && !whole) return walked({});
      left.add(configuration);
      for (const event of pair.events) {
        const step = steps.next(snapshot, event);
        const longer = [...events, event];
        const wrong = differs(longer, step.seen);
        if (wrong !== undefined) return walked({ difference: wrong });
        if (step.snapshot.status === 'active') next.push({ events: longer, snapshot: step.snapshot });
      }
      if (whole) sequences += pair.events.length;
    }
    if (whole) length += 1;
    places = next;
  }
  return walked({ all: true });
}

/** What to send next: this event, or the so-manyth of those that the machine takes where it is. */
export type Choice = { readonly event: Sent } | { readonly taken: number };

/** A running generator beside a running actor. */
export function walkAlong(pair: Pair, machine: AnyStateMachine, names: Names, choices: readonly Choice[]): string | undefined {
  const [generator, actor] = [beginGenerator(pair), beginActor(pair, machine)];
  const events: Sent[] = [];
  let [left, right] = [generator.first, actor.first];
  for (const choice of [...choices, undefined]) {
    const found = difference(names, left, right);
    if (found !== undefined) return told(events, found);
    if (choice === undefined || left.state === undefined) return undefined;
    const taken = 'event' in choice ? [choice.event] : pair.events.filter((event) => actor.takes(event));
    const event = taken['event' in choice ? 0 : choice.taken % taken.length];
    if (event === undefined) continue;
    events.push(event);
    [left, right] = [generator.send(event), actor.send(event)];
  }
  return undefined;
}

function told(events: readonly Sent[], what: string): string {
  return [...events.map((event) => `send(${JSON.stringify(event)})`), what].join('\n');
}

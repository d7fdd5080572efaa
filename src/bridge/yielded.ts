/** A snapshot in, what the generator's last step gave out: so that a compiled machine and its generator can be read by one word. */
import type { MachineSnapshot, Snapshot } from 'xstate';
import type { CoroutineSnapshot } from './from-coroutine.ts';

/** The snapshot of a machine, read live from an actor or from `transition`: a persisted one has lost its states. */
type AnyMachine = Pick<MachineSnapshot<object, never, never, never, never, never, never, never>, 'getMeta' | 'context'>;

/**
 * What the last step yielded or, when done, returned. Of a machine that yieldchart wrote it is what its state's `meta`
 * says under `yields` (a value, or a function of the context); `undefined` where that says nothing, and after a failure.
 * Of an actor made by `fromCoroutine` it is what the generator itself gave.
 *
 * @example
 * const actor = createActor(trafficLight).start();
 * actor.send(sent('next'));
 * yielded(actor.getSnapshot()); // 'GREEN'
 */
export function yielded<Yielded, Output>(snapshot: CoroutineSnapshot<Yielded, Output>): Yielded | Output | undefined;
export function yielded(snapshot: Snapshot<unknown>): unknown;
export function yielded(snapshot: Snapshot<unknown> | CoroutineSnapshot<unknown, unknown>): unknown {
  if (snapshot.status === 'done') return snapshot.output;
  if (snapshot.status === 'error') return undefined;
  if (isMachine(snapshot)) {
    const yields = Object.values(snapshot.getMeta() as Readonly<Record<string, { readonly yields?: unknown } | undefined>>)
      // The innermost state comes last: it is where the coroutine waits.
      .findLast((meta) => meta !== undefined && 'yields' in meta)?.yields;
    return typeof yields === 'function' ? yields({ context: snapshot.context }) : yields;
  }
  return 'value' in snapshot ? snapshot.value : undefined;
}

function isMachine(snapshot: object): snapshot is AnyMachine {
  return 'getMeta' in snapshot;
}

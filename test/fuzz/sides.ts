/**
 * A program in; each way there is of running it, as an object with the generator's own protocol, out.
 *
 * The real generator is what the others must do as.
 */
import { type AnyMachineSnapshot, type AnyStateMachine, assign, createActor, setup } from 'xstate';
import { valueText } from '../../src/check/drive/value-text.ts';
import { type Chart, toXState } from '../../src/compile.ts';
import { returned, sent, thrown, yielded } from '../../src/xstate.ts';
import type { Files } from './compiled.ts';
import { linked, maker, stripped } from './evaluate.ts';
import { FUEL } from './form.ts';
import type { Printed } from './write.ts';
import { OUTSIDE, Spins, type World } from './world.ts';

export interface Protocol {
  /** Throws where something that was over and done with has changed. */
  readonly settle?: () => void;
  next(value?: unknown): IteratorResult<unknown>;
  throw(error: unknown): IteratorResult<unknown>;
  return(value: unknown): IteratorResult<unknown>;
}

/** Begins a run in a world of its own. */
export type Side = (world: World & { spun(): boolean }, args: readonly unknown[]) => Protocol;

/** All that a program declares, as if it were one module. */
export function moduleOf({ source, beside }: Files, change = (text: string): string => text): string {
  return `${beside === '' ? '' : stripped(change(beside))}\n${stripped(change(source))}`;
}

export function generatorSide(printed: Printed): Side {
  const make = maker<(...args: readonly unknown[]) => Generator>(moduleOf(printed, (text) => text.replaceAll(FUEL, 'fuel();')), OUTSIDE, 'm');
  // The machine may catch what says that it spins.
  return (world, args) => looked(make(...world.given)(...args), () => (world.spun() ? new Spins() : undefined));
}

/** Throws, in place of anything that a step comes to, what `wrong` tells of it. */
export function looked(running: Protocol, wrong: () => Error | undefined): Protocol {
  const look = (work: () => IteratorResult<unknown>): IteratorResult<unknown> => {
    let result: IteratorResult<unknown> | undefined;
    let error: unknown;
    try {
      result = work();
    } catch (thrown) {
      error = thrown;
    }
    const told = wrong();
    if (told) throw told;
    if (result) return result;
    throw error;
  };
  return { next: (value) => look(() => running.next(value)), throw: (error) => look(() => running.throw(error)), return: (value) => look(() => running.return(value)) };
}

/** The XState machine that is written for a chart. */
export function machineSide(chart: Chart, files: Files): Side {
  const code = stripped(toXState(chart));
  const make = linked<AnyStateMachine>(moduleOf(files), code, /^export const (\w+)/m.exec(code)![1]!, ['assign', 'setup', ...OUTSIDE]);
  const [only, ...more] = chart.parameters;
  return (world, args) => {
    const machine = make(assign, setup, ...world.given);
    let actor: ReturnType<typeof createActor> | undefined;
    const before: { readonly snapshot: AnyMachineSnapshot; readonly text: string }[] = [];
    const look = (): IteratorResult<unknown> => {
      const snapshot = actor!.getSnapshot() as AnyMachineSnapshot;
      before.push({ snapshot, text: valueText(snapshot.context) });
      if (snapshot.status === 'error') throw snapshot.error;
      return { done: snapshot.status === 'done', value: yielded(snapshot) };
    };
    const send = (event: { readonly type: string }): IteratorResult<unknown> => {
      actor!.send(event);
      return look();
    };
    return {
      next: (value) => {
        if (actor) return send(sent(value));
        actor = createActor(machine, { input: only && more.length === 0 && !only.rest ? args[0] : args });
        // Without somebody who listens for it, XState throws an actor's error later, at nobody.
        actor.subscribe({ error: () => {} });
        actor.start();
        return look();
      },
      throw: (error) => send(thrown(error)),
      return: (value) => send(returned(value)),
      settle: () => {
        for (const { snapshot, text } of before) if (valueText(snapshot.context) !== text) throw new Error('an earlier snapshot has changed');
      },
    };
  };
}

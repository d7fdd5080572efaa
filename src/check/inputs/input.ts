/**
 * A machine's parameters and the arguments in, what an XState machine is given as its `input` out: the argument itself for one, the array
 * of arguments for several.
 *
 * A machine that somebody else wrote may go by their names (`input.limit`), so there each argument goes by its name too.
 */
import type { AnyStateMachine } from 'xstate';
import type { Chart } from '../../chart/chart.ts';

export function inputOf({ parameters }: Chart, args: readonly unknown[], foreign?: AnyStateMachine): unknown {
  const [only, ...more] = parameters;
  if (!only) return undefined;
  const isOne = more.length === 0 && !only.rest;
  if (!foreign) return isOne ? args[0] : args;
  const named = Object.fromEntries(parameters.map(({ name }, at) => [name, args[at]]));
  if (isOne) return asksFor(foreign, only.name) ? named : args[0];
  return Object.assign([...args], named);
}

/** Whether the machine's context is made of a part of the input of this name. */
function asksFor(machine: AnyStateMachine, name: string): boolean {
  const { context } = machine.config as { readonly context?: unknown };
  if (typeof context !== 'function') return false;
  let asked = false;
  const input = new Proxy({}, {
    get: (_, key) => {
      asked ||= key === name;
      return undefined;
    },
  });
  try {
    (context as (given: object) => unknown)({ input, spawn: () => undefined, self: undefined });
  } catch {
    // What it does with what it asked for is not asked here.
  }
  return asked;
}

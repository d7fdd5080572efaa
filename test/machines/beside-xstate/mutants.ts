/** A machine, broken in one place: each transition, each guard and each action taken out of its config in turn. */
import { type AnyStateMachine, createMachine } from 'xstate';

export interface Mutant {
  /** What is gone, by its path in the config: `states.idle.on.start[0].guard`. */
  readonly gone: string;
  readonly machine: () => AnyStateMachine;
}

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

export function mutantsOf(machine: AnyStateMachine): readonly Mutant[] {
  return placesIn(machine.config as Json, []).map((path) => ({
    gone: path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join(''),
    machine: () => createMachine(without(machine.config, path) as Json, machine.implementations as never) as unknown as AnyStateMachine,
  }));
}

/** Where something can be taken out of a state. */
function placesIn(state: Json, at: Path): readonly Path[] {
  const { on = {}, states = {}, ...own } = state as { readonly on?: Json; readonly states?: Readonly<Record<string, Json>> } & Json;
  return [
    ...Object.entries(on).flatMap(([event, transition]) => inTransition(transition, [...at, 'on', event])),
    ...['always', 'onDone'].flatMap((key) => (key in own ? inTransition(own[key], [...at, key]) : [])),
    ...['entry', 'exit'].flatMap((key) => (key in own ? inActions(own[key], [...at, key]) : [])),
    ...Object.entries(states).flatMap(([key, inner]) => placesIn(inner, [...at, 'states', key])),
  ];
}

function inTransition(transition: unknown, at: Path): readonly Path[] {
  if (Array.isArray(transition)) return transition.flatMap((candidate, index) => inTransition(candidate, [...at, index]));
  if (typeof transition !== 'object' || transition === null) return [at];
  const guard = 'guard' in transition ? [[...at, 'guard']] : [];
  return [at, ...guard, ...('actions' in transition ? inActions(transition.actions, [...at, 'actions']) : [])];
}

function inActions(actions: unknown, at: Path): readonly Path[] {
  return Array.isArray(actions) ? actions.map((_, index) => [...at, index]) : [at];
}

/** A copy that shares all but the way to what is gone. */
function without(value: unknown, [key, ...rest]: Path): unknown {
  if (Array.isArray(value)) return rest.length === 0 ? value.filter((_, at) => at !== key) : value.map((each, at) => (at === key ? without(each, rest) : each));
  const { [key!]: inside, ...others } = value as Readonly<Record<string | number, unknown>>;
  if (rest.length === 0) return others;
  return Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, name === key ? without(inside, rest) : each]));
}

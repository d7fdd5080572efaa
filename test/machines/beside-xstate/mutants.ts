/** A machine, broken in one place: each transition, guard and action taken out of its config in turn, each target and initial state put elsewhere. */
import { type AnyStateMachine, createMachine } from 'xstate';

export interface Mutant {
  /** The place in the config, and what is there instead: `states.idle.on.start[0].guard: gone`. */
  readonly change: string;
  readonly machine: () => AnyStateMachine;
}

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

interface Place {
  readonly path: Path;
  /** What to put there; nothing to take it out. */
  readonly instead?: string;
}

export function mutantsOf(machine: AnyStateMachine): readonly Mutant[] {
  const config = machine.config as Json;
  return placesIn(config, [], Object.keys(config['states'] as Json).map((key) => `.${key}`)).map(({ path, instead }) => ({
    change: `${path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('')}: ${instead ?? 'gone'}`,
    machine: () => createMachine(changed(config, path, instead) as Json, machine.implementations as never) as unknown as AnyStateMachine,
  }));
}

/** Where something can be broken in a state; `beside` are the targets that it could as well have. */
function placesIn(state: Json, at: Path, beside: readonly string[]): readonly Place[] {
  const { on = {}, states = {}, initial, ...own } = state as { readonly on?: Json; readonly states?: Readonly<Record<string, Json>> } & Json;
  const within = Object.keys(states);
  return [
    ...(typeof initial === 'string' && within.length > 1 ? [{ path: [...at, 'initial'], instead: other(within, initial) }] : []),
    ...Object.entries(on).flatMap(([event, transition]) => inTransition(transition, [...at, 'on', event], beside)),
    ...['always', 'onDone'].flatMap((key) => (key in own ? inTransition(own[key], [...at, key], beside) : [])),
    ...['entry', 'exit'].flatMap((key) => (key in own ? inActions(own[key], [...at, key]) : [])),
    ...Object.entries(states).flatMap(([key, inner]) => placesIn(inner, [...at, 'states', key], within)),
  ];
}

function inTransition(transition: unknown, path: Path, beside: readonly string[]): readonly Place[] {
  if (Array.isArray(transition)) return transition.flatMap((candidate, index) => inTransition(candidate, [...path, index], beside));
  if (typeof transition === 'string') return [{ path }, { path, instead: other(beside, transition) }];
  if (transition === undefined) return [{ path }];
  const { guard, target, actions } = transition as Json;
  return [
    { path },
    ...(guard === undefined ? [] : [{ path: [...path, 'guard'] }]),
    ...(typeof target === 'string' ? [{ path: [...path, 'target'], instead: other(beside, target) }] : []),
    ...(actions === undefined ? [] : inActions(actions, [...path, 'actions'])),
  ];
}

function inActions(actions: unknown, path: Path): readonly Place[] {
  return Array.isArray(actions) ? actions.map((_, index) => ({ path: [...path, index] })) : [{ path }];
}

/** The next one after this, round and round. */
function other(keys: readonly string[], key: string): string {
  return keys[(keys.indexOf(key) + 1) % keys.length]!;
}

/** A copy that shares all but the way to what is changed. */
function changed(value: unknown, [key, ...rest]: Path, instead: string | undefined): unknown {
  const last = rest.length === 0;
  if (Array.isArray(value)) {
    return value.flatMap((each, at) => (at !== key ? [each] : !last ? [changed(each, rest, instead)] : instead === undefined ? [] : [instead]));
  }
  return Object.fromEntries(Object.entries(value as object).flatMap(([name, each]) =>
    name !== key ? [[name, each]] : !last ? [[name, changed(each, rest, instead)]] : instead === undefined ? [] : [[name, instead]],
  ));
}

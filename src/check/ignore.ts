/**
 * A chart and what does not matter of it in, the chart without that out: events that are not sent, actions that are not looked at, variables that
 * are not followed. Names are the chart's own, but for case and separators.
 */
import type { Action, Chart, State, Transition, Trigger } from '../chart/chart.ts';
import { fold } from './names.ts';

/** Whether something is called by a name that does not matter. */
export type Ignores = (name: string) => boolean;

export function ignoresOf(names: readonly string[]): Ignores {
  const folded = new Set(names.map(fold));
  return (name) => folded.has(fold(name));
}

/** The chart as if what is ignored were not there. */
export function withoutIgnored(chart: Chart, ignores: Ignores): Chart {
  const actions = (list: readonly Action[]): readonly Action[] => list.filter((action) => !isIgnored(action, ignores));
  const transition = (one: Transition): Transition => ({ ...one, actions: actions(one.actions), trigger: withoutNames(one.trigger, ignores) });
  const state = (one: State): State => ({
    ...one,
    ...(one.initial && { initial: transition(one.initial) }),
    ...(one.entry && { entry: actions(one.entry) }),
    ...(one.exit && { exit: actions(one.exit) }),
    transitions: one.transitions.filter(({ trigger }) => trigger.kind !== 'event' || !ignores(trigger.type)).map(transition),
  });
  return {
    ...chart,
    context: chart.context.filter(({ name }) => !ignores(name)),
    alphabet: { ...chart.alphabet, events: chart.alphabet.events.filter(({ type }) => !ignores(type)) },
    initial: transition(chart.initial),
    states: chart.states.map(state),
  };
}

/** Called so itself, a call of something that is, or nothing but new values for variables that do not matter. */
function isIgnored({ name, writes, effect }: Action, ignores: Ignores): boolean {
  return ignores(name) || ignoresCall(name, ignores) || (writes.length > 0 && !effect && writes.every(ignores)) || ignores(/^([\w$.]+) (?:[-+*/]|\*\*|&&|\|\||\?\?)?= /.exec(name)?.[1] ?? name);
}

/** Whether a call is of something that does not matter: `orders.log(item)` by `log`, or by `orders.log`; `a-bell.ring('once')`, of a package, by `ring`. */
export function ignoresCall(text: string, ignores: Ignores): boolean {
  return [/^(?:new )?([\w$.]+)/, /^(?:new )?([^\s(]+)/].some((pattern) => {
    const path = pattern.exec(text)?.[1] ?? text;
    return ignores(path) || ignores(path.split('.').at(-1)!);
  });
}

function withoutNames(trigger: Trigger, ignores: Ignores): Trigger {
  return trigger.kind === 'any' ? { ...trigger, but: trigger.but.filter((type) => !ignores(type)) } : trigger;
}

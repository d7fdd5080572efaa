/**
 * What an arrow says, as data: the parts that its words on the diagram are made of.
 */
import type { Invocation, Transition, Trigger } from '../../chart/chart.ts';
import { type Code, codeText, plainCode } from '../../chart/code.ts';

/** What a label says. A bare value and an event look the same: both are an event here. */
export interface Label {
  readonly trigger: Trigger;
  /** `anew`: its state is left and entered again. `stay`: what its state is in stays as it is. */
  readonly manner?: 'anew' | 'stay';
  readonly guard?: Code | 'else';
  /** All of them, as one text; empty where there are none. */
  readonly actions: string;
  readonly returns?: string;
  readonly throws?: string;
}

/** Where the arrow stands, which decides what some of its words mean. */
export interface Ends {
  /**
   * Out of a `choice`, words without brackets are a guard. Out of a `whole` that is made of other states, `done` is its end; where it is an `ended`
   * one, that has an end drawn in it, so is an arrow that says nothing.
   */
  readonly from: 'state' | 'choice' | 'whole' | 'ended';
  /** Only an arrow to an end returns or throws. */
  readonly toEnd: boolean;
  /** What runs in the state it leaves: the id of each actor by what it is called there. */
  readonly actors: ReadonlyMap<string, string>;
}

/** The id of each actor by what it may be called where it runs: its id, or what it runs. */
export function actorWordsOf(actors: readonly Invocation[] | undefined): ReadonlyMap<string, string> {
  if (!actors) return NONE;
  return new Map([...actors.toReversed().map((actor) => [actor.source, actor.id] as const), ...actors.map((actor) => [actor.id, actor.id] as const)]);
}

const NONE: ReadonlyMap<string, string> = new Map();

/** What a transition's arrow has to say. */
export function labelOf({ trigger, guard, actions, throws, returns, reenter, target }: Transition, leavesWhole: boolean): Label {
  const manner = reenter ? 'anew' : leavesWhole && target === undefined && !throws ? 'stay' : undefined;
  return {
    trigger: trigger.kind === 'value' ? { kind: 'event', type: trigger.name } : trigger,
    ...(manner && { manner }),
    guard: guard && guard !== 'else' ? plainCode(shown(guard)) : guard,
    actions: oneLine(actions.map((action) => action.name).join(', ')),
    ...(throws ? { throws: shown(throws) } : { returns: returns && shown(returns) }),
  };
}

/** Code as it stands in a diagram. */
export function shown(code: Code): string {
  return oneLine(codeText(code));
}

/** Code that runs over several lines, as it stands on an arrow. */
export function oneLine(code: string): string {
  return code.replace(/\s*\n\s*/g, ' ').trim();
}

/** The same for labels that say the same. */
export function labelKey({ trigger, manner, guard, actions, returns, throws }: Label): string {
  return JSON.stringify([Object.entries(trigger).sort(), manner ?? '', guard === 'else' ? true : (guard && codeText(guard)) ?? '', actions, returns ?? '', throws ?? null]);
}

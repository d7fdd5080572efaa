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

/** What a transition's arrow has to say; `returns` is what it returns on the way to an end that does not say so. */
export function labelOf({ trigger, guard, actions, throws, reenter, target }: Transition, leavesWhole: boolean, returns?: Code): Label {
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

/** Whether two labels say the same. */
export function saysTheSame(a: Label, b: Label): boolean {
  return isSameTrigger(a.trigger, b.trigger) && a.manner === b.manner && asked(a) === asked(b) && a.actions === b.actions && (a.returns ?? '') === (b.returns ?? '') && a.throws === b.throws;
}

function asked({ guard }: Label): string | true {
  return guard === 'else' ? true : guard ? codeText(guard) : '';
}

function isSameTrigger(a: Trigger, b: Trigger): boolean {
  switch (a.kind) {
    case 'event':
      return b.kind === 'event' && a.type === b.type;
    case 'value':
      return b.kind === 'value' && a.name === b.name;
    case 'any':
      return b.kind === 'any' && a.internal === b.internal && a.but.length === b.but.length && a.but.every((name, at) => name === b.but[at]);
    case 'family':
      return b.kind === 'family' && a.prefix === b.prefix;
    case 'after':
      return b.kind === 'after' && a.delay === b.delay;
    case 'actor':
      return b.kind === 'actor' && a.id === b.id && a.how === b.how;
    case 'throw':
    case 'return':
    case 'always':
    case 'done':
      return a.kind === b.kind;
  }
}

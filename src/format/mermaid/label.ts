/**
 * What an arrow says, as data: the parts that its words on the diagram are made of.
 */
import type { Transition, Trigger } from '../../chart/chart.ts';
import { type Code, codeText, plainCode } from '../../chart/code.ts';

/** What a label says. A bare value and an event look the same: both are an event here. */
export interface Label {
  readonly trigger: Trigger;
  readonly guard?: Code | 'else';
  /** All of them, as one text; empty where there are none. */
  readonly actions: string;
  readonly returns?: string;
  readonly throws?: string;
}

/** Where the arrow stands. Out of a choice, words without brackets are a guard; only an arrow to `[*]` returns or throws. */
export interface Ends {
  readonly fromChoice: boolean;
  readonly toEnd: boolean;
}

/** What a transition's arrow has to say. */
export function labelOf({ trigger, guard, actions, throws, returns }: Transition): Label {
  return {
    trigger: trigger.kind === 'value' ? { kind: 'event', type: trigger.name } : trigger,
    guard: guard && guard !== 'else' ? plainCode(shown(guard)) : guard,
    actions: oneLine(actions.map((action) => action.name).join(', ')),
    ...(throws ? { throws: shown(throws) } : { returns: returns && shown(returns) }),
  };
}

function shown(code: Code): string {
  return oneLine(codeText(code));
}

/** Code that runs over several lines, as it stands on an arrow. */
function oneLine(code: string): string {
  return code.replace(/\s*\n\s*/g, ' ').trim();
}

/** The same for labels that say the same. */
export function labelKey({ trigger, guard, actions, returns, throws }: Label): string {
  return JSON.stringify([trigger.kind, trigger.kind === 'event' ? trigger.type : trigger.kind === 'any' ? trigger.but : '', guard === 'else' ? true : (guard && codeText(guard)) ?? '', actions, returns ?? '', throws ?? null]);
}

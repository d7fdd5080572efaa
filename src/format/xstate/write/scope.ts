/**
 * A reference in the user's code in, what to write for it in the XState module out.
 *
 * Inline, a reference says where its value is: `context.failed`, `(event as Sent).value`. In a body that declares its variables first, it is the bare
 * name again, and the code stays as it was written. TypeScript narrows a variable, but not `(event as Sent).value`, so code that asks
 * about the event more than once gets such a body.
 */
import type { Chart, Trigger } from '../../../chart/chart.ts';
import { type Code, type Reference, codeReferences } from '../../../chart/code.ts';
import type { ModuleNames } from './module-name.ts';
import { isReserved } from '../event-name.ts';
import { formOf, isUntold, namedType, receivedType } from './received.ts';
import { quote } from './tree.ts';

export interface Scope {
  readonly chart: Chart;
  readonly names: ModuleNames;
  /** What may have brought the event that the code sees. */
  readonly triggers: readonly Trigger[];
}

/** Where a reference's value is: an expression, and the type it is known to have there, if it must be said. */
export interface Source {
  readonly text: string;
  readonly as?: string;
}

/** What was received, thrown or returned, out of XState's event; `event` is what that is called here. */
export function sourceOf(reference: Reference, scope: Scope, event: string): Source {
  const { chart, names, triggers } = scope;
  const as = narrowedType(reference, scope);
  switch (reference.to) {
    case 'error':
      return { text: `(${event} as ${names.use('Thrown')}).error`, as };
    case 'returned':
      return { text: `(${event} as ${names.use('Returned')}).value`, as };
    case 'context':
    case 'module':
      return { text: reference.name, as };
    case 'event':
      switch (formOf(chart, triggers)) {
        case 'string':
          return { text: `${event}.type`, as };
        case 'object':
          return { text: event, as: as ?? receivedType(chart, triggers, names) };
        case 'value':
          return { text: `(${event} as ${names.use('Sent')}).value`, as };
        case 'received':
          return { text: `${names.use('received')}(${event})`, as };
      }
  }
}

/**
 * The type that a reference must be said to have, by its name in the module. Where an event is `any` to the code, that it is this one string is not said: the code
 * may ask more of it than TypeScript lets it ask of a string.
 */
export function narrowedType(reference: Reference, { chart, names, triggers }: Scope): string | undefined {
  if (reference.as === undefined) return undefined;
  const isWhole = reference.to === 'event' && formOf(chart, triggers) === 'value' && !chart.alphabet.open && chart.alphabet.values === reference.as;
  if (isWhole && !chart.alphabet.events.some((event) => isReserved(event.type))) return undefined;
  const isAny = reference.to === 'event' && triggers.some((trigger) => trigger.kind === 'event' && isUntold(chart, trigger.type) && quote(trigger.type) === reference.as);
  return isAny ? undefined : namedType(chart, reference.as, names);
}

/** An expression that stands alone, with `as` where a type must be said. */
export function withType({ text, as }: Source): string {
  return as === undefined ? text : `(${text} as ${as})`;
}

export function isReceived(reference: Reference): boolean {
  return reference.to === 'event' || reference.to === 'error' || reference.to === 'returned';
}

/** Whether the code can only be printed with its variables declared first. A function of the context must not be called as its method. */
export function needsVariables(code: Code): boolean {
  const calls = code.pieces.some((piece, index) => {
    const next = code.pieces[index + 1];
    return typeof piece !== 'string' && piece.to === 'context' && piece.as === undefined && typeof next === 'string' && /^\s*(?:\?\.)?[(`]/.test(next);
  });
  return calls || codeReferences(code).filter(isReceived).length > 1;
}

/**
 * What may arrive while the machine waits, and what is known of it at once.
 */
import type { Type } from '../syntax/types/type.ts';
import { assume } from './values/knowledge.ts';
import type { Machine } from './machine.ts';
import { createKnowledge, type Knowledge, setConstant, setType } from './values/possible.ts';
import { constantTerm, type Term } from './values/term.ts';

/** What can arrive while the machine waits. */
export type Arrival =
  | { readonly kind: 'event'; readonly type: string; readonly form: 'string' | 'object'; readonly as?: Type }
  | { readonly kind: 'value'; readonly as: Type }
  /** Whatever the others do not name. */
  | { readonly kind: 'any'; readonly as: Type; readonly but: readonly { readonly type: string; readonly form: 'string' | 'object' }[] }
  | { readonly kind: 'throw' }
  | { readonly kind: 'return' };

/** Knowledge of nothing but what arrived; made anew at each call. */
export function learned(machine: Pick<Machine, 'typing'>, arrival: Arrival | undefined): () => Knowledge {
  return () => {
    const knowledge = createKnowledge(machine.typing);
    if (arrival) learn(knowledge, arrival, 'event');
    return knowledge;
  };
}

/** What is known of what has just arrived. */
export function learn(knowledge: Knowledge, arrival: Arrival, name: string): void {
  const event: Term = { kind: 'arrived', what: 'event', name };
  if (arrival.kind === 'event') {
    if (arrival.form === 'string' && !arrival.as) setConstant(knowledge, event, { kind: 'string', value: arrival.type });
    else if (arrival.as) setType(knowledge, event, arrival.as);
    else {
      setConstant(knowledge, { kind: 'unary', operator: 'typeof', argument: event }, { kind: 'string', value: 'object' });
      setConstant(knowledge, { kind: 'member', object: event, property: 'type', optional: false }, { kind: 'string', value: arrival.type });
      assume(knowledge, event, true);
    }
  }
  if (arrival.kind === 'value') setType(knowledge, event, arrival.as);
  if (arrival.kind === 'any') {
    if (arrival.as.kind !== 'unknown') setType(knowledge, event, arrival.as);
    for (const { type, form } of arrival.but) {
      const asked: Term = form === 'string' ? event : { kind: 'member', object: event, property: 'type', optional: false };
      assume(knowledge, { kind: 'binary', operator: '===', left: asked, right: constantTerm({ kind: 'string', value: type }) }, false);
    }
  }
}

export function arrivalKey(arrival: Arrival | undefined): string {
  if (!arrival) return '';
  return arrival.kind === 'event' ? `event ${arrival.form} ${arrival.type}` : arrival.kind;
}

/**
 * What a variable is given, on the way that is walked.
 */
import type { Binding } from '../../syntax/module.ts';
import { settleFields } from '../variables/field.ts';
import { late, type Run } from './state.ts';
import { type Term, termSize } from '../values/term.ts';

export const largestTerm = 150;

/** What a binding is worth from now on; a term nobody would read is only known when the code has run. */
export function setWorth(state: Run, binding: Binding, term: Term): void {
  state.env.set(binding, termSize(term) > largestTerm ? late(state, binding) : term);
  settleFields(state, binding);
}

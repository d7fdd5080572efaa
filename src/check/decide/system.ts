/**
 * A machine that may have a choice, as numbers: what refine.ts is about. As in a table (table.ts), whoever makes systems that are to be
 * compared numbers labels and marks alike in all of them.
 */
import { checkLength, isState } from './table.ts';

/** States and labelled transitions, as many of one label from one state as there are: transition i goes `from[i]`, with `label[i]`, `to[i]`. */
export interface TransitionSystem {
  readonly states: number;
  readonly labels: number;
  readonly from: Int32Array;
  readonly label: Int32Array;
  readonly to: Int32Array;
  /** What is seen of a state: any integers. */
  readonly mark: Int32Array;
}

/** Throws a `RangeError` that says what is wrong where a system does not hang together. */
export function checkSystem({ states, labels, from, label, to, mark }: TransitionSystem): void {
  if (!Number.isInteger(states) || states < 0) throw new RangeError(`A transition system has some number of states, but states is ${states}.`);
  if (!Number.isInteger(labels) || labels < 0) throw new RangeError(`A transition system has some number of labels, but labels is ${labels}.`);
  checkLength('label', label, from.length, 'one number for each transition, as in from');
  checkLength('to', to, from.length, 'one number for each transition, as in from');
  checkLength('mark', mark, states, 'one number for each state');
  for (let i = 0; i < from.length; i++) {
    if (!isState(from[i]!, states) || !isState(to[i]!, states)) throw new RangeError(`Transition ${i} goes from state ${from[i]} to state ${to[i]}, but the states are 0 to ${states - 1}.`);
    if (label[i]! < 0 || label[i]! >= labels) throw new RangeError(`Transition ${i} has label ${label[i]}, but the labels are 0 to ${labels - 1}.`);
  }
}

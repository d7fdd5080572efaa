/**
 * A machine of finite control as numbers: what the other files of this room decide about. In: nothing but typed arrays, so
 * that a million states are a few large blocks of memory. Whoever makes tables numbers inputs, outputs and marks alike in all of
 * the tables that are to be compared.
 */

/** A deterministic Mealy machine, possibly partial: of a state and an input there is one transition, or none. */
export interface Table {
  readonly states: number;
  readonly inputs: number;
  readonly start: number;
  /** `next[state * inputs + input]` is where the input leads, or -1 where it is refused. */
  readonly next: Int32Array;
  /** `output[state * inputs + input]` is what is seen on the way. Where the input is refused nothing is seen but that. */
  readonly output: Int32Array;
  /** `mark[state]` is what is seen of a state while it waits: what it shows, and whether it is final. */
  readonly mark: Int32Array;
}

/** Throws a `RangeError` that says what is wrong where a table does not hang together. */
export function checkTable(table: Table): void {
  const { states, inputs, start, next, output, mark } = table;
  if (!Number.isInteger(states) || states < 1) throw new RangeError(`A table has at least one state, but states is ${states}.`);
  if (!Number.isInteger(inputs) || inputs < 0) throw new RangeError(`A table has some number of inputs, but inputs is ${inputs}.`);
  if (!isState(start, states)) throw new RangeError(`The start is state ${start}, but the states are 0 to ${states - 1}.`);
  checkLength('next', next, states * inputs, 'one number for each state and input');
  checkLength('output', output, states * inputs, 'one number for each state and input');
  checkLength('mark', mark, states, 'one number for each state');
  for (let at = 0; at < next.length; at++) {
    if (next[at]! >= -1 && next[at]! < states) continue;
    throw new RangeError(`State ${Math.floor(at / inputs)} leads on input ${at % inputs} to state ${next[at]}, but the states are 0 to ${states - 1}, and -1 stands for none.`);
  }
}

/** Whether `state` is one of so many states. */
export function isState(state: number, states: number): boolean {
  return Number.isInteger(state) && state >= 0 && state < states;
}

/** Throws a `RangeError` where a list has another length than it must have. */
export function checkLength(name: string, list: Int32Array, length: number, because: string): void {
  if (list.length !== length) throw new RangeError(`${name} has ${list.length} numbers, but must have ${length}: ${because}.`);
}

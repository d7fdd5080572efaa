/** In: what a module exports. Out: the XState machines among it. */
import { type AnyStateMachine, StateMachine } from 'xstate';
import { Bug } from '../../diagnostic/diagnostic.ts';
import type { Exports } from './load.ts';

/** The only XState machine among a module's exports, or the one of that name. */
export function theMachine(exports: Exports, called: string, name?: string): AnyStateMachine {
  const found = machinesIn(exports).filter(([key]) => name === undefined || key === name);
  if (found.length !== 1) throw new Bug(`${called} has ${found.length} XState machines, and one was meant`);
  return found[0]![1];
}

export function machinesIn(exports: Exports): readonly (readonly [string, AnyStateMachine])[] {
  return Object.entries(exports).filter((entry): entry is [string, AnyStateMachine] => entry[1] instanceof StateMachine);
}

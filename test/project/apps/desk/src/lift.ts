import type { EventFromLogic } from 'xstate';
import type { liftMachine } from './lift.machine.ts';

/** The goods lift, as it will be: it has to do what the machine does that is in use. */
export function* lift(): Generator<'down' | 'up' | 'stuck', never, EventFromLogic<typeof liftMachine>> {
  while (true) {
    let event = yield 'down';
    while (event.type !== 'call') event = yield 'down';
    event = yield 'up';
    while (event.type === 'call') event = yield 'up';
    if (event.type === 'fault') while ((yield 'stuck').type !== 'reset');
  }
}

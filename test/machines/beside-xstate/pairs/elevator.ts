import * as fc from 'fast-check';
import { elevatorMachine } from '../../../../machines/beside-xstate/elevator.machine.ts';
import { elevatorWithDoors } from '../../../../machines/beside-xstate/elevator.ts';
import type { Pair, Sent } from '../pair.ts';

export const pair: Pair = {
  begin: () => elevatorWithDoors(),
  machine: elevatorMachine,
  data: ({ floor }: { floor: number }) => ({ floor }),
  events: [
    ...[0, 1, -1].map((floor): Sent => ({ type: 'call', floor })),
    ...['floor passed', 'opened', 'close', 'blocked', 'closed'].map((type): Sent => ({ type })),
  ],
  unnoticed: {
    'states.idle.always[0]: gone': 'moving asks the same before anything is sent',
    'states.moving.initial: down': 'whatever leads there says which way',
    'states.moving.always.target: idle': 'which goes on to the doors at once',
  },
  more: fc.record({ type: fc.constant('call'), floor: fc.integer({ min: -2, max: 4 }) }),
};

import * as fc from 'fast-check';
import { flightBookerMachine } from '../../../../machines/beside-xstate/flight-booker.machine.ts';
import { flightBooker } from '../../../../machines/beside-xstate/flight-booker.ts';
import type { Pair } from '../pair.ts';

export const pair: Pair = {
  begin: () => flightBooker('2030-06-15'),
  machine: flightBookerMachine,
  input: { today: '2030-06-15' },
  events: [
    { type: 'choose', trip: 'one way' },
    { type: 'choose', trip: 'round trip' },
    { type: 'depart', date: '2030-06-14' },
    { type: 'depart', date: '2030-06-20' },
    { type: 'return', date: '2030-06-19' },
    { type: 'return', date: '2030-06-20' },
    { type: 'book' },
  ],
  more: fc.record({ type: fc.constantFrom('depart', 'return'), date: fc.integer({ min: 1, max: 30 }).map((day) => `2030-06-${String(day).padStart(2, '0')}`) }),
};

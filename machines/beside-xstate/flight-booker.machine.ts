/** A flight, one way or there and back, which cannot be booked while its dates make no sense. */
import { and, assign, setup } from 'xstate';

type Booking =
  | { readonly trip: 'one way'; readonly departure: string }
  | { readonly trip: 'round trip'; readonly departure: string; readonly returning: string };

export const flightBookerMachine = setup({
  types: {
    input: {} as { today: string },
    context: {} as { today: string; departure: string; returning: string },
    events: {} as
      | { type: 'choose'; trip: 'one way' | 'round trip' }
      | { type: 'depart' | 'return'; date: string }
      | { type: 'book' },
    output: {} as Booking,
  },
  guards: {
    isTrip: ({ event }, params: { trip: 'one way' | 'round trip' }) =>
      event.type === 'choose' && event.trip === params.trip,
    departsInTime: ({ context }) => context.departure >= context.today,
    returnsInTime: ({ context }) => context.returning >= context.departure,
  },
}).createMachine({
  id: 'flightBooker',
  context: ({ input: { today } }) => ({ today, departure: today, returning: today }),
  initial: 'oneWay',
  on: {
    depart: { actions: assign({ departure: ({ event }) => event.date }) },
  },
  states: {
    oneWay: {
      on: {
        choose: { guard: { type: 'isTrip', params: { trip: 'round trip' } }, target: 'roundTrip' },
        book: { guard: 'departsInTime', target: 'bookedOneWay' },
      },
    },
    roundTrip: {
      on: {
        choose: { guard: { type: 'isTrip', params: { trip: 'one way' } }, target: 'oneWay' },
        return: { actions: assign({ returning: ({ event }) => event.date }) },
        book: { guard: and(['departsInTime', 'returnsInTime']), target: 'bookedRoundTrip' },
      },
    },
    bookedOneWay: {
      type: 'final',
      output: ({ context: { departure } }) => ({ trip: 'one way', departure }),
    },
    bookedRoundTrip: {
      type: 'final',
      output: ({ context: { departure, returning } }) => ({ trip: 'round trip', departure, returning }),
    },
  },
  output: ({ event }) => event.output as Booking,
});

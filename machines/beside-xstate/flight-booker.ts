/** A flight, one way or there and back, which cannot be booked while its dates make no sense. */
type Trip = 'one way' | 'round trip';

type FlightEvent =
  | { type: 'choose'; trip: Trip }
  | { type: 'depart' | 'return'; date: string }
  | { type: 'book' };

type Booking =
  | { readonly trip: 'one way'; readonly departure: string }
  | { readonly trip: 'round trip'; readonly departure: string; readonly returning: string };

export function* flightBooker(today: string): Generator<Trip, Booking, FlightEvent> {
  let trip: Trip = 'one way';
  let departure = today;
  let returning = today;
  while (true) {
    const event: FlightEvent = yield trip;
    switch (event.type) {
      case 'choose':
        trip = event.trip;
        break;
      case 'depart':
        departure = event.date;
        break;
      case 'return':
        if (trip === 'round trip') returning = event.date;
        break;
      case 'book':
        if (departure < today) break;
        if (trip === 'one way') return { trip, departure };
        if (returning >= departure) return { trip, departure, returning };
    }
  }
}

/** Sells minutes for coins and counts them down. Symbols name what it shows. */
export const EXPIRED = Symbol('expired');
export const VALID = Symbol('valid');
export const OUT_OF_ORDER = Symbol('out of order');

type MeterEvent = { type: 'coin'; cents: number } | { type: 'minute' } | { type: 'jam' } | { type: 'repair' };

export function* parkingMeter({ centsPerMinute = 5, maxMinutes = 120 } = {}): Generator<symbol, never, MeterEvent> {
  let minutes = 0;
  while (true) {
    const event = yield minutes > 0 ? VALID : EXPIRED;
    switch (event.type) {
      case 'coin':
        minutes = Math.min(maxMinutes, minutes + Math.floor(event.cents / centsPerMinute));
        break;
      case 'minute':
        if (minutes > 0) minutes -= 1;
        break;
      case 'jam':
        while ((yield OUT_OF_ORDER).type !== 'repair');
        break;
    }
  }
}

export const samples = {
  parkingMeter: {
    args: [{ centsPerMinute: 10, maxMinutes: 3 }],
    events: [{ type: 'coin', cents: 5 }, { type: 'coin', cents: 20 }, { type: 'minute' }, { type: 'jam' }, { type: 'repair' }],
  },
};

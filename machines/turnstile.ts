/** Lets one person through for each fare paid. Shows a switch on the event, money as context, and states named by how much there is. */
const FARE = 250;

type TurnstileEvent = { type: 'coin'; cents: number } | { type: 'push' } | { type: 'reset' };

export function* turnstile(alarm: () => void = () => {}): Generator<'locked' | 'unlocked', never, TurnstileEvent> {
  let paid = 0;
  while (true) {
    // What was paid too much counts for the next person.
    const event = yield paid >= FARE ? 'unlocked' : 'locked';
    switch (event.type) {
      case 'coin':
        paid += event.cents;
        break;
      case 'push':
        if (paid >= FARE) paid -= FARE;
        else alarm();
        break;
      case 'reset':
        paid = 0;
        break;
    }
  }
}

export const samples = {
  turnstile: {
    events: [{ type: 'coin', cents: 100 }, { type: 'coin', cents: 250 }, { type: 'coin', cents: 600 }, { type: 'push' }, { type: 'reset' }],
  },
};

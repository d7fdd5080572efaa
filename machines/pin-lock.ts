/** A lock with a PIN and a limited number of tries. Shows a do-while loop, a counter from input, and an end that is a dead end. */
type LockEvent = { type: 'enter'; pin: string } | { type: 'lock' };

export function* pinLock(pin = '1234', tries = 3): Generator<'locked' | 'open', 'jammed', LockEvent> {
  let left = tries;
  do {
    const event = yield 'locked';
    if (event.type !== 'enter') continue;
    if (event.pin === pin) {
      left = tries;
      while ((yield 'open').type !== 'lock');
    } else {
      left -= 1;
    }
  } while (left > 0);
  return 'jammed';
}

export const samples = {
  pinLock: {
    args: ['2580', 2],
    events: [{ type: 'enter', pin: '2580' }, { type: 'enter', pin: '0000' }, { type: 'lock' }],
  },
};

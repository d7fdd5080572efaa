/** A lock with a keypad: digits are collected until there are as many as the PIN has. */
type LockEvent = { type: 'digit'; digit: string } | { type: 'clear' } | { type: 'close' } | { type: 'timeout' };

interface Bolt {
  open(): void;
  shut(): void;
}

export function* smartLock(pin: string, bolt: Bolt, tries = 3): Generator<'locked' | 'unlocked' | 'blocked', never, LockEvent> {
  let entered = '';
  let failures = 0;

  const isComplete = () => entered.length === pin.length;
  const clear = () => {
    entered = '';
  };
  const submit = () => {
    const isRight = entered === pin;
    clear();
    failures = isRight ? 0 : failures + 1;
    return isRight;
  };

  while (true) {
    const event = yield 'locked';
    if (event.type === 'clear') clear();
    if (event.type !== 'digit') continue;

    entered += event.digit;
    if (!isComplete()) continue;

    if (submit()) {
      bolt.open();
      while ((yield 'unlocked').type !== 'close');
      bolt.shut();
    } else if (failures === tries) {
      while ((yield 'blocked').type !== 'timeout');
      failures = 0;
    }
  }
}

export const samples = {
  smartLock: {
    args: ['12', { open() {}, shut() {} }, 2],
    events: [{ type: 'digit', digit: '1' }, { type: 'digit', digit: '2' }, { type: 'clear' }, { type: 'close' }, { type: 'timeout' }],
  },
};

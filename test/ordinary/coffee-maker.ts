/** A coffee maker as a trampoline: each state is a small generator that returns the name of the next one. */
type Name = 'off' | 'heating' | 'ready' | 'brewing';
type Signal = 'power' | 'hot' | 'brew' | 'full';

const states: Record<Name, () => Generator<Name, Name, Signal>> = {
  *off() {
    while ((yield 'off') !== 'power');
    return 'heating';
  },

  *heating() {
    for (;;) {
      switch (yield 'heating') {
        case 'hot':
          return 'ready';
        case 'power':
          return 'off';
      }
    }
  },

  *ready() {
    for (;;) {
      const signal = yield 'ready';
      if (signal === 'power') return 'off';
      if (signal === 'brew') return 'brewing';
    }
  },

  *brewing() {
    let signal: Signal;
    do signal = yield 'brewing';
    while (signal !== 'full' && signal !== 'power');
    return signal === 'full' ? 'ready' : 'off';
  },
};

export function* coffeeMaker(): Generator<Name, never, Signal> {
  let current: Name = 'off';
  while (true) current = yield* states[current]();
}

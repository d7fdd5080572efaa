/** A player that goes on, when it is switched on again, where it was switched off. */
type Button = 'power' | 'play' | 'pause' | 'stop';

export function* mediaPlayerWithHistory(): Generator<'off' | 'stopped' | 'playing' | 'paused', never, Button> {
  let mode: 'stopped' | 'playing' | 'paused' = 'stopped';
  while (true) {
    while ((yield 'off') !== 'power');
    on: while (true) {
      const button: Button = yield mode;
      switch (button) {
        case 'power':
          break on;
        case 'play':
          mode = 'playing';
          break;
        case 'pause':
          if (mode === 'playing') mode = 'paused';
          break;
        case 'stop':
          mode = 'stopped';
          break;
      }
    }
  }
}

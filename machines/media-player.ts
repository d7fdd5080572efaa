/** Plays, pauses, stops. Shows a labelled loop: how far to leave is how far the state goes back. */
type Button = 'play' | 'pause' | 'stop' | 'eject';

export function* mediaPlayer(): Generator<'stopped' | 'playing' | 'paused', void, Button> {
  stopped: while (true) {
    const first = yield 'stopped';
    if (first === 'eject') return;
    if (first !== 'play') continue;
    while (true) {
      // The only state in which time passes.
      const button = yield 'playing';
      if (button === 'eject') return;
      if (button === 'stop') continue stopped;
      if (button !== 'pause') continue;

      let next: Button;
      do {
        next = yield 'paused';
        if (next === 'eject') return;
        if (next === 'stop') continue stopped;
      } while (next !== 'play' && next !== 'pause');
    }
  }
}

/** A stopwatch that is told of the time by ticks. A split holds what is shown while the time goes on. */
type State = 'zero' | 'running' | 'split' | 'stopped';
type StopwatchEvent = 'start' | 'stop' | 'split' | 'reset' | 'tick';

export function* stopwatch(): Generator<{ state: State; elapsed: number; shown: number }, never, StopwatchEvent> {
  while (true) {
    while ((yield { state: 'zero', elapsed: 0, shown: 0 }) !== 'start');

    let state: State = 'running';
    let elapsed = 0;
    let held = 0;
    while (state !== 'zero') {
      const event: StopwatchEvent = yield { state, elapsed, shown: state === 'split' ? held : elapsed };
      if (state === 'stopped') {
        if (event === 'start') state = 'running';
        else if (event === 'reset') state = 'zero';
      } else if (event === 'tick') {
        elapsed += 1;
      } else if (event === 'stop') {
        state = 'stopped';
      } else if (event === 'split') {
        held = elapsed;
        state = state === 'running' ? 'split' : 'running';
      }
    }
  }
}

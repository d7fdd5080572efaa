/** Lights at a crossing with a button. Shows a timer as an event, and a request that is remembered until it is served. */
type Light = 'cars go' | 'cars go, someone waits' | 'cars stop' | 'walk' | 'hurry';
type CrossingEvent = 'button' | 'timeout';

export function* pedestrianCrossing(): Generator<Light, never, CrossingEvent> {
  let requested = false;
  while (true) {
    // Cars keep their green for one timeout at least, and until somebody asks.
    let event: CrossingEvent = yield requested ? 'cars go, someone waits' : 'cars go';
    if (event === 'button') requested = true;
    if (event === 'button' || !requested) continue;

    while ((yield 'cars stop') !== 'timeout');
    requested = false;
    while ((yield 'walk') !== 'timeout');
    do {
      // Too late to start walking: a button pressed now is for the next round.
      event = yield 'hurry';
      requested ||= event === 'button';
    } while (event !== 'timeout');
  }
}

/** A lift for three floors that serves one call at a time. It shows the floor it stands at, or where it is going. */
type Floor = 0 | 1 | 2;
type LiftEvent = { type: 'call'; floor: Floor } | { type: 'arrived' };

export function* lift(motor: (command: 'up' | 'down' | 'stop') => void): Generator<Floor | 'going up' | 'going down', never, LiftEvent> {
  let floor: Floor = 0;
  while (true) {
    const event: LiftEvent = yield floor;
    if (event.type !== 'call' || event.floor === floor) continue;
    const way = event.floor > floor ? 'up' : 'down';
    motor(way);
    while ((yield `going ${way}` as const).type !== 'arrived');
    motor('stop');
    floor = event.floor;
  }
}

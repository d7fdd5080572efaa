/** One cabin and its doors, which serve the calls in the order in which they come. */
type ElevatorEvent =
  | { type: 'call'; floor: number }
  | { type: 'floor passed' }
  | { type: 'opened' | 'close' | 'blocked' | 'closed' };

type Door = 'opening' | 'open' | 'closing';

export function* elevatorWithDoors(): Generator<
  { state: 'idle' | 'moving up' | 'moving down' | Door; floor: number },
  never,
  ElevatorEvent
> {
  let floor = 0;
  let calls: readonly number[] = [];
  while (true) {
    const target = calls[0];
    if (target === undefined) {
      const event = yield { state: 'idle', floor };
      if (event.type === 'call') calls = [event.floor];
      continue;
    }

    const state = floor < target ? 'moving up' : 'moving down';
    while (floor !== target) {
      const event = yield { state, floor };
      if (event.type === 'call') calls = [...calls, event.floor];
      if (event.type !== 'floor passed') continue;
      if (state === 'moving up') floor += 1;
      else floor -= 1;
    }

    let door: Door = 'opening';
    doors: while (true) {
      const event: ElevatorEvent = yield { state: door, floor };
      if (event.type === 'call') calls = [...calls, event.floor];
      switch (door) {
        case 'opening':
          if (event.type === 'opened') door = 'open';
          break;
        case 'open':
          if (event.type === 'close') door = 'closing';
          break;
        case 'closing':
          if (event.type === 'blocked') door = 'opening';
          if (event.type === 'closed') break doors;
          break;
      }
    }
    calls = calls.slice(1);
  }
}

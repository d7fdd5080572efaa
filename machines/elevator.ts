/** One cabin that serves its calls in order. Shows a queue as context, and numbers that only choose between states. */
type ElevatorEvent =
  | { type: 'call'; floor: number }
  | { type: 'passed floor' }
  | { type: 'door timeout' };

export function* elevator(floor = 0): Generator<'idle' | 'going up' | 'going down' | 'doors open', never, ElevatorEvent> {
  let calls: readonly number[] = [];
  while (true) {
    const target = calls[0];
    if (target === undefined) {
      const event = yield 'idle';
      if (event.type === 'call') calls = [event.floor];
    } else if (floor !== target) {
      const event = yield floor < target ? 'going up' : 'going down';
      if (event.type === 'passed floor') floor += floor < target ? 1 : -1;
      else if (event.type === 'call') calls = [...calls, event.floor];
    } else {
      // Calls made while the doors are open wait their turn.
      const event = yield 'doors open';
      if (event.type === 'door timeout') calls = calls.slice(1);
      else if (event.type === 'call') calls = [...calls, event.floor];
    }
  }
}

export const samples = {
  elevator: {
    events: [{ type: 'call', floor: 0 }, { type: 'call', floor: 2 }, { type: 'call', floor: -1 }, { type: 'passed floor' }, { type: 'door timeout' }],
  },
};

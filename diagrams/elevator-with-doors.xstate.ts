import { assign, setup } from 'xstate';

type Context = { floor: number; calls: readonly number[]; target: any };
type Call = { type: 'call'; floor: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const elevatorWithDoors = setup({
  types: {
    context: {} as Context,
    events: {} as
      | Call
      | { type: 'floor passed' }
      | { type: 'opened' }
      | { type: 'close' }
      | { type: 'blocked' }
      | { type: 'closed' }
      | Thrown
      | Returned,
    output: {} as {} | null | undefined,
  },
  guards: {
    'floor < event.floor': ({ context, event }) => context.floor < (event as Call).floor,
    '!(floor < event.floor) && floor !== event.floor': ({ context, event: message }) => {
      const { floor } = context;
      const event = message as Call;
      return !(floor < event.floor) && floor !== event.floor;
    },
    'floor + 1 !== target': ({ context }) => context.floor + 1 !== context.target,
    'floor - 1 !== target': ({ context }) => context.floor - 1 !== context.target,
    'calls.slice(1)[0] === undefined': ({ context }) => context.calls.slice(1)[0] === undefined,
    'calls.slice(1)[0] !== undefined && floor < calls.slice(1)[0]': ({ context }) =>
      context.calls.slice(1)[0] !== undefined && context.floor < context.calls.slice(1)[0],
    'calls.slice(1)[0] !== undefined && !(floor < calls.slice(1)[0]) && floor !== calls.slice(1)[0]': ({ context }) => {
      const { calls, floor } = context;
      return calls.slice(1)[0] !== undefined && !(floor < calls.slice(1)[0]) && floor !== calls.slice(1)[0];
    },
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'calls = [event.floor], target = calls[0]': assign(({ context, event: message }) => {
      let { calls, target } = context;
      const event = message as Call;
      calls = [event.floor];
      target = calls[0];
      return { calls, target };
    }),
    'calls = [event.floor]': assign({ calls: ({ event }) => [(event as Call).floor] }),
    'calls = [...calls, event.floor]': assign({
      calls: ({ context, event }) => [...context.calls, (event as Call).floor],
    }),
    'floor += 1': assign({ floor: ({ context }) => context.floor + 1 }),
    'floor -= 1': assign({ floor: ({ context }) => context.floor - 1 }),
    'calls = calls.slice(1)': assign({ calls: ({ context }) => context.calls.slice(1) }),
    'calls = calls.slice(1), target = calls[0]': assign(({ context }) => {
      let { calls, target } = context;
      calls = calls.slice(1);
      target = calls[0];
      return { calls, target };
    }),
  },
}).createMachine({
  id: 'elevatorWithDoors',
  description: 'One cabin and its doors, which serve the calls in the order in which they come.',
  context: () => ({ floor: 0, calls: [], target: undefined }),
  initial: 'idle',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    idle: {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'idle', floor: context.floor }),
        at: 'machines/beside-xstate/elevator.ts:19:21',
      },
      on: {
        call: [
          { guard: 'floor < event.floor', target: 'moving up', actions: 'calls = [event.floor], target = calls[0]' },
          {
            guard: '!(floor < event.floor) && floor !== event.floor',
            target: 'moving down',
            actions: 'calls = [event.floor], target = calls[0]',
          },
          { target: 'opening', actions: 'calls = [event.floor]' },
        ],
      },
    },
    'moving up': {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'moving up', floor: context.floor }),
        at: 'machines/beside-xstate/elevator.ts:26:21',
      },
      on: {
        call: { target: 'moving up', actions: 'calls = [...calls, event.floor]' },
        'floor passed': [
          { guard: 'floor + 1 !== target', target: 'moving up', actions: 'floor += 1' },
          { target: 'opening', actions: 'floor += 1' },
        ],
      },
    },
    'moving down': {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'moving down', floor: context.floor }),
        at: 'machines/beside-xstate/elevator.ts:26:21',
      },
      on: {
        call: { target: 'moving down', actions: 'calls = [...calls, event.floor]' },
        'floor passed': [
          { guard: 'floor - 1 !== target', target: 'moving down', actions: 'floor -= 1' },
          { target: 'opening', actions: 'floor -= 1' },
        ],
      },
    },
    opening: {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'opening', floor: context.floor }),
        at: 'machines/beside-xstate/elevator.ts:35:36',
      },
      on: {
        call: { target: 'opening', actions: 'calls = [...calls, event.floor]' },
        opened: { target: 'open' },
      },
    },
    open: {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'open', floor: context.floor }),
        at: 'machines/beside-xstate/elevator.ts:35:36',
      },
      on: {
        call: { target: 'open', actions: 'calls = [...calls, event.floor]' },
        close: { target: 'closing' },
      },
    },
    closing: {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'closing', floor: context.floor }),
        at: 'machines/beside-xstate/elevator.ts:35:36',
      },
      on: {
        call: { target: 'closing', actions: 'calls = [...calls, event.floor]' },
        blocked: { target: 'opening' },
        closed: [
          { guard: 'calls.slice(1)[0] === undefined', target: 'idle', actions: 'calls = calls.slice(1)' },
          {
            guard: 'calls.slice(1)[0] !== undefined && floor < calls.slice(1)[0]',
            target: 'moving up',
            actions: 'calls = calls.slice(1), target = calls[0]',
          },
          {
            guard: 'calls.slice(1)[0] !== undefined && !(floor < calls.slice(1)[0]) && floor !== calls.slice(1)[0]',
            target: 'moving down',
            actions: 'calls = calls.slice(1), target = calls[0]',
          },
          { target: 'opening', actions: 'calls = calls.slice(1)' },
        ],
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

import { assign, setup } from 'xstate';

type Call = { type: 'call'; floor: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const elevator = setup({
  types: {
    context: {} as { floor: number; calls: readonly number[]; target: any },
    events: {} as Call | { type: 'passed floor' } | { type: 'door timeout' } | Thrown | Returned,
    input: {} as number | undefined,
    output: {} as {} | null | undefined,
  },
  guards: {
    'floor < event.floor': ({ context, event }) => context.floor < (event as Call).floor,
    'floor !== event.floor && !(floor < event.floor)': ({ context, event: message }) => {
      const { floor } = context;
      const event = message as Call;
      return floor !== event.floor && !(floor < event.floor);
    },
    'floor + 1 < calls[0]': ({ context }) => context.floor + 1 < context.calls[0],
    'floor + 1 !== calls[0] && !(floor + 1 < calls[0])': ({ context }) =>
      context.floor + 1 !== context.calls[0] && !(context.floor + 1 < context.calls[0]),
    'floor + -1 < calls[0]': ({ context }) => context.floor + -1 < context.calls[0],
    'floor + -1 !== calls[0] && !(floor + -1 < calls[0])': ({ context }) =>
      context.floor + -1 !== context.calls[0] && !(context.floor + -1 < context.calls[0]),
    'calls.slice(1)[0] === undefined': ({ context }) => context.calls.slice(1)[0] === undefined,
    'calls.slice(1)[0] !== undefined && floor < calls.slice(1)[0]': ({ context }) =>
      context.calls.slice(1)[0] !== undefined && context.floor < context.calls.slice(1)[0],
    'calls.slice(1)[0] !== undefined && floor !== calls.slice(1)[0] && !(floor < calls.slice(1)[0])': ({ context }) => {
      const { calls, floor } = context;
      return calls.slice(1)[0] !== undefined && floor !== calls.slice(1)[0] && !(floor < calls.slice(1)[0]);
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
    'calls = [...calls, event.floor], target = calls[0]': assign(({ context, event: message }) => {
      let { calls, target } = context;
      const event = message as Call;
      calls = [...calls, event.floor];
      target = calls[0];
      return { calls, target };
    }),
    'floor += floor < target ? 1 : -1, target = calls[0]': assign(({ context }) => {
      const { calls } = context;
      let { floor, target } = context;
      floor += floor < target ? 1 : -1;
      target = calls[0];
      return { floor, target };
    }),
    'floor += floor < target ? 1 : -1': assign({
      floor: ({ context }) => context.floor + (context.floor < context.target ? 1 : -1),
    }),
    'target = calls[0]': assign({ target: ({ context }) => context.calls[0] }),
    'calls = [...calls, event.floor]': assign({
      calls: ({ context, event }) => [...context.calls, (event as Call).floor],
    }),
    'calls = calls.slice(1)': assign({ calls: ({ context }) => context.calls.slice(1) }),
    'calls = calls.slice(1), target = calls[0]': assign(({ context }) => {
      let { calls, target } = context;
      calls = calls.slice(1);
      target = calls[0];
      return { calls, target };
    }),
  },
}).createMachine({
  id: 'elevator',
  description:
    'One cabin that serves its calls in order. Shows a queue as context, and numbers that only choose between ' +
    'states.',
  context: ({ input: floor = 0 }) => ({ floor, calls: [], target: undefined }),
  initial: 'idle',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    idle: {
      meta: { yields: 'idle', at: 'machines/elevator.ts:12:21' },
      on: {
        call: [
          { guard: 'floor < event.floor', target: 'going up', actions: 'calls = [event.floor], target = calls[0]' },
          {
            guard: 'floor !== event.floor && !(floor < event.floor)',
            target: 'going down',
            actions: 'calls = [event.floor], target = calls[0]',
          },
          { target: 'doors open', actions: 'calls = [event.floor]' },
        ],
      },
    },
    'going up': {
      meta: { yields: 'going up', at: 'machines/elevator.ts:15:21' },
      on: {
        call: { target: 'going up', actions: 'calls = [...calls, event.floor], target = calls[0]' },
        'passed floor': [
          {
            guard: 'floor + 1 < calls[0]',
            target: 'going up',
            actions: 'floor += floor < target ? 1 : -1, target = calls[0]',
          },
          {
            guard: 'floor + 1 !== calls[0] && !(floor + 1 < calls[0])',
            target: 'going down',
            actions: 'floor += floor < target ? 1 : -1, target = calls[0]',
          },
          { target: 'doors open', actions: 'floor += floor < target ? 1 : -1' },
        ],
        'door timeout': { target: 'going up', actions: 'target = calls[0]' },
      },
    },
    'going down': {
      meta: { yields: 'going down', at: 'machines/elevator.ts:15:21' },
      on: {
        call: { target: 'going down', actions: 'calls = [...calls, event.floor], target = calls[0]' },
        'passed floor': [
          {
            guard: 'floor + -1 < calls[0]',
            target: 'going up',
            actions: 'floor += floor < target ? 1 : -1, target = calls[0]',
          },
          {
            guard: 'floor + -1 !== calls[0] && !(floor + -1 < calls[0])',
            target: 'going down',
            actions: 'floor += floor < target ? 1 : -1, target = calls[0]',
          },
          { target: 'doors open', actions: 'floor += floor < target ? 1 : -1' },
        ],
        'door timeout': { target: 'going down', actions: 'target = calls[0]' },
      },
    },
    'doors open': {
      description: 'Calls made while the doors are open wait their turn.',
      meta: { yields: 'doors open', at: 'machines/elevator.ts:20:21' },
      on: {
        call: { target: 'doors open', actions: 'calls = [...calls, event.floor]' },
        'door timeout': [
          { guard: 'calls.slice(1)[0] === undefined', target: 'idle', actions: 'calls = calls.slice(1)' },
          {
            guard: 'calls.slice(1)[0] !== undefined && floor < calls.slice(1)[0]',
            target: 'going up',
            actions: 'calls = calls.slice(1), target = calls[0]',
          },
          {
            guard: 'calls.slice(1)[0] !== undefined && floor !== calls.slice(1)[0] && !(floor < calls.slice(1)[0])',
            target: 'going down',
            actions: 'calls = calls.slice(1), target = calls[0]',
          },
          { target: 'doors open', actions: 'calls = calls.slice(1)' },
        ],
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

import { assign, setup } from 'xstate';

type Enter = { type: 'enter'; pin: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const pinLock = setup({
  types: {
    context: {} as { pin: string; tries: number; left: number },
    events: {} as Enter | { type: 'lock' } | Thrown | Returned,
    input: {} as [pin?: string, tries?: number] | undefined,
    output: {} as {} | null | undefined,
  },
  guards: {
    'event.pin === pin': ({ context, event }) => (event as Enter).pin === context.pin,
    'event.pin !== pin && left - 1 > 0': ({ context, event }) =>
      (event as Enter).pin !== context.pin && context.left - 1 > 0,
    '!(left > 0)': ({ context }) => !(context.left > 0),
    'left > 0': ({ context }) => context.left > 0,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'left = tries': assign({ left: ({ context }) => context.tries }),
    'left -= 1': assign({ left: ({ context }) => context.left - 1 }),
  },
}).createMachine({
  id: 'pinLock',
  description:
    'A lock with a PIN and a limited number of tries. Shows a do-while loop, a counter from input, and an end ' +
    'that is a dead end.',
  context: ({ input: [pin = '1234', tries = 3] = [] }) => ({ pin, tries, left: tries }),
  initial: 'locked',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    locked: {
      meta: { yields: 'locked', at: 'machines/pin-lock.ts:7:19' },
      on: {
        enter: [
          { guard: 'event.pin === pin', target: 'open', actions: 'left = tries' },
          { guard: 'event.pin !== pin && left - 1 > 0', target: 'locked', actions: 'left -= 1' },
          { target: 'jammed' },
        ],
        lock: { guard: '!(left > 0)', target: 'jammed' },
      },
    },
    open: {
      meta: { yields: 'open', at: 'machines/pin-lock.ts:11:15' },
      on: { lock: [{ guard: 'left > 0', target: 'locked' }, { target: 'jammed' }] },
    },
    jammed: { meta: { at: 'machines/pin-lock.ts:16:3' }, type: 'final', output: 'jammed' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

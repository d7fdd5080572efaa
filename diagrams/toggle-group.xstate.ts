import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const toggleGroup = setup({
  types: {
    events: {} as { type: 'left' } | { type: 'center' } | { type: 'right' } | Thrown | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'toggleGroup',
  description: 'Alignment buttons of which one at most is pressed. Pressing it again lets it go.',
  initial: 'none',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    none: {
      meta: { yields: 'none', at: 'machines/beside-xstate/toggle-group.ts:7:31' },
      on: {
        left: { target: 'left' },
        center: { target: 'center' },
        right: { target: 'right' },
      },
    },
    left: {
      meta: { yields: 'left', at: 'machines/beside-xstate/toggle-group.ts:7:31' },
      on: {
        left: { target: 'none' },
        center: { target: 'center' },
        right: { target: 'right' },
      },
    },
    center: {
      meta: { yields: 'center', at: 'machines/beside-xstate/toggle-group.ts:7:31' },
      on: {
        left: { target: 'left' },
        center: { target: 'none' },
        right: { target: 'right' },
      },
    },
    right: {
      meta: { yields: 'right', at: 'machines/beside-xstate/toggle-group.ts:7:31' },
      on: {
        left: { target: 'left' },
        center: { target: 'center' },
        right: { target: 'none' },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

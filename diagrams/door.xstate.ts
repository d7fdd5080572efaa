import { assign, setup } from 'xstate';

type Badge = { type: 'badge'; id: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const door = setup({
  types: {
    context: {} as { checked: boolean; check: (badge: string) => boolean; open: () => void },
    events: {} as Badge | { type: 'reset' } | Thrown | Returned,
    input: {} as [check: (badge: string) => boolean, open: () => void],
    output: {} as {} | null | undefined,
  },
  guards: {
    checked: ({ context }) => context.checked,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'checked = check(event.id)': assign(({ context, event: message }) => {
      const { check } = context;
      let { checked } = context;
      const event = message as Badge;
      checked = check(event.id);
      return { checked };
    }),
    'open()': ({ context }) => {
      const { open } = context;
      open();
    },
  },
}).createMachine({
  id: 'door',
  description:
    'A door that asks whether a badge may pass. Shows an effect whose result decides: asked once, then a ' +
    'choice.',
  context: ({ input: [check, open] }) => ({ checked: undefined!, check, open }),
  initial: 'shut',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    shut: {
      meta: { yields: 'shut', at: 'machines/door.ts:4:19' },
      on: { badge: { target: 'checked?', actions: 'checked = check(event.id)' } },
    },
    'checked?': {
      meta: { at: 'machines/door.ts:6:9' },
      always: [{ guard: 'checked', target: 'shut', actions: 'open()' }, { target: 'alarm' }],
    },
    alarm: {
      meta: { yields: 'alarm', at: 'machines/door.ts:7:18' },
      on: { reset: { target: 'shut' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

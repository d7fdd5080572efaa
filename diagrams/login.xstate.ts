import { assign, setup } from 'xstate';

type Try = { type: 'try'; ok: boolean };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const login = setup({
  types: {
    context: {} as { limit: number; failed: number },
    events: {} as Try | { type: 'logout' } | Thrown | Returned,
    input: {} as number | undefined,
    output: {} as {} | null | undefined,
  },
  guards: {
    '0 < limit': ({ context }) => 0 < context.limit,
    'event.ok': ({ event }) => (event as Try).ok,
    '!event.ok && failed + 1 < limit': ({ context, event }) =>
      !(event as Try).ok && context.failed + 1 < context.limit,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'failed = 0': assign({ failed: () => 0 }),
    'failed += 1': assign({ failed: ({ context }) => context.failed + 1 }),
  },
}).createMachine({
  id: 'login',
  description:
    'A session that is blocked after too many wrong tries. Shows input with a default, a counter that only ' +
    'guards, and a final state.',
  context: ({ input: limit = 3 }) => ({ limit, failed: 0 }),
  initial: '0 < limit?',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    '0 < limit?': {
      meta: { at: 'machines/login.ts:2:8' },
      always: [{ guard: '0 < limit', target: 'asking' }, { target: 'blocked' }],
    },
    asking: {
      meta: { yields: 'asking', at: 'machines/login.ts:5:19' },
      on: {
        try: [
          { guard: 'event.ok', target: 'in', actions: 'failed = 0' },
          { guard: '!event.ok && failed + 1 < limit', target: 'asking', actions: 'failed += 1' },
          { target: 'blocked' },
        ],
      },
    },
    in: {
      meta: { yields: 'in', at: 'machines/login.ts:9:13' },
      on: { logout: { target: 'asking' } },
    },
    blocked: { meta: { at: 'machines/login.ts:11:3' }, type: 'final', output: 'blocked' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

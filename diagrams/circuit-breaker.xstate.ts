import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const circuitBreaker = setup({
  types: {
    context: {} as { limit: number; failures: number },
    events: {} as
      | { type: 'success' }
      | { type: 'failure' }
      | { type: 'cooled down' }
      | Thrown
      | Returned,
    input: {} as number | undefined,
    output: {} as {} | null | undefined,
  },
  guards: {
    '0 < limit': ({ context }) => 0 < context.limit,
    'failures + 1 < limit': ({ context }) => context.failures + 1 < context.limit,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'failures = 0': assign({ failures: () => 0 }),
    'failures += 1': assign({ failures: ({ context }) => context.failures + 1 }),
  },
}).createMachine({
  id: 'circuitBreaker',
  description:
    'Stops calling a service that keeps failing. Shows nested loops for a count in a row, and a probe that ' +
    'decides which loop goes on.',
  context: ({ input: limit = 5 }) => ({ limit, failures: 0 }),
  initial: '0 < limit?',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    '0 < limit?': {
      meta: { at: 'machines/circuit-breaker.ts:4:8' },
      always: [{ guard: '0 < limit', target: 'closed' }, { target: 'open' }],
    },
    closed: {
      meta: { yields: 'closed', at: 'machines/circuit-breaker.ts:7:22' },
      on: {
        success: { target: 'closed', actions: 'failures = 0' },
        failure: [{ guard: 'failures + 1 < limit', target: 'closed', actions: 'failures += 1' }, { target: 'open' }],
      },
    },
    open: {
      meta: { yields: 'open', at: 'machines/circuit-breaker.ts:14:15' },
      on: { 'cooled down': { target: 'half open' } },
    },
    'half open': {
      meta: { yields: 'half open', at: 'machines/circuit-breaker.ts:16:18' },
      on: {
        success: [{ guard: '0 < limit', target: 'closed', actions: 'failures = 0' }, { target: 'open' }],
        failure: { target: 'open' },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

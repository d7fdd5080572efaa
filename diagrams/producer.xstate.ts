import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

/** Whether somebody sent the event: neither an error nor a return, nor a word of XState to itself. */
function sent(event: { type: string }): boolean {
  return !['coroutine.throw', 'coroutine.return'].includes(event.type) && !event.type.startsWith('xstate.');
}

export const producer = setup({
  types: {
    events: {} as
      | { type: 'coroutine.send'; value: any }
      | Thrown
      | Returned
      | { type: string; [field: string]: any },
    output: {} as {} | null | undefined,
  },
  guards: {
    sent: ({ event }) => sent(event),
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'producer',
  description: 'Counts from 0 to 4 and ends.',
  initial: '0',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    '0': {
      meta: { yields: 0, at: 'machines/producer.ts:5:46' },
      on: { '*': { guard: 'sent', target: '1' } },
    },
    '1': {
      meta: { yields: 1, at: 'machines/producer.ts:5:46' },
      on: { '*': { guard: 'sent', target: '2' } },
    },
    '2': {
      meta: { yields: 2, at: 'machines/producer.ts:5:46' },
      on: { '*': { guard: 'sent', target: '3' } },
    },
    '3': {
      meta: { yields: 3, at: 'machines/producer.ts:5:46' },
      on: { '*': { guard: 'sent', target: '4' } },
    },
    '4': {
      meta: { yields: 4, at: 'machines/producer.ts:5:46' },
      on: { '*': { guard: 'sent', target: 'done' } },
    },
    done: { meta: { at: 'machines/producer.ts:4:8' }, type: 'final' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

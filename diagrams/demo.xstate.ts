import { assign, setup } from 'xstate';
import { ValueError } from '../machines/demo.ts';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

/** Whether somebody sent the event: neither an error nor a return, nor a word of XState to itself. */
function sent(event: { type: string }): boolean {
  return !['coroutine.throw', 'coroutine.return'].includes(event.type) && !event.type.startsWith('xstate.');
}

export const demo = setup({
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
    'error instanceof ValueError': ({ event }) => (event as Thrown).error instanceof ValueError,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'demo',
  description:
    'Three steps, of which the first two can be interrupted. Shows an error thrown in, caught, and gone on ' +
    'from.',
  initial: 'Start',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    Start: {
      meta: { yields: 'Start', at: 'machines/demo.ts:8:5' },
      on: {
        '*': { guard: 'sent', target: 'Middle' },
        'coroutine.throw': { guard: 'error instanceof ValueError', target: 'Caught ValueError!' },
      },
    },
    Middle: {
      meta: { yields: 'Middle', at: 'machines/demo.ts:9:5' },
      on: {
        '*': { guard: 'sent', target: 'End' },
        'coroutine.throw': { guard: 'error instanceof ValueError', target: 'Caught ValueError!' },
      },
    },
    'Caught ValueError!': {
      meta: { yields: 'Caught ValueError!', at: 'machines/demo.ts:12:5' },
      on: { '*': { guard: 'sent', target: 'End' } },
    },
    End: {
      meta: { yields: 'End', at: 'machines/demo.ts:14:3' },
      on: { '*': { guard: 'sent', target: 'done' } },
    },
    done: { meta: { at: 'machines/demo.ts:6:8' }, type: 'final' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

/** Whether somebody sent the event: neither an error nor a return, nor a word of XState to itself. */
function sent(event: { type: string }): boolean {
  return !['coroutine.throw', 'coroutine.return'].includes(event.type) && !event.type.startsWith('xstate.');
}

/** What the event stands for: a bare value, an event that is a string, or the event itself. */
function received(event: { type: string; value?: any }): any {
  if (event.type === 'coroutine.send') return event.value;
  return isString(event) ? event.type : event;
}

/** Whether the event stands for a string, its `type`: one with more to say is an object. */
function isString(event: object): boolean {
  return Object.keys(event).length === 1;
}

export const echo = setup({
  types: {
    context: {} as { out: (line: string) => void },
    events: {} as
      | { type: 'coroutine.send'; value: any }
      | Thrown
      | Returned
      | { type: string; [field: string]: any },
    input: {} as ((line: string) => void) | undefined,
    output: {} as {} | null | undefined,
  },
  guards: {
    sent: ({ event }) => sent(event),
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'out(`Echo: ${value}`)': ({ context, event }) => {
      const { out } = context;
      const value = received(event);
      out(`Echo: ${value}`);
    },
  },
}).createMachine({
  id: 'echo',
  description: 'Repeats what it is sent, forever. Shows a state that names nothing, any event at all, and an effect.',
  context: ({ input: out = console.log }) => ({ out }),
  initial: 'waiting',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    waiting: {
      meta: { yields: undefined, at: 'machines/echo.ts:4:19' },
      on: { '*': { guard: 'sent', target: 'waiting', actions: 'out(`Echo: ${value}`)' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

import { assign, setup } from 'xstate';

type Context = { total: number; count: number; average: number | null };
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

export const averager = setup({
  types: {
    context: {} as Context,
    events: {} as
      | { type: 'coroutine.send'; value: any }
      | Thrown
      | Returned
      | { type: string; [field: string]: any },
    output: {} as {} | null | undefined,
  },
  guards: {
    "sent && typeof value !== 'number'": ({ event }) => sent(event) && typeof received(event) !== 'number',
    sent: ({ event }) => sent(event),
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'throw new TypeError(`not a number: ${value}`)': assign(({ event }) => {
      throw new TypeError(`not a number: ${received(event)}`);
    }),
    'total += value, count += 1, average = total / count': assign(({ context, event }) => {
      let { average, count, total } = context;
      const value = received(event);
      total += value;
      count += 1;
      average = total / count;
      return { average, count, total };
    }),
  },
}).createMachine({
  id: 'averager',
  description:
    'An average that can be sent to at once. Shows the priming decorator, and a machine that fails on what it ' +
    'cannot use.',
  context: () => ({ total: 0, count: 0, average: null }),
  initial: 'waiting',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    waiting: {
      meta: { yields: ({ context }: { context: Context }) => context.average, at: 'machines/averager.ts:8:19' },
      on: {
        '*': [
          { guard: "sent && typeof value !== 'number'", actions: 'throw new TypeError(`not a number: ${value}`)' },
          { guard: 'sent', target: 'waiting', actions: 'total += value, count += 1, average = total / count' },
        ],
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

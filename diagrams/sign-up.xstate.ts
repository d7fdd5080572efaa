import { assign, setup } from 'xstate';

type Answers = Readonly<Record<string, string>>;

type Next = { type: 'next'; answers: Readonly<Record<string, string>> };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const signUp = setup({
  types: {
    context: {} as { answers: any; output: unknown },
    events: {} as Next | { type: 'back' } | { type: 'cancel' } | Thrown | Returned,
    input: {} as Answers | undefined,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'answers = { ...answers, ...event.answers }': assign({
      answers: ({ context, event }) => ({ ...context.answers, ...(event as Next).answers }),
    }),
    'return answers': assign({ output: ({ context }) => context.answers }),
  },
}).createMachine({
  id: 'signUp',
  description: 'A form in steps, forward and back. Shows an index into a list of names: each value of it is a state.',
  context: ({ input: known = {} }) => ({ answers: known, output: undefined }),
  initial: 'account',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    account: {
      meta: { yields: 'account', at: 'machines/sign-up.ts:11:19' },
      on: {
        next: { target: 'address', actions: 'answers = { ...answers, ...event.answers }' },
        cancel: { target: 'cancelled' },
      },
    },
    address: {
      meta: { yields: 'address', at: 'machines/sign-up.ts:11:19' },
      on: {
        next: { target: 'payment', actions: 'answers = { ...answers, ...event.answers }' },
        back: { target: 'account' },
        cancel: { target: 'cancelled' },
      },
    },
    payment: {
      meta: { yields: 'payment', at: 'machines/sign-up.ts:11:19' },
      on: {
        next: { target: 'review', actions: 'answers = { ...answers, ...event.answers }' },
        back: { target: 'address' },
        cancel: { target: 'cancelled' },
      },
    },
    review: {
      meta: { yields: 'review', at: 'machines/sign-up.ts:11:19' },
      on: {
        next: { target: 'done', actions: ['answers = { ...answers, ...event.answers }', 'return answers'] },
        back: { target: 'payment' },
        cancel: { target: 'cancelled' },
      },
    },
    cancelled: { meta: { at: 'machines/sign-up.ts:21:9' }, type: 'final', output: 'cancelled' },
    done: { meta: { at: 'machines/sign-up.ts:24:3' }, type: 'final', output: ({ context }) => context.output },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

import { assign, setup } from 'xstate';

type Apply = { type: 'apply'; amount: number; income: number };
type Scored = { type: 'scored'; score: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const loanApproval = setup({
  types: {
    context: {} as { amount: number; income: number; output: unknown },
    events: {} as
      | Apply
      | Scored
      | { type: 'income confirmed' }
      | { type: 'house appraised' }
      | { type: 'check failed' }
      | { type: 'approve' }
      | { type: 'reject' }
      | { type: 'accept' }
      | { type: 'withdraw' }
      | Thrown
      | Returned,
    output: {} as {} | null | undefined,
  },
  guards: {
    'event.amount > 0': ({ event }) => (event as Apply).amount > 0,
    'event.score < 500': ({ event }) => (event as Scored).score < 500,
    'event.score >= 750 && amount <= 3 * income': ({ context, event }) =>
      (event as Scored).score >= 750 && context.amount <= 3 * context.income,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'amount = event.amount, income = event.income': assign(({ context, event: message }) => {
      let { amount, income } = context;
      const event = message as Apply;
      amount = event.amount;
      income = event.income;
      return { amount, income };
    }),
    'return { funded: amount }': assign({ output: ({ context }) => ({ funded: context.amount }) }),
  },
}).createMachine({
  id: 'loanApproval',
  description:
    'A loan, from the application to the money. The income and the value of the house are checked side by ' +
    'side.',
  context: () => ({ amount: undefined!, income: undefined!, output: undefined }),
  initial: 'applying',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    applying: {
      meta: { yields: 'applying', at: 'machines/beside-xstate/loan-approval.ts:18:19' },
      on: {
        apply: {
          guard: 'event.amount > 0',
          target: 'scoring',
          actions: 'amount = event.amount, income = event.income',
        },
        withdraw: { target: 'withdrawn' },
      },
    },
    scoring: {
      meta: { yields: 'scoring', at: 'machines/beside-xstate/loan-approval.ts:27:19' },
      on: {
        scored: [
          { guard: 'event.score < 500', target: 'rejected' },
          { guard: 'event.score >= 750 && amount <= 3 * income', target: 'offered' },
          { target: 'nothing checked' },
        ],
        withdraw: { target: 'withdrawn' },
      },
    },
    'nothing checked': {
      meta: { yields: 'nothing checked', at: 'machines/beside-xstate/loan-approval.ts:39:24' },
      on: {
        'income confirmed': { target: 'income checked' },
        'house appraised': { target: 'house checked' },
        'check failed': { target: 'rejected' },
        withdraw: { target: 'withdrawn' },
      },
    },
    'income checked': {
      meta: { yields: 'income checked', at: 'machines/beside-xstate/loan-approval.ts:39:24' },
      on: {
        'house appraised': { target: 'underwriting' },
        'check failed': { target: 'rejected' },
        withdraw: { target: 'withdrawn' },
      },
    },
    'house checked': {
      meta: { yields: 'house checked', at: 'machines/beside-xstate/loan-approval.ts:39:24' },
      on: {
        'income confirmed': { target: 'underwriting' },
        'check failed': { target: 'rejected' },
        withdraw: { target: 'withdrawn' },
      },
    },
    underwriting: {
      meta: { yields: 'underwriting', at: 'machines/beside-xstate/loan-approval.ts:48:19' },
      on: {
        approve: { target: 'offered' },
        reject: { target: 'rejected' },
        withdraw: { target: 'withdrawn' },
      },
    },
    offered: {
      meta: { yields: 'offered', at: 'machines/beside-xstate/loan-approval.ts:55:22' },
      on: {
        accept: { target: 'done', actions: 'return { funded: amount }' },
        withdraw: { target: 'withdrawn' },
      },
    },
    withdrawn: {
      meta: { at: 'machines/beside-xstate/loan-approval.ts:19:36' },
      type: 'final',
      output: 'withdrawn',
    },
    rejected: {
      meta: { at: 'machines/beside-xstate/loan-approval.ts:30:28' },
      type: 'final',
      output: 'rejected',
    },
    done: {
      meta: { at: 'machines/beside-xstate/loan-approval.ts:57:28' },
      type: 'final',
      output: ({ context }) => context.output,
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

/** A loan, from the application to the money. The income and the value of the house are checked side by side. */
import { and, assign, setup } from 'xstate';

type Outcome = { readonly funded: number } | 'rejected' | 'withdrawn';

export const loanApprovalMachine = setup({
  types: {
    context: {} as { amount: number; income: number },
    events: {} as
      | { type: 'apply'; amount: number; income: number }
      | { type: 'scored'; score: number }
      | { type: 'income confirmed' | 'house appraised' | 'check failed' }
      | { type: 'approve' | 'reject' | 'accept' | 'withdraw' },
    output: {} as Outcome,
  },
  guards: {
    isPositive: ({ event }) => event.type === 'apply' && event.amount > 0,
    scoresBelow: ({ event }, params: { limit: number }) => event.type === 'scored' && event.score < params.limit,
    scoresAtLeast: ({ event }, params: { limit: number }) => event.type === 'scored' && event.score >= params.limit,
    isAffordable: ({ context }) => context.amount <= 3 * context.income,
  },
}).createMachine({
  id: 'loan',
  context: { amount: 0, income: 0 },
  initial: 'open',
  states: {
    open: {
      initial: 'applying',
      on: { withdraw: 'withdrawn' },
      states: {
        applying: {
          on: {
            apply: {
              guard: 'isPositive',
              target: 'scoring',
              actions: assign(({ event: { amount, income } }) => ({ amount, income })),
            },
          },
        },
        scoring: {
          on: {
            scored: [
              {
                guard: { type: 'scoresBelow', params: { limit: 500 } },
                target: '#loan.rejected',
              },
              {
                guard: and([{ type: 'scoresAtLeast', params: { limit: 750 } }, 'isAffordable']),
                target: 'offered',
              },
              { target: 'verifying' },
            ],
          },
        },
        verifying: {
          type: 'parallel',
          on: { 'check failed': '#loan.rejected' },
          onDone: 'underwriting',
          states: {
            income: {
              initial: 'unchecked',
              states: {
                unchecked: { on: { 'income confirmed': 'checked' } },
                checked: { type: 'final' },
              },
            },
            house: {
              initial: 'unchecked',
              states: {
                unchecked: { on: { 'house appraised': 'checked' } },
                checked: { type: 'final' },
              },
            },
          },
        },
        underwriting: {
          on: {
            approve: 'offered',
            reject: '#loan.rejected',
          },
        },
        offered: { on: { accept: '#loan.funded' } },
      },
    },
    funded: { type: 'final', output: ({ context }) => ({ funded: context.amount }) },
    rejected: { type: 'final', output: 'rejected' },
    withdrawn: { type: 'final', output: 'withdrawn' },
  },
  output: ({ event }) => event.output as Outcome,
});

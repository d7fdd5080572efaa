/** A form in three steps and a review. The server may send a step back with what is wrong. */
import { assign, setup } from 'xstate';

type Step = 'details' | 'address' | 'payment';
type Answers = Readonly<Record<string, string>>;

export const multiStepFormMachine = setup({
  types: {
    context: {} as { answers: Answers },
    events: {} as
      | { type: 'next'; answers: Answers }
      | { type: 'back' | 'submit' | 'cancel' | 'accepted' }
      | { type: 'edit' | 'rejected'; step: Step },
    output: {} as Answers | 'cancelled',
  },
  actions: {
    merge: assign({
      answers: ({ context, event }) =>
        event.type === 'next' ? { ...context.answers, ...event.answers } : context.answers,
    }),
    save: (_args, _form: { answers: Answers }) => {},
  },
  guards: {
    isFilled: ({ event }) => event.type === 'next' && Object.keys(event.answers).length > 0,
  },
}).createMachine({
  id: 'form',
  context: { answers: {} },
  initial: 'open',
  states: {
    open: {
      initial: 'filling',
      on: { cancel: 'cancelled' },
      states: {
        filling: {
          initial: 'details',
          states: {
            details: {
              on: { next: { guard: 'isFilled', target: 'address', actions: 'merge' } },
            },
            address: {
              on: {
                next: { guard: 'isFilled', target: 'payment', actions: 'merge' },
                back: 'details',
              },
            },
            payment: {
              on: {
                next: { guard: 'isFilled', target: '#form.open.reviewing', actions: 'merge' },
                back: 'address',
              },
            },
          },
        },
        reviewing: {
          on: {
            back: 'filling.payment',
            edit: [
              { guard: ({ event }) => event.step === 'details', target: 'filling.details' },
              { guard: ({ event }) => event.step === 'address', target: 'filling.address' },
              { target: 'filling.payment' },
            ],
            submit: '#form.submitting',
          },
        },
      },
    },
    submitting: {
      entry: { type: 'save', params: ({ context }) => ({ answers: context.answers }) },
      on: {
        accepted: 'submitted',
        rejected: [
          { guard: ({ event }) => event.step === 'details', target: 'open.filling.details' },
          { guard: ({ event }) => event.step === 'address', target: 'open.filling.address' },
          { target: 'open.filling.payment' },
        ],
      },
    },
    submitted: { type: 'final', output: ({ context }) => context.answers },
    cancelled: { type: 'final', output: 'cancelled' },
  },
  output: ({ event }) => event.output as Answers | 'cancelled',
});

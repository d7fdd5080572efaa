import { multiStepFormMachine } from '../../../../machines/beside-xstate/multi-step-form.machine.ts';
import { multiStepForm } from '../../../../machines/beside-xstate/multi-step-form.ts';
import type { Pair, Sent } from '../pair.ts';

const steps = ['details', 'address', 'payment'];

export const pair: Pair = {
  begin: (act) => multiStepForm((form) => act('save', form)),
  machine: multiStepFormMachine,
  actions: (act) => ({ save: (_, form) => act('save', form) }),
  events: [
    { type: 'next', answers: { name: 'Ada' } },
    { type: 'next', answers: { city: 'London' } },
    { type: 'next', answers: { card: '4242' } },
    { type: 'next', answers: {} },
    ...['back', 'submit', 'cancel', 'accepted'].map((type): Sent => ({ type })),
    ...steps.map((step): Sent => ({ type: 'edit', step })),
    ...steps.map((step): Sent => ({ type: 'rejected', step })),
  ],
  unnoticed: {
    'states.open.states.reviewing.on.edit[0].target: filling': 'it begins with the details',
    'states.submitting.on.rejected[0].target: open': 'it begins with filling, and that with the details',
  },
};

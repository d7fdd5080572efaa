/** Taking in a patient, page by page and back: a guardian signs for a child, and who has no insurance pays. */
import { assign, setup } from 'xstate';

interface Patient {
  readonly name: string;
  readonly guardian: string | null;
  readonly allergies: readonly string[];
  readonly pays: 'insurance' | 'patient';
}

export const patientOnboardingMachine = setup({
  types: {
    context: {} as Omit<Patient, 'pays'> & { age: number },
    events: {} as
      | { type: 'register'; name: string; age: number }
      | { type: 'guardian signs'; guardian: string }
      | { type: 'add allergy'; allergy: string }
      | { type: 'continue' | 'back' | 'leave' }
      | { type: 'insurance'; number: string }
      | { type: 'insured' | 'not insured' | 'pay' },
    output: {} as Patient | null,
  },
  actions: {
    verify: (_args, _insurance: { number: string }) => {},
  },
  guards: {
    isNamed: ({ event }) => event.type === 'register' && event.name !== '',
    isChild: ({ context }) => context.age < 18,
  },
}).createMachine({
  id: 'onboarding',
  context: { name: '', age: 0, guardian: null, allergies: [] },
  initial: 'intake',
  states: {
    intake: {
      initial: 'identity',
      on: { leave: 'left' },
      states: {
        identity: {
          on: {
            register: {
              guard: 'isNamed',
              target: 'registered',
              actions: assign(({ event: { name, age } }) => ({ name, age })),
            },
          },
        },
        registered: {
          always: [{ guard: 'isChild', target: 'consent' }, { target: 'history' }],
        },
        consent: {
          on: {
            'guardian signs': {
              target: 'history',
              actions: assign({ guardian: ({ event }) => event.guardian }),
            },
            back: 'identity',
          },
        },
        history: {
          on: {
            'add allergy': {
              actions: assign({
                allergies: ({ context, event }) => [...context.allergies, event.allergy],
              }),
            },
            continue: 'payment',
            back: [{ guard: 'isChild', target: 'consent' }, { target: 'identity' }],
          },
        },
        payment: {
          initial: 'insurance',
          states: {
            insurance: {
              on: {
                insurance: {
                  target: 'verifying',
                  actions: { type: 'verify', params: ({ event: { number } }) => ({ number }) },
                },
                back: '#onboarding.intake.history',
              },
            },
            verifying: {
              on: {
                insured: '#onboarding.insured',
                'not insured': 'paying',
              },
            },
            paying: {
              on: {
                pay: '#onboarding.paid',
                back: 'insurance',
              },
            },
          },
        },
      },
    },
    insured: { type: 'final', output: 'insurance' },
    paid: { type: 'final', output: 'patient' },
    left: { type: 'final', output: null },
  },
  output: ({ context: { name, guardian, allergies }, event }) => {
    const pays = event.output as Patient['pays'] | null;
    return pays && { name, guardian, allergies, pays };
  },
});

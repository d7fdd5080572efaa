import { assign, setup } from 'xstate';

type Register = { type: 'register'; name: string; age: number };
type GuardianSigns = { type: 'guardian signs'; guardian: string };
type AddAllergy = { type: 'add allergy'; allergy: string };
type Insurance = { type: 'insurance'; number: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const patientOnboarding = setup({
  types: {
    context: {} as {
      verify: (insurance: { number: string }) => void;
      name: string;
      age: number;
      guardian: string | null;
      allergies: readonly string[];
      output: unknown;
    },
    events: {} as
      | Register
      | GuardianSigns
      | AddAllergy
      | { type: 'continue' }
      | { type: 'back' }
      | { type: 'leave' }
      | Insurance
      | { type: 'insured' }
      | { type: 'not insured' }
      | { type: 'pay' }
      | Thrown
      | Returned,
    input: {} as (insurance: { number: string }) => void,
    output: {} as {} | null | undefined,
  },
  guards: {
    "event.name !== '' && event.age < 18": ({ event: message }) => {
      const event = message as Register;
      return event.name !== '' && event.age < 18;
    },
    "event.name !== '' && !(event.age < 18)": ({ event: message }) => {
      const event = message as Register;
      return event.name !== '' && !(event.age < 18);
    },
    'age < 18': ({ context }) => context.age < 18,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'name = event.name, age = event.age': assign(({ context, event: message }) => {
      let { age, name } = context;
      const event = message as Register;
      name = event.name;
      age = event.age;
      return { age, name };
    }),
    'guardian = event.guardian': assign({ guardian: ({ event }) => (event as GuardianSigns).guardian }),
    'allergies = [...allergies, event.allergy]': assign({
      allergies: ({ context, event }) => [...context.allergies, (event as AddAllergy).allergy],
    }),
    'verify({ number: event.number })': ({ context, event: message }) => {
      const { verify } = context;
      const event = message as Insurance;
      verify({ number: event.number });
    },
    "return { name, guardian, allergies, pays: 'insurance' }": assign({ output: ({ context }) => {
      const { name, guardian, allergies } = context;
      return { name: name, guardian: guardian, allergies: allergies, pays: 'insurance' };
    } }),
    "return { name, guardian, allergies, pays: 'patient' }": assign({ output: ({ context }) => {
      const { name, guardian, allergies } = context;
      return { name: name, guardian: guardian, allergies: allergies, pays: 'patient' };
    } }),
  },
}).createMachine({
  id: 'patientOnboarding',
  description: 'Taking in a patient, page by page and back: a guardian signs for a child, and who has no insurance pays.',
  context: ({ input: verify }) =>
    ({ verify, name: '', age: 0, guardian: null, allergies: [], output: undefined }),
  initial: 'identity',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    identity: {
      meta: { yields: 'identity', at: 'machines/beside-xstate/patient-onboarding.ts:28:32' },
      on: {
        register: [
          {
            guard: "event.name !== '' && event.age < 18",
            target: 'consent',
            actions: 'name = event.name, age = event.age',
          },
          {
            guard: "event.name !== '' && !(event.age < 18)",
            target: 'history',
            actions: 'name = event.name, age = event.age',
          },
        ],
        leave: { target: 'null' },
      },
    },
    consent: {
      meta: { yields: 'consent', at: 'machines/beside-xstate/patient-onboarding.ts:28:32' },
      on: {
        'guardian signs': { target: 'history', actions: 'guardian = event.guardian' },
        back: { target: 'identity' },
        leave: { target: 'null' },
      },
    },
    history: {
      meta: { yields: 'history', at: 'machines/beside-xstate/patient-onboarding.ts:28:32' },
      on: {
        'add allergy': { target: 'history', actions: 'allergies = [...allergies, event.allergy]' },
        continue: { target: 'insurance' },
        back: [{ guard: 'age < 18', target: 'consent' }, { target: 'identity' }],
        leave: { target: 'null' },
      },
    },
    insurance: {
      meta: { yields: 'insurance', at: 'machines/beside-xstate/patient-onboarding.ts:28:32' },
      on: {
        back: { target: 'history' },
        leave: { target: 'null' },
        insurance: { target: 'verifying', actions: 'verify({ number: event.number })' },
      },
    },
    verifying: {
      meta: { yields: 'verifying', at: 'machines/beside-xstate/patient-onboarding.ts:28:32' },
      on: {
        leave: { target: 'null' },
        insured: { target: 'done', actions: "return { name, guardian, allergies, pays: 'insurance' }" },
        'not insured': { target: 'paying' },
      },
    },
    paying: {
      meta: { yields: 'paying', at: 'machines/beside-xstate/patient-onboarding.ts:28:32' },
      on: {
        back: { target: 'insurance' },
        leave: { target: 'null' },
        pay: { target: 'done', actions: "return { name, guardian, allergies, pays: 'patient' }" },
      },
    },
    null: { meta: { at: 'machines/beside-xstate/patient-onboarding.ts:29:33' }, type: 'final', output: null },
    done: {
      meta: { at: 'machines/beside-xstate/patient-onboarding.ts:54:39' },
      type: 'final',
      output: ({ context }) => context.output,
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

import * as fc from 'fast-check';
import { patientOnboardingMachine } from '../../../../machines/beside-xstate/patient-onboarding.machine.ts';
import { patientOnboarding } from '../../../../machines/beside-xstate/patient-onboarding.ts';
import type { Pair, Sent } from '../pair.ts';

export const pair: Pair = {
  begin: (act) => patientOnboarding((insurance) => act('verify', insurance)),
  machine: patientOnboardingMachine,
  actions: (act) => ({ verify: (_, insurance) => act('verify', insurance) }),
  events: [
    { type: 'register', name: 'Ada', age: 17 },
    { type: 'register', name: 'Grace', age: 18 },
    { type: 'register', name: '', age: 40 },
    { type: 'guardian signs', guardian: 'Annabella' },
    { type: 'add allergy', allergy: 'nuts' },
    { type: 'insurance', number: '42' },
    ...['continue', 'back', 'leave', 'insured', 'not insured', 'pay'].map((type): Sent => ({ type })),
  ],
  more: fc.record({ type: fc.constant('register'), name: fc.string({ maxLength: 2 }), age: fc.nat(99) }),
};

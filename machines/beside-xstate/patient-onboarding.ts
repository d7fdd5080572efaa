/** Taking in a patient, page by page and back: a guardian signs for a child, and who has no insurance pays. */
type IntakeEvent =
  | { type: 'register'; name: string; age: number }
  | { type: 'guardian signs'; guardian: string }
  | { type: 'add allergy'; allergy: string }
  | { type: 'continue' | 'back' | 'leave' }
  | { type: 'insurance'; number: string }
  | { type: 'insured' | 'not insured' | 'pay' };

interface Patient {
  readonly name: string;
  readonly guardian: string | null;
  readonly allergies: readonly string[];
  readonly pays: 'insurance' | 'patient';
}

type Page = 'identity' | 'consent' | 'history' | 'insurance' | 'verifying' | 'paying';

export function* patientOnboarding(
  verify: (insurance: { number: string }) => void,
): Generator<Page, Patient | null, IntakeEvent> {
  let page: Page = 'identity';
  let name = '';
  let age = 0;
  let guardian: string | null = null;
  let allergies: readonly string[] = [];
  while (true) {
    const event: IntakeEvent = yield page;
    if (event.type === 'leave') return null;
    switch (page) {
      case 'identity':
        if (event.type !== 'register' || event.name === '') break;
        ({ name, age } = event);
        page = age < 18 ? 'consent' : 'history';
        break;
      case 'consent':
        if (event.type === 'back') page = 'identity';
        if (event.type !== 'guardian signs') break;
        guardian = event.guardian;
        page = 'history';
        break;
      case 'history':
        if (event.type === 'back') page = age < 18 ? 'consent' : 'identity';
        if (event.type === 'add allergy') allergies = [...allergies, event.allergy];
        if (event.type === 'continue') page = 'insurance';
        break;
      case 'insurance':
        if (event.type === 'back') page = 'history';
        if (event.type !== 'insurance') break;
        verify({ number: event.number });
        page = 'verifying';
        break;
      case 'verifying':
        if (event.type === 'insured') return { name, guardian, allergies, pays: 'insurance' };
        if (event.type === 'not insured') page = 'paying';
        break;
      case 'paying':
        if (event.type === 'back') page = 'insurance';
        if (event.type === 'pay') return { name, guardian, allergies, pays: 'patient' };
        break;
    }
  }
}

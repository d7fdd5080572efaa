import { WELCOME, type Language } from '@tables';

/** Greets in the language that is chosen, until somebody touches it. */
export function* greeting(): Generator<(typeof WELCOME)[Language], 'touched', Language | 'touch'> {
  let language: Language = 'en';
  while (true) {
    const chosen: Language | 'touch' = yield WELCOME[language];
    if (chosen === 'touch') return 'touched';
    language = chosen;
  }
}

import type { AccountEvent } from '@shop/events';
import { LIMITS } from '@tables/limits.cjs';

/** Signs in by a password, then a letter with a code. */
export function* signIn() {
  let failed = 0;
  while (failed < LIMITS.signIn) {
    const event: AccountEvent = yield 'signed out';
    if (event.type === 'forget') return 'forgotten';
    if (event.type !== 'sign-in') continue;
    const code = event.password.length;
    const letter: AccountEvent = yield 'letter sent';
    if (letter.type !== 'confirm' || letter.code !== code) {
      failed += 1;
      continue;
    }
    failed = 0;
    let last: AccountEvent = yield 'signed in';
    while (last.type !== 'sign-out') last = yield 'signed in';
  }
  return 'barred';
}

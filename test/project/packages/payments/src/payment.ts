import type { CheckoutEvent } from '@shop/events';
import { limits } from '@tables';
import { charge } from './bank.js';

/** Asks the bank until it has paid, at most as often as it may be asked. */
export function* payment(cents: number): Generator<'paying' | 'declined', 'paid' | 'not paid', CheckoutEvent> {
  for (let tries = 0; tries < limits.payment; tries += 1) {
    charge(cents);
    let answer = yield 'paying';
    while (answer.type === 'address') answer = yield 'paying';
    if (answer.type === 'authorised') return 'paid';
    if (answer.type === 'cancel' || answer.type === 'back' || answer.reason === 'stolen') return 'not paid';
    yield 'declined';
  }
  return 'not paid';
}

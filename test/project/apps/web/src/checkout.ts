import type { CheckoutEvent, Item } from '@shop/events';
import { payment } from '@shop/payments';
import { total } from '#lib/totals';
import { go } from '#lib/route';

/** From the address to the receipt. */
export function* checkout(items: readonly Item[]): Generator<'address' | 'not sent there' | 'paying' | 'declined' | 'receipt', 'done' | 'left', CheckoutEvent> {
  while (true) {
    const event = yield 'address';
    if (event.type === 'back') return 'left';
    if (event.type !== 'address') continue;
    if (event.country === 'abroad') {
      while ((yield 'not sent there').type !== 'back');
      continue;
    }
    if ((yield* payment(total(items))) === 'paid') break;
  }
  go('receipt');
  yield 'receipt';
  return 'done';
}

import type { CartEvent } from '@shop/events';
import { go } from '#lib/route';

/** While a coupon is asked for, nothing can be put in or ordered. */
export function* coupon(code: string): Generator<'checking the coupon', boolean, CartEvent> {
  go(`coupon/${code}`);
  while (true) {
    const event = yield 'checking the coupon';
    if (event.type === 'coupon') return event.code === code;
    if (event.type === 'leave') return false;
  }
}

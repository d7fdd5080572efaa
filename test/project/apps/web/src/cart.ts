import type { CartEvent, Item } from '@shop/events';
import { coupon } from './coupon.ts';

/** The cart: empty or not; a coupon once, and only when there is something to pay. */
export function* cart(): Generator<'empty' | 'filled' | 'checking the coupon', 'ordered' | 'left', CartEvent> {
  let items: readonly Item[] = [];
  let reduced = false;
  while (true) {
    const event = yield items.length > 0 ? 'filled' : 'empty';
    switch (event.type) {
      case 'add':
        items = [...items, event.item];
        break;
      case 'remove':
        items = items.filter((item) => item.sku !== event.sku);
        break;
      case 'coupon':
        if (items.length > 0 && !reduced) reduced = yield* coupon(event.code);
        break;
      case 'order':
        if (items.length > 0) return 'ordered';
        break;
      case 'leave':
        return 'left';
    }
  }
}

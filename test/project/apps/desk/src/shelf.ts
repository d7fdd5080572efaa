import type { StockEvent } from '@shop/events/cart';

/** One article on the shelf. */
export function* shelf(): Generator<'full' | 'short' | 'empty', never, StockEvent<'tea' | 'coffee'>> {
  let left = 10;
  while (true) {
    const event = yield left > 3 ? 'full' : left > 0 ? 'short' : 'empty';
    if (event.type === 'delivered') left += event.count;
    else if (left > 0) left -= 1;
  }
}

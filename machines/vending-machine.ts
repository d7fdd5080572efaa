/** Takes coins, sells what is in stock, gives change. Shows prices and a helper imported from another file, and stock updated as a new object. */
import { missing, prices, type Product } from './vending/prices.ts';

type VendingEvent = { type: 'coin'; cents: number } | { type: 'select'; product: Product } | { type: 'cancel' };

export function* vendingMachine(
  drop: (product: Product) => void,
  payOut: (cents: number) => void,
): Generator<'ready' | 'has credit', never, VendingEvent> {
  let stock: Readonly<Record<Product, number>> = { water: 5, crisps: 5, chocolate: 1 };
  while (true) {
    const coin = yield 'ready';
    if (coin.type !== 'coin') continue;
    let credit = coin.cents;

    serving: while (true) {
      const event = yield 'has credit';
      switch (event.type) {
        case 'coin':
          credit += event.cents;
          break;
        case 'select': {
          const { product } = event;
          if (stock[product] === 0 || missing(product, credit) > 0) break;
          stock = { ...stock, [product]: stock[product] - 1 };
          drop(product);
          payOut(credit - prices[product]);
          break serving;
        }
        case 'cancel':
          payOut(credit);
          break serving;
      }
    }
  }
}

export const samples = {
  vendingMachine: {
    args: [() => {}, () => {}],
    events: [
      { type: 'coin', cents: 50 },
      { type: 'coin', cents: 200 },
      { type: 'select', product: 'water' },
      { type: 'select', product: 'crisps' },
      { type: 'select', product: 'chocolate' },
      { type: 'cancel' },
    ],
  },
};

/** Buys what is in the cart. The payment is a call that may throw, and a declined card may be tried again. */
export class CardDeclined extends Error {
  override readonly name = 'CardDeclined';
}

export function* placeOrder(
  cents: number,
  pay: (cents: number) => string,
  mail: (text: string) => void,
): Generator<'cart' | 'card declined', string | undefined, 'buy' | 'leave'> {
  let command = yield 'cart';
  while (command === 'buy') {
    let receipt: string;
    try {
      receipt = pay(cents);
    } catch (error) {
      if (!(error instanceof CardDeclined)) throw error;
      command = yield 'card declined';
      continue;
    }
    mail(`Thank you! ${receipt}`);
    return receipt;
  }
}

export const samples = {
  placeOrder: {
    args: [999, () => 'r-1', () => {}],
    events: ['buy', 'leave'],
  },
};

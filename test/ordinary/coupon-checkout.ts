/** The last page of a shop: a coupon may be typed in, and a declined card brings one back to it. */
interface Coupon {
  readonly code: string
  readonly percent: number
}

type CheckoutEvent =
  | { type: 'coupon'; code: string }
  | { type: 'remove coupon' }
  | { type: 'ok' }
  | { type: 'pay' }
  | { type: 'paid' }
  | { type: 'declined' }

const coupons: readonly Coupon[] = [
  { code: 'SPRING', percent: 10 },
  { code: 'STAFF', percent: 50 },
]

const reduced = (cents: number, coupon?: Coupon) => Math.round((cents * (100 - (coupon?.percent ?? 0))) / 100)

export function* couponCheckout(
  cents: number,
  charge: (cents: number) => void,
): Generator<'full price' | 'discounted' | 'unknown coupon' | 'paying', number, CheckoutEvent> {
  let coupon: Coupon | undefined

  for (;;) {
    const event = yield coupon ? 'discounted' : 'full price'
    switch (event.type) {
      case 'coupon': {
        const found = coupons.find(({ code }) => code === event.code.trim().toUpperCase())
        if (found) coupon = found
        else while ((yield 'unknown coupon').type !== 'ok');
        break
      }
      case 'remove coupon':
        coupon = undefined
        break
      case 'pay': {
        charge(reduced(cents, coupon))
        let answer: CheckoutEvent
        do answer = yield 'paying'
        while (answer.type !== 'paid' && answer.type !== 'declined')
        if (answer.type === 'paid') return reduced(cents, coupon)
      }
    }
  }
}

export const samples = {
  couponCheckout: {
    args: [2000, () => {}],
    events: [
      { type: 'coupon', code: ' spring' },
      { type: 'coupon', code: 'SUMMER' },
      { type: 'remove coupon' },
      { type: 'ok' },
      { type: 'pay' },
      { type: 'paid' },
      { type: 'declined' },
    ],
  },
}

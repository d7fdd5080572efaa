import { z } from 'zod';

/** What the bank says, as it is checked when it comes in. */
export const paymentEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('authorised'), reference: z.string() }),
  z.object({ type: z.literal('declined'), reason: z.enum(['funds', 'expired', 'stolen']) }),
  z.object({ type: z.literal('cancel') }),
]);

export type PaymentEvent = z.infer<typeof paymentEvent>;

export type AddressEvent = { readonly type: 'address'; readonly country: 'here' | 'abroad' } | { readonly type: 'back' };

export type CheckoutEvent = AddressEvent | PaymentEvent;

import * as v from 'valibot';

/** What comes in over the socket of the support chat. */
export const chatEvent = v.variant('type', [
  v.object({ type: v.literal('message'), text: v.string() }),
  v.object({ type: v.literal('typing') }),
  v.object({ type: v.literal('transfer'), to: v.picklist(['orders', 'technics']) }),
  v.object({ type: v.literal('close') }),
]);

export type ChatEvent = v.InferOutput<typeof chatEvent>;

/** Where a chat can be passed on to. */
export type Team = Extract<ChatEvent, { type: 'transfer' }>['to'];

import type { Message } from './message.js';

export interface Item {
  readonly sku: string;
  readonly cents: number;
}

export type CartEvent =
  | { readonly type: 'add'; readonly item: Item }
  | { readonly type: 'remove'; readonly sku: string }
  | { readonly type: 'coupon'; readonly code: string }
  | { readonly type: 'order' }
  | { readonly type: 'leave' };

/** The stock of something has changed. */
export type StockEvent<Sku extends string> = Message<'sold', { sku: Sku }> | Message<'delivered', { sku: Sku; count: number }>;

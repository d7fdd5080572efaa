import type { Item } from '@shop/events';

type WishEvent = Pick<Item, 'sku'> & { readonly type: 'wish' | 'forget' };

/** A heart beside an article. */
export function* wishlist(): Generator<'plain' | 'wished', never, WishEvent> {
  while (true) {
    while ((yield 'plain').type !== 'wish');
    while ((yield 'wished').type !== 'forget');
  }
}

export default function Wishlist(props: { readonly wished: boolean }): JSX.Element {
  return <button title="wish">{props.wished ? '♥' : '♡'}</button>;
}

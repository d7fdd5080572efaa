/** The machines of the web shop, by the names that its pages know. */
export * from './cart.ts';
export { checkout as order } from './checkout.ts';
export * as account from './sign-in.ts';
export { default as Wishlist, wishlist } from './wishlist.tsx';
export { search, suggestions } from './search.ts';
export { default } from './newsletter.ts';

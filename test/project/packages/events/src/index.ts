/** All that can be told to a machine of the shop. */
export * from './account.js';
export * from './cart.js';
export type { Message } from './message.js';
export type { ParcelEvent as DeliveryEvent } from './parcel.js';
export * from './payment.js';
export * as support from './support.js';
export { default as Key } from './key.js';

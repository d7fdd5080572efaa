import { nextStep } from '@tables';
import { ring } from './bell.js';

/** @import { DeliveryEvent } from '@shop/events' */
/** @typedef {keyof typeof nextStep | 'delivered'} Step */

/**
 * A parcel on its way; it may come back at any time.
 * @returns {Generator<Step, 'there' | 'back', DeliveryEvent>}
 */
export function* parcel() {
  /** @type {Step} */
  let step = 'packing';
  while (step !== 'delivered') {
    const event = yield step;
    if (event === 'returned') return 'back';
    if (event === 'bicycle-delivered') ring();
    step = /** @type {Step} */ (nextStep[step]);
  }
  return 'there';
}

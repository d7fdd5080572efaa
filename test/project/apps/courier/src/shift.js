import { start } from './clock.mjs';

/**
 * @typedef {object} Punch
 * @property {'come' | 'go'} type
 * @property {import('@tables').Shift} shift
 */

/**
 * The shift of a courier.
 * @returns {Generator<'at home' | 'working' | 'pausing', never, Punch | { type: 'pause' }>}
 */
export function* shift() {
  while (true) {
    let punch = yield 'at home';
    while (punch.type !== 'come') punch = yield 'at home';
    start(punch.shift);
    let working = true;
    while (true) {
      const event = yield working ? 'working' : 'pausing';
      if (event.type === 'go') break;
      if (event.type === 'pause') working = !working;
    }
  }
}

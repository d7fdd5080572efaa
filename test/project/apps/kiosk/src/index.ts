export { door as entrance, lamp, scale } from '@shop/devices';
export { menu } from './menu.mjs';
export * from './greeting.js';

import { primed } from 'yieldchart';
import { automaticDoor } from './door.js';

export const door = primed(automaticDoor);
export { default as lamp } from './lamp.js';
export { scale } from './scale.js';

import type { State } from './events.js';
import type { Nested } from './folder/index.js';
import type { Nested as Same } from './folder';
export function* js(): Generator<State, void, Nested> {}
export function* folder(): Generator<'s', void, Same> {}

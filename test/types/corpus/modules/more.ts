// Helper: passes on, adds, shadows.
export * from './events';
export * as all from './events';
export { type Ev as Event, STATES as NAMES, default } from './events';
export type State = 'over';
export type More = 'more';
export type { Pressed as Key } from './events';
type Local = import('./events').Color;
export type { Local };
export * from './cycle-b';

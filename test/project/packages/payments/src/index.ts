export * from './payment.js';
export { refund } from './refund.js';
export { terminal as cardTerminal } from './terminal.js';
export type { Terminal } from './terminal.js';

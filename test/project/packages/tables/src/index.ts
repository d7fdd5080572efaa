export { default as nextStep } from './steps.json' with { type: 'json' };
export { LIMITS as limits } from './limits.cjs';
export * from './hours.mjs';
export * as tax from './tax.js';
export * from './words.ts';

// Two `export *` of one name give neither, unless the module says which.
export * from './ambiguous-a';
export * from './ambiguous-b';
export type { Same } from './ambiguous-b';

export type Nested = 'nested' | import('../events').State;

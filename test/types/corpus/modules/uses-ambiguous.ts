import type { Same, OnlyA, OnlyB } from './ambiguous';
export function* same(): Generator<Same, void, OnlyA | OnlyB> {}

import type { Ev, Opt } from 'made-up-package';
export function* ev(): Generator<Ev, void, Ev | 'own'> {}
export function* opt(): Generator<'s', void, Opt> {}
declare module 'made-up-package' { interface Opt { p: 2 } }

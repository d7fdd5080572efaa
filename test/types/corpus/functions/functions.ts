// What functions give.
const go = () => ({ type: 'go' }) as const;
const to = (to: string, fast = false) => ({ type: 'to' as const, to, fast });
function stop() { return { type: 'stop' as const }; }
function wide() { return { type: 'wide' }; }
function annotated(): { type: 'ann'; n?: 1 } { return { type: 'ann' }; }
const creators = { inc: (by: number) => ({ type: 'inc', by }) as const, reset: () => ({ type: 'reset' }) as const };
type Ev = ReturnType<typeof go> | ReturnType<typeof to> | ReturnType<typeof stop>;
type Created = ReturnType<(typeof creators)[keyof typeof creators]>;
function many(n: number) { if (n > 1) return 'many'; if (n === 1) return 'one'; return 'none'; }
function single() { return 'single'; }
function mayEnd(n: number) { if (n > 1) return 'x' as const; }
async function later() { return 'later' as const; }
function* gen() { yield 'g' as const; return 'r' as const; }
function generic<T extends string>(type: T) { return { type }; }
const curried = (a: 'a') => (b: 'b') => ({ a, b });
function throws(): never { throw new Error('x'); }
function voids() {}
function bool(x: number) { return x > 1; }
function pred(x: unknown): x is 'p' { return x === 'p'; }
function over(a: 1): 'one'; function over(a: 2): 'two'; function over(a: number): string { return String(a); }
function cond(x: boolean) { return x ? { type: 'yes' as const } : { type: 'no' as const, why: 'w' }; }
function rec(n: number): 'rec' { return n ? rec(n - 1) : 'rec'; }
function recInferred(n: number) { return n > 0 ? 1 : 2; }
const bound = { prefix: 'p', make() { return this.prefix; } };
function narrowing(x: 'a' | 'b') { if (x === 'a') return 'was a'; return x; }
function defaults(x = 'd', y: 'q' | 'r' = 'q') { return { x, y }; }
function destructured({ a }: { a: 'da' }) { return a; }
function locals() { const type = 'local'; return { type }; }
function localConst() { const made = { type: 'lc' } as const; return made; }
function localLet() { let made: 'm' | 'n' = 'm'; return made; }
function shadow(go: 'param') { return go; }
function tryIt() { try { return 'tried' as const; } catch { return 'caught' as const; } }
function sw(x: 1 | 2) { switch (x) { case 1: return 'sw1'; case 2: return 'sw2'; } }
function nul(x: boolean) { if (x) return null; return 'nul'; }
function arr() { return ['a', 'b'] as const; }
function arrWide() { return ['a', 'b']; }

export function* ev(): Generator<Ev['type'], void, Ev> {}
export function* created(): Generator<Created['type'], void, Created> {}
export function* wideT(): Generator<'s', void, ReturnType<typeof wide>> {}
export function* annotatedT(): Generator<'s', void, ReturnType<typeof annotated>> {}
export function* manyT(): Generator<ReturnType<typeof many>, void, ReturnType<typeof single>> {}
export function* mayEndT(): Generator<'s', void, ReturnType<typeof mayEnd>> {}
export function* laterT(): Generator<'s', void, Awaited<ReturnType<typeof later>>> {}
export function* genT(): Generator<'s', void, ReturnType<typeof gen>> {}
export function* genericT(): Generator<'s', void, ReturnType<typeof generic>> {}
export function* genericOf(): Generator<'s', void, ReturnType<typeof generic<'inst'>>> {}
export function* curriedT(): Generator<'s', void, ReturnType<ReturnType<typeof curried>>> {}
export function* throwsT(): Generator<ReturnType<typeof throws>, void, ReturnType<typeof voids> | 'v'> {}
export function* boolT(): Generator<ReturnType<typeof bool>, void, ReturnType<typeof pred>> {}
export function* overT(): Generator<'s', void, ReturnType<typeof over>> {}
export function* condT(): Generator<'s', void, ReturnType<typeof cond>> {}
export function* recT(): Generator<ReturnType<typeof rec>, void, ReturnType<typeof recInferred>> {}
export function* boundT(): Generator<'s', void, ReturnType<typeof bound.make>> {}
export function* narrowingT(): Generator<'s', void, ReturnType<typeof narrowing>> {}
export function* defaultsT(): Generator<'s', void, ReturnType<typeof defaults>> {}
export function* destructuredT(): Generator<'s', void, ReturnType<typeof destructured>> {}
export function* localsT(): Generator<ReturnType<typeof localConst>['type'], void, ReturnType<typeof locals>> {}
export function* localLetT(): Generator<'s', void, ReturnType<typeof localLet>> {}
export function* shadowT(): Generator<'s', void, ReturnType<typeof shadow>> {}
export function* tryT(): Generator<'s', void, ReturnType<typeof tryIt>> {}
export function* swT(): Generator<'s', void, ReturnType<typeof sw>> {}
export function* nulT(): Generator<'s', void, ReturnType<typeof nul>> {}
export function* arrT(): Generator<ReturnType<typeof arr>[number], void, ReturnType<typeof arrWide>> {}
export function* fnType(): Generator<'s', void, (a: 'x') => 'y'> {}
export function* fnUnion(): Generator<'s', void, (() => 'a') | (() => 'b') | 'c'> {}
export function* fnReturn(): Generator<ReturnType<(a: 'x') => 'y'>, void, ReturnType<() => never> | "z"> {}
export function* paramsT(): Generator<Parameters<typeof to>[0], void, Parameters<typeof narrowing>[0]> {}

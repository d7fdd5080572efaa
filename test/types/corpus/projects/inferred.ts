// What is expected where a generator stands, and what its body says.
type Ev = { type: 'go'; n: number } | { type: 'stop' };
declare function handle(e: Ev): 'x' | 'y';
declare const send: { (e: 'one'): void };
export function* fromUse() { const e: Ev = yield 'A'; if (e.type === 'stop') return 'end' as const; return handle(yield 'B'); }
export function* fromCall() { send(yield 'A'); }
export function* fromReturn(): Iterator<'s', void, Ev> {}
export function* iterableIt(): IterableIterator<'a' | 'b'> {}
export const typed: () => Generator<'s', void, Ev> = function* () {};
export const typedArrow = { m: function* (): Generator<'p', void, Ev['type']> {} };
type Fn = (n: number) => Generator<'q', number, 'r'>;
export const asFn: Fn = function* (n) { return n; };
interface Actor { run(): Generator<'on' | 'off', void, 'flip'>; }
export class Light implements Actor { *run(): Generator<'on' | 'off', void, 'flip'> {} }
export function* switched() { const e: Ev = yield 'A'; switch (e.type) { case 'go': return e.n; default: return 'no' as const; } }
export function* yieldsMany() { const a: 'x' = yield 1 as const; const b: 'x' | 'z' = yield 'two' as const; return [a, b] as const; }
export function* delegates() { const r = yield* fromUse(); const e: Ev = yield 'own'; return [r, e]; }
function machine<S, E>(fn: () => Generator<S, void, E>) { return fn; }
export const made = machine<'p' | 'q', Ev>(function* () { yield 'p'; });
export const made2 = machine(function* () { const e: 'z' = yield 'p' as const; void e; });
export const list: readonly (() => Generator<number, void, 'n'>)[] = [function* () { yield 1; }];
export function* withDefault(x: 'a' | 'b' = 'a') { const e: typeof x = yield x; return e; }
export function* destr() { const { type, n }: { type: 'p'; n: number } = yield 'S'; return type + n; }
export function* arr() { const [cmd, arg]: ['cmd', number] = yield 'S'; return [cmd, arg]; }
export function* assertedTwice() { const e = (yield 'A') as 'p' | 'q'; const f = <'p' | 'r'>(yield 'B'); return [e, f]; }
export function* nonNull() { const m = new Map<'k', number>(); m.set(yield 'A', 1); }
export function* pushes() { const all: Ev[] = []; all.push(yield 'A'); return all.length; }
export function* ternary(flag: boolean) { const e: 'a' | 'b' = flag ? yield 'T' : yield 'F'; return e; }
export function* returns(): Generator<'s', void, Ev> { return yield 's', undefined; }

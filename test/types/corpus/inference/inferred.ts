// Generators without an annotation: what they receive is what their code takes it for.
type Ev = { type: 'go' } | { type: 'stop'; n: number };
declare function take(event: Ev): void;
declare function takes(a: string, b: 'x' | 'y'): void;

export function* variable() { const e: Ev = yield 'A'; void e; }
export function* looped() { while (true) { const e: 'go' | 'stop' = yield 'A'; if (e === 'stop') return 'done'; } }
export function* two() { const a: 'x' | 'y' = yield 'A'; const b: 'y' | 'z' = yield 'B'; void [a, b]; }
export function* twice() { const a: Ev = yield 'A'; const b: Ev = yield 'B'; void [a, b]; }
export function* assigned() { let e: Ev; e = yield 'A'; void e; }
export function* asserted() { const e = (yield 'A') as Ev; void e; }
export function* statement() { yield 'A'; yield 'B'; }
export function* someUnused() { yield 'A'; const e: 'go' = yield 'B'; void e; }
export function* argument() { take(yield 'A'); }
export function* secondArgument() { takes('s', yield 'A'); }
export function* destructured() { const { type }: Ev = yield 'A'; void type; }
export function* inObject() { const o: { e: Ev } = { e: yield 'A' }; void o; }
export function* inArray() { const o: Ev[] = [yield 'A']; void o; }
export function* conditional() { const e: Ev = Math.random() > 0.5 ? yield 'A' : yield 'B'; void e; }
export function* satisfied() { const e = (yield 'A') satisfies Ev; void e; }
export function* nestedFunction() { const inner = function* () { const e: 'inner' = yield 'I'; void e; }; void inner; const e: 'outer' = yield 'A'; void e; }
export function* nothing() {}
export function* parenthesised() { const e: Ev = (yield ('A')); void e; }
export function* field() { const o: { last?: 'p' | 'q' } = {}; o.last = yield 'A'; void o; }
export function* localType() { type Local = 'l' | 'm'; const e: Local = yield 'A'; void e; }
export function* letVar() { let e: 'a' | 'b' = yield 'A'; e = yield 'B'; void e; }
export function* loopHead() { for (let e: 'n' | 'd' = yield 'A'; e === 'n'; e = yield 'B') void e; }
export function* typedUnknown() { const e: unknown = yield 'A'; void e; }
export function* orDefault() { const e: Ev = (yield 'A') ?? { type: 'go' }; void e; }
export function* delegated() { const e: 'own' = yield 'A'; void e; yield* inner(); }
function* inner(): Generator<'I', void, 'inner'> {}
export const expression = function* () { const e: Ev['type'] = yield 'A'; void e; };
export class Holder { *method() { const e: Ev = yield 'A'; void e; } }
export const object = { *method() { const e: 'om' = yield 'A'; void e; } };
export function* generic<T extends string>() { const e: T = yield 'A'; void e; }
export function* nonNull() { const e: 'nn' = (yield 'A')!; void e; }
export function* sequence() { const e: 'sq' = (void 0, yield 'A'); void e; }
export function* logical() { const e: 'lg' | boolean = Math.random() > 0.5 && (yield 'A'); void e; }
export function* defaulted() { const { a = yield 'A' }: { a?: 'da' } = {}; void a; }

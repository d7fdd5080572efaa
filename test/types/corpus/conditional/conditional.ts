// Conditional types.
type IsString<T> = T extends string ? 'yes' : 'no';
type Whole<T> = [T] extends [string] ? 'yes' : 'no';
type Element<T> = T extends (infer E)[] ? E : T;
type ElementRo<T> = T extends readonly (infer E)[] ? E : never;
type TypeOf<E> = E extends { type: infer T } ? T : never;
type Payload<E, T> = E extends { type: T; payload: infer P } ? P : never;
type First<T extends readonly unknown[]> = T extends readonly [infer H, ...unknown[]] ? H : never;
type Ret<F> = F extends (...args: any[]) => infer R ? R : never;
type Args<F> = F extends (...args: infer A) => unknown ? A : never;
type Not<A, B> = A extends B ? never : A;
type Only<A, B> = A extends B ? A : never;
type Nested<T> = T extends string ? (T extends 'a' ? 1 : 2) : T extends number ? 3 : 4;
type Split<S extends string> = S extends `${infer A}-${infer B}` ? A | B : S;
type Prefix<S extends string> = S extends `on${infer Rest}` ? Uncapitalize<Rest> : never;
type Ev = { type: 'go'; payload: { n: 1 } } | { type: 'stop' } | { type: 'back'; payload: 'b' };
type Unwrap<T> = T extends Promise<infer U> ? U : T;
type Dist<T> = T extends any ? { is: T } : never;
type NonDist<T> = [T] extends [never] ? 'never' : { is: T };
type IsNever<T> = [T] extends [never] ? 'never' : 'some';
type IsAny<T> = 0 extends 1 & T ? 'any' : 'not';
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flatten<T> = T extends { a: infer A; b: infer B } ? A | B : never;
type SameInfer<T> = T extends { a: infer U; b: infer U } ? U : never;
type Contra<T> = T extends { f: (x: infer U) => void; g: (x: infer U) => void } ? U : never;
type InferExt<T> = T extends { k: infer K extends string } ? K : 'none';
type Bool<T extends boolean> = T extends true ? 'on' : 'off';
type Keys<T> = T extends unknown ? keyof T : never;
type Opt<T> = T extends { a?: infer A } ? A : 'no';
interface HasX { x: 1 }

export function* isString(): Generator<IsString<'a'>, void, IsString<1>> {}
export function* distributes(): Generator<IsString<'a' | 1>, void, IsString<'a' | 'b'>> {}
export function* never(): Generator<IsString<never>, void, Whole<never>> {}
export function* any(): Generator<IsString<any>, void, IsString<unknown>> {}
export function* whole(): Generator<Whole<'a' | 1>, void, Whole<'a' | 'b'>> {}
export function* element(): Generator<Element<'a'[]>, void, Element<('x' | 'y')[] | 'z'>> {}
export function* elementRo(): Generator<ElementRo<readonly ['a', 'b']>, void, ElementRo<'x'[]>> {}
export function* typeOf(): Generator<TypeOf<Ev>, void, TypeOf<Ev>> {}
export function* payload(): Generator<'s', void, Payload<Ev, 'go'> | Payload<Ev, 'back'>> {}
export function* noPayload(): Generator<'s', void, Payload<Ev, 'stop'>> {}
export function* first(): Generator<First<['a', 'b']>, void, First<['x']>> {}
export function* ret(): Generator<Ret<() => 'r'>, void, Ret<(() => 'a') | ((n: 1) => 'b')>> {}
export function* args(): Generator<'s', void, Args<(a: 'x', b: 1) => void>> {}
export function* not(): Generator<Not<'a' | 'b', 'a'>, void, Not<Ev, { type: 'go' }>> {}
export function* only(): Generator<Only<'a' | 1, string>, void, Only<Ev, { payload: unknown }>> {}
export function* nested(): Generator<Nested<'a' | 'b'>, void, Nested<1 | true>> {}
export function* split(): Generator<Split<'a-b'>, void, Split<'a-b-c' | 'x'>> {}
export function* prefix(): Generator<Prefix<'onClick' | 'onDrag' | 'other'>, void, Prefix<'onKey'>> {}
export function* unwrap(): Generator<Unwrap<Promise<'p'>>, void, Unwrap<'q' | Promise<'r'>>> {}
export function* dist(): Generator<'s', void, Dist<'a' | 'b'>> {}
export function* distBool(): Generator<'s', void, Dist<boolean>> {}
export function* nonDist(): Generator<'s', void, NonDist<'a' | 'b'>> {}
export function* isNever(): Generator<IsNever<never>, void, IsNever<'a'>> {}
export function* isAny(): Generator<IsAny<any>, void, IsAny<'a'>> {}
export function* equal(): Generator<Equal<'a', 'a'>, void, Equal<'a', 'b'>> {}
export function* flatten(): Generator<'s', void, Flatten<{ a: 'x'; b: 'y' }>> {}
export function* sameInfer(): Generator<'s', void, SameInfer<{ a: 'x'; b: 'y' }>> {}
export function* contra(): Generator<'s', void, Contra<{ f: (x: 'a' | 'b') => void; g: (x: 'b' | 'c') => void }>> {}
export function* inferExt(): Generator<InferExt<{ k: 'k' }>, void, InferExt<{ k: 1 }>> {}
export function* bool(): Generator<Bool<true>, void, Bool<boolean>> {}
export function* keys(): Generator<Keys<{ a: 1 } | { b: 2 }>, void, keyof ({ a: 1 } | { b: 2 })> {}
export function* opt(): Generator<Opt<{ a: 'x' }>, void, Opt<{}>> {}
export function* inlineCond(): Generator<'a' extends string ? 'y' : 'n', void, 'a' | 'b' extends 'a' ? 'y' : 'n'> {}
export function* structural(): Generator<{ x: 1; y: 2 } extends HasX ? 'y' : 'n', void, {} extends HasX ? 'y' : 'n'> {}
export function* optionalExt(): Generator<{ x?: 1 } extends HasX ? 'y' : 'n', void, HasX extends { x?: 1 } ? 'y' : 'n'> {}
export function* weak(): Generator<{ z: 1 } extends { x?: 1 } ? 'y' : 'n', void, 'a' extends { x?: 1 } ? 'y' : 'n'> {}
export function* emptyExt(): Generator<'a' extends {} ? 'y' : 'n', void, null extends {} ? 'y' : 'n'> {}
export function* objectExt(): Generator<'a' extends object ? 'y' : 'n', void, [] extends object ? 'y' : 'n'> {}
export function* fnExt(): Generator<(() => void) extends Function ? 'y' : 'n', void, (() => 'a') extends () => string ? 'y' : 'n'> {}
export function* arrExt(): Generator<'a'[] extends string[] ? 'y' : 'n', void, readonly 'a'[] extends string[] ? 'y' : 'n'> {}
export function* tupExt(): Generator<['a'] extends ['a', 'b'] ? 'y' : 'n', void, ['a', 'b'] extends string[] ? 'y' : 'n'> {}
export function* lenExt(): Generator<['a'] extends { length: 1 } ? 'y' : 'n', void, 'abc' extends { length: number } ? 'y' : 'n'> {}
export function* voidExt(): Generator<undefined extends void ? 'y' : 'n', void, void extends undefined ? 'y' : 'n'> {}
export function* unknownExt(): Generator<unknown extends string ? 'y' : 'n', void, string extends unknown ? 'y' : 'n'> {}
export function* anyExt(): Generator<any extends string ? 'y' : 'n', void, string extends any ? 'y' : 'n'> {}
export function* neverExt(): Generator<never extends string ? 'y' : 'n', void, string extends never ? 'y' : 'n'> {}
type DeepValue<T> = T extends object ? DeepValue<T[keyof T]> : T;
export function* deepValue(): Generator<'s', void, DeepValue<{ a: { b: 'x' }; c: 'y' }>> {}
type Reverse<T extends readonly unknown[]> = T extends readonly [infer H, ...infer R] ? [...Reverse<R>, H] : [];
export function* reverse(): Generator<'s', void, Reverse<['a', 'b', 'c']>> {}
type Dots<T> = { [K in keyof T & string]: T[K] extends object ? `${K}.${Dots<T[K]>}` : K }[keyof T & string];
export function* dots(): Generator<'s', void, Dots<{ a: 1; b: { c: 2; d: { e: 3 } } }>> {}
export function* neverIndex(): Generator<string[never], void, ('a'[])[never]> {}
export function* unreadNever(): Generator<'s', void, Not<Extract<{ [K in 'a' | 'b']: K }, 'c'>, { a: 1 }>> {}
export function* functionTarget(): Generator<(() => 'a') extends (() => 'b') ? 'y' : 'n', void, (() => 'a') extends ((...args: any[]) => 'a') ? 'y' : 'n'> {}
export function* genericTarget(): Generator<'s', void, FnOf<() => 'x', 'y'>> {}
type FnOf<F, T> = F extends () => T ? 'y' : 'n';

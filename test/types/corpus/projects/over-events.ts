// Over the members of a union, each under what its field says.
type OverEv = { type: 'set'; value: number } | { type: 'reset' } | { type: 'put'; at?: 'top' };
type OverHandlers = { [E in OverEv as E['type']]: (event: E) => 'done' };
type OverOn = { [E in OverEv as `on${Capitalize<E['type']>}`]?: E };
export function* overUnion(): Generator<keyof OverHandlers, ReturnType<OverHandlers['set']>, 'onPut' | 'onSet' extends keyof OverOn ? 'yes' : 'no'> { return 'done'; }
export function* overUnionValue(): Generator<'s', void, NonNullable<OverOn['onReset']> | NonNullable<OverOn['onPut']>> {}
type OverTwice = { [E in { type: 'a'; n: 1 } | { type: 'a'; n: 2 } | { type: 'b' } as E['type']]: E };
export function* overTwice(): Generator<keyof OverTwice, void, OverTwice['a'] | OverTwice['b']> {}
type OverNone = { [E in OverEv as E['type'] extends `${string}set` ? E['type'] : never]: E['type'] };
export function* overNone(): Generator<keyof OverNone, void, OverNone[keyof OverNone]> {}

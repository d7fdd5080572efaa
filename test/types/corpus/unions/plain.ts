// Unions as most machines have them.
export function* light(): Generator<'RED' | 'GREEN', void, 'next'> {}
export function* door(): Generator<'OPEN' | 'SHUT', void, 'push' | 'pull' | 'lock'> {}
export function* reversed(): Generator<'z' | 'a', void, 'z' | 'y' | 'a' | 'b'> {}
export function* counts(): Generator<0 | 1 | 2, void, 3 | -1 | 0x10 | 1e3 | 0.5> {}
export function* big(): Generator<1n | -2n, void, 10n | 0xffn | 1_000n> {}
export function* yes(): Generator<boolean, void, true> {}
export function* maybe(): Generator<true | false, void, false | undefined | null> {}
export function* mixed(): Generator<'1' | 1 | 1n | true | null | undefined, void, 'true' | true | 'null' | null> {}
export function* wide(): Generator<string, void, number | string> {}
export function* swallowed(): Generator<'a' | string, void, 1 | number | 'a'> {}
export function* nothing(): Generator<never, void, never> {}
export function* single(): Generator<'a' | never, void, 'b' | 'b'> {}
export function* any(): Generator<any, void, any> {}
export function* anyOf(): Generator<'a' | any, void, 'b' | unknown> {}
export function* unknowns(): Generator<unknown, void, unknown> {}
export function* voids(): Generator<void, void, void | 'go'> {}
export function* symbols(): Generator<symbol, void, symbol | 'go'> {}
export function* bigs(): Generator<bigint, void, bigint | 2n> {}
export function* quoted(): Generator<"it's", void, "say \"hi\"" | 'back\\slash' | 'new\nline' | '\u00e9' | '' | ' '> {}
export function* leading(): Generator<
  | 'a'
  // the second
  | 'b', void,
  | 'go' /* on */
  | 'stop'
> {}
export function* nested(): Generator<('a' | ('b' | 'c')) | 'd', void, (((('x'))))> {}
export function* three(): Generator<1.5 | 1e21 | 1e-7, void, 0 | 1_0> {}
export function* optional(): Generator<'a' | undefined, void, undefined> {}
export function* half(): Generator<true | 'on', void, false | boolean | 'off'> {}
export function* lessGiven(): Generator<'a'> {}
export function* twoGiven(): Generator<'a', 'b'> { return 'b'; }
export function* iterable(): IterableIterator<'a' | 'b'> {}
export function* iterator(): Iterator<'a', void, 'go' | 'stop'> {}
export function* iteratorObject(): IteratorObject<'a', void, 'go'> {}
export function* justIterable(): Iterable<'a', void, 'go'> {}

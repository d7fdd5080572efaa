// Tuples and arrays.
type Move = [kind: 'move', x: number, y: number];
type Ev = ['go'] | ['to', string] | ['maybe', number?];
type Rest = ['first', ...('rest' | 1)[]];
type Middle = [...'a'[], 'last'];
type Spread = ['x', ...['y', 'z']];
type Join<A extends unknown[], B extends unknown[]> = [...A, ...B];
const made = ['m', 1] as const;

export function* move(): Generator<Move[0], void, Move> {}
export function* ev(): Generator<Ev[0], void, Ev> {}
export function* at(): Generator<Move['0'], void, Move[1 | 2]> {}
export function* number(): Generator<'s', void, ['a', 'b', 1][number]> {}
export function* length(): Generator<Move['length'], void, ['a', 'b'?]['length']> {}
export function* optional(): Generator<['a', 'b'?][1], void, ['a', 'b'?]> {}
export function* optionalNumber(): Generator<['a', 'b'?][number], void, [a?: 'x'][number]> {}
export function* rest(): Generator<Rest[0], void, Rest[number]> {}
export function* restAt(): Generator<Rest[1], void, Rest> {}
export function* restLength(): Generator<Rest['length'], void, Middle> {}
export function* middle(): Generator<Middle[number], void, Middle[0]> {}
export function* spread(): Generator<Spread[number], void, Spread> {}
export function* join(): Generator<Join<['a'], ['b']>[number], void, Join<['a', 1], ['c']>> {}
export function* readonly(): Generator<(readonly ['a', 'b'])[number], void, readonly ['a', 'b']> {}
export function* readonlyArray(): Generator<(readonly 'a'[])[number], void, readonly ('a' | 'b')[]> {}
export function* arrays(): Generator<'a'[], void, Array<'a' | 'b'>> {}
export function* nested(): Generator<['a', ['b', 'c']][1][0], void, string[][]> {}
export function* empty(): Generator<[], void, [][number]> {}
export function* typeofT(): Generator<(typeof made)[0], void, typeof made> {}
export function* keys(): Generator<'s', void, Exclude<keyof ['a'], keyof []>> {}
export function* unionOf(): Generator<'s', void, (['a'] | ['b', 1])[0]> {}
export function* unionIndex(): Generator<'s', void, ('x'[] | ['y'])[number]> {}
export function* spreadAlias(): Generator<'s', void, [...Move, 'end']> {}
export function* spreadConst(): Generator<'s', void, [...typeof made]> {}
export function* optionalNamed(): Generator<'s', void, [kind: 'a', n?: 1]> {}
export function* inObject(): Generator<'s', void, { type: 'at'; at: [number, number] }> {}
export function* method(): Generator<'s', void, 'a'[]['push'] extends Function ? 'y' : 'n'> {}
export function* arrayLength(): Generator<'a'[]['length'], void, (readonly 'a'[])['length']> {}

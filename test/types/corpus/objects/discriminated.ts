// Events with fields.
type Ev = { type: 'go'; to: 'mail' | 'news' } | { type: 'stop' } | { type: 'count'; n: number };
interface Pressed { readonly type: 'pressed'; key: string; shift?: boolean }
interface Released { type: 'released' }
type Key = Pressed | Released;
type Payload = { type: 'set'; value: { x: number; y: number }; tags: string[]; at?: Date };
type Tree = { type: 'node'; left?: Tree; right: Tree | null };

export function* nav(): Generator<'a', void, Ev> {}
export function* navType(): Generator<Ev['type'], void, Ev['type']> {}
export function* keys(): Generator<Key['type'], void, Key> {}
export function* both(): Generator<'a', void, Ev | Key | 'bare'> {}
export function* payload(): Generator<'a', void, Payload> {}
export function* payloadValue(): Generator<'a', void, Payload['value']> {}
export function* payloadX(): Generator<'a', void, Payload['value']['x' | 'y']> {}
export function* optionalField(): Generator<'a', void, Pressed['shift']> {}
export function* extract(): Generator<'a', void, Extract<Ev, { type: 'go' | 'stop' }>> {}
export function* exclude(): Generator<'a', void, Exclude<Ev, { type: 'go' }>> {}
export function* excludeType(): Generator<'a', void, Exclude<Ev['type'], 'go'>> {}
export function* excludeStop(): Generator<'a', void, Exclude<Ev, { type: 'stop' }>> {}
export function* recursive(): Generator<'a', void, Tree> {}
export function* keyofEv(): Generator<keyof Ev, void, keyof Pressed> {}
export function* inline(): Generator<{ state: 'a'; n: 1 }, void, { type: 'x', 'a b': 1, 2: 'two', ['c']: 3 }> {}
export function* methods(): Generator<'a', void, { type: 'x'; run(): void; get size(): number; fn: (a: string) => 'r' }> {}
export function* empty(): Generator<{}, void, object> {}
export function* optionalUndefined(): Generator<'a', void, { a?: 'x' | undefined; b: 'y' | undefined; c?: undefined }> {}
export function* boolField(): Generator<'a', void, { type: 'toggle'; on: boolean } | { type: 'set'; on: true }> {}
export function* sameTwice(): Generator<'a', void, { type: 'x' } | { type: 'x' }> {}
export function* kinds(): Generator<'a', void, { kind: 'x' } | { status: 1 } | 'y' | [1]> {}
export function* nullish(): Generator<'a', void, { type: 'x' } | null | undefined> {}
export function* indexed(): Generator<'a', void, { [key: string]: 'v' }> {}
export function* indexedWith(): Generator<'a', void, { type: 'x'; [key: string]: string }> {}
export function* numberIndexed(): Generator<'a', void, { [key: number]: 'v' }[number]> {}
export function* indexedByString(): Generator<'a', void, { [key: string]: 'v' | 'w' }[string]> {}
export function* indexedByName(): Generator<'a', void, { [key: string]: 'v' }['any']> {}
export function* keysOfIndexed(): Generator<'a', void, keyof { [key: string]: 1 }> {}
export function* callable(): Generator<'a', void, { (): void; type: 'x' }> {}
export function* constructed(): Generator<'a', void, new () => { type: 'x' }> {}
export function* setter(): Generator<'a', void, { set a(value: string); get b(): 'b' }> {}
export function* getset(): Generator<'a', void, { get a(): 'x'; set a(value: 'x' | 'y') }> {}
export function* overloads(): Generator<'a', void, { f(a: string): 'x'; f(a: number): 'y' }> {}
export function* optionalMethod(): Generator<'a', void, { f?(): 'x' }> {}

// Classes as types.
class Plain { type = 'plain' as const; n = 1; private hidden = 2; method(): 'm' { return 'm'; } static s = 's'; use() { return this.hidden; } }
class Generic<T> { value!: T; type: 'generic' = 'generic'; }
class Child extends Generic<'child'> { own: 'own' = 'own'; }
abstract class Abstract { abstract type: 'abstract'; }
class Impl extends Abstract { type = 'abstract' as const; }
class WithParams { constructor(readonly type: 'p', public opt?: 'o', private secret = 1) { void this.secret; } }
class Getter { get type(): 'got' { return 'got'; } set type(_value) {} }
class Merged { a = 'a' as const; }
interface Merged { b: 'b' }
const Expr = class { e = 'e' as const; };
class Statics { static readonly GO = 'go'; static STOP = 'stop' as const; static list = ['x', 'y'] as const; static wide = 'wide'; }
class Self { next?: Self; type = 'self' as const; me(): this { return this; } }
class Index { [key: string]: 'v'; }
class Private { #x = 1; type = 'priv' as const; read() { return this.#x; } }
class Declared { declare type: 'd'; opt?: 'o'; }
class Fluent { kind(this: Fluent): 'fl' { return 'fl'; } arrow = (x: 'x') => x; }
type Ev = Plain | Child;

export function* plain(): Generator<Plain['type'], void, Plain> {}
export function* method(): Generator<ReturnType<Plain['method']>, void, Plain['n']> {}
export function* generic(): Generator<Generic<'g'>['value'], void, Generic<1>> {}
export function* child(): Generator<Child['value'], void, Child['own'] | Child['type']> {}
export function* impl(): Generator<Impl['type'], void, Abstract> {}
export function* params(): Generator<WithParams['type'], void, WithParams['opt']> {}
export function* getter(): Generator<Getter['type'], void, Getter> {}
export function* merged(): Generator<Merged['a'], void, Merged['b']> {}
export function* expr(): Generator<'s', void, InstanceType<typeof Expr>> {}
export function* statics(): Generator<typeof Statics.GO, void, typeof Statics.STOP | (typeof Statics.list)[number]> {}
export function* staticsWide(): Generator<'s', void, (typeof Statics)['wide']> {}
export function* self(): Generator<Self['type'], void, Self> {}
export function* index(): Generator<Index[string], void, Index['anything']> {}
export function* priv(): Generator<Private['type'], void, keyof Private> {}
export function* declared(): Generator<Declared['type'], void, Declared['opt']> {}
export function* keys(): Generator<keyof WithParams, void, keyof Generic<1>> {}
export function* union(): Generator<Ev['type'], void, Ev> {}
export function* picked(): Generator<'s', void, Pick<Plain, 'type'>> {}
export function* omitted(): Generator<'s', void, Omit<Child, 'value'>> {}
export function* extracted(): Generator<'s', void, Extract<Plain | 'x', { type: 'plain' }>> {}
export function* excluded(): Generator<'s', void, Exclude<Plain | Child | 'x', Plain>> {}
export function* fluent(): Generator<ReturnType<Fluent['kind']>, void, ReturnType<Fluent['arrow']>> {}
export class Machine {
  private events!: 'ev';
  readonly table = { a: 'x' } as const;
  *run(): Generator<this['table']['a'], void, Machine['table']['a']> {}
  *ev(): Generator<'s', void, Machine['events']> {}
  static *make(): Generator<'s', void, keyof Machine> {}
  gen = function* (this: Machine): Generator<'s', void, 'gen'> {};
  typed: () => Generator<'s', void, 'typed'> = function* () {};
  get machine() { return function* (): Generator<'s', void, 'machine'> {}; }
}
export function* cond(): Generator<Plain extends { type: string } ? 'y' : 'n', void, Child extends Generic<string> ? 'y' : 'n'> {}

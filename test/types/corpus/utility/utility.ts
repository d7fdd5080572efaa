// The types that everyone has.
interface Ev { type: 'go' | 'stop'; n?: number; tags: readonly string[] }
type U = { type: 'a'; x: 1 } | { type: 'b'; x: 2; y?: 'y' };
type Fn = (a: 'p', b?: 1) => 'r';
class Klass { constructor(public a: 'arg', b: 1) { void b; } static s = 's' as const; m(): 'm' { return 'm'; } }

export function* pick(): Generator<keyof Pick<Ev, 'type'>, void, Pick<Ev, 'type' | 'n'>> {}
export function* omit(): Generator<keyof Omit<Ev, 'tags'>, void, Omit<Ev, 'n'>> {}
export function* omitMissing(): Generator<'s', void, Omit<Ev, 'nope' | 'tags'>> {}
export function* omitUnion(): Generator<'s', void, Omit<U, 'x'>> {}
export function* pickUnion(): Generator<'s', void, Pick<U, 'type'>> {}
export function* omitAll(): Generator<'s', void, Omit<Ev, keyof Ev>> {}
export function* omitString(): Generator<'s', void, Omit<Ev, string>> {}
export function* partial(): Generator<'s', void, Partial<Ev>> {}
export function* partialUnion(): Generator<'s', void, Partial<U>> {}
export function* required(): Generator<'s', void, Required<Ev>> {}
export function* readonly(): Generator<'s', void, Readonly<Ev>> {}
export function* readonlyArray(): Generator<'s', void, Readonly<string[]> | ReadonlyArray<1>> {}
export function* record(): Generator<keyof Record<'a' | 'b', 1>, void, Record<'x', { y: 'z' }>> {}
export function* recordString(): Generator<'s', void, Record<string, 'v'>[string]> {}
export function* recordNumber(): Generator<keyof Record<1 | 2, 'v'>, void, Record<1 | 2, 'v'>> {}
export function* extract(): Generator<Extract<'a' | 'b' | 1, string>, void, Extract<U, { x: 1 }>> {}
export function* exclude(): Generator<Exclude<'a' | 'b' | 1, number>, void, Exclude<U, { y?: 'y' }>> {}
export function* excludeNull(): Generator<Exclude<'a' | null, null>, void, Exclude<boolean | 'x', true>> {}
export function* excludeFn(): Generator<'s', void, Exclude<'a' | (() => void), Function>> {}
export function* extractFn(): Generator<'s', void, Extract<'a' | (() => 'r'), () => unknown>> {}
export function* excludeObject(): Generator<'s', void, Exclude<'a' | { type: 'x' } | 1[], object>> {}
export function* nonNullable(): Generator<NonNullable<'a' | null>, void, NonNullable<Ev['n']>> {}
export function* nonNullableObject(): Generator<'s', void, NonNullable<{ a?: 1 } | undefined>> {}
export function* returnType(): Generator<ReturnType<Fn>, void, ReturnType<() => { type: 'made' }>> {}
export function* parameters(): Generator<Parameters<Fn>[0], void, Parameters<Fn>> {}
export function* parametersOf(): Generator<'s', void, Parameters<(a: 'x', ...rest: 'y'[]) => void>[number]> {}
export function* awaited(): Generator<Awaited<Promise<'p'>>, void, Awaited<'q' | Promise<Promise<'r'>>>> {}
export function* awaitedReturn(): Generator<'s', void, Awaited<ReturnType<() => Promise<{ ok: true }>>>> {}
export function* instanceType(): Generator<'s', void, InstanceType<typeof Klass>> {}
export function* ctorParameters(): Generator<'s', void, ConstructorParameters<typeof Klass>[0]> {}
export function* staticOf(): Generator<typeof Klass.s, void, ReturnType<Klass['m']>> {}
export function* thisParam(): Generator<'s', void, ThisParameterType<(this: { k: 'v' }) => void>> {}
export function* omitThis(): Generator<'s', void, ReturnType<OmitThisParameter<(this: 1) => 'x'>>> {}
export function* noInfer(): Generator<'s', void, NoInfer<'n' | 'm'>> {}
export function* casing(): Generator<Uppercase<'a' | 'b'>, void, Capitalize<Lowercase<'ABC'>>> {}
export function* chained(): Generator<Exclude<keyof Ev, 'n'>, void, Required<Pick<Ev, 'n'>>['n']> {}
export function* partialNested(): Generator<'s', void, Partial<Record<'a' | 'b', Ev['type']>>> {}
export function* requiredUndefined(): Generator<'s', void, Required<{ a?: 1 | undefined; b: 2 | undefined }>> {}
export function* partialPrimitive(): Generator<Partial<'a'>, void, Required<string | { a?: 1 }>> {}
export function* partialTuple(): Generator<'s', void, Partial<[1, 2]>> {}
export function* iterables(): Generator<'s', void, Set<'a'> | Map<'k', 'v'> | Promise<1>> {}
export function* propertyKey(): Generator<'s', void, PropertyKey> {}
export function* extractKey(): Generator<'s', void, Extract<keyof Ev, 't' | 'type'>> {}
export function* shadowedPick(): Generator<'s', void, Local.Pick<'x'>> {}
namespace Local { export type Pick<T> = [T]; export type Inner = Pick<1>; }
export function* shadowedInner(): Generator<'s', void, Local.Inner> {}

// Types of values.
const STATES = ['idle', 'busy', 'done'] as const;
const EVENTS = { go: 'GO', stop: 'STOP' } as const;
const wide = { go: 'GO', n: 1 };
const list = ['a', 'b'];
const nested = { a: { b: { c: 'deep' } }, list: [1, 2] } as const;
const partly = { a: 'x' as const, b: 'y', c: <const>'z' };
const frozen = Object.freeze({ a: 'x', b: 1 });
const frozenList = Object.freeze(['a', 'b'] as const);
const frozenWide = Object.freeze(['a', 'b']);
const spread = { ...EVENTS, extra: 'E' } as const;
const overridden = { ...EVENTS, go: 'other' } as const;
const spreadList = [...STATES, 'extra'] as const;
const satisfied = { a: 'x', b: 'y' } satisfies Record<string, string>;
const satisfiedConst = { a: 'x', b: 'y' } as const satisfies Record<string, string>;
const satisfiedUnion = { a: 'x' } satisfies { a: 'x' | 'y' };
const satisfiedList = ['a', 'b'] satisfies ('a' | 'b')[];
const satisfiedNumber = { n: 1, s: 'x' } satisfies { n: number; s: 'x' | 'y' };
const annotated: { k: 'a' | 'b'; n?: number } = { k: 'a' };
const record: Record<'p' | 'q', 1> = { p: 1, q: 1 };
const one = 'one';
let changing = 'changing';
var old = 'old';
let annotatedLet: 'p' | 'q';
const num = 42, neg = -1, big = 10n, yes = true, nil = null, undef = undefined;
const notTrue = !true, negated = -num;
const template = `a${one}`;
const templateConst = `a${one}` as const;
const plainTemplate = `plain`;
const sum = 'a' + 'b';
const cond = Math.random() > 0.5 ? 'heads' : 'tails';
const condConst = { v: Math.random() > 0.5 ? 'heads' : 'tails' } as const;
const either = annotated.n ?? 'none';
const or = one || 'two';
const alias = EVENTS;
const aliasOne = one;
const inObject = { one, EVENTS };
const inConst = { one, list } as const;
const computedKey = { [one]: 1, ['two']: 2, 3: 'three' } as const;
const methods = { run() { return 'ran' as const; }, get size() { return 1; }, arrow: () => 'x' };
const typed = { kind: 'k' } as { kind: 'k' | 'l' };
const asserted = 'a' as 'a' | 'b';
const nonNull = annotated.n!;
const date = new Date(), re = /x/, map = new Map<string, 'v'>(), set = new Set(['a']);
const arrOfObj = [{ type: 'a' }, { type: 'b' }] as const;
const arrOfObjWide = [{ type: 'a', n: 1 }, { type: 'b' }];
const mixedList = ['a', 1, true];
const emptyList: never[] = [];
const emptyObject = {};
const tuple: [a: 'x', b?: 'y'] = ['x'];
const { go, stop: halt } = EVENTS;
const [head, ...rest] = STATES;
const fn = () => EVENTS.go;
const keys = Object.keys(EVENTS);
const values = Object.values(EVENTS);
const nulls = { a: null, b: undefined };
const symbol = Symbol('s');
const symbolKey = { [symbol]: 1, a: 2 } as const;
const negKeys = { [-1]: 'neg' } as const;
const dup = { 'a': 1, "b-c": 2, 1.5: 3, 0x10: 4 } as const;

export function* states(): Generator<(typeof STATES)[number], void, (typeof STATES)[1]> {}
export function* events(): Generator<keyof typeof EVENTS, void, (typeof EVENTS)[keyof typeof EVENTS]> {}
export function* wideT(): Generator<keyof typeof wide, void, typeof wide> {}
export function* listT(): Generator<typeof list, void, (typeof list)[number]> {}
export function* deep(): Generator<typeof nested.a.b.c, void, (typeof nested)['a']['b']['c'] | (typeof nested.list)[number]> {}
export function* whole(): Generator<'s', void, typeof nested> {}
export function* partlyT(): Generator<'s', void, typeof partly> {}
export function* frozenT(): Generator<keyof typeof frozen, void, typeof frozen> {}
export function* frozenA(): Generator<(typeof frozen)['a'], void, (typeof frozen)['b']> {}
export function* frozenL(): Generator<(typeof frozenList)[number], void, typeof frozenWide> {}
export function* spreadT(): Generator<keyof typeof spread, void, typeof spread> {}
export function* overriddenT(): Generator<'s', void, typeof overridden> {}
export function* spreadL(): Generator<(typeof spreadList)[number], void, typeof spreadList> {}
export function* satisfiedT(): Generator<keyof typeof satisfied, void, typeof satisfied> {}
export function* satisfiedC(): Generator<keyof typeof satisfiedConst, void, typeof satisfiedConst> {}
export function* satisfiedU(): Generator<(typeof satisfiedUnion)['a'], void, typeof satisfiedList> {}
export function* satisfiedN(): Generator<'s', void, typeof satisfiedNumber> {}
export function* annotatedT(): Generator<typeof annotated.k, void, typeof annotated> {}
export function* recordT(): Generator<keyof typeof record, void, typeof record> {}
export function* oneT(): Generator<typeof one, void, typeof changing | typeof one> {}
export function* oldT(): Generator<typeof old, void, typeof annotatedLet> {}
export function* consts(): Generator<typeof num | typeof neg, void, typeof big | typeof yes | typeof nil | typeof undef> {}
export function* nots(): Generator<typeof notTrue, void, typeof negated> {}
export function* templates(): Generator<typeof template, void, typeof templateConst | typeof plainTemplate> {}
export function* sums(): Generator<typeof sum, void, typeof cond> {}
export function* condC(): Generator<'s', void, typeof condConst> {}
export function* eithers(): Generator<typeof or, void, typeof either> {}
export function* aliases(): Generator<typeof aliasOne, void, typeof alias> {}
export function* inObjectT(): Generator<'s', void, typeof inObject> {}
export function* inConstT(): Generator<'s', void, typeof inConst> {}
export function* computedT(): Generator<keyof typeof computedKey, void, typeof computedKey> {}
export function* methodsT(): Generator<keyof typeof methods, void, typeof methods> {}
export function* methodR(): Generator<ReturnType<typeof methods.run>, void, ReturnType<(typeof methods)['arrow']>> {}
export function* typedT(): Generator<typeof typed.kind, void, typeof asserted> {}
export function* nonNullT(): Generator<'s', void, typeof nonNull> {}
export function* instances(): Generator<typeof date | typeof re, void, typeof map | typeof set> {}
export function* arrObj(): Generator<(typeof arrOfObj)[number]['type'], void, (typeof arrOfObj)[number]> {}
export function* arrObjW(): Generator<'s', void, (typeof arrOfObjWide)[number]> {}
export function* mixedT(): Generator<'s', void, (typeof mixedList)[number]> {}
export function* empties(): Generator<'s', void, typeof emptyObject | typeof emptyList> {}
export function* tupleT(): Generator<(typeof tuple)[0], void, (typeof tuple)[1]> {}
export function* destructured(): Generator<typeof go | typeof halt, void, typeof head | (typeof rest)[number]> {}
export function* fnT(): Generator<ReturnType<typeof fn>, void, typeof fn> {}
export function* keysT(): Generator<(typeof keys)[number], void, (typeof values)[number]> {}
export function* nullsT(): Generator<'s', void, typeof nulls> {}
export function* symbolT(): Generator<'s', void, typeof symbol | 'x'> {}
export function* symbolKeyT(): Generator<'s', void, keyof typeof symbolKey> {}
export function* negT(): Generator<'s', void, typeof negKeys> {}
export function* dupT(): Generator<keyof typeof dup, void, typeof dup> {}
export function* len(): Generator<(typeof STATES)['length'], void, (typeof list)['length']> {}
export function* strLen(): Generator<(typeof one)['length'], void, 's'['length']> {}

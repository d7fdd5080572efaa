// Redux as it is written by hand and by toolkits.
export interface PayloadAction<P = void, T extends string = string, M = never> { payload: P; type: T; meta?: M }
type Creator<T extends string, P> = [P] extends [void] ? { (): { type: T; payload: undefined }; type: T } : { (payload: P): { type: T; payload: P }; type: T };
declare function createAction<P = void, T extends string = string>(type: T): Creator<T, P>;
export const increment = createAction('counter/increment');
export const incrementBy = createAction<number, 'counter/incrementBy'>('counter/incrementBy');
type Inc = { type: 'counter/increment' } | PayloadAction<number, 'counter/incrementBy'>;
export function* counter(): Generator<'counting', void, Inc> {}
export function* fromCreators(): Generator<'a', void, ReturnType<typeof incrementBy>> {}
export const creators = {
  opened: (id: number) => ({ type: 'opened' as const, id }),
  closed: () => ({ type: 'closed' as const }),
  moved: (x: number, y: number) => ({ type: 'moved', payload: { x, y } }) as const,
};
export type Actions = ReturnType<(typeof creators)[keyof typeof creators]>;
export function* viaCreators(): Generator<'s', void, Actions> {}
export const fnCreators = { a() { return { type: 'a' } as const; }, b(n: number) { return { type: 'b', n } as const; } } as const;
export function* viaMethods(): Generator<'s', void, ReturnType<(typeof fnCreators)[keyof typeof fnCreators]>> {}
export function opened(id: string) { return { type: 'opened', id } as const; }
export function failed(error: Error) { return <const>{ type: 'failed', error }; }
export function* viaFunctions(): Generator<'s', void, ReturnType<typeof opened | typeof failed>> {}
export function* viaFunctions2(): Generator<'s', void, ReturnType<typeof opened> | ReturnType<typeof failed>> {}
const reducers = {
  added: (state: number, action: PayloadAction<{ id: string }>) => state + action.payload.id.length,
  cleared: (_state: number) => 0,
  renamed: (state: number, _action: PayloadAction<string>) => state,
};
type ActionsOf<R extends Record<string, (state: any, action: any) => unknown>> = { [K in keyof R & string]: Parameters<R[K]> extends [unknown, infer A] ? A extends { payload: infer P } ? { type: `todo/${K}`; payload: P } : never : { type: `todo/${K}` } }[keyof R & string];
export function* slice(): Generator<'s', void, ActionsOf<typeof reducers>> {}
type AllTypes = Actions['type'];
export function* types(): Generator<'s', void, AllTypes> {}
type ByType<T extends Actions['type']> = Extract<Actions, { type: T }>;
export function* byType(): Generator<'s', void, ByType<'opened' | 'moved'>> {}
type Thunk<A> = (dispatch: (a: A) => void, get: () => { n: number }) => Promise<void>;
export function* dispatched(): Generator<'s', void, Parameters<Parameters<Thunk<Actions>>[0]>[0]> {}
export function* gets(): Generator<'s', ReturnType<Parameters<Thunk<Actions>>[1]>, 'x'> { return { n: 1 }; }
const SET = 'SET'; const RESET = 'RESET';
interface SetAction { readonly type: typeof SET; readonly value: number }
interface ResetAction { readonly type: typeof RESET }
export function* typeofConst(): Generator<'s', void, SetAction | ResetAction> {}
type Dispatch<A> = <T extends A>(a: T) => T;
export function* dispatchParam(): Generator<'s', void, Parameters<Dispatch<SetAction>>[0]> {}
const handlers = { SET: (e: SetAction) => e.value, RESET: (_: ResetAction) => 0 } satisfies Record<string, (e: never) => number>;
export function* handled(): Generator<keyof typeof handlers, void, Parameters<(typeof handlers)[keyof typeof handlers]>[0]> {}
type Handlers = { [E in SetAction | ResetAction as E['type']]: (e: E) => void };
export function* handlersBy(): Generator<keyof Handlers, void, Parameters<Handlers['SET']>[0]> {}
type OnName = { [K in keyof Handlers as `on${Capitalize<Lowercase<K>>}`]?: Handlers[K] };
export function* onName(): Generator<keyof OnName, void, Parameters<NonNullable<OnName['onSet']>>[0]> {}

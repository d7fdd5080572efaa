// Machines as people write them.
export type DoorEvent = { type: 'OPEN' } | { type: 'CLOSE' } | { type: 'LOCK'; code: string };
export function* door(): Generator<'open' | 'closed' | 'locked', void, DoorEvent> {
  while (true) { const event = yield 'closed'; if (event.type === 'LOCK') yield 'locked'; }
}
const ROUTES = { home: '/', about: '/about', user: '/user/:id' } as const;
type Route = keyof typeof ROUTES;
type NavEvent = { [R in Route]: { type: `nav.${R}`; path: (typeof ROUTES)[R] } }[Route] | { type: 'back' };
export function* router(): Generator<Route, void, NavEvent> {}
interface FetchEvents<T> { start: void; success: T; failure: Error }
type FetchEvent<T> = { [K in keyof FetchEvents<T>]: FetchEvents<T>[K] extends void ? { type: K } : { type: K; payload: FetchEvents<T>[K] } }[keyof FetchEvents<T>];
export function* fetcher(): Generator<'idle' | 'loading' | 'ok' | 'failed', string | undefined, FetchEvent<{ id: number; name: string }>> { return undefined; }
type Cmd = 'play' | 'pause' | `seek:${number}`;
export function* player(): Generator<'playing' | 'paused', void, Cmd> {}
const actions = { add: (text: string) => ({ type: 'add', text }) as const, toggle: (id: number) => ({ type: 'toggle', id }) as const, clear: () => ({ type: 'clear' }) as const };
type Action = { [K in keyof typeof actions]: ReturnType<(typeof actions)[K]> }[keyof typeof actions];
export function* todos(): Generator<'active', number, Action> { return 1; }
enum Step { Details, Payment, Review }
type WizardEvent = { type: 'next' | 'back' } | { type: 'jump'; to: Step };
export function* wizard(): Generator<Step, 'submitted' | 'cancelled', WizardEvent> { return 'submitted'; }
type Keyed<T extends Record<string, unknown>> = { [K in keyof T & string]: { type: K } & (T[K] extends undefined ? {} : { payload: T[K] }) }[keyof T & string];
export function* keyed(): Generator<'s', void, Keyed<{ open: undefined; move: { dx: number }; say: string }>> {}
type Toggle = { readonly type: 'toggle' };
type Timer = Readonly<{ type: 'tick'; ms: number }>;
export function* clock(): Generator<'on' | 'off', void, Toggle | Timer> {}
export function* withInput(_size: number, _mode: 'a' | 'b' = 'a'): Generator<'s', void, 'go'> {}
export const machines = { *first(): Generator<'f', void, 'x'> {}, second: function* (): Generator<'g', void, 'y'> {} };
export const primed = (fn: typeof door) => fn;
export function* tuplesEv(): Generator<readonly ['at', number], void, readonly ['go', number] | readonly ['stop']> {}
type Method = 'GET' | 'POST'; type Status = 200 | 404 | 500;
export function* http(): Generator<`${Method} pending`, Status, `${Status}` | Status> { return 200; }
export default function* (): Generator<'only', void, 'default'> {}

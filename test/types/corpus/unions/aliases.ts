// Unions under names, of names, in any order.
type Ev = Move | 'stop' | Speed;
type Move = 'left' | 'right';
type Speed = 'fast' | 'slow' | Move;
export type State = 'idle' | 'busy';
type Again = Ev;
type Nullable<T> = T | null;
type Maybe<T> = Nullable<T> | undefined;
type Nothing = never;
type Both = State | Ev;
type Flag = true | false;
type Num = 1 | 2 | number;

export function* car(): Generator<State, void, Ev> {}
export function* again(): Generator<Again, void, Again | State> {}
export function* nullable(): Generator<Nullable<State>, void, Nullable<Ev>> {}
export function* maybe(): Generator<Maybe<'a'>, void, Maybe<Move>> {}
export function* nothing(): Generator<Nothing, void, Nothing | 'x'> {}
export function* both(): Generator<Both, void, Both> {}
export function* flags(): Generator<Flag, void, Flag | 'flag'> {}
export function* numbers(): Generator<Num, void, Num | '1'> {}
type Machine = Generator<State, void, Ev>;
export function* aliased(): Machine {}
type MachineOf<E, S = State> = Generator<S, void, E>;
export function* generic(): MachineOf<Move> {}
export function* generic2(): MachineOf<Move, 'a'> {}
type Deep<E> = MachineOf<E | 'reset', 'deep'>;
export function* deep(): Deep<Speed> {}
interface Mine extends Generator<'a', void, 'mine'> {}
export function* extended(): Mine { }
export const arrow: () => Generator<State, void, Ev> = function* () {};
export const named: () => Machine = function* named() {};
type Fn = () => Generator<'x', void, Move>;
export const fn: Fn = function* () {};
type FnOf<E> = (n: number) => Generator<'x', void, E>;
export const fnOf: FnOf<Speed> = function* (_n) {};

// The types that everyone has, under which this module means something else.
type Record<K> = { rec: K };
type Extract<T> = T | 'extracted';
interface Array<T> { mine: T }
type Uppercase<S> = S;
type Partial = 'partial';
class Map { m = 'm' as const; }
interface Date { d: 'd' }
type Generator2<E> = Generator<'s', void, E>;

export function* record(): Generator<'s', void, Record<'k'>> {}
export function* extract(): Generator<'s', void, Extract<'a'>> {}
export function* array(): Generator<'s', void, Array<'a'>> {}
export function* brackets(): Generator<'s', void, 'a'[]> {}
export function* upper(): Generator<Uppercase<'a'>, void, Partial> {}
export function* instances(): Generator<'s', void, Map | Date> {}
export function* aliased(): Generator2<'x'> {}
export function local() {
  type Generator<T> = T[];
  type Readonly<T> = { ro: T };
  type Uses = Readonly<'x'>;
  function* inner(): globalThis.Generator<'s', void, Uses> {}
  const list: Generator<1> = [1];
  return [inner, list] as const;
}

/** Numbers: counted, remembered and compared, seldom the name of a state. */
import type { Form } from '../form.ts';

export const counts: Readonly<Record<string, Form>> = {
  'number': { sort: 'count', weight: 4, write: (at) => String(at.pick(4)) },
  'count of a variable': {
    sort: 'count',
    weight: 5,
    write: (at) => {
      const held = at.scope.events.filter((event) => event.whole).flatMap((event) => at.alphabet.numbers?.(event.name) ?? []);
      return at.either(() => at.use('tries'), () => at.use('left'), ...at.scope.counts.map((name) => () => name), ...held.map((code) => () => code), () => at.use('tries'), () => `${at.use('coins')}.length`, () => `${at.use('spot')}.k`, () => `(${at.use('last')} ?? 1)`, () => `(${at.use('coins')}[0] ?? 2)`);
    },
  },
  'sum': { sort: 'count', weight: 1, parts: ['count', 'count'], write: (at) => `(${at.part(0)} ${at.choose(['+', '-', '*', '%'])} ${at.part(1)})` },
  'rolled': { sort: 'count', weight: 1, share: 30, shows: ['opaque call'], write: (at) => `${at.use('roll')}()` },
  'Math': {
    sort: 'count',
    weight: 2,
    share: 20,
    shows: ['Math'],
    parts: ['count', 'count'],
    write: (at) => at.either(() => `Math.max(${at.part(0)}, ${at.part(1)})`, () => `Math.min(${at.part(0)}, 3)`, () => `Math.abs(${at.part(0)})`, () => `Math.trunc(${at.part(0)} / 2)`),
  },
  'clock': { sort: 'count', weight: 2, share: 10, shows: ['Date.now or Math.random'], write: (at) => at.either(() => '(Date.now() % 7)', () => 'Math.floor(Math.random() * 4)') },
  'reduced': {
    sort: 'count',
    weight: 2,
    share: 15,
    shows: ['array method with a callback'],
    parts: ['count'],
    write: (at) => {
      const one = at.fresh('one');
      return at.either(() => `${at.use('coins')}.reduce((sum, ${one}) => sum + ${one}, 0)`, () => `${at.use('coins')}.filter((${one}) => ${one} > ${at.part(0)}).length`, () => `${at.use('coins')}.findIndex((${one}) => ${one} === ${at.part(0)})`, () => `${at.use('coins')}.map((${one}) => ${one} + ${at.part(0)}).length`);
    },
  },
  'of a collection': { sort: 'count', weight: 2, share: 18, parts: ['text'], write: (at) => at.either(() => `${at.use('seen')}.size`, () => `(${at.use('book')}.get(${at.part(0)}) ?? 0)`, () => `${at.use('book')}.size`) },
  'of a bigint': { sort: 'count', weight: 2, share: 8, write: (at) => `Number(${at.use('big')})` },
  'of an enum': { sort: 'count', weight: 2, share: 8, write: (at) => at.either(() => `${at.use('Level')}.High`, () => at.use('level')) },
  'of an instance': { sort: 'count', weight: 2, share: 12, write: (at) => `${at.use('meter')}.n` },
  'of a private field': { sort: 'count', weight: 2, share: 6, write: (at) => `${at.use('purse')}.sum` },
  'of a nested object': { sort: 'count', weight: 2, share: 12, write: (at) => at.either(() => `${at.use('deep')}.at.k`, () => `${at.use('deep')}.list.length`) },
  'of a helper': { sort: 'count', weight: 2, share: 20, parts: ['count'], write: (at) => at.either(() => `${at.use('double')}(${at.part(0)})`, () => `${at.use('clamp')}(${at.part(0)})`, () => `${at.use('clamp')}(${at.part(0)}, 1, 2)`, () => `${at.use('sumOf')}(${at.part(0)}, ${at.use('left')}, 1)`, () => `${at.use('sumOf')}()`) },
  'of a table': { sort: 'count', weight: 2, share: 12, parts: ['text'], write: (at) => `${at.use('FROZEN')}[${at.part(0)}]` },
  'of the module': { sort: 'count', weight: 2, share: 6, write: (at) => at.either(() => `${at.use('counted')}()`, () => `${at.use('bumped')}()`) },
  'of a parameter': { sort: 'count', weight: 3, share: 12, write: (at) => at.either(() => at.use('limit'), () => at.use('size')) },
  'of a recursive helper': { sort: 'count', weight: 3, share: 9, shows: ['recursive helper'], write: (at) => `${at.use('down')}(${at.pick(4)})` },
  'of a date': { sort: 'count', weight: 2, share: 6, write: (at) => `${at.use('when')}.getTime()` },
  'of a string': { sort: 'count', weight: 1, share: 12, shows: ['string method'], parts: ['text'], write: (at) => at.either(() => `${at.part(0)}.length`, () => `'xyz'.indexOf(${at.part(0)})`) },
  'changed as it is read': { sort: 'count', weight: 2, share: 10, shows: ['assignment inside an expression'], parts: ['count'], write: (at) => at.either(() => `${at.use('tries')}++`, () => `--${at.use('left')}`, () => `(${at.use('left')} = ${at.part(0)})`, () => `(${at.use('tries')} += ${at.part(0)})`) },
  'of a closure': { sort: 'count', weight: 2, share: 6, parts: ['count'], write: (at) => at.either(() => `${at.use('shift')}()`, () => `${at.use('shift')}(${at.part(0)}, 1, 2)`) },
};

/** `yield*`: to generators of the module and of the machine, for their results, in turn, and to what can be iterated. */
import { FUEL, type Delegate, type Form, type Place } from '../form.ts';

function other(at: Place, gives?: Delegate['gives']): Delegate | undefined {
  const others = at.scope.frame.others.filter((one) => gives === undefined || one.gives === gives);
  return others.length === 0 ? undefined : at.choose(others);
}

export const delegates: Readonly<Record<string, Form>> = {
  'delegate': {
    sort: 'statement',
    weight: 4,
    share: 18,
    parts: ['count', 'text'],
    write: (at) => {
      const one = other(at);
      if (!one) return `yield* [${at.part(1)}, 'after'];`;
      at.show('yield* to a generator');
      const call = `yield* ${one.call(at, at.part(0))}`;
      if (one.gives === 'nothing') return at.either(() => `${call};`, () => `if (${at.use('open')}) ${call};`);
      at.show('result of a yield*');
      return one.gives === 'text' ? at.either(() => `${at.use('mode')} = ${call};`, () => `${at.use('out')}(${call});`) : at.either(() => `${at.use('tries')} = ${call};`, () => `${at.use('left')} += ${call};`, () => `return ${call};`.replace(/^return/, at.scope.frame.gives === 'anything' ? 'return' : `${at.use('left')} =`), () => `if ((${call}) > 1) ${at.use('open')} = true;`);
    },
  },
  'delegate to an array': { sort: 'statement', weight: 2, share: 8, shows: ['yield* to an array'], parts: ['text', 'text'], write: (at) => at.either(() => `yield* [${at.part(0)}, ${at.part(1)}];`, () => `yield* ${at.use('FACES')};`, () => `yield* ${at.use('coins')};`, () => `yield* ${at.use('seen')};`, () => `yield* 'xy';`) },
  'delegate in a try': {
    sort: 'statement',
    weight: 2,
    share: 10,
    parts: ['count', 'block', 'block'],
    write: (at) => {
      const one = other(at);
      const call = one ? `yield* ${one.call(at, at.part(0))}` : `yield* ['u', 'v']`;
      at.show(one ? 'yield* to a generator' : 'yield* to an array');
      return at.either(() => `try ${at.block(1, at.scope, [`${call};`])} finally ${at.block(2)}`, () => `try ${at.block(1, at.scope, [`${call};`])} catch ${at.block(2)}`);
    },
  },
  'computed delegate': {
    sort: 'statement',
    weight: 3,
    share: 10,
    parts: ['test', 'count'],
    write: (at) => {
      const [one, two] = [other(at), other(at)];
      if (!one || !two) return `yield* ${at.part(0)} ? ['s', 't'] : ['u'];`;
      at.show('yield* to a generator that is chosen');
      const count = at.part(1);
      return at.either(() => `yield* ${at.part(0)} ? ${one.call(at, count)} : ${two.call(at, count)};`, () => `if (${at.part(0)}) yield* ${one.call(at, count)}; else yield* ${two.call(at, count)};`);
    },
  },
  'trampoline': {
    sort: 'statement',
    weight: 5,
    share: 30,
    parts: ['text'],
    write: (at) => {
      const steps = at.scope.frame.others.filter((one) => one.gives === 'text');
      if (steps.length === 0) return `${at.use('mode')} = ${at.part(0)};`;
      at.show('trampoline');
      const current = at.fresh('current');
      const [first, second] = [at.choose(steps), at.choose(steps)];
      const made = (one: Delegate): string => `() => ${one.call(at, '1')}`;
      const states = at.fresh('states');
      return `const ${states} = { x: ${made(first)}, y: ${made(second)}, z: ${made(first)} };\n${at.scope.indent}let ${current}${at.typed(`'x' | 'y' | 'z'`)} = ${at.part(0)};\n${at.scope.indent}while (${current} !== 'z') {${FUEL} ${current} = yield* ${states}[${current}](); }`;
    },
  },
};

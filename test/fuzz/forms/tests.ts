/** Conditions: on what came, and on what is remembered. */
import type { Form } from '../form.ts';

export const tests: Readonly<Record<string, Form>> = {
  'event': {
    sort: 'test',
    weight: 6,
    write: (at) => {
      const held = at.scope.events.at(-1);
      if (!held) return at.use('open');
      return held.whole ? `(${at.choose(at.alphabet.tests(held.name))})` : `${held.name} === ${at.choose(at.alphabet.cases)}`;
    },
  },
  'of a name': { sort: 'test', weight: 3, share: 40, write: (at) => (at.scope.tests.length > 0 ? at.choose(at.scope.tests) : at.use('loud')) },
  'flag': { sort: 'test', weight: 3, write: (at) => at.either(() => at.use('open'), () => at.use('loud'), () => `${at.use('last')} === null`, () => at.use('open'), () => `${at.use('last')} !== null`, () => `${at.use('coins')}.includes(1)`, () => `${at.use('spot')}.k > 1`) },
  'text is': { sort: 'test', weight: 2, parts: ['text'], write: (at) => `${at.part(0)} ${at.choose(['===', '!=='])} ${at.choose([`'x'`, `'y'`, `'z'`])}` },
  'less': { sort: 'test', weight: 2, parts: ['count', 'count'], write: (at) => `${at.part(0)} ${at.choose(['<', '>=', '===', '>', '<='])} ${at.part(1)}` },
  'not': { sort: 'test', weight: 1, parts: ['test'], write: (at) => `!(${at.part(0)})` },
  'both': { sort: 'test', weight: 1, parts: ['test', 'test'], write: (at) => `(${at.part(0)} ${at.choose(['&&', '||'])} ${at.part(1)})` },
  'asked': { sort: 'test', weight: 1, share: 40, shows: ['opaque call', 'opaque call decides a branch'], write: (at) => `${at.use('ask')}(${at.pick(4)})` },
  'regex': { sort: 'test', weight: 2, share: 15, shows: ['regular expression in a condition'], parts: ['text'], write: (at) => at.either(() => `/^[xy]$/.test(${at.part(0)})`, () => `${at.use('WORD')}.test(${at.part(0)})`, () => `/z/i.test(\`\${${at.part(0)}}!\`)`) },
  'array method': {
    sort: 'test',
    weight: 2,
    share: 15,
    parts: ['text'],
    write: (at) => {
      const one = at.fresh('one');
      const shown = (code: string): string => (at.show('array method with a callback'), code);
      return at.either(() => `['x', 'y'].includes(${at.part(0)})`, () => shown(`${at.use('FACES')}.some((${one}) => ${one} === ${at.part(0)})`), () => shown(`${at.use('coins')}.every((${one}) => ${one} > 0)`));
    },
  },
  'in a collection': { sort: 'test', weight: 2, share: 18, parts: ['text'], write: (at) => at.either(() => `${at.use('seen')}.has(${at.part(0)})`, () => `${at.use('book')}.has(${at.part(0)})`) },
  'bigint': { sort: 'test', weight: 2, share: 8, write: (at) => `${at.use('big')} ${at.choose(['>', '===', '<='])} 2n` },
  'enum': { sort: 'test', weight: 2, share: 12, write: (at) => at.either(() => `${at.use('dir')} === ${at.use('Dir')}.Up`, () => `${at.use('level')} >= ${at.use('Level')}.Mid`, () => `${at.use('level')} === ${at.use('Level')}.Low`) },
  'instance of': { sort: 'test', weight: 1, share: 12, write: (at) => at.either(() => (at.scope.errors.length > 0 ? `${at.scope.errors.at(-1)!} instanceof TypeError` : `${at.use('coins')} instanceof Array`), () => (at.scope.errors.length > 0 ? `${at.scope.errors.at(-1)!} === 'boom'` : `${at.use('open')} !== ${at.use('loud')}`)) },
  'getter': { sort: 'test', weight: 2, share: 12, write: (at) => `${at.use('meter')}.high` },
  'identity': { sort: 'test', weight: 2, share: 8, write: (at) => at.either(() => `${at.use('spot')} === ${at.use('twin')}`, () => `${at.use('coins')} === ${at.use('heap')}`) },
  'reading closure': { sort: 'test', weight: 2, share: 12, write: (at) => `${at.use('isLate')}()` },
  'string method in a test': { sort: 'test', weight: 1, share: 12, shows: ['string method'], parts: ['text'], write: (at) => at.either(() => `${at.part(0)}.startsWith('x')`, () => `'yz'.includes(${at.part(0)})`) },
  'typeof or in': { sort: 'test', weight: 1, share: 12, parts: ['text'], write: (at) => at.either(() => `typeof ${at.use('last')} === 'number'`, () => `${at.part(0)} in ${at.use('NEXT')}`, () => `'k' in ${at.use('spot')}`) },
  'chance': { sort: 'test', weight: 2, share: 8, shows: ['Date.now or Math.random', 'opaque call decides a branch'], write: () => 'Math.random() > 0.5' },
  'noted': { sort: 'test', weight: 2, share: 12, write: (at) => at.either(() => `${at.use('note')} === undefined`, () => `${at.use('note')}`, () => `${at.use('hint')} === 'x'`, () => `(${at.use('note')} ?? 'z') === 'z'`) },
  'given flag': { sort: 'test', weight: 3, share: 10, write: (at) => at.use('enabled') },
  'rolled high': { sort: 'test', weight: 1, share: 15, shows: ['opaque call', 'opaque call decides a branch'], write: (at) => `${at.use('roll')}() > 1` },
  'optional chain': { sort: 'test', weight: 2, share: 10, shows: ['optional chain'], write: (at) => at.either(() => `${at.use('coins')}[1]?.toFixed() === '2'`, () => `${at.use('path')}.at(-1)?.length === 1`, () => `(${at.use('last')}?.toString().length ?? 0) > 0`) },
};

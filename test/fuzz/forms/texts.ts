/** `'x' | 'y' | 'z'`: what most states are named by. */
import type { Form } from '../form.ts';

const letters = [`'x'`, `'y'`, `'z'`] as const;

export const texts: Readonly<Record<string, Form>> = {
  'text': { sort: 'text', weight: 5, write: (at) => at.choose(letters) },
  'text of a variable': {
    sort: 'text',
    weight: 6,
    write: (at) => {
      const held = at.scope.events.filter((event) => event.whole).flatMap((event) => at.alphabet.strings?.(event.name) ?? []);
      return at.either(() => at.use('mode'), () => at.use('face'), ...at.scope.texts.map((name) => () => name), () => at.use('mode'), () => `${at.use('spot')}.face`, ...held.map((code) => () => code));
    },
  },
  'text by index': { sort: 'text', weight: 1, share: 40, write: (at) => at.either(() => `['x', 'y', 'z'][${at.use('tries')} % 3]`, () => `${at.use('FACES')}[${at.use('left')} % 3]`, () => `${at.use('FACES')}.at(-1)`) },
  'looked up': { sort: 'text', weight: 1, share: 60, parts: ['text'], write: (at) => `${at.use('NEXT')}[${at.part(0)}]` },
  'chosen': { sort: 'text', weight: 1, parts: ['test', 'text', 'text'], write: (at) => `(${at.part(0)} ? ${at.part(1)} : ${at.part(2)})` },
  'short': { sort: 'text', weight: 1, share: 10, parts: ['test', 'text', 'text'], write: (at) => `((${at.part(0)} && ${at.part(1)}) || ${at.part(2)})` },
  'picked': {
    sort: 'text',
    weight: 1,
    share: 40,
    shows: ['opaque call'],
    write: (at) => `${at.use('pick')}()`,
  },
  'string method': {
    sort: 'text',
    weight: 2,
    share: 20,
    shows: ['string method'],
    parts: ['text'],
    write: (at) => at.either(() => `${at.part(0)}.toLowerCase()`, () => `\`a \${${at.part(0)}}\`.slice(-1)`, () => `'xyz'.charAt(${at.use('coins')}.length % 3)`, () => `(${at.part(0)} + '!').replace('!', '')`, () => `${at.part(0)}.concat('').trim()`),
  },
  'found': {
    sort: 'text',
    weight: 2,
    share: 20,
    shows: ['array method with a callback'],
    parts: ['text'],
    write: (at) => {
      const one = at.fresh('one');
      return at.either(
        () => `(${at.use('RULES')}.find((${one}) => ${one}.from === ${at.part(0)} && ${one}.when(${at.use('tries')}))?.to ?? 'x')`,
        () => `(${at.use('FACES')}.filter((${one}) => ${one} !== ${at.part(0)})[0] ?? 'z')`,
        () => `(${at.use('FACES')}.find((${one}) => ${one} !== ${at.part(0)}) ?? 'z')`,
        () => `${at.use('FACES')}.map((${one}) => ${at.use('NEXT')}[${one}])[0]`,
      );
    },
  },
  'label of a closure': { sort: 'text', weight: 1, share: 15, write: (at) => `${at.use('label')}()` },
  'text in an expression': { sort: 'text', weight: 2, share: 12, shows: ['assignment inside an expression'], parts: ['text'], write: (at) => at.either(() => `(${at.use('face')} = ${at.part(0)})`, () => `(${at.use('tries')}++, ${at.part(0)})`) },
  'first of the options': { sort: 'text', weight: 3, share: 12, write: (at) => at.use('first') },
};

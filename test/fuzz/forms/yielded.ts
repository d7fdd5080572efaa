/** What is yielded: the name of a state, or a value that names none; and expressions that wait, worth the event that comes. */
import type { Form } from '../form.ts';

const capitals = [`'A'`, `'B'`, `'C'`, `'D'`, `'E'`, `'F'`, `'G'`];

export const yielded: Readonly<Record<string, Form>> = {
  'constant': { sort: 'name', weight: 6, write: (at) => at.choose(capitals) },
  'named': { sort: 'name', weight: 5, parts: ['text'], write: (at) => at.part(0) },
  'template': { sort: 'name', weight: 1, share: 40, parts: ['text'], write: (at) => `\`at \${${at.part(0)}}\`` },
  'value': {
    sort: 'name',
    weight: 1,
    share: 40,
    parts: ['count', 'text'],
    write: (at) => at.either(() => at.part(0), () => `{ state: ${at.use('mode')}, n: ${at.part(0)} }`, () => at.use('open'), () => `[...${at.use('coins')}]`, () => '', () => 'null', () => `{ ...${at.use('spot')} }`, () => `{ status: ${at.part(1)} }`),
  },
  'symbol': { sort: 'name', weight: 3, share: 8, write: (at) => at.use(at.choose(['IDLE', 'BUSY'])) },
  'enum member': { sort: 'name', weight: 3, share: 12, write: (at) => at.either(() => `${at.use('Dir')}.${at.choose(['Up', 'Down'])}`, () => at.use('dir'), () => `${at.use('Level')}.${at.choose(['Low', 'Mid', 'High'])}`, () => at.use('level')) },
  'choice of names': { sort: 'name', weight: 1, share: 40, parts: ['test'], write: (at) => `(${at.part(0)} ? ${at.choose(capitals)} : ${at.choose(capitals)})` },
  'other values': { sort: 'name', weight: 2, share: 15, parts: ['text'], write: (at) => at.either(() => at.use('big'), () => `${at.part(0)}.toUpperCase()`, () => `[${at.part(0)}, ${at.use('tries')}]`, () => `{ seen: [...${at.use('seen')}] }`, () => `${at.use('meter')}.n`, () => `new Map(${at.use('book')})`, () => 'undefined', () => `{ ...${at.use('deep')}.at }`) },
  'name of the model': { sort: 'name', weight: 3, share: 10, write: (at) => at.either(() => `${at.use('model')}.status`, () => at.use('model'), () => `{ ...${at.use('model')} }`) },
  'the very object': { sort: 'name', weight: 2, share: 8, write: (at) => at.use(at.choose(['spot', 'coins'])) },

  'object with a name': {
    sort: 'name',
    weight: 3,
    share: 25,
    shows: ['yielded object with a name'],
    parts: ['text', 'count'],
    write: (at) => at.either(() => `{ state: ${at.part(0)}, n: ${at.part(1)} }`, () => `{ state: ${at.part(0)}, n: ${at.use('roll')}() }`, () => `{ n: ${at.use('tries')}, state: ${at.part(0)}, coins: [...${at.use('coins')}] }`, () => `${at.use('view')}(${at.part(0)}, ${at.part(1)})`, () => `${at.use('viewed')}(${at.part(1)}, ${at.part(0)})`, () => `${at.use('ranked')}(${at.part(1)})`, () => `${at.use('view')}(${at.part(0)}, ${at.use('roll')}())`, () => `{ ...${at.use('viewed')}(${at.use('tries')}, ${at.part(0)}) }`),
  },

  'got': { sort: 'got', weight: 8, parts: ['name'], write: (at) => `(yield ${at.part(0)})` },
  'yield yield': { sort: 'got', weight: 3, share: 14, shows: ['`yield yield`'], parts: ['name'], write: (at) => `(yield yield ${at.part(0)})` },
  'yield or yield': { sort: 'got', weight: 3, share: 20, shows: ['`(yield a) || (yield b)`'], parts: ['name', 'name'], write: (at) => `((yield ${at.part(0)}) ${at.choose(['||', '&&', '??'])} (yield ${at.part(1)}))` },
  'either yield': { sort: 'got', weight: 3, share: 20, shows: ['yield in an arm of `?:`'], parts: ['test', 'name', 'name'], write: (at) => `(${at.part(0)} ? (yield ${at.part(1)}) : (yield ${at.part(2)}))` },
  'yield, yield': { sort: 'got', weight: 3, share: 16, shows: ['yield in a comma'], parts: ['name', 'name'], write: (at) => `((yield ${at.part(0)}), (yield ${at.part(1)}))` },
};

/** `try`, `throw` and `return`, and what overrides what. */
import type { Form, Place } from '../form.ts';

export const endings: Readonly<Record<string, Form>> = {
  'try catch': {
    sort: 'statement',
    weight: 3,
    share: 60,
    shows: ['try … catch'],
    parts: ['block', 'block'],
    write: (at) => {
      const error = at.pick(3) === 0 ? undefined : at.fresh('error');
      return `try ${at.block(0)} catch ${caught(at, error, 1)}`;
    },
  },
  'catch and throw': {
    sort: 'statement',
    weight: 2,
    share: 20,
    shows: ['try … catch', 'throw'],
    parts: ['block', 'block'],
    write: (at) => {
      const error = at.fresh('error');
      return `try ${at.block(0)} catch (${error}) ${at.block(1, { ...at.scope, errors: [...at.scope.errors, error] }, [at.choose([`if (${error} instanceof TypeError) throw ${error};`, `if (${error} === 'boom') throw ${error};`, `if (${error} instanceof Error && ${error}.message === 'bad') throw 'worse';`])])}`;
    },
  },
  'try finally': { sort: 'statement', weight: 3, share: 50, shows: ['try … finally'], parts: ['block', 'block'], write: (at) => `try ${at.block(0)} finally ${at.block(1)}` },
  'try catch finally': { sort: 'statement', weight: 2, share: 30, shows: ['try … catch', 'try … finally'], parts: ['block', 'block', 'block'], write: (at) => `try ${at.block(0)} catch ${caught(at, at.fresh('error'), 1)} finally ${at.block(2)}` },
  'waiting finally': {
    sort: 'statement',
    weight: 3,
    share: 40,
    shows: ['try … finally', 'yield in a finally'],
    parts: ['name', 'name', 'block', 'block'],
    write: (at) => `try ${at.block(2, at.scope, [`yield ${at.part(0)};`])} finally ${at.block(3, at.scope, [`yield ${at.part(1)};`])}`,
  },
  'overridden return': {
    sort: 'statement',
    weight: 3,
    share: 20,
    shows: ['try … finally', 'return overridden in a finally'],
    parts: ['name', 'text', 'count', 'block'],
    write: (at) => {
      const [one, other] = [returns(at, () => at.part(1), () => at.part(2)), returns(at, () => at.part(1), () => at.part(2))];
      return at.either(
        () => `try {\n${at.scope.indent}  yield ${at.part(0)};\n${at.scope.indent}  ${one}\n${at.scope.indent}} finally ${at.block(3, at.scope, [`if (${at.use('open')}) ${other}`])}`,
        () => `try ${at.block(3, at.scope, [`yield ${at.part(0)};`, `if (${at.use('open')}) ${one}`])} finally {\n${at.scope.indent}  if (${at.use('loud')}) ${other}\n${at.scope.indent}}`,
      );
    },
  },
  'return': { sort: 'statement', weight: 1, shows: ['early return'], parts: ['text', 'count'], write: (at) => returns(at, () => at.part(0), () => at.part(1)) },
  'throw': { sort: 'statement', weight: 1, share: 60, shows: ['throw'], write: (at) => at.either(() => `throw 'boom';`, () => `throw new Error('bad');`, () => `throw ${at.scope.errors.at(-1) ?? `'none'`};`, () => `throw ${at.use('mode')};`, () => `${at.use('out')}('last'); throw 'bang';`, () => `${at.use('out')}('last'); ${at.use('out')}(${at.use('tries')}); throw new Error('bad');`) },
  'may throw': { sort: 'statement', weight: 1, share: 25, shows: ['throw'], parts: ['test'], write: (at) => `if (${at.part(0)}) throw ${at.either(() => `'boom'`, () => `new TypeError('bad')`, () => at.use('face'))};` },
};

function caught(at: Place, error: string | undefined, part: number): string {
  return error === undefined ? at.block(part) : `(${error}) ${at.block(part, { ...at.scope, errors: [...at.scope.errors, error] })}`;
}

function returns(at: Place, text: () => string, count: () => string): string {
  switch (at.scope.frame.gives) {
    case 'text':
      return `return ${text()};`;
    case 'count':
      return `return ${count()};`;
    case 'nothing':
      return 'return;';
    case 'anything':
      return at.either(() => `return ${text()};`, () => 'return;', () => `return ${count()};`, () => `return 'end';`);
  }
}

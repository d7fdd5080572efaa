/** What is done outside, in order, once each. */
import type { Form } from '../form.ts';

export const calls: Readonly<Record<string, Form>> = {
  'call': {
    sort: 'statement',
    weight: 3,
    parts: ['text', 'count'],
    shows: ['opaque call'],
    write: (at) => {
      const error = at.scope.errors.at(-1);
      return at.either(
        () => `${at.use('out')}(${at.part(0)});`,
        () => `${at.use('out')}(${at.part(1)});`,
        () => `${at.use('out')}(${error ?? `'none'`});`,
        () => `${at.use('out')}(${at.scope.events.at(-1)?.name ?? at.use('open')});`,
        () => `${at.use('out')}({ ...${at.use('spot')} }, [...${at.use('coins')}]);`,
        () => `${at.use('out')}(${at.use('spot')}, ${at.use('coins')});`,
      );
    },
  },
  'answer kept': { sort: 'statement', weight: 1, share: 40, shows: ['opaque call'], write: (at) => at.either(() => `${at.use('tries')} = ${at.use('roll')}();`, () => `${at.use('open')} = ${at.use('ask')}('open');`, () => `${at.use('mode')} = ${at.use('pick')}();`) },
  'questions': { sort: 'statement', weight: 1, share: 30, shows: ['opaque call', 'opaque call decides a branch'], parts: ['text', 'test'], write: (at) => at.either(() => `if (${at.use('ask')}(1)) ${at.use('out')}('yes'); else ${at.use('out')}('no');\n${at.scope.indent}${at.use('tries')} = ${at.use('roll')}();`, () => `${at.use('open')} = ${at.use('ask')}(2);\n${at.scope.indent}${at.use('out')}(${at.part(0)});\n${at.scope.indent}if (${at.use('open')}) ${at.use('left')} = ${at.use('roll')}();`, () => `if (${at.part(1)}) ${at.use('out')}('before');\n${at.scope.indent}if (${at.use('roll')}() > 1) { ${at.use('out')}('high'); if (${at.use('ask')}(3)) ${at.use('tries')} = 0; }`) },
  'log': { sort: 'statement', weight: 2, share: 20, shows: ['console.log'], parts: ['count'], write: (at) => at.either(() => `console.log('at', ${at.part(0)});`, () => `console.log(${at.use('mode')});`) },
  'log collections': { sort: 'statement', weight: 2, share: 15, shows: ['opaque call'], write: (at) => at.either(() => `${at.use('out')}(${at.use('seen')}, ${at.use('book')});`, () => `${at.use('out')}(${at.use('deep')});`, () => `${at.use('out')}(${at.use('meter')});`, () => `${at.use('out')}(${at.use('twin')}, ${at.use('heap')});`, () => `${at.use('out')}(${at.use('big')}, ${at.use('path')});`) },
  'clock kept': { sort: 'statement', weight: 2, share: 8, shows: ['Date.now or Math.random'], write: (at) => at.either(() => `${at.use('left')} = Date.now();`, () => `${at.use('last')} = Math.random();`) },
};

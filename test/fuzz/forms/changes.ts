/** Assignments: of what names states, of what is counted, and in place. */
import type { Form, Place, Written } from '../form.ts';

/** What changes an object that the machine made, where others may share it. */
const inPlace = 'mutation in place';

export const changes: Readonly<Record<string, Form>> = {
  'set a text': { sort: 'statement', weight: 4, parts: ['text'], write: (at) => at.either(() => `${at.use('mode')} = ${at.part(0)};`, () => `${at.use('face')} = ${at.part(0)};`, () => `${at.use('mode')} = ${at.use('NEXT')}[${at.use('mode')}];`, () => `${at.use('go')}(${at.part(0)});`) },
  'set a flag': { sort: 'statement', weight: 3, parts: ['test'], write: (at) => at.either(() => `${at.use('open')} = ${at.part(0)};`, () => `${at.use('loud')} = ${at.part(0)};`, () => `${at.use('open')} = !${at.use('open')};`, () => `${at.use('flip')}();`) },
  'set a count': { sort: 'statement', weight: 4, parts: ['count'], write: (at) => at.either(() => `${at.use('tries')} = ${at.part(0)};`, () => `${at.use('left')} = ${at.part(0)};`, () => `${at.use('last')} = ${at.part(0)};`, () => `${at.use('last')} = null;`) },
  'step': {
    sort: 'statement',
    weight: 4,
    parts: ['count'],
    write: (at) => at.either(() => `${at.use('tries')} += ${at.part(0)};`, () => `${at.use('tries')}++;`, () => `${at.use('left')} -= 1;`, () => `${at.use('left')} = ${at.use('tries')}++ + ${at.part(0)};`, () => `${at.use('bump')}(${at.part(0)});`, () => `${at.use('shift')}(${at.part(0)});`),
  },
  'logical assignment': { sort: 'statement', weight: 1, parts: ['test', 'count'], write: (at) => at.either(() => `${at.use('open')} &&= ${at.part(0)};`, () => `${at.use('loud')} ||= ${at.part(0)};`, () => `${at.use('last')} ??= ${at.part(1)};`) },
  'swap': { sort: 'statement', weight: 1, share: 40, shows: ['destructuring assignment'], write: (at) => at.either(() => `[${at.use('tries')}, ${at.use('left')}] = [${at.use('left')}, ${at.use('tries')}];`, () => `[${at.use('mode')}, ${at.use('face')}] = [${at.use('face')}, ${at.use('mode')}];`, () => `({ k: ${at.use('tries')}, face: ${at.use('face')} } = ${at.use('spot')});`, () => `[${at.use('tries')} = 1, ...${at.use('coins')}] = ${at.use('coins')};`, () => `({ at: { k: ${at.use('left')} } } = ${at.use('deep')});`) },
  'change an array': {
    sort: 'statement',
    weight: 2,
    parts: ['count'],
    shows: [inPlace],
    write: (at) => at.either(() => `${at.use('coins')}.push(${at.part(0)});`, () => `${at.use('coins')}[0] = ${at.part(0)};`, () => `${at.use('coins')}.length = 0;`, () => `${at.use('coins')}.shift();`, () => `${at.use('coins')}.unshift(${at.part(0)}, 1);`, () => `${at.use('coins')}.reverse();`),
  },
  'change an object': {
    sort: 'statement',
    weight: 2,
    parts: ['text', 'count'],
    shows: [inPlace],
    write: (at) => at.either(() => `${at.use('spot')}.k++;`, () => `${at.use('spot')}.face = ${at.part(0)};`, () => `${at.use('spot')}.k = ${at.part(1)};`, () => aliased(at)),
  },
  'immutable update': { sort: 'statement', weight: 2, share: 50, shows: ['spread and immutable update'], parts: ['count'], write: (at) => at.either(() => `${at.use('coins')} = [...${at.use('coins')}, ${at.part(0)}];`, () => `${at.use('spot')} = { ...${at.use('spot')}, k: ${at.part(0)} };`, () => `${at.use('coins')} = ${at.use('coins')}.slice(0, 3);`, () => `${at.use('deep')} = { ...${at.use('deep')}, at: { ...${at.use('deep')}.at, k: ${at.part(0)} } };`) },
  'change a nested object': { sort: 'statement', weight: 2, share: 20, shows: [inPlace], parts: ['count'], write: (at) => at.either(() => `${at.use('deep')}.at.k += ${at.part(0)};`, () => `${at.use('deep')}.list.push(${at.part(0)});`, () => `${at.use('deep')}.list = ${at.use('coins')};`, () => `${at.use('coins')} = ${at.use('deep')}.list;`) },
  'change by an alias': {
    sort: 'statement',
    weight: 3,
    share: 20,
    shows: [inPlace, 'two variables sharing an object'],
    parts: ['count'],
    write: (at) => at.either(() => `${at.use('twin')}.k++; ${at.use('out')}(${at.use('spot')}.k);`, () => `${at.use('heap')}.push(${at.part(0)}); ${at.use('tries')} = ${at.use('coins')}.length;`, () => `${at.use('twin')}.k += ${at.part(0)};`, () => `${at.use('heap')}.push(${at.part(0)});`, () => `${at.use('twin')} = ${at.use('spot')};`, () => `${at.use('heap')} = ${at.use('coins')};`, () => `${at.use('spot')} = ${at.use('twin')};`, () => `${at.use('coins')} = ${at.use('heap')};`, () => `${at.use('twin')} = { ...${at.use('spot')} };`),
  },
  'change a collection': {
    sort: 'statement',
    weight: 3,
    share: 18,
    shows: [inPlace],
    parts: ['text', 'count'],
    write: (at) => at.either(() => `${at.use('seen')}.add(${at.part(0)});`, () => `${at.use('book')}.set(${at.part(0)}, ${at.part(1)});`, () => `${at.use('seen')}.delete(${at.part(0)});`, () => `${at.use('book')}.delete(${at.part(0)});`, () => `${at.use('seen')}.clear();`),
  },
  'change a bigint': { sort: 'statement', weight: 2, share: 8, write: (at) => at.either(() => `${at.use('big')} += 1n;`, () => `${at.use('big')} = ${at.use('big')} * 2n;`, () => `${at.use('big')} = 0n;`) },
  'change an instance': { sort: 'statement', weight: 3, share: 12, shows: [inPlace], parts: ['count'], write: (at) => at.either(() => `${at.use('meter')}.add(${at.part(0)});`, () => `${at.use('meter')}.reset();`, () => `${at.use('meter')}.n = ${at.part(0)};`, () => `${at.use('meter')}.add(1).add(${at.part(0)});`) },
  'change an enum': { sort: 'statement', weight: 3, share: 12, write: (at) => at.either(() => `${at.use('dir')} = ${at.use('dir')} === ${at.use('Dir')}.Up ? ${at.use('Dir')}.Down : ${at.use('Dir')}.Up;`, () => `${at.use('level')} = ${at.use('Level')}.${at.choose(['Low', 'Mid', 'High'])};`, () => `${at.use('dir')} = ${at.use('Dir')}.Down;`) },
  'change a private field': { sort: 'statement', weight: 3, share: 6, shows: [inPlace], parts: ['count'], write: (at) => `${at.use('purse')}.put(${at.part(0)});` },
  'chained': { sort: 'statement', weight: 2, share: 14, shows: ['assignment inside an expression'], parts: ['count', 'text'], write: (at) => at.either(() => `${at.use('tries')} = ${at.use('left')} = ${at.part(0)};`, () => `${at.use('mode')} = ${at.use('face')} = ${at.part(1)};`, () => `${at.use('spot')}.k = ${at.use('left')} = ${at.part(0)};`) },
  'pattern of a call': { sort: 'statement', weight: 2, share: 14, shows: ['destructuring with defaults'], parts: ['count'], write: (at): Written => {
    const [one, other] = [at.fresh('part'), at.fresh('part')];
    const code = at.either(() => `const { length: ${one}, at: ${other} = 0 } = ${at.use('pick')}();`, () => `const [${one} = ${at.part(0)}, ${other} = ${one}] = [${at.use('roll')}()];`, () => `const { n: ${one} = ${at.use('tries')}, k: ${other} }${at.typed('{ n?: number; k: number }')} = { ...${at.use('spot')} };`);
    return { code, scope: { ...at.scope, counts: [...at.scope.counts, one] } };
  } },
  'default of an earlier name': { sort: 'statement', weight: 2, share: 8, shows: ['destructuring with defaults'], parts: ['count'], write: (at): Written => {
    const [one, other, step] = [at.fresh('part'), at.fresh('part'), at.fresh('step')];
    const code = at.either(
      () => `const { n: ${one} = ${at.part(0)}, m: ${other} = ${one} + 1 }${at.typed('{ k: number; n?: number; m?: number }')} = ${at.use('spot')};`,
      () => `const [${one} = ${at.part(0)}, ${other} = ${one} + 1] = ${at.use('coins')};`,
      () => `const ${step} = (first${at.typed('number')}, next = first + 1) => { ${at.use('tries')} = next; };\n${at.scope.indent}${step}(${at.part(0)});\n${at.scope.indent}const [${one}, ${other}] = [${at.use('tries')}, 1];`,
    );
    return { code, scope: { ...at.scope, counts: [...at.scope.counts, one, other] } };
  } },
  'not followed': { sort: 'statement', weight: 2, share: 2, parts: ['count'], write: (at) => {
    const name = at.fresh('odd');
    return at.either(
      () => `const ${name} = /x/g; ${at.use('out')}(${name}.test('axb'), ${name}.test('axb'));`,
      () => `const ${name} = { n: ${at.part(0)}, get more() { return this.n + 1; } }; ${name}.n += 1; ${at.use('out')}(${name}.more);`,
      () => `const ${name} = Object.create(${at.use('spot')}); ${at.use('spot')}.k += 1; ${at.use('out')}(${name}.k);`,
      () => `class ${name} { static made = 0; n = ${name}.made++; } ${at.use('out')}(new ${name}().n, new ${name}().n);`,
    );
  } },
  'reduce': { sort: 'statement', weight: 4, share: 14, parts: ['count', 'text'], write: (at) => at.either(() => `${at.use('model')} = ${at.use('reduce')}(${at.use('model')}, ${at.part(0)});`, () => `${at.use('model')} = { ...${at.use('model')}, status: ${at.part(1)} };`, () => `${at.use('model')}.status = ${at.part(1)};`) },
  'note': { sort: 'statement', weight: 3, share: 12, parts: ['text'], write: (at) => at.either(() => `${at.use('note')} = ${at.part(0)};`, () => `${at.use('note')} = undefined;`, () => `${at.use('note')} ??= 'none';`, () => `${at.use('note')} = ${at.use('hint')};`) },
  'stack': { sort: 'statement', weight: 3, share: 15, shows: [inPlace], parts: ['text'], write: (at) => at.either(() => `${at.use('path')}.push(${at.part(0)});`, () => `${at.use('path')}.pop();`, () => `if (${at.use('path')}.length > 3) ${at.use('path')} = [];`) },
  'each with a closure': {
    sort: 'statement',
    weight: 3,
    share: 8,
    shows: ['callback that changes a variable'],
    write: (at) => {
      const one = at.fresh('one');
      return at.either(() => `${at.use('coins')}.forEach((${one}) => { ${at.use('left')} += ${one}; });`, () => `${at.use('FACES')}.forEach((${one}) => { ${at.use('mode')} = ${one}; });`);
    },
  },
  'closure kept': { sort: 'statement', weight: 3, share: 10, parts: ['count'], write: (at) => at.either(() => `${at.use('act')}();`, () => `${at.use('act')} = () => { ${at.use('left')} -= 1; };`, () => `${at.use('act')} = () => { ${at.use('coins')}.push(${at.use('tries')}); };`, () => `${at.use('act')} = ${at.use('flip')};`) },
  'local helper': {
    sort: 'statement',
    weight: 3,
    share: 15,
    shows: ['helper in a block'],
    parts: ['test', 'count'],
    write: (at): Written => {
      const name = at.fresh('helps');
      const by = at.fresh('by');
      const ways: readonly (() => Written)[] = [
        () => ({ code: `const ${name} = () => ${at.part(0)};`, scope: { ...at.scope, tests: [...at.scope.tests, `${name}()`] } }),
        () => ({ code: `function ${name}(${by}${at.typed('number')}) { ${at.use('left')} += ${by}; return ${at.use('left')} > ${at.part(1)}; }`, scope: { ...at.scope, tests: [...at.scope.tests, `${name}(1)`] } }),
      ];
      return at.choose(ways)();
    },
  },
  'named condition': {
    sort: 'statement',
    weight: 3,
    share: 25,
    parts: ['test'],
    write: (at): Written => {
      const name = at.fresh('is');
      return { code: `const ${name} = ${at.part(0)};`, scope: { ...at.scope, tests: [...at.scope.tests, name] } };
    },
  },
  'change a date': { sort: 'statement', weight: 3, share: 6, shows: [inPlace, 'Date of the machine'], parts: ['count'], write: (at) => at.either(() => `${at.use('when')}.setTime(${at.part(0)});`, () => `${at.use('when')} = new Date(${at.part(0)} * 1000);`, () => `${at.use('out')}(${at.use('when')});`) },
  'other operators': { sort: 'statement', weight: 2, share: 12, parts: ['count'], write: (at) => at.either(() => `${at.use('tries')} **= 2;`, () => `${at.use('left')} = ${at.part(0)} & 3;`, () => `${at.use('left')} <<= 1;`, () => `${at.use('tries')} = -${at.use('tries')};`, () => `void ${at.use('tries')}++;`, () => `${at.use('left')} = +(${at.use('tries')} > 1);`, () => `${at.use('last')} = ${at.use('last')} === null ? ${at.part(0)} : null;`) },
  'module state': { sort: 'statement', weight: 2, share: 6, write: (at) => `${at.use('bumped')}();` },
};

/** A second name for an object, as long as the block. */
function aliased(at: Place): string {
  const alias = at.fresh('same');
  at.show('two variables sharing an object');
  return `const ${alias} = ${at.use('spot')}; ${alias}.k += ${at.part(1)};`;
}

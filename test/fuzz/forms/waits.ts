/** Statements that wait: a plain `yield`, and every place inside an expression where one may stand. */
import { FUEL, type Form, holding, inner, type Place, type Scope, type Written } from '../form.ts';

/** What is received, and how it is held: the code, and the scope after it. */
export function receive(at: Place, expression: string, scope: Scope = at.scope): Written {
  const how = at.pick(8);
  const key = at.alphabet.key;
  if (how < 2) return { code: `${expression};`, scope };
  if (how === 2 && key !== undefined) {
    const name = at.fresh('key');
    at.show('destructured yield');
    const fallback = at.pick(3) === 0;
    if (fallback) at.show('destructuring with defaults');
    return { code: `const { ${key}: ${name}${fallback ? ` = ${at.alphabet.cases[0]}` : ''} } = ${expression};`, scope: holding(scope, name, false) };
  }
  if (how === 3) {
    at.show('yield in arguments');
    return { code: `${at.use('out')}(${expression});`, scope };
  }
  const event = at.fresh('event');
  return { code: `const ${event} = ${expression};`, scope: holding(scope, event) };
}

export const waits: Readonly<Record<string, Form>> = {
  'yield': { sort: 'statement', weight: 9, parts: ['name'], write: (at) => receive(at, `yield ${at.part(0)}`) },
  'yield and ignore': {
    sort: 'statement',
    weight: 2,
    share: 60,
    parts: ['name', 'test', 'block', 'block'],
    write: (at) => {
      const event = at.fresh('event');
      const scope = holding(at.scope, event);
      const again = at.scope.exits.findLast((exit) => exit.plain)?.loop ? 'continue;' : '';
      if (again) at.scope.exits.findLast((exit) => exit.plain)?.leave?.();
      const asked = at.once.test(event);
      const code = at.either(
        () => `if (${asked}) ${again || '{}'}`,
        () => `if (${asked} && ${at.part(1, scope)}) ${again || '{}'}`,
        () => `if (${asked}) {\n${at.scope.indent}  if (${at.part(1, scope)}) ${again || '{}'}\n${at.scope.indent}  ${at.block(2, inner(scope))}\n${at.scope.indent}} else ${at.block(3, scope)}`,
      );
      return { code: `const ${event} = yield ${at.part(0)};\n${at.scope.indent}${code}`, scope };
    },
  },
  'object made before': {
    sort: 'statement',
    weight: 3,
    share: 25,
    parts: ['text', 'count'],
    shows: ['yielded object with a name'],
    write: (at) => {
      const made = at.fresh('made');
      const type = `{ state: 'x' | 'y' | 'z'; n: number }`;
      const asked = at.either(() => '', () => `${at.use('tries')} = ${at.use('roll')}();`, () => `${at.use('out')}(${at.part(1)});`);
      const given = at.either(() => '', () => `${at.use('out')}(${made});`, () => `${at.use('tint')}(${made});`, () => `${made}.n += 1;`, () => `${made}.state = ${at.part(0)};`, () => `${made}.n = ${at.use('roll')}();`);
      const value = at.either(() => made, () => `{ ...${made} }`, () => `{ ...${made}, n: ${at.use('tries')} }`, () => `${made}.state`, () => `{ state: ${made}.state, n: ${at.part(1)} }`);
      const { code, scope } = receive(at, `yield ${value}`);
      return { code: [asked, `const ${made}: ${type} = { state: ${at.part(0)}, n: ${at.part(1)} };`, given, code].filter((line) => line !== '').join(`\n${at.scope.indent}`), scope };
    },
  },
  'wait': { sort: 'statement', weight: 2, share: 60, parts: ['got'], write: (at) => receive(at, at.part(0)) },
  'in arguments': { sort: 'statement', weight: 2, share: 25, shows: ['yield in arguments'], parts: ['count', 'got', 'got'], write: (at) => at.either(() => `${at.use('out')}(${at.part(0)}, ${at.part(1)});`, () => `${at.use('out')}(${at.use('tries')}, ${at.part(1)}, ${at.use('tries')}, ${at.part(2)});`, () => `${at.use('coins')}.push(${at.once.count(at.part(1))});`, () => `${at.use('book')}.set(${at.once.text(at.part(1))}, ${at.part(0)});`, () => `${at.use('bump')}(${at.once.count(at.part(1))});`, () => `${at.use('go')}(${at.once.text(at.part(1))});`, () => `${at.use('tries')} = ${at.use('sumOf')}(${at.use('tries')}, ${at.once.count(at.part(1))});`) },
  'in order': {
    sort: 'statement',
    weight: 2,
    share: 25,
    shows: ['yield between other operands'],
    parts: ['name', 'count'],
    write: (at) => {
      const got = `(yield ${at.part(0)})`;
      return at.either(
        () => `${at.use('out')}(${at.use('tries')}, ${got}, ++${at.use('tries')});`,
        () => `${at.use('out')}(${at.use('roll')}(), ${got}, ${at.part(1)});`,
        () => `${at.use('left')} = ${at.use('tries')} * 2 + ${at.once.count(got)} + (${at.use('tries')} = ${at.part(1)});`,
        () => `${at.use('out')}(${at.use('coins')}.length, ${got}, ${at.use('coins')}.push(${at.part(1)}));`,
        () => `${at.use('out')}({ a: ${at.use('ask')}('a'), b: ${got}, c: ${at.use('ask')}('c') });`,
        () => `${at.use('coins')}[${at.use('coins')}.length] = ${at.use('tries')}++ + ${at.once.count(got)};`,
      );
    },
  },
  'in an array': { sort: 'statement', weight: 2, share: 18, shows: ['yield in an array literal'], parts: ['count', 'got', 'got'], write: (at) => at.either(() => `${at.use('out')}([${at.part(0)}, ${at.part(1)}]);`, () => `${at.use('out')}([${at.part(1)}, ${at.use('tries')}++, ${at.part(2)}]);`, () => `${at.use('coins')} = [${at.part(0)}, ${at.once.count(at.part(1))}];`) },
  'in an object': { sort: 'statement', weight: 2, share: 18, shows: ['yield in an object literal'], parts: ['count', 'got', 'got'], write: (at) => at.either(() => `${at.use('out')}({ a: ${at.part(0)}, b: ${at.part(1)} });`, () => `${at.use('spot')} = { k: ${at.once.count(at.part(1))}, face: ${at.use('face')} };`, () => `${at.use('out')}({ n: ${at.use('tries')}, a: ${at.part(1)}, ...${at.use('spot')}, b: ${at.part(2)} });`) },
  'in a computed key': { sort: 'statement', weight: 2, share: 15, shows: ['yield in a computed key'], parts: ['got', 'count'], write: (at) => at.either(() => `${at.use('out')}({ [\`k\${${at.part(0)}}\`]: ${at.part(1)} });`, () => `${at.use('left')} = [3, 4][${at.once.count(at.part(0))}] ?? 0;`, () => `${at.use('mode')} = ${at.use('NEXT')}[${at.once.text(at.part(0))}];`, () => `${at.use('coins')}[${at.once.count(at.part(0))}] = ${at.part(1)};`) },
  'in a template': { sort: 'statement', weight: 2, share: 15, shows: ['yield in a template'], parts: ['text', 'got', 'got'], write: (at) => at.either(() => `${at.use('out')}(\`\${${at.part(0)}} \${${at.part(1)}}\`);`, () => `${at.use('out')}(\`\${${at.part(1)}}, \${${at.use('tries')}}, \${${at.part(2)}}\`);`) },
  'in a spread': { sort: 'statement', weight: 2, share: 12, shows: ['yield in a spread'], parts: ['got'], write: (at) => at.either(() => `${at.use('out')}(...[${at.part(0)}]);`, () => `${at.use('out')}([...${at.use('coins')}, ...[${at.part(0)}]]);`, () => `${at.use('out')}({ k: 1, ...${at.part(0)} });`) },
  'in a compound assignment': {
    sort: 'statement',
    weight: 2,
    share: 25,
    parts: ['got', 'test'],
    shows: ['yield in a compound assignment'],
    write: (at) => at.either(() => `${at.use('tries')} += ${at.once.count(`(yield ${at.use('tries')})`)};`, () => `${at.use('tries')} += ${at.once.count(at.part(0))};`, () => `${at.use('left')} = ${at.use('left')} * 2 + ${at.once.count(at.part(0))};`, () => `${at.use('last')} ??= ${at.once.count(at.part(0))};`, () => `${at.use('open')} &&= ${at.once.test(at.part(0))};`, () => `${at.use('loud')} ||= ${at.once.test(at.part(0))};`, () => `${at.use('tries')} -= ${at.use('left')} - ${at.once.count(at.part(0))};`),
  },
  'assigned to a property': { sort: 'statement', weight: 2, share: 15, shows: ['yield assigned to a property'], parts: ['got'], write: (at) => at.either(() => `${at.use('spot')}.k = ${at.once.count(at.part(0))};`, () => `${at.use('coins')}[0] = ${at.once.count(at.part(0))};`, () => `${at.use('deep')}.at.k = ${at.once.count(at.part(0))};`) },
  'compound assignment to a property': { sort: 'statement', weight: 2, share: 10, shows: ['yield in a compound assignment to a property'], parts: ['got'], write: (at) => at.either(() => `${at.use('spot')}.k += ${at.once.count(at.part(0))};`, () => `${at.use('coins')}[0] += ${at.once.count(at.part(0))};`, () => `${at.use('deep')}.at.k -= ${at.once.count(at.part(0))};`) },
  'in an optional chain': { sort: 'statement', weight: 3, share: 14, shows: ['yield in an optional chain'], parts: ['got'], write: (at) => at.either(() => `${at.use('tries')} = ${at.use('coins')}?.at(${at.once.count(at.part(0))}) ?? 0;`, () => `${at.use('spot')}?.face.concat(${at.once.text(at.part(0))});`, () => `${at.use('out')}(${at.use('last')}?.toFixed(${at.once.count(at.part(0))}));`) },
  'in a default': { sort: 'statement', weight: 2, share: 15, shows: ['yield in a default of a pattern', 'destructuring with defaults'], parts: ['got'], write: (at) => {
    const [one, other] = [at.fresh('part'), at.fresh('part')];
    return at.either(() => `const { k: ${one}, n: ${other} = ${at.once.count(at.part(0))} }${at.typed('{ k: number; n?: number }')} = ${at.use('spot')}; ${at.use('out')}(${one}, ${other});`, () => `const [${one}, ${other} = ${at.once.count(at.part(0))}] = ${at.use('coins')}; ${at.use('out')}(${one}, ${other});`);
  } },
  'destructured': { sort: 'statement', weight: 2, share: 25, shows: ['destructuring with defaults'], parts: ['count'], write: (at): Written => {
    const [one, other] = [at.fresh('part'), at.fresh('part')];
    const code = at.either(() => `const { k: ${one}, n: ${other} = ${at.part(0)} }${at.typed('{ k: number; n?: number }')} = ${at.use('spot')};`, () => `const [${one} = 0, ${other} = ${at.part(0)}] = ${at.use('coins')};`, () => `const { at: { k: ${one} }, list: [${other} = 1] } = ${at.use('deep')};`);
    return { code, scope: { ...at.scope, counts: [...at.scope.counts, one, other] } };
  } },
  'yield in an effect': { sort: 'statement', weight: 2, share: 18, shows: ['yield in a condition'], parts: ['got', 'test', 'text'], write: (at) => at.either(() => `${at.once.test(at.part(0))} && ${at.use('out')}(${at.part(2)});`, () => `${at.part(1)} || ${at.part(0)};`, () => `${at.once.test(at.part(0))} ? ${at.use('tries')}++ : ${at.use('left')}++;`) },
  'until it comes': { sort: 'statement', weight: 2, share: 25, shows: ["while ((yield 'IDLE') !== …);"], parts: ['name'], write: (at) => `while (${at.once.test(`(yield ${at.part(0)})`)}) {${FUEL}}` },
  'returned': { sort: 'statement', weight: 2, share: 10, shows: ['return of a yield'], parts: ['got'], write: (at) => (at.scope.frame.gives === 'anything' ? `return ${at.part(0)};` : `${at.part(0)};`) },
  'thrown': { sort: 'statement', weight: 2, share: 8, shows: ['throw of a yield'], parts: ['got'], write: (at) => `throw ${at.part(0)};` },
  'in a class': { sort: 'statement', weight: 2, share: 9, shows: ["yield in a class body's computed key"], parts: ['got'], write: (at) => `${at.use('out')}(class { static [\`k\${${at.part(0)}}\`] = 1; });` },
  'in new': { sort: 'statement', weight: 2, share: 6, shows: ['yield in arguments'], parts: ['got'], write: (at) => `${at.use('out')}(new ${at.use('Meter')}(${at.once.count(at.part(0))}).n);` },
};

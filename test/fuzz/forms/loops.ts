/** Loops that wait in their body or head, loops that do not, and the ways out of them. */
import { FUEL, type Form, inner, looping, type Scope } from '../form.ts';
import { receive } from './waits.ts';

export const loops: Readonly<Record<string, Form>> = {
  'while': {
    sort: 'statement',
    weight: 3,
    parts: ['test', 'name', 'block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const got = receive(at, `yield ${at.part(1, scope)}`, inner(scope));
      return `${prefix}while (${at.pick(3) === 0 ? 'true' : at.part(0)}) ${at.block(2, { ...got.scope, indent: at.scope.indent }, [FUEL, got.code])}`;
    },
  },
  'do while': {
    sort: 'statement',
    weight: 2,
    share: 40,
    shows: ['do … while'],
    parts: ['test', 'name', 'block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const got = receive(at, `yield ${at.part(1, scope)}`, inner(scope));
      return `${prefix}do ${at.block(2, { ...got.scope, indent: at.scope.indent }, [FUEL, got.code])} while (${at.part(0)});`;
    },
  },
  'counted': {
    sort: 'statement',
    weight: 1,
    share: 50,
    parts: ['name', 'block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const index = at.fresh('i');
      const counted = inner({ ...scope, counts: [...scope.counts, index] });
      const got = receive(at, `yield ${at.part(0, counted)}`, counted);
      return `${prefix}for (let ${index} = 0; ${index} < 3; ${index}++) ${at.block(1, { ...got.scope, indent: at.scope.indent }, [FUEL, got.code])}`;
    },
  },
  'yield in a loop head': {
    sort: 'statement',
    weight: 2,
    share: 25,
    shows: ['yield in a loop head'],
    parts: ['got', 'block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const asked = at.once.test(at.part(0));
      const body = (): string => at.block(1, scope, [FUEL]);
      return at.either(() => `${prefix}while (${asked}) ${body()}`, () => `${prefix}do ${body()} while (${asked});`, () => `${prefix}for (; ${asked}; ) ${body()}`, () => `${prefix}for (${at.part(0)}; ${at.use('tries')} < 3; ${at.use('tries')}++) ${body()}`);
    },
  },
  'for of': {
    sort: 'statement',
    weight: 2,
    share: 60,
    shows: ['for…of that waits'],
    parts: ['block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const item = at.fresh('item');
      const numbers = at.pick(2) === 1;
      const over = numbers ? at.choose(['coins', '[0, 1, 2]']) : at.choose([`['x', 'y', 'z']`, `['z', 'x']`, 'FACES']);
      const held = { ...scope, ...(numbers ? { counts: [...scope.counts, item] } : { texts: [...scope.texts, item] }) };
      const got = receive(at, `yield ${numbers ? `\`n\${${item}}\`` : item}`, inner(held));
      return `${prefix}for (const ${item} of ${/^\w+$/.test(over) ? at.use(over) : over}) ${at.block(0, { ...got.scope, indent: at.scope.indent }, [FUEL, got.code])}`;
    },
  },
  'for of with entries': {
    sort: 'statement',
    weight: 2,
    share: 10,
    shows: ['for…of that waits'],
    parts: ['block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const [index, item] = [at.fresh('i'), at.fresh('item')];
      const held = { ...scope, counts: [...scope.counts, index], texts: [...scope.texts, item] };
      const got = receive(at, `yield ${item}`, inner(held));
      return `${prefix}for (const [${index}, ${item}] of ${at.either(() => `${at.use('FACES')}.entries()`, () => `[[1, 'x'], [2, 'y']]${at.typed('x') === '' ? '' : ' as const'}`)}) ${at.block(0, { ...got.scope, indent: at.scope.indent }, [FUEL, got.code])}`;
    },
  },
  'for of a yield': {
    sort: 'statement',
    weight: 3,
    share: 14,
    shows: ['yield in a for…of head'],
    parts: ['got', 'got', 'block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const item = at.fresh('item');
      return at.either(() => `${prefix}for (const ${item} of [${at.part(0)}, ${at.part(1)}]) ${at.block(2, scope, [FUEL, `${at.use('out')}(${item});`])}`, () => `${prefix}for (const ${item} of [1, 2].slice(${at.once.count(at.part(0))})) ${at.block(2, { ...scope, counts: [...scope.counts, item] }, [FUEL])}`);
    },
  },
  'for in': {
    sort: 'statement',
    weight: 3,
    share: 10,
    shows: ['for…in that waits'],
    parts: ['got', 'block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const key = at.fresh('key');
      const held = inner({ ...scope, texts: scope.texts });
      const got = receive(at, `yield ${key}`, held);
      return at.either(() => `${prefix}for (const ${key} in ${at.use('spot')}) ${at.block(1, { ...got.scope, indent: at.scope.indent }, [FUEL, got.code])}`, () => `${prefix}for (const ${key} in { a: ${at.part(0)}, b: 2 }) ${at.block(1, scope, [FUEL, `${at.use('out')}(${key});`])}`, () => `${prefix}for (const ${key} in ${at.use('NEXT')}) ${at.block(1, { ...got.scope, indent: at.scope.indent }, [FUEL, got.code])}`);
    },
  },
  'loop without a yield': {
    sort: 'statement',
    weight: 2,
    share: 40,
    parts: ['count', 'text'],
    write: (at) => {
      const item = at.fresh('item');
      return at.either(
        () => `for (const ${item} of ${at.use('coins')}) { ${at.use('left')} += ${item}; }`,
        () => `for (const ${item} of ${at.use('FACES')}) { if (${item} === ${at.part(1)}) break; ${at.use('tries')}++; }`,
        () => `for (let ${item} = 0; ${item} < 3; ${item}++) { if (${item} === ${at.part(0)}) continue; ${at.use('coins')}.push(${item}); }`,
        () => `for (const ${item} in ${at.use('spot')}) { ${at.use('path')}.push(${item}); }`,
        () => `for (const [${item}, ${item}n] of ${at.use('book')}) { ${at.use('left')} += ${item}n; }`,
        () => `for (const ${item} of ${at.use('seen')}) { ${at.use('out')}(${item}); }`,
        () => `for (const [${item}, ${item}n] of Object.entries(${at.use('FROZEN')})) { if (${item} === ${at.part(1)}) ${at.use('left')} += ${item}n; }`,
        () => `for (var ${item} = 0; ${item} < 2; ${item}++) ${at.use('out')}(${item});`,
        () => `for (const ${item} of 'xyz') ${at.use('path')}.push(${item});`,
        () => `${at.use('left')} = [...${at.use('seen')}, ...Object.keys(${at.use('spot')})].length;`,
      );
    },
  },
  'loop that may wait': {
    sort: 'statement',
    weight: 1,
    share: 25,
    parts: ['block'],
    write: (at) => {
      const { prefix, scope } = looping(at);
      const item = at.fresh('item');
      return at.either(() => `${prefix}for (const ${item} of ['x', 'y', 'z']) ${at.block(0, { ...scope, texts: [...scope.texts, item] }, [FUEL])}`, () => `${prefix}for (const ${item} of ${at.use('coins')}) ${at.block(0, { ...scope, counts: [...scope.counts, item] }, [FUEL])}`, () => `${prefix}for (let ${item} = 0; ${item} < 2; ${item} += 1) ${at.block(0, { ...scope, counts: [...scope.counts, item] }, [FUEL])}`);
    },
  },
  'loops in a loop': {
    sort: 'statement',
    weight: 2,
    share: 25,
    shows: ['labelled loop'],
    parts: ['name', 'test', 'block', 'block'],
    write: (at) => {
      const label = at.fresh('outer');
      const [item, i] = [at.fresh('item'), at.fresh('i')];
      const outer: Scope = { ...at.scope, texts: [...at.scope.texts, item], exits: [...at.scope.exits, { label, loop: true, plain: true }] };
      const deep: Scope = { ...inner(outer), counts: [...at.scope.counts, i], exits: [...outer.exits, { loop: true, plain: true }] };
      const again = at.pick(2) === 1;
      at.show(again ? 'labelled continue' : 'labelled break');
      const round = at.block(2, deep, [FUEL, `yield ${at.part(0, deep)};`, `if (${at.part(1, deep)}) ${again ? 'continue' : 'break'} ${label};`]);
      return `${label}: for (const ${item} of ['x', 'y', 'z']) ${at.block(3, outer, [FUEL, `for (let ${i} = 0; ${i} < 2; ${i}++) ${round}`, `${at.use('out')}(${item});`])}`;
    },
  },
  'leave': {
    sort: 'statement',
    weight: 3,
    write: (at) => {
      const again = at.pick(2) === 1;
      const exits = at.scope.exits.filter((exit) => exit.loop || !again);
      const targets = exits.filter((exit) => exit.label !== undefined || exit === exits.findLast((other) => other.plain));
      if (targets.length === 0) return '';
      const { label, leave } = at.choose(targets.toReversed());
      leave?.();
      if (label !== undefined) at.show(again ? 'labelled continue' : 'labelled break');
      return `${again ? 'continue' : 'break'}${label === undefined ? '' : ` ${label}`};`;
    },
  },
  'block': { sort: 'statement', weight: 1, share: 40, parts: ['block'], write: (at) => at.block(0) },
  'labelled block': {
    sort: 'statement',
    weight: 1,
    share: 25,
    shows: ['labelled block'],
    parts: ['block'],
    write: (at) => {
      const label = at.fresh('part');
      return `${label}: ${at.block(0, { ...at.scope, exits: [...at.scope.exits, { label, loop: false, plain: false }] })}`;
    },
  },
  'shadowing block': {
    sort: 'statement',
    weight: 2,
    share: 12,
    shows: ['block scoping'],
    parts: ['count', 'text', 'block'],
    write: (at) => at.either(() => `${at.block(2, at.scope, [`let ${at.use('tries')} = ${at.pick(3)};`])}`, () => `${at.block(2, at.scope, [`let ${at.use('mode')}${at.typed(`'x' | 'y' | 'z'`)} = ${at.choose([`'x'`, `'y'`, `'z'`])};`])}`),
  },
};

/** `if` and `switch`, on what came and on what is remembered. */
import type { Form, Place } from '../form.ts';
import { inner } from '../form.ts';

export const branches: Readonly<Record<string, Form>> = {
  'if': { sort: 'statement', weight: 6, parts: ['test', 'block'], write: (at) => `if (${at.part(0)}) ${at.block(1)}` },
  'if else': { sort: 'statement', weight: 4, parts: ['test', 'block', 'block'], write: (at) => `if (${at.part(0)}) ${at.block(1)} else ${at.block(2)}` },
  'else if': { sort: 'statement', weight: 1, share: 40, parts: ['test', 'block', 'test', 'block', 'block'], write: (at) => `if (${at.part(0)}) ${at.block(1)} else if (${at.part(2)}) ${at.block(3)} else ${at.block(4)}` },
  'dispatch': {
    sort: 'statement',
    weight: 4,
    parts: ['test', 'block', 'block', 'block'],
    write: (at) => {
      const event = at.scope.events.at(-1);
      if (!event) return `if (${at.part(0)}) ${at.block(1)}`;
      const [one, other] = event.whole ? [at.once.test(event.name), at.once.test(event.name)] : at.alphabet.cases.slice(0, 2).map((value) => `${event.name} === ${value}`);
      return at.either(
        () => `if (${one}) ${at.block(1)} else if (${other ?? at.part(0)}) ${at.block(2)} else ${at.block(3)}`,
        () => `if (${one} && ${at.part(0)}) ${at.block(1)} else if (${other ?? one}) ${at.block(2)}`,
        () => `if (${one}) {\n${at.scope.indent}  if (${at.part(0)}) ${at.block(1, inner(at.scope))}\n${at.scope.indent}} else ${at.block(2)}`,
      );
    },
  },
  'if yield': { sort: 'statement', weight: 2, share: 50, shows: ['yield in a condition'], parts: ['got', 'block', 'block'], write: (at) => `if (${at.once.test(at.part(0))}) ${at.block(1)} else ${at.block(2)}` },
  'switch on the event': {
    sort: 'statement',
    weight: 2,
    share: 60,
    many: { of: ['block'], most: 4 },
    write: (at) => {
      const event = at.scope.events.at(-1);
      return event ? cases(at, event.whole ? at.alphabet.subject(event.name) : event.name, at.alphabet.cases) : cases(at, at.use('mode'), [`'x'`, `'y'`, `'z'`]);
    },
  },
  'switch on a variable': { sort: 'statement', weight: 2, share: 40, many: { of: ['block'], most: 4 }, write: (at) => (at.pick(2) === 0 ? cases(at, at.use('mode'), [`'x'`, `'y'`, `'z'`]) : cases(at, at.use('tries'), ['0', '1', '2'])) },
  'switch (true)': { sort: 'statement', weight: 3, share: 14, shows: ['switch (true)'], many: { of: ['test', 'block'], most: 3 }, write: (at) => cases(at, 'true', []) },
  'switch (yield)': { sort: 'statement', weight: 2, share: 20, shows: ['switch (yield …)'], parts: ['name'], many: { of: ['block'], most: 3 }, write: (at) => cases(at, at.alphabet.key === undefined ? `yield ${at.part(0)}` : `(yield ${at.part(0)}).${at.alphabet.key}`, at.alphabet.cases, 1) },
  'yield in a case': { sort: 'statement', weight: 3, share: 18, shows: ['yield in a case'], parts: ['got', 'block', 'block'], write: (at) => {
    const inside = inner({ ...at.scope, exits: [...at.scope.exits, { loop: false, plain: true }] });
    return `switch (${at.use('mode')}) {\n${inside.indent}case 'x': ${at.block(1, inside)}\n${inside.indent}  break;\n${inside.indent}case ${at.once.text(at.part(0))}: ${at.block(2, inside)}\n${at.scope.indent}}`;
  } },
};

/** The parts from `first` are the bodies; where there are no values to compare with, each comes after its condition. */
function cases(at: Place, subject: string, values: readonly string[], first = 0): string {
  const inside = inner({ ...at.scope, exits: [...at.scope.exits, { loop: false, plain: true }] });
  const seen = new Set<string>();
  const lines: string[] = [];
  const each = values.length === 0 ? 2 : 1;
  for (let index = first; index < at.tree.parts.length; index += each) {
    const label = at.pick(4) === 0 ? 'default' : `case ${values.length === 0 ? at.part(index) : at.choose(values)}`;
    const through = at.pick(10) < 5;
    if (seen.has(label)) continue;
    seen.add(label);
    if (through) at.show('switch fallthrough');
    lines.push(`${inside.indent}${label}: ${at.block(index + each - 1, inside)}`, ...(through ? [] : [`${inside.indent}  break;`]));
  }
  return `switch (${subject}) {\n${lines.join('\n')}\n${at.scope.indent}}`;
}

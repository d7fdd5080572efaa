/**
 * A law: it does not matter through how many modules a machine, or what a machine is made of, is passed on, nor under what names.
 * RUNS says how many chains are tried.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';

const base = `export const NEXT = { RED: 'GREEN', GREEN: 'YELLOW', YELLOW: 'RED' } as const;
export enum Word { Go = 'go', Stop = 'stop' }
export type Color = keyof typeof NEXT;
export interface Jump { type: 'jump'; to: Color }
export function isLong(count: number): boolean { return count > 3; }
/** Goes on and off. */
export function* blinking(): Generator<'ON' | 'OFF', void, Word | Jump> {
  while ((yield 'ON') !== Word.Stop) yield 'OFF';
}
`;
const machine = (from: string): string => `import { NEXT, Word, isLong, blinking, type Color, type Jump } from './${from}';
export function* light(): Generator<Color | 'ON' | 'OFF', void, Word | Jump> {
  let color: Color = 'RED';
  let count = 0;
  while (true) {
    const event = yield color;
    if (event === Word.Stop) yield* blinking();
    else if (event === Word.Go) { color = NEXT[color]; count += 1; }
    else color = event.to;
    if (isLong(count)) return;
  }
}
`;
const NAMES = ['NEXT', 'Word', 'isLong', 'blinking', 'Color', 'Jump'];
const TYPES = new Set(['Color', 'Jump']);

/** How a module passes on what another exports; the same names come out at its end. */
interface Link {
  readonly kind: 'all' | 'named' | 'renamed' | 'imported' | 'namespace' | 'default' | 'constant';
  readonly ending: '.ts' | '.js' | '';
}

/** The files of a chain: each passes on what the one before exports. The last is `end.ts`. */
function chain(links: readonly Link[]): Record<string, string> {
  const files: Record<string, string> = { 'base.ts': base };
  let before = 'base';
  for (const [index, link] of links.entries()) {
    const here = index === links.length - 1 ? 'end' : `link${index}`;
    for (const [name, text] of Object.entries(passedOn(link, before, here))) files[name] = text;
    before = here;
  }
  return files;
}

function passedOn({ kind, ending }: Link, before: string, here: string): Record<string, string> {
  const from = `'./${before}${ending}'`;
  const values = NAMES.filter((name) => !TYPES.has(name));
  const types = NAMES.filter((name) => TYPES.has(name));
  const own = `${here}.ts`;
  switch (kind) {
    case 'all':
      return { [own]: `export * from ${from};` };
    case 'named':
      return { [own]: `export { ${NAMES.join(', ')} } from ${from};` };
    case 'renamed':
      return {
        [`${here}-other.ts`]: `export { ${values.map((name) => `${name} as other${name}`).join(', ')} } from ${from};\nexport type { ${types.map((name) => `${name} as other${name}`).join(', ')} } from ${from};`,
        [own]: NAMES.map((name) => `export { ${TYPES.has(name) ? 'type ' : ''}other${name} as ${name} } from './${here}-other${ending}';`).join('\n'),
      };
    case 'imported':
      return { [own]: `import { ${NAMES.map((name) => `${name} as my${name}`).join(', ')} } from ${from};\nexport { ${NAMES.map((name) => `my${name} as ${name}`).join(', ')} };` };
    case 'namespace':
      return { [`${here}-all.ts`]: `export * as all from ${from};`, [own]: `import { all } from './${here}-all${ending}';\nexport * from ${from};\nexport { all };` };
    case 'default':
      return {
        [`${here}-default.ts`]: `import { NEXT } from ${from};\nexport default NEXT;`,
        [own]: `export { default as NEXT } from './${here}-default${ending}';\nexport * from ${from};`,
      };
    case 'constant':
      return { [own]: `import { blinking as theirs } from ${from};\nconst mine = theirs;\nexport { mine as blinking };\nexport * from ${from};` };
  }
}

const links = fc.array(fc.record({ kind: fc.constantFrom<Link['kind'][]>('all', 'named', 'renamed', 'imported', 'namespace', 'default', 'constant'), ending: fc.constantFrom<Link['ending'][]>('.ts', '.js', '') }), { minLength: 1, maxLength: 6 });
const runs = { numRuns: Number(process.env['RUNS'] ?? 30) };

function compiled(target: string, files: Readonly<Record<string, string>>) {
  const { machines, diagnostics } = compile([target], { read: (path) => files[path] });
  expect(diagnostics).toEqual([]);
  expect(machines.map((one) => one.diagnostics)).toEqual([[]]);
  return machines[0]!.chart!;
}

describe('a chain of modules that pass on', () => {
  it('what a machine is made of changes nothing of its chart', () => {
    const direct = compiled('light.ts', { 'light.ts': machine('end.ts'), 'end.ts': base });
    fc.assert(
      fc.property(links, (some) => {
        const chart = compiled('light.ts', { 'light.ts': machine('end.ts'), ...chain(some) });
        const placed = (text: unknown): unknown => JSON.parse(JSON.stringify(text).replaceAll('"base.ts"', '"end.ts"'));
        expect(placed(chart)).toEqual(placed(direct));
      }),
      runs,
    );
  });

  it('a machine gives the chart of the machine, under the name it is asked for', () => {
    const direct = compiled('base.ts', { 'base.ts': base });
    fc.assert(
      fc.property(links, (some) => {
        const files = chain(some);
        expect({ ...compiled('end.ts#blinking', files), name: 'blinking' }).toEqual(direct);
        const [one] = compile(Object.keys(files), { read: (path) => files[path] }).machines;
        expect(compile(Object.keys(files), { read: (path) => files[path] }).machines).toHaveLength(1);
        expect(one).toMatchObject({ file: 'base.ts', name: 'blinking' });
      }),
      runs,
    );
  });
});

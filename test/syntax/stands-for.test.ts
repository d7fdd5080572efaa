/** Which function an expression always is: through tables and gathered modules, and not where the table may be changed. */
import { describe, expect, test } from 'vitest';
import { functionBehind } from '../../src/syntax/constants/stands-for.ts';
import type { Node } from '../../src/syntax/tree.ts';
import { walk } from '../../src/syntax/walk.ts';
import { projectOf } from './project.ts';

const others = { 'kit.ts': 'export const kit = { one: function* one() {}, two: function* two() {} }; export const other = {};', 'all.ts': "export * as sub from './kit.ts'; export * from './kit.ts'; export class K { static *three() {} }" };
const head = "import * as all from './all.ts';\nimport { kit } from './kit.ts';\ndeclare function f(what: unknown): void;\n";

/** The name of what `call` calls in the file. */
function called(call: string, more = ''): string | undefined {
  const { project, module } = projectOf({ 'a.ts': `${head}${call};\n${more}`, ...others });
  const found: Node[] = [];
  walk(module.program, (node) => void (node.type === 'CallExpression' && module.text.slice(node.start, node.end) === call && found.push(node.callee as Node)));
  const behind = functionBehind(found[0]!, module, project);
  return behind && (behind.fn.id?.name ?? 'without a name');
}

test.each([
  ['kit.one()', 'one'],
  ['all.kit.two()', 'two'],
  ['all.sub.kit.one()', 'one'],
  ['all.K.three()', 'without a name'],
  ['all.other.one()', undefined],
  ['all.kit.gone()', undefined],
])('%s is %s', (call, name) => {
  expect(called(call)).toBe(name);
});

describe.each(['kit', 'all.kit', 'all.sub.kit'])('what is in %s is not known', (table) => {
  test.each([
    'T.one = T.two', 'T.one++', 'delete T.one', '[T.one] = [f]', '[...T.one] = [f]', '({ x: T.one } = { x: f })', '({ x: T.one = f } = {})', 'for (T.one of [f]);', '(T.one as unknown) = f', 'T.one! = f', '(T as any).one = f', 'f(T)', 'const k = T',
  ])('after %s', (code) => {
    expect(called(`${table}.one()`, code.replaceAll('T', table))).toBeUndefined();
  });

  test.each(['f(T.two)', "f('one' in T || T.one)", 'type K = keyof typeof T', 'const { x = T.one } = {}', 'f(all.other)', 'f(T.one.name)'])('but still after %s', (code) => {
    if (code.includes(' in T') && table !== 'kit') return;
    expect(called(`${table}.one()`, code.replaceAll('T', table))).toBe('one');
  });
});

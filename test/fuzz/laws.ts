/**
 * What does not change a chart: other names for the locals, code that is never reached, braces around a statement.
 * In: a program and its chart. Out: the law that it breaks, with both charts' arrows; nothing where all hold.
 */
import type { Chart } from '../../src/compile.ts';
import { compiled } from './compiled.ts';
import type { Program } from './grammar.ts';
import { print, type Telling, unrenamed } from './write.ts';

const laws: readonly (readonly [string, Telling])[] = [
  ['renaming the locals', { rename: true }],
  ['code that is never reached', { dead: true }],
  ['braces around statements', { wrap: true }],
];

export function lawBroken(program: Program, plain: Chart): { readonly about: string; readonly story: string } | undefined {
  const expected = arrows(plain);
  for (const [law, telling] of laws) {
    const { source } = print(program, telling);
    const { chart, diagnostics } = compiled(source);
    const got = chart ? arrows(chart).map(unrenamed) : diagnostics.map((one) => one.message);
    if (JSON.stringify(got) === JSON.stringify(expected)) continue;
    const only = (left: readonly string[], right: readonly string[]): string => left.filter((line) => !right.includes(line)).join('\n');
    return { about: law, story: `${print(program).source}\nbecomes\n\n${source}\nwithout\n${only(expected, got)}\nwith\n${only(got, expected)}` };
  }
  return undefined;
}

/** A chart as lines, without what only says where it was read. */
function arrows({ initial, states, context }: Chart): readonly string[] {
  const bare = (value: unknown): string => JSON.stringify(value, (key, part: unknown) => (key === 'places' || key === 'note' ? undefined : part));
  const variables = context.map((variable) => `context ${bare(variable)}`).toSorted();
  return [...variables, `initial ${bare(initial)}`, ...states.flatMap(({ transitions, ...state }) => [`state ${bare(state)}`, ...transitions.map((one) => `${state.id}: ${bare(one)}`)])];
}

/**
 * What does not change a chart: other names for the locals, code that is never reached, braces around a statement, another
 * order of what the module declares, a round of an endless loop before it.
 * In: a program and its chart. Out: the law that it breaks, with both charts' arrows; nothing where it holds.
 */
import type { Chart } from '../../src/compile.ts';
import type { Transition } from '../../src/chart/chart.ts';
import { compiled, listing } from './compiled.ts';
import type { Program } from './grammar.ts';
import { parameters } from './names.ts';
import { print, type Telling, unrenamed } from './write.ts';

export interface Law {
  readonly name: string;
  readonly telling: Telling;
  /** What it is not about. */
  readonly spares?: (chart: Chart) => boolean;
}

export const laws: readonly Law[] = [
  { name: 'renaming the locals', telling: { rename: true } },
  { name: 'code that is never reached', telling: { dead: true } },
  { name: 'braces around statements', telling: { wrap: true } },
  { name: 'another order of the declarations', telling: { reorder: true } },
  // What is known of the variables in the first round is more than in all; states without a name stay where they are.
  { name: 'a round of the loop before it', telling: { unroll: true }, spares: ({ context, states }) => context.some(({ name }) => !isGiven(name)) || states.some(({ kind, id, transitions }) => kind === 'choice' || id.startsWith('waiting') || transitions.some(asksInput)) },
];

function asksInput({ guard }: Transition): boolean {
  return guard !== undefined && guard !== 'else' && guard.pieces.some((piece) => typeof piece !== 'string' && piece.to === 'context');
}

function isGiven(name: string): boolean {
  return name in parameters || name === 'first';
}

export function lawBroken({ name, telling, spares }: Law, program: Program, plain: Chart): { readonly about: string; readonly story: string } | undefined {
  const before = listing(print(program));
  const told = print(program, telling);
  const after = listing(told);
  if (after === before || spares?.(plain)) return undefined;
  // A round before the loop stands first in the source; which of two variables of one name is counted up may hang on one that nobody reads.
  const inOrder = (lines: readonly string[]): readonly string[] => (telling.unroll ? lines.toSorted() : telling.dead ? lines.map((line) => membersInOrder(line.replaceAll(/([a-z])\d+\b/g, '$1'))) : lines);
  // Which of two states of one name is told apart from the other may hang on which is come to first in the source.
  const same = (chart: Chart): Chart => (telling.unroll ? named(chart) : chart);
  const expected = inOrder(arrows(same(plain)));
  const { chart, diagnostics } = compiled(told);
  // Whether a variable changes is asked of all of the code: for an assignment that is never reached, a function may be refused that reads it.
  if (!chart && telling.dead) return undefined;
  const got = chart ? inOrder(arrows(same(chart)).map(unrenamed)) : diagnostics.map((one) => one.message);
  if (JSON.stringify(got) === JSON.stringify(expected)) return undefined;
  const only = (left: readonly string[], right: readonly string[]): string => left.filter((line) => !right.includes(line)).join('\n');
  return { about: name, story: `${before}\nbecomes\n\n${after}\nwithout\n${only(expected, got)}\nwith\n${only(got, expected)}` };
}

/** `'break' | 'throw'` and `'throw' | 'break'` are one type. */
function membersInOrder(line: string): string {
  return line.replaceAll(/'\w+'(?: \| '\w+')+/g, (union) => union.split(' | ').toSorted().join(' | '));
}

/** The chart with its states numbered as they are come to from the first one. */
function named(chart: Chart): Chart {
  const { initial, states } = chart;
  const found = new Map<string, string>();
  const follow = ({ target }: Transition): void => {
    if (target !== undefined && !found.has(target)) found.set(target, String(found.size));
  };
  follow(initial);
  for (const id of found.keys()) states.find((state) => state.id === id)?.transitions.forEach(follow);
  const renamed = (one: Transition): Transition => ({ ...one, ...(one.target !== undefined && { target: found.get(one.target) ?? one.target }) });
  return { ...chart, initial: renamed(initial), states: states.map((state) => ({ ...state, id: found.get(state.id) ?? state.id, transitions: state.transitions.map(renamed) })) };
}

/** A chart as lines, without what only says where it was read. */
function arrows({ initial, states, context }: Chart): readonly string[] {
  const bare = (value: unknown): string => JSON.stringify(value, (key, part: unknown) => (key === 'places' || key === 'note' ? undefined : part));
  const variables = context.map((variable) => `context ${bare(variable)}`).toSorted();
  return [...variables, `initial ${bare(initial)}`, ...states.flatMap(({ transitions, ...state }) => [`state ${bare(state)}`, ...transitions.map((one) => `${state.id}: ${bare(one)}`)])];
}

/**
 * `toMatchDiagram`. In: a generator function and the path of a Mermaid diagram. Out: whether the diagram, read back, shows the chart.
 *
 * What a person reworked (other ids, other order, notes, colours) still matches, and stays as it is. What does not match, or is
 * missing, is handed to vitest as a file snapshot: so it is written on the first run, never in CI, and anew by `vitest -u`.
 */
import { dirname, resolve } from 'node:path';
import { type MatcherState, Snapshots } from 'vitest';
import { asDrawn } from '../chart/drawn.ts';
import { agreementOf } from '../check/compare.ts';
import type { Compared, Pair } from '../check/index.ts';
import { tellDifferences } from '../check/story.ts';
import { diskHost, readText, shownPath } from '../cli/read/disk.ts';
import { toMermaid } from '../compile.ts';
import { fromMermaid } from '../format/mermaid/read/read.ts';
import { findMachine, said, type Subject } from './find.ts';
import { generatorIn, type Result, testPathOf } from './received.ts';

export async function matchesDiagram(state: MatcherState, received: unknown, path: string): Promise<Result> {
  const testPath = testPathOf(state);
  const subject = await findMachine(generatorIn(received, 'toMatchDiagram'), testPath);
  const file = resolve(dirname(testPath), path);
  const called = shownPath(file, subject.cwd);
  const found = compare(subject, file, called);
  if (found.kind === 'same') return { pass: true, message: () => `${called} shows ${subject.machine.name}, and a difference was expected: .not` };
  // Nothing is written where no match is wanted.
  if (state.isNot) return { pass: false, message: () => storyOf(found, called, subject) };

  const { pass } = await Snapshots.toMatchFileSnapshot.call(state, toMermaid(subject.machine.chart), file);
  return { pass, message: () => storyOf(found, called, subject) };
}

type Finding = { readonly kind: 'same' } | { readonly kind: 'missing' } | { readonly kind: 'unread'; readonly said: readonly string[] } | { readonly kind: 'different'; readonly differences: readonly Compared[] } | { readonly kind: 'renamed'; readonly names: readonly Pair[] };

function compare({ machine, cwd }: Subject, file: string, called: string): Finding {
  const text = readText(file, called);
  if (text === undefined) return { kind: 'missing' };
  const { chart, diagnostics } = fromMermaid(text, { name: machine.name, file: called });
  if (!chart) return { kind: 'unread', said: said(diagnostics, diskHost(cwd)) };
  const { level, differences, names } = agreementOf(asDrawn(machine.chart), asDrawn(chart), { a: 'the chart', b: called }, { drawn: true, unordered: true });
  if (level === undefined) return { kind: 'different', differences };
  return names.length === 0 ? { kind: 'same' } : { kind: 'renamed', names };
}

function storyOf(found: Exclude<Finding, { kind: 'same' }>, called: string, { machine: { name } }: Subject): string {
  switch (found.kind) {
    case 'missing':
      return `There is no diagram ${called} of ${name} yet, and vitest writes none in CI. Run the test where it may, and commit what it writes.`;
    case 'unread':
      return [`${called} is no diagram that can be read:`, ...found.said, ANEW].join('\n\n');
    case 'different':
      return [`${name}: different from ${called}`, ...tellDifferences(found.differences), `  ${ANEW}`].join('\n');
    case 'renamed':
      return [`${name}: different from ${called}`, ...found.names.map(({ generator, machine }) => `  What is called ${generator} is called ${machine} there.`), `  ${ANEW}`].join('\n');
  }
}

const ANEW = 'If the machine is right: vitest -u writes the diagram anew.';

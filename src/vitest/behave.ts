/** `toBehaveLike`. In: what a test expects of which. Out: what `yieldchart check --against` would say, as a matcher's result. */
import { resolve } from 'node:path';
import { type AnyStateMachine, StateMachine } from 'xstate';
import type { MatcherState } from 'vitest';
import type { Chart } from '../chart/chart.ts';
import { checkMachine, tell, type Verdict } from '../check/index.ts';
import { diskHost, shownPath } from '../cli/read/disk.ts';
import { findMachine, runningModule } from './find.ts';
import { modulesFrom } from './imports.ts';
import { type Other, partsOf } from './parts.ts';
import { CannotSay, type GeneratorFunction, generatorIn, isGeneratorFunction, kindOf, type Result, testPathOf } from './received.ts';

export interface BehaveOptions {
  /** What a machine of somebody else's calls a state or an event, by the generator's name for it: `{ RED: 'stop', next: 'NEXT' }`. */
  readonly map?: Readonly<Record<string, string>>;
  /** Take names for one another that are always met together. Without it, such names leave the verdict undecided. */
  readonly acceptNames?: boolean;
  /** Events, actions and variables that do not matter, by their names. */
  readonly ignore?: readonly string[];
}

export async function behavesLike(state: MatcherState, received: unknown, expected: unknown, { map, acceptNames, ignore }: BehaveOptions = {}): Promise<Result> {
  const generator = generatorIn(received, 'toBehaveLike');
  const testPath = testPathOf(state);
  const other = await otherIn(expected, testPath);
  const subject = await findMachine(generator, testPath);
  const verdict = checkMachine({ ...(await partsOf(subject, other, ignore)), map, acceptNames, ignore });
  // No pass, and not the opposite of one: `.not` does not make it one either.
  if (verdict.kind === 'undecided') throw new CannotSay([...tell(verdict), ...waysOn(verdict)].join('\n'));
  const isSame = verdict.kind === 'same';
  return { pass: isSame, message: () => [...tell(verdict), ...(isSame ? ['  and a difference was expected: .not'] : [])].join('\n') };
}

async function otherIn(expected: unknown, testPath: string): Promise<Other> {
  if (isGeneratorFunction(expected)) return { kind: 'generator', subject: await findMachine(expected as GeneratorFunction, testPath) };
  if (expected instanceof StateMachine) return (await exportedMachine(expected, testPath)) ?? { kind: 'machine', machine: expected };
  if (isChart(expected)) return { kind: 'chart', chart: expected };
  throw new CannotSay(`toBehaveLike takes an XState machine, a generator function or a chart, not ${kindOf(expected)}.`);
}

/** Where the test file's imports export the very machine: from there it can be loaded with recorders for what it calls. */
async function exportedMachine(machine: AnyStateMachine, testPath: string): Promise<Other | undefined> {
  const cwd = process.cwd();
  // Without resolve: an alias is the test runner's to follow, and may lead elsewhere there.
  const [, ...modules] = modulesFrom(shownPath(testPath, cwd), { read: diskHost(cwd).read });
  for (const module of modules) {
    if (!module.text.includes('xstate')) continue;
    const path = resolve(cwd, module.path);
    const name = Object.entries(await runningModule(path)).find(([, value]) => value === machine)?.[0];
    if (name !== undefined) return { kind: 'exported', path, called: `${module.path}#${name}`, name };
  }
  return undefined;
}

function isChart(value: unknown): value is Chart {
  return typeof value === 'object' && value !== null && 'alphabet' in value && 'initial' in value && 'states' in value && Array.isArray(value.states);
}

function waysOn({ names }: Verdict): readonly string[] {
  const example = names.map(({ generator, machine }) => `${JSON.stringify(generator)}: ${JSON.stringify(machine)}`).join(', ');
  return names.length === 0 ? [] : [`  if they may be taken for one another: toBehaveLike(…, { acceptNames: true }); or say which is which: { map: { ${example} } }`];
}

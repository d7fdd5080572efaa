/**
 * In: a charted machine, and what else it is held against. Out: everything the check needs, loaded: the generator and the
 * XState machine that would be written, each in a world of its own, and the charts that a reader makes of what is written.
 */
import { dirname, join, resolve } from 'node:path';
import * as xstate from 'xstate';
import { type Parts, createRecorders, ignoresOf, replaceGlobals, replaceNothing } from '../../check/index.ts';
import { isPlain } from '../../check/drive/plain.ts';
import { toMermaid, toXState } from '../../compile.ts';
import { Bug, refuses } from '../../diagnostic/diagnostic.ts';
import { fromMermaid } from '../../format/mermaid/read/read.ts';
import { fromXState } from '../../format/xstate/read/read.ts';
import * as runtime from '../../index.ts';
import { unprimed } from '../../runtime/primed.ts';
import * as bridge from '../../xstate.ts';
import { theMachine } from './live-machine.ts';
import { type Exports, type Load, LoadError, createLoader } from './load.ts';
import type { Charted } from './read.ts';
import { chartIn, type Readable, unshownOf } from './readable.ts';

export interface Surroundings {
  readonly cwd: string;
  /** Whether packages and globals are the real ones. */
  readonly live: boolean;
  /** What does not matter, by its names. */
  readonly ignore?: readonly string[];
}

export async function partsOf(machine: Charted, against: Readable | undefined, { cwd, live, ignore = [] }: Surroundings): Promise<Parts> {
  const { chart, file } = machine;
  const recorders = createRecorders(live ? replaceNothing : replaceGlobals, ignoresOf(ignore));
  const outside = (specifier: string) => ours[specifier] ?? (live ? undefined : (recorders.anything(specifier) as object));
  const common = { chart, bridge, recorders };

  const loaded = await attempt(() => createLoader({ outside })(resolve(cwd, file)));
  if (loaded instanceof LoadError) {
    return { ...common, against: against ? [chartIn(against)] : [drawn(machine)], reasons: [`${file} fails when it is loaded: ${loaded.message}`] };
  }
  const generator = generatorAt(loaded, machine.name);
  /** What is written for `subject` and what `machine`'s module exports, in a world of their own. */
  const world = async (subject: Charted): Promise<{ machine: xstate.AnyStateMachine; exports: Exports }> => {
    const written = writtenMachine(subject, cwd);
    const load = createLoader({ outside, texts: new Map([[written.path, written.text]]) });
    return { machine: theMachine(await load(written.path), written.path), exports: await load(resolve(cwd, file)) };
  };
  // The search runs its machine far more often than the comparison does: what a module counts must not be ahead by that.
  const guide = await world(machine);
  const sides = async (subject: Charted): Promise<Pick<Parts, 'generator' | 'guide' | 'machine' | 'exports'>> => {
    const other = await world(subject);
    return { generator, guide: guide.machine, machine: other.machine, exports: { generator: loaded, machine: other.exports, guide: guide.exports } };
  };

  switch (against?.kind) {
    case undefined:
      return { ...common, ...(await sides(machine)), against: [drawn(machine), read('the XState machine', guide.machine)] };
    case 'diagram':
    case 'config':
    case 'chart':
      return { ...common, ...(await sides(machine)), against: [chartIn(against)], reasons: unshownOf(against) };
    case 'generator':
      return { ...common, ...(await sides(against.machine)), against: [{ ...chartIn(against), run: true }] };
    case 'machine': {
      const load = createLoader({ outside });
      const other = theMachine(await load(against.path), against.called, against.name);
      const exports = { generator: loaded, machine: await load(resolve(cwd, file)), guide: guide.exports };
      // A machine that somebody else wrote has other guards and actions: what it does is compared, not how it is put together.
      const structure = isPlain(other) ? {} : { against: [read(against.called, other)], reasons: unread(other) };
      return { ...common, generator, guide: guide.machine, machine: other, exports, ...structure };
    }
  }
}

/** What a module gets when it asks for a package of ours: this very copy, so that both sides know the same machines. */
const ours: Readonly<Record<string, object>> = { yieldchart: runtime, 'yieldchart/xstate': bridge, xstate };

/** What is written for a machine, as if it stood beside its source. */
function writtenMachine({ chart, file, stem }: Charted, cwd: string): { path: string; text: string } {
  const folder = dirname(file);
  return { path: join(resolve(cwd, folder), `${stem}.as-written.xstate.ts`), text: toXState(chart, { from: folder }) };
}

/** The diagram that is written, read back: what a person sees. */
function drawn({ chart, stem }: Charted): { name: string; chart: Charted['chart']; drawing: true } {
  const { chart: back, diagnostics } = fromMermaid(toMermaid(chart), { name: chart.name, file: `${stem}.mmd` });
  if (!back) throw new Bug(`the diagram of ${chart.name} is not read back: ${diagnostics.map(({ message }) => message).join(' ')}`);
  return { name: 'the diagram', chart: back, drawing: true };
}

function read(name: string, machine: xstate.AnyStateMachine): { name: string; chart: Charted['chart'] } {
  return { name, chart: fromXState(machine).chart };
}

/** What of a machine the reader cannot show: with it, no verdict is whole. */
function unread(machine: xstate.AnyStateMachine): readonly string[] {
  return fromXState(machine).diagnostics.filter(refuses).map(({ message }) => message);
}

/** The generator function behind a name or a dotted path, as its owner's method; what `primed` wraps, unwrapped. */
function generatorAt(exports: Exports, name: string): NonNullable<Parts['generator']> {
  const names = name.split('.');
  const owner = names.slice(0, -1).reduce<unknown>((value, key) => (value as Exports | undefined)?.[key], exports);
  const found = (owner as Exports | undefined)?.[names.at(-1)!];
  if (typeof found !== 'function') throw new Bug(`${name} was found in the source, and is no function when the module is loaded`);
  const machine = unprimed(found as Parameters<typeof unprimed>[0]) ?? found;
  return (names.length === 1 ? machine : machine.bind(owner)) as NonNullable<Parts['generator']>;
}

async function attempt(work: () => ReturnType<Load>): Promise<Exports | LoadError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LoadError) return error;
    throw error;
  }
}

/**
 * In: a machine whose source was found, and what a test holds it against. Out: all that the check needs, loaded: each side in a world of
 * its own, what they call outside replaced by recorders, as `yieldchart check` does.
 */
import { dirname, resolve } from 'node:path';
import * as xstate from 'xstate';
import type { Chart } from '../chart/chart.ts';
import { type Parts, createRecorders, ignoresOf, replaceGlobals } from '../check/index.ts';
import { isPlain } from '../check/drive/plain.ts';
import { theMachine } from '../cli/read/live-machine.ts';
import { type Exports, LoadError, createLoader } from '../cli/read/load.ts';
import { toXState } from '../compile.ts';
import { refuses } from '../diagnostic/diagnostic.ts';
import { fromXState } from '../format/xstate/read/read.ts';
import { unprimed } from '../runtime/primed.ts';
import type { Subject } from './find.ts';

export type Other =
  /** Another generator. */
  | { readonly kind: 'generator'; readonly subject: Subject }
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** An XState machine that a module exports: it is loaded anew. */
  | { readonly kind: 'exported'; readonly path: string; readonly called: string; readonly name: string }
  /** One that was made while the tests run: it is what it is. */
  | { readonly kind: 'machine'; readonly machine: xstate.AnyStateMachine };

/** `ignore`: what does not matter, by its names. */
export async function partsOf(subject: Subject, other: Other, ignore: readonly string[] = []): Promise<Parts> {
  const { machine, cwd } = subject;
  const recorders = createRecorders(replaceGlobals, ignoresOf(ignore));
  // Asked for late: a bundler keeps each of them as the module that it is.
  const [runtime, bridge] = await Promise.all([import('../index.ts'), import('../xstate.ts')]);
  // What a module gets when it asks for a package of ours: this very copy, so that both sides know the same machines.
  const ours: Readonly<Record<string, object>> = { yieldchart: runtime, 'yieldchart/xstate': bridge, xstate };
  const outside = (specifier: string) => ours[specifier] ?? (recorders.anything(specifier) as object);
  const common = { chart: machine.chart, bridge, recorders };
  const path = resolve(cwd, machine.file);
  const loaded = await loading(() => createLoader({ outside, texts: subject.texts })(path));
  if (loaded instanceof LoadError) return { ...common, reasons: [`${machine.file} fails when it is loaded: ${loaded.message}`] };

  /** What is written for a machine, and what the module of `subject` exports, in a world of their own. */
  const world = async (written: Subject) => {
    const file = resolve(cwd, dirname(written.machine.file), `${written.machine.stem}.as-written.xstate.ts`);
    const text = toXState(written.machine.chart, { from: dirname(written.machine.file) });
    const load = createLoader({ outside, texts: new Map([...subject.texts, ...written.texts, [file, text]]) });
    return { machine: theMachine(await load(file), file), exports: await load(path) };
  };
  const guide = await world(subject);
  const sides = { ...common, generator: memberOf(loaded, machine.name), guide: guide.machine };
  const exports = { generator: loaded, guide: guide.exports };

  switch (other.kind) {
    case 'chart': {
      const own = await world(subject);
      return { ...sides, machine: own.machine, exports: { ...exports, machine: own.exports }, against: [{ name: 'the chart that was given', chart: other.chart }] };
    }
    case 'generator': {
      const theirs = await world(other.subject);
      return { ...sides, machine: theirs.machine, exports: { ...exports, machine: theirs.exports }, against: [{ name: nameOf(other.subject), chart: other.subject.machine.chart, run: true }] };
    }
    case 'exported': {
      const load = createLoader({ outside, texts: subject.texts });
      const found = await loading(() => load(other.path));
      if (found instanceof LoadError) return { ...common, reasons: [`${other.called} fails when it is loaded: ${found.message}`] };
      const theirs = theMachine(found, other.called, other.name);
      return { ...sides, machine: theirs, exports: { ...exports, machine: await load(path) }, ...structureOf(theirs, other.called) };
    }
    case 'machine': {
      const own = await createLoader({ outside, texts: subject.texts })(path);
      return { ...sides, machine: other.machine, exports: { ...exports, machine: own }, ...structureOf(other.machine, 'the machine') };
    }
  }
}

/** A machine that somebody else wrote has other guards and actions: what it does is compared, not how it is put together. */
function structureOf(machine: xstate.AnyStateMachine, name: string): Pick<Parts, 'against' | 'reasons'> {
  if (isPlain(machine)) return {};
  const { chart, diagnostics } = fromXState(machine);
  return { against: [{ name, chart }], reasons: diagnostics.filter(refuses).map(({ message }) => message) };
}

function nameOf({ machine }: Subject): string {
  return `${machine.file}#${machine.name}`;
}

/** The generator function behind a name or a dotted path, as its owner's method; what `primed` wraps, unwrapped. */
function memberOf(exports: Exports, name: string): NonNullable<Parts['generator']> {
  const names = name.split('.');
  const owner = names.slice(0, -1).reduce<unknown>((value, key) => (value as Exports)[key], exports) as Record<string, NonNullable<Parts['generator']>>;
  const found = owner[names.at(-1)!]!;
  const machine = (unprimed(found as never) as typeof found | undefined) ?? found;
  return names.length === 1 ? machine : (machine.bind(owner) as typeof found);
}

async function loading(work: () => Promise<Exports>): Promise<Exports | LoadError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LoadError) return error;
    throw error;
  }
}

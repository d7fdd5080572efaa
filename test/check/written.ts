/** The XState machine that is written for a chart of the gallery, loaded as the check loads it, with its world; and the same as one that may only be run by actors. */
import { basename, dirname, join, resolve } from 'node:path';
import type { AnyStateMachine } from 'xstate';
import { returned, sent, thrown } from '../../src/bridge/event.ts';
import { yielded } from '../../src/bridge/yielded.ts';
import type { Chart } from '../../src/chart/chart.ts';
import { type Bridge, type World, createRecorders, outsideRecorders, replaceGlobals, replaceNothing } from '../../src/check/index.ts';
import { createLoader } from '../../src/cli/read/load.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { root } from './gallery.ts';

export const bridge: Bridge = { sent, thrown, returned, yielded };

/** `text`: of its module, where that is no file. */
export async function written(chart: Chart, text?: string): Promise<{ readonly machine: AnyStateMachine; readonly world: World }> {
  const recorders = createRecorders(replaceGlobals);
  const source = resolve(root, chart.file);
  const path = join(root, 'diagrams', `${basename(dirname(source))}.xstate.ts`);
  const load = createLoader({ outside: outsideRecorders(recorders), texts: new Map([[path, toXState(chart, { from: 'diagrams' })], ...(text === undefined ? [] : [[source, text] as const])]) });
  const [exports, module] = [await load(source), await load(path)];
  return { machine: Object.values(module)[0] as AnyStateMachine, world: { recorders, exports } };
}

/** Says that the real globals are run, though they are not: then nothing is shared between runs. */
export function byActors({ recorders, exports }: World): World {
  return { recorders: { ...recorders, replace: replaceNothing }, exports };
}

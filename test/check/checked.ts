/** The whole check of one chart, loaded as the command line does it: three worlds, packages replaced, the module as text. */
import { basename, dirname, join, resolve } from 'node:path';
import type { AnyStateMachine } from 'xstate';
import type { Chart } from '../../src/chart/chart.ts';
import { type Machine, type Verdict, checkMachine, createRecorders, outsideRecorders, replaceGlobals } from '../../src/check/index.ts';
import { type Exports, createLoader } from '../../src/cli/read/load.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';
import { toMermaid } from '../../src/format/mermaid/write/write.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';
import { root } from './gallery.ts';

/** `change` breaks the text of the XState module, on purpose. */
export async function checked(chart: Chart, change: (text: string) => string = (text) => text): Promise<Verdict> {
  const recorders = createRecorders(replaceGlobals);
  const source = resolve(root, chart.file);
  const text = toXState(chart, { from: 'diagrams' });
  const written = join(root, 'diagrams', `${basename(dirname(source))}.xstate.ts`);
  const world = async (module: string): Promise<{ machine: AnyStateMachine; exports: Exports }> => {
    const load = createLoader({ outside: outsideRecorders(recorders), texts: new Map([[written, module]]) });
    return { exports: await load(source), machine: Object.values(await load(written))[0] as AnyStateMachine };
  };
  const [own, subject, guide] = [await createLoader({ outside: outsideRecorders(recorders) })(source), await world(change(text)), await world(text)];
  return checkMachine({
    chart,
    generator: chart.name.split('.').reduce<unknown>((value, key) => Reflect.get(value as object, key), own) as Machine,
    machine: subject.machine,
    guide: guide.machine,
    against: [
      { name: 'the diagram', chart: fromMermaid(toMermaid(chart)).chart!, drawing: true },
      { name: 'the XState machine', chart: fromXState(subject.machine).chart },
    ],
    recorders,
    exports: { generator: own, machine: subject.exports, guide: guide.exports },
  });
}

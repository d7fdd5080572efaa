/** What a checker is worth: every single arrow broken on purpose, in a diagram's text and in an XState machine, is found and named. */
import { join } from 'node:path';
import type { AnyStateMachine } from 'xstate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart/chart.ts';
import { asDrawn } from '../../src/chart/drawn.ts';
import { transitionLabel } from '../../src/chart/label.ts';
import { type Difference, compareCharts } from '../../src/check/index.ts';
import { createLoader } from '../../src/cli/read/load.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';
import { toMermaid } from '../../src/format/mermaid/write/write.ts';
import { decodeKey } from '../../src/format/xstate/key.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';
import { all } from '../charts.ts';
import { arrowsIn, idsIn, reworked, withArrow } from './diagram-text.ts';
import { gallery, root } from './gallery.ts';
import { edited, targetsIn } from './machine-config.ts';

const names = { a: 'the chart', b: 'the diagram' };
const charts = [...all, ...gallery()].map((chart) => [chart.name, asDrawn(chart)] as const);

/** What is found when the diagram's text is held against the chart; nothing to read is a finding too. */
const against = (chart: Chart, text: string): readonly Difference[] | 'unreadable' => {
  const { chart: read } = fromMermaid(text);
  return read ? compareCharts(chart, read, names) : 'unreadable';
};

/** The labels of the arrows on a line of the diagram, as the differences write them. */
const labelsOn = (text: string, line: number): readonly string[] => {
  const { chart } = fromMermaid(text);
  return chart!.states.flatMap((state) => state.transitions).filter((transition) => transition.places[0]?.line === line + 1).map((transition) => transitionLabel(transition).replace(/\s+/g, ' ').trim());
};

describe.each(charts)('the diagram of %s', (_, chart) => {
  const diagram = toMermaid(chart);

  test('is the same as the chart, and so it is by another hand', () => {
    expect(against(chart, diagram)).toEqual([]);
    expect(against(chart, reworked(diagram))).toEqual([]);
    expect(against(chart, diagram.split('\n').filter((line) => !line.trim().startsWith('%%')).join('\n'))).toEqual([]);
  });

  test('with any one arrow deleted is different, and the arrow is named', () => {
    for (const arrow of arrowsIn(diagram)) {
      const found = against(chart, withArrow(diagram, arrow, undefined));
      expect(named(found, labelsOn(diagram, arrow.line)[arrow.part]!), `${arrow.from} --> ${arrow.to} : ${arrow.label}`).toBe(true);
    }
  });

  test('with any one arrow led elsewhere is different, and the arrow is named', () => {
    for (const arrow of arrowsIn(diagram)) {
      for (const id of idsIn(diagram)) {
        if (id === arrow.to) continue;
        const found = against(chart, withArrow(diagram, arrow, id));
        expect(named(found, labelsOn(diagram, arrow.line)[arrow.part]!), `${arrow.from} --> ${arrow.to}, now ${id} : ${arrow.label}`).toBe(true);
      }
    }
  });

  test('that starts elsewhere is different', () => {
    for (const id of idsIn(diagram)) {
      const other = diagram.replace(/\[\*\] --> (\S+)/, `[*] --> ${id}`);
      if (other !== diagram) expect(against(chart, other)).not.toEqual([]);
    }
  });
});

/** Whether a difference is about an arrow with this label; or about the one that is left of several, which must say so itself. */
function named(found: readonly Difference[] | 'unreadable', label: string): boolean {
  return found !== 'unreadable' && found.some((difference) => difference.arrow?.endsWith(label === '' ? '' : ` : ${label}`));
}

/** The XState module that is written for a chart, loaded from its text as if it stood in diagrams/. */
async function written(chart: Chart): Promise<AnyStateMachine> {
  const path = join(root, 'diagrams', 'written.xstate.ts');
  const texts = new Map([[path, toXState(chart, { from: 'diagrams' })], [join(root, 'machines', 'by-hand.ts'), 'export class ValueError extends Error {}']]);
  const exports = await createLoader({ texts })(path);
  return Object.values(exports)[0] as AnyStateMachine;
}

describe.each(charts)('the XState machine of %s', (_, chart) => {
  let machine: AnyStateMachine;
  beforeAll(async () => {
    machine = await written(chart);
  });
  const read = (other: AnyStateMachine) => compareCharts(chart, fromXState(other).chart, { a: 'the chart', b: 'the XState machine' });

  test('is the same as the chart, with its meta or without', () => {
    expect(read(machine)).toEqual([]);
  });

  test('with any one target led elsewhere is different, and the state it leaves is named', () => {
    for (const { path, state, target } of targetsIn(machine)) {
      for (const key of Object.keys(machine.config.states as object)) {
        if (key === target) continue;
        const found = read(edited(machine, path, key));
        expect(found.map((difference) => difference.state), `${state} --> ${target}, now ${key}`).toContain(decodeKey(state));
        expect(found.some((difference) => difference.arrow !== undefined)).toBe(true);
      }
    }
  });

  test('with any one transition dropped is different, and the state it leaves is named', () => {
    for (const { path, state } of targetsIn(machine)) {
      const found = read(edited(machine, path.slice(0, -1), undefined));
      expect(found.map((difference) => difference.state), path.join('.')).toContain(decodeKey(state));
    }
  });

  test('that starts elsewhere is different', () => {
    for (const key of Object.keys(machine.config.states as object)) {
      if (key !== machine.config.initial) expect(read(edited(machine, ['initial'], key)).length, key).toBeGreaterThan(0);
    }
  });

  test('with a final that is none is different', () => {
    for (const state of chart.states.filter((each) => each.kind === 'final')) {
      expect(read(edited(machine, ['states', state.id, 'type'], undefined)).length).toBeGreaterThan(0);
    }
  });
});

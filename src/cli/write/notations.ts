/** Every notation that a chart can be printed in, by the name `--to` knows. Each is loaded when it is asked for. */
import type { Chart } from '../../chart/chart.ts';

export interface Notation {
  readonly says: string;
  /** How its file ends, where `compile` writes one. */
  readonly ending?: string;
  /** `from` is the folder the text will stand in: imports in it start there. */
  readonly write: (chart: Chart, from: string) => Promise<string>;
}

export const notations: Readonly<Record<string, Notation>> = {
  mermaid: { says: 'a Mermaid state diagram', ending: '.mmd', write: async (chart) => (await import('../../format/mermaid/write/write.ts')).toMermaid(chart) },
  svg: { says: 'a picture', ending: '.svg', write: async (chart) => (await import('../../format/dot/svg.ts')).toSvg(chart) },
  xstate: { says: 'an XState v5 machine, as a TypeScript module', ending: '.xstate.ts', write: async (chart, from) => (await import('../../format/xstate/write/module.ts')).toXState(chart, { from }) },
  'xstate-json': { says: 'its config as JSON, implementations by name', ending: '.xstate.json', write: async (chart) => (await import('../../format/xstate/write/json.ts')).toXStateJson(chart) },
  dot: { says: 'a Graphviz graph', write: async (chart) => (await import('../../format/dot/dot.ts')).toDot(chart) },
  chart: { says: "the chart itself, as yieldchart's own JSON", write: async (chart) => `${JSON.stringify(chart, undefined, 2)}\n` },
};

/** The notations that `compile` writes, with the endings of their files. */
export const written: readonly (Notation & { readonly ending: string })[] = Object.values(notations).filter((notation): notation is Notation & { ending: string } => notation.ending !== undefined);

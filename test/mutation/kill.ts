/**
 * A chart in, what becomes of each of its mutants out, told over each of three ways: the chart itself, the diagram that is drawn of it and read back, the XState machine
 * that is written of it and read back. What brute force finds different has to be caught, and where it was broken.
 */
import { createMachine } from 'xstate';
import { asDrawn } from '../../src/chart/drawn.ts';
import type { Chart } from '../../src/chart/chart.ts';
import { agreementOf } from '../../src/check/compare.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';
import { toMermaid } from '../../src/format/mermaid/write/write.ts';
import { toXStateJson } from '../../src/format/xstate/write/json.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';
import { type Bounds, bruteForce } from './brute-force.ts';
import { kinds, type Mutant, mutantsOf } from './mutants.ts';

export const channels = ['chart', 'diagram', 'config'] as const;
export type Channel = (typeof channels)[number];

/**
 * `named`: a difference names the place where it was broken. `shown`: there is a shortest way on which it shows, and no line. `renamed`: the same up to a name that is
 * shown. `elsewhere`: a difference is named, but somewhere else. `undecided`: the checker says that it cannot tell. `missed`: brute force tells them apart, and the
 * checker does not. `wider`: brute force finds no difference within its bounds, and the checker names one. `equivalent`: neither finds any.
 * `unwritten`: what is broken so cannot be written in that notation, and its writer or reader says so. `endless`: it goes round for ever, and is not asked about.
 */
export const fates = ['named', 'shown', 'renamed', 'elsewhere', 'undecided', 'missed', 'wider', 'equivalent', 'unwritten', 'endless'] as const;
export type Fate = (typeof fates)[number];

export interface Told {
  readonly mutant: Mutant;
  readonly channel: Channel;
  readonly fate: Fate;
  /** What the checker said. */
  readonly said: string;
  /** The word on which brute force saw them part. */
  readonly word: readonly string[];
}

/** Up to so many of each kind, spread over the chart. */
export function killed(chart: Chart, bounds: Bounds, most: number): readonly Told[] {
  const all = mutantsOf(chart);
  return kinds.flatMap((kind) => {
    const some = all.filter((mutant) => mutant.kind === kind);
    return some.filter((_, at) => Math.floor((at * most) / some.length) !== Math.floor(((at - 1) * most) / some.length)).flatMap((mutant) => channels.map((channel) => fateOf(chart, mutant, channel, bounds)));
  });
}

/** `bounds.drawn`: code is compared by what it is called even in a config, which does not say what it is. */
export function fateOf(chart: Chart, mutant: Mutant, channel: Channel, bounds: Bounds): Told {
  const drawn = channel === 'diagram' || (channel === 'config' && bounds.drawn === true);
  // A drawing says the whole condition on each arrow, and nothing of their order.
  const read = drawn && mutant.kind === 'reordered' ? undefined : written(mutant.chart, channel);
  if (!read) return { mutant, channel, fate: 'unwritten', said: '', word: [] };
  // What was meant to be broken may not be drawn at all; so it is the drawings that are tried.
  const [whole, broken] = channel === 'diagram' ? [asDrawn(chart), asDrawn(mutant.chart)] : [chart, mutant.chart];
  const brute = bruteForce(whole, broken, { ...bounds, drawn });
  const word = brute.kind === 'different' ? brute.word : [];
  if (brute.kind === 'endless') return { mutant, channel, fate: 'endless', said: '', word };
  const found = agreementOf(whole, channel === 'diagram' ? asDrawn(read) : read, { a: 'the chart', b: `the ${channel}` }, { drawn });
  const said = [...found.differences.map(({ message }) => message), ...(found.undecided ? [found.undecided] : [])].join(' ');
  const isDifferent = brute.kind === 'different';
  const fate = (): Fate => {
    if (found.level !== undefined) return found.names.length > 0 && isDifferent ? 'renamed' : isDifferent ? 'missed' : 'equivalent';
    if (found.undecided !== undefined && found.differences.length === 0) return 'undecided';
    if (!isDifferent) return 'wider';
    if (found.differences.some(({ state, message }) => mutant.at.some((id) => state === id || message.includes(id)))) return 'named';
    return found.differences.length > 0 ? 'elsewhere' : 'shown';
  };
  return { mutant, channel, fate: fate(), said, word };
}

/** The mutant as it is read back. */
function written(chart: Chart, channel: Channel): Chart | undefined {
  switch (channel) {
    case 'chart':
      return chart;
    case 'diagram': {
      const read = fromMermaid(toMermaid(chart), { name: chart.name });
      return read.chart && !read.diagnostics.some(({ severity }) => severity === 'error') ? { ...read.chart, name: chart.name } : undefined;
    }
    case 'config': {
      try {
        const read = fromXState(createMachine(JSON.parse(toXStateJson(chart)) as never));
        return read.diagnostics.length === 0 ? read.chart : undefined;
      } catch {
        return undefined;
      }
    }
  }
}

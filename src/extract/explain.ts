/**
 * What the compiler made of a machine, and why: of each event where it was taken from, of each variable whether it is control
 * or context, of each state what it stands for. It stands beside the chart, where no comparison sees it.
 */
import type { Place } from '../chart/chart.ts';
import { constantText } from '../chart/label.ts';
import type { Graph } from '../flow/graph.ts';
import type { Configuration } from '../interpret/explore.ts';
import { constantIn } from '../interpret/values/fold.ts';
import { placeOf } from '../syntax/lines.ts';
import type { Type } from '../syntax/types/type.ts';
import type { Arrivals } from './alphabet.ts';
import { type ExplainedEvent, explainEvents } from './explain-events.ts';
import { listed } from './explain-lines.ts';
import { type Decided, type ExplainedVariable, explainVariables, fieldName } from './explain-variables.ts';

export interface Explanation {
  readonly events: readonly ExplainedEvent[];
  /** In source order: those of the machine, then those of the coroutines that it delegates to. */
  readonly variables: readonly ExplainedVariable[];
  /** The waiting states and the choices of the chart; none where the machine was refused. */
  readonly states: readonly ExplainedState[];
  /** Every `yield` of the machine. */
  readonly waits: readonly Place[];
}

export interface ExplainedState {
  /** Its id in the chart. */
  readonly id: string;
  /** What is known of control there: `light is 'RED'`. */
  readonly holds: readonly string[];
}

/** The configurations that became one state, by its id. */
export type Members = ReadonlyMap<string, readonly Configuration[]>;

/** Of a machine that could not be read at all. */
export const nothingExplained: Explanation = { events: [], variables: [], states: [], waits: [] };

export function explain(decided: Decided, arrivals: Arrivals, received: Type, members: Members): Explanation {
  const { graph } = decided;
  return {
    events: explainEvents(arrivals, received, graph),
    variables: explainVariables(decided),
    states: [...members].map(([id, configurations]) => ({ id, holds: holdsIn(configurations, decided) })),
    waits: waitsIn(graph),
  };
}

/** The control variables that have a value in all the configurations, with their values in order. */
function holdsIn(configurations: readonly Configuration[], { graph, classification }: Decided): string[] {
  const fields = new Map([...classification.fields.values()].flat().map((field) => [field.holder, fieldName(field)]));
  const [first] = configurations;
  return [...(first?.control.keys() ?? [])].filter((binding) => !graph.temporaries.has(binding)).flatMap((binding) => {
    const values = configurations.map(({ control }) => control.get(binding));
    const constants = values.map((value) => value && constantIn(value));
    if (!constants.every((constant) => constant !== undefined)) return [];
    return [`${fields.get(binding) ?? binding.name} is ${listed([...new Set(constants.map(constantText))]).replace(/ and (?=\S+$)/, ' or ')}`];
  });
}

function waitsIn(graph: Graph): Place[] {
  const places = graph.blocks.flatMap(({ terminal }) => (terminal.kind === 'yield' ? [placeOf(graph.moduleOf(terminal.node), terminal.node.start)] : []));
  return [...new Map(places.map((place) => [`${place.file}:${place.line}:${place.column}`, place])).values()].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : 0));
}

/**
 * Mermaid text in, a chart out: our own reader, without a DOM, for state diagrams that we or people wrote.
 *
 * It reads what is visible. `%%` lines and front matter say nothing, nor do Mermaid's ids where a state has a label. What
 * a diagram cannot show is left open: types, context, tags, which code a name stands for. A state labelled `H` or `H*` in another one is its
 * history, shallow or deep; one from which a lone arrow leads to the end is a final state with a name.
 */
import type { Chart, State } from '../../../chart/chart.ts';
import { type Diagnostic, diagnose, refuses } from '../../../diagnostic/diagnostic.ts';
import { boxesOf } from './boxes.ts';
import { lineageOf, resolveJoins } from './forks.ts';
import { partsOf } from './kinds.ts';
import { linesOf } from './lines.ts';
import { place } from './placed.ts';
import { readStates } from './states.ts';

export interface ReadOptions {
  /** What the machine is called; a diagram does not say. */
  readonly name?: string;
  /** Where the text is from, for the places in the chart and in what is said. */
  readonly file?: string;
}

export interface Read {
  /** Absent where something refuses it. */
  readonly chart?: Chart;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The chart that the diagram shows. Its places are the lines of the diagram; an action list is one action.
 *
 * @example
 * fromMermaid('stateDiagram-v2\n[*] --> RED\nRED --> GREEN : next').chart.states.map((state) => state.id) // ['RED', 'GREEN']
 */
export function fromMermaid(text: string, { name = '', file = '' }: ReadOptions = {}): Read {
  const at = { ...(file && { file }), ...(name && { machine: name }) };
  const [first, ...rest] = linesOf(text);
  const header = first && HEADER.exec(first.text);
  if (!header) return { diagnostics: [diagnose('syntax-error', { message: 'A state diagram begins with the line `stateDiagram-v2`.' }, { ...at, span: first?.span ?? { start: 0, end: 0 } })] };

  const gathered = boxesOf(header[1] === undefined ? rest : [{ ...first, text: header[1] }, ...rest], at);
  const placed = place(gathered, at);
  if ([...gathered.diagnostics, ...placed].some(refuses)) return { diagnostics: [...gathered.diagnostics, ...placed] };
  const drawn = partsOf(gathered.root, at);
  const joins = resolveJoins(gathered.boxes, () => lineageOf(drawn.parts), at);
  const { parts, diagnostics } = joins ? partsOf(gathered.root, at) : drawn;
  const { initial, states, diagnostics: more } = readStates(parts, gathered, { at, file, line: first });
  const said = [...gathered.diagnostics, ...placed, ...(joins ?? []), ...diagnostics, ...more];
  if (!initial || said.some(refuses)) return { diagnostics: said };
  return { chart: { name, file, parameters: [], context: [], alphabet: alphabetOf(states), initial, states, dependencies: [] }, diagnostics: said };
}

const HEADER = /^stateDiagram(?:-v2)?(?:\s+(.+))?$/i;

/** The events on the arrows; open where a wildcard takes the rest. */
function alphabetOf(states: readonly State[]): Chart['alphabet'] {
  const triggers = states.flatMap((state) => state.transitions.map((transition) => transition.trigger));
  const types = triggers.flatMap((trigger) => (trigger.kind === 'event' ? [trigger.type] : trigger.kind === 'any' ? trigger.but : []));
  const events = [...new Set(types)].map((type) => ({ type, form: 'string' as const, fields: [] }));
  return { events, open: triggers.some((trigger) => trigger.kind === 'any') };
}

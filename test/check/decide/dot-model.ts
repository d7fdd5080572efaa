/**
 * The DOT of learnt Mealy machines → tables, inputs and outputs numbered alike in all of them. An edge says `input/output`, or in HTML
 * `input | input<br />output`; where edges say only an input, the states' labels are what is seen of them. `__start0` points at the start.
 * What is not understood is an error.
 */
import type { Table } from '../../../src/check/decide/table.ts';
import { type Step, tableOf } from './tables.ts';

interface Model {
  readonly start: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly edges: readonly Edge[];
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly input: string;
  readonly output: string;
}

export function readModels(texts: readonly string[]): readonly Table[] {
  const models = texts.map(read);
  const inputs = numbered(models.flatMap(({ edges }) => edges.map(({ input }) => input)));
  const outputs = numbered(models.flatMap(({ edges }) => edges.map(({ output }) => output)));
  const marks = numbered(models.flatMap(({ labels }) => [...labels.values()]));
  return models.map(({ start, labels, edges }) => {
    const states = numbered([...labels.keys()]);
    const rows = Array.from(states, (): Step[] => Array.from(inputs, () => 'refused'));
    for (const { from, to, input, output } of edges) {
      const row = rows[states.get(from)!]!;
      if (row[inputs.get(input)!] !== 'refused') throw new Error(`${from} has two ways on ${input}.`);
      row[inputs.get(input)!] = { to: states.get(to)!, output: outputs.get(output)! };
    }
    const isMoore = edges.every(({ output }) => output === '');
    return tableOf(states.get(start)!, [...labels.values()].map((label) => (isMoore ? marks.get(label)! : 0)), rows);
  });
}

function read(text: string): Model {
  const states = [...text.matchAll(/^\s*(\w+)\s*\[(?:.*\s)?label="?(\w*)"?.*\];?\s*$/gm)];
  const arrows = [...text.matchAll(/^\s*(\w+)\s*->\s*(\w+)\s*(?:\[label=(?:"(.*)"|<(.*)>)\])?;?\s*$/gm)];
  if (arrows.length !== text.split('->').length - 1) throw new Error('Some arrow was not read.');
  const start = arrows.find(([, from]) => from === '__start0');
  if (!start) throw new Error('Nothing points at the start.');
  return {
    start: start[2]!,
    labels: new Map(states.flatMap(([, name, label]) => (name === '__start0' ? [] : [[name!, label!]]))),
    edges: arrows.flatMap((arrow) => (arrow === start ? [] : edgesOf(arrow))),
  };
}

function edgesOf([, from, to, plain, html]: readonly (string | undefined)[]): readonly Edge[] {
  const [inputs, output] = html === undefined ? /^([^/]*)\/?(.*)$/.exec(plain!)!.slice(1) : html.split('<br />');
  return (html === undefined ? [inputs!] : inputs!.split('|')).map((input) => ({ from: from!, to: to!, input: input.trim(), output: output!.trim() }));
}

function numbered(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(texts)].sort().map((text, number) => [text, number]));
}

/**
 * A tour: one machine through every room of the house, in the order of design, each with what it makes of it.
 * The first thing to read.
 */
import { describe, expect, it } from 'vitest';
import { compareCharts } from '../src/check/index.ts';
import { compile, toDot, toMermaid, toXState } from '../src/compile.ts';
import { readAlphabet } from '../src/extract/alphabet.ts';
import { liveness } from '../src/flow/liveness.ts';
import { lower } from '../src/flow/lower/lower.ts';
import { createUsage } from '../src/flow/usage.ts';
import { fromMermaid } from '../src/format/mermaid/read/read.ts';
import { aliasesIn } from '../src/interpret/objects/alias.ts';
import { askedAfter } from '../src/interpret/code/asked.ts';
import { classify } from '../src/interpret/variables/classify.ts';
import { explore } from '../src/interpret/explore.ts';
import { toldApart } from '../src/interpret/objects/identity.ts';
import { createPurity } from '../src/interpret/code/purity.ts';
import { leaves } from '../src/interpret/tree.ts';
import { createTyping } from '../src/interpret/values/typing.ts';
import { findMachines } from '../src/syntax/machines.ts';
import { generatorTypes } from '../src/syntax/types/generator.ts';
import { createProject } from '../src/syntax/project.ts';
import { start } from '../src/index.ts';

const source = `
export function* door(): Generator<'shut' | 'open', void, 'push' | 'lock'> {
  let open = false, uses = 0;
  while (true) {
    const event = yield open ? 'open' : 'shut';
    if (event === 'lock' && !open) return;
    if (event === 'push') {
      open = !open;
      uses += 1;
      console.log(uses);
    }
  }
}
`;
const host = { read: (path: string) => (path === 'door.ts' ? source : undefined) };

describe('a door goes through the house', () => {
  const project = createProject(host);
  const { module, diagnostics } = project.module('door.ts');
  const [found] = findMachines(module!, project);

  it('syntax: parses the text, and finds the exported generator with its types', () => {
    expect(diagnostics).toEqual([]);
    expect(found!.name).toBe('door');
    expect(generatorTypes(found!.node, module!, project).received?.text).toBe("'push' | 'lock'");
  });

  const graph = lower(found!.node, module!);
  const usage = createUsage(graph);
  const live = liveness(graph, usage);
  const waiting = graph.blocks.find((block) => block.terminal.kind === 'yield')!;

  it('flow: makes basic blocks, of which one waits; two variables live through it', () => {
    expect(graph.blocks.filter((block) => block.terminal.kind === 'yield')).toHaveLength(1);
    expect([...live.whileWaiting(waiting.id)].map((binding) => binding.name).sort()).toEqual(['open', 'uses']);
  });

  const types = generatorTypes(found!.node, module!, project);
  const typing = createTyping(graph, project, types.received!);
  const { control, fields, remembered, nameless } = classify(graph, live, typing, new Map(), new Map());

  it('interpret: what the name is chosen by is control, what is only counted is not', () => {
    expect([...control].map((binding) => binding.name)).toEqual(['open']);
  });

  const arrivals = readAlphabet(types.received!, graph, project);
  const explored = explore(
    { name: 'door', graph, project, usage, live, typing, pure: createPurity(graph, typing, project), looks: createPurity(graph, typing, project, 'expressions'), answers: createPurity(graph, typing, project, 'bodies'), aliases: aliasesIn(graph, typing), told: toldApart({ graph, typing }), control, fields, remembered, nameless, asked: askedAfter(graph, usage), maxValues: 256, carried: new Map(), spent: { walks: 0, work: 0 } },
    () => arrivals.arrivals,
  );

  it('interpret: walks to every configuration, with a fact that holds in each', () => {
    expect([...explored.configurations.values()].map(({ kind, label }) => [kind, label])).toEqual([
      ['start', undefined],
      ['wait', { kind: 'string', value: 'shut' }],
      ['wait', { kind: 'string', value: 'open' }],
    ]);
    const ways = [...explored.ways.values()].flat().flatMap(({ tree }) => leaves(tree));
    expect(ways.map(({ end }) => end.kind)).toEqual(['wait', 'wait', 'return', 'wait', 'wait']);
  });

  const chart = compile(['door.ts'], host).machines[0]!.chart!;

  it('extract: gives the chart, in the words of the code', () => {
    expect(chart.states.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['atomic shut', 'atomic open', 'final done']);
    expect(chart.context.map(({ name, type }) => `${name}: ${type}`)).toEqual(['uses: number']);
    expect(chart.states[0]!.transitions.map(({ target, actions }) => [target, actions.map(({ name }) => name)])).toEqual([
      ['open', ['uses += 1', 'console.log(uses)']],
      ['done', []],
    ]);
  });

  it('format: writes it as a diagram, which reads back as the same chart', () => {
    const text = toMermaid(chart);
    expect(text).toContain('shut --> open : push / uses += 1, console.log(uses)\n');
    expect(compareCharts(chart, fromMermaid(text).chart!)).toEqual([]);
    expect(toDot(chart)).toMatch(/^digraph/);
  });

  it('format: writes it as an XState module', () => {
    const text = toXState(chart);
    expect(text).toContain("push: { target: 'open', actions: ['uses += 1', 'console.log(uses)'] }");
    expect(text).toContain('export const door = setup({');
  });

  it('runtime: and the generator itself runs as it always did', () => {
    function* same(): Generator<'shut' | 'open', void, 'push'> {
      for (;;) {
        yield 'shut';
        yield 'open';
      }
    }
    const coroutine = start(same);
    coroutine.send('push');
    expect(coroutine.value).toBe('open');
  });
});

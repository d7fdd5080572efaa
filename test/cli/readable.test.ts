import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCharts, type NamedChart } from '../../src/check/index.ts';
import { chartIn, findReadable } from '../../src/cli/read/readable.ts';

async function read(word: string): Promise<NamedChart> {
  const found = await findReadable(word, undefined, process.cwd(), {});
  if (!('readable' in found)) throw new Error(`${word} is not read`);
  return chartIn(found.readable);
}

describe('what is written of a machine', () => {
  const stems = readdirSync('diagrams', { encoding: 'utf8', recursive: true }).filter((file) => file.endsWith('.xstate.json')).map((file) => `diagrams/${file.replace('.xstate.json', '')}`);

  test.each(stems)('is read back as one chart from its module, its JSON and its diagram: %s', async (stem) => {
    const [module, json, diagram] = [await read(`${stem}.xstate.ts`), await read(`${stem}.xstate.json`), await read(`${stem}.mmd`)];
    for (const [a, b] of [[module, json], [json, diagram], [module, diagram]] as const) expect(checkCharts({ a, b })).toMatchObject({ kind: 'same', level: 'identical', differences: [] });
    expect(checkCharts({ a: diagram, b: json })).toMatchObject({ kind: 'same', differences: [] });
  });
});

/**
 * Machines learnt from real TCP stacks, TLS and MQTT servers and Bluetooth devices: against themselves in another order, and with each single thing
 * about them changed. They lie beside the repository; without them this is skipped, and says so; in CI it fails.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { distinguish } from '../../../src/check/decide/equivalence.ts';
import { minimise } from '../../../src/check/decide/minimise.ts';
import type { Table } from '../../../src/check/decide/table.ts';
import { reached } from '../../../src/check/decide/walk.ts';
import { readModels } from './dot-model.ts';
import { changed, seenOn, shortestOverPairs, spread } from './tables.ts';

const folder = new URL('../../../../shared/data/models/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.dot')) : [];

test.runIf(process.env.CI)('has models to read in CI', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.skipIf(files.length === 0)('a learnt model', () => {
  test.each(files)('%s does the same as its copy in another order, and has its own least table', (file) => {
    const model = read(file);
    for (const most of [1, 3]) {
      const copy = spread(model, most, 1);
      expect(distinguish(model, copy).kind).toBe('same');
      expect(minimise(copy).table).toEqual(minimise(model).table);
    }
  });

  test.each(files)('%s is told apart, as early as can be, from each mutant that differs, and from no other', (file) => {
    const model = read(file);
    const copy = spread(model, 1, 2);
    const outputs = new Set(copy.output);
    for (const state of reached(copy)) {
      for (let input = 0; input < copy.inputs; input++) {
        const at = state * copy.inputs + input;
        if (copy.next[at]! < 0) continue;
        judge(model, changed(copy, { kind: 'output', at, value: outputs.size + 1 }), 'different');
        judge(model, changed(copy, { kind: 'refused', at, value: 0 }), 'different');
        for (let value = 0; value < copy.states; value++) judge(model, changed(copy, { kind: 'to', at, value }));
      }
      judge(model, changed(copy, { kind: 'mark', at: state, value: -1 }), 'different');
    }
  });

  test.each(['two_client_will_retain', 'tcp_server', 'cc26'])('of a %s is told apart from the others as a walk over all pairs of states tells them apart', (kind) => {
    const models = readModels(files.filter((file) => file.includes(kind)).map(text));
    expect(models.length).toBeGreaterThan(2);
    for (const a of models) for (const b of models) judge(a, b);
  });
});

function read(file: string): Table {
  return readModels([text(file)])[0]!;
}

function text(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

function judge(a: Table, b: Table, expected?: 'different'): void {
  const found = distinguish(a, b);
  const length = shortestOverPairs(a, b);
  expect(found.kind).toBe(expected ?? (length === undefined ? 'same' : 'different'));
  if (found.kind === 'same') return;
  expect(found.word.length).toBe(length);
  expect(seenOn(a, found.word)).not.toEqual(seenOn(b, found.word));
}

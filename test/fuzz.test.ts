/**
 * Random programs, run in four ways: what each does as a generator, its control-flow graph, its chart and its XState machine
 * must do, step by step, and other words for the same program must give the same chart.
 * `FUZZ_SEED=7 FUZZ_PROGRAMS=5000` searches elsewhere, and longer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundle } from './fuzz/bundle.ts';
import { campaign } from './fuzz/crew.ts';
import { faults } from './fuzz/faults.ts';
import { replay } from './fuzz/replay.ts';
import { summary } from './fuzz/report.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 1);
const programs = Number(process.env['FUZZ_PROGRAMS'] ?? 1000);
const found = new URL('fuzz/found/', import.meta.url);

describe('what was found once', () => {
  for (const file of readdirSync(found)) {
    test(`${file} does as its generator does`, () => {
      const verdict = replay(readFileSync(new URL(file, found), 'utf8'));
      expect(verdict.kind, verdict.kind === 'failed' ? verdict.story : undefined).toBe('same');
    });
  }
});

describe('random programs', () => {
  test('do the same in each way that they are run', { timeout: 600_000 }, async () => {
    const made = await bundle();
    const done = await campaign(made, { programs, seed });
    made.remove();
    console.log(summary(done));
    expect(done.failures).toEqual([]);
    // Most of what a person would write is charted, not refused.
    expect(done.same / done.run).toBeGreaterThan(0.8);
  });
});

describe('a fault that is planted in the compiler is found by as many programs, or by as many of other seeds', () => {
  test.each(faults)('$name', { timeout: 600_000 }, async ({ file, find, put, foundBy }) => {
    expect(readFileSync(file, 'utf8').split(find), `${file} has this in one place: ${find}`).toHaveLength(2);
    const made = await bundle((path, text) => (path === file ? text.replace(find, () => put) : text));
    let failures: readonly unknown[] = [];
    if (foundBy) ({ failures } = await campaign(made, { programs: 1, from: foundBy.program, seed: foundBy.seed, first: true, whole: true }));
    for (let more = 0; more < 3 && failures.length === 0; more += 1) ({ failures } = await campaign(made, { programs, seed: seed + more, first: true, whole: true }));
    made.remove();
    expect(failures).not.toEqual([]);
  });
});

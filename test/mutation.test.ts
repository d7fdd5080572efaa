import { describe, expect, test } from 'vitest';
import { gallery } from './check/gallery.ts';
import { add, empty, ofGallery, ofRandom, type Table } from './mutation/table.ts';

const CHARTS = Number(process.env['CHARTS'] ?? 25);

/** How many mutants came to one of these. */
function of({ counts }: Table, ...fates: readonly string[]): number {
  return [...counts].reduce((sum, [key, often]) => sum + (fates.some((fate) => key.endsWith(` ${fate}`)) ? often : 0), 0);
}

describe('a chart that is broken in one place', () => {
  test('is told from the whole one, at that place, wherever brute force finds that it does something else: machines of the gallery', { timeout: 120_000 }, () => {
    const table = empty();
    for (const [at, chart] of gallery().entries()) if (at % 4 === 0) add(table, ofGallery(chart, 1));
    expect(table.missed).toEqual([]);
    expect(of(table, 'undecided', 'elsewhere')).toBe(0);
    expect(of(table, 'named')).toBeGreaterThan(100);
  });

  test('is told from the whole one wherever brute force finds that it does something else: random charts, nested and parallel', { timeout: 120_000 }, () => {
    const table = empty();
    for (const told of ofRandom(CHARTS, 8)) add(table, told);
    expect(table.missed).toEqual([]);
    expect(of(table, 'named')).toBeGreaterThan(10 * CHARTS);
  });
});

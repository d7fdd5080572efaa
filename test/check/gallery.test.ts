/** The gallery, checked whole: each generator against the XState module and the diagram that are written for it. */
import { describe, expect, test } from 'vitest';
import { tell } from '../../src/check/index.ts';
import { gallery } from './gallery.ts';
import { checked } from './checked.ts';

describe('each machine of the gallery', () => {
  test.each(gallery().map((piece) => [piece.chart.name, piece] as const))('is the same in all its forms, everything exercised: %s', async (_, { chart }) => {
    const verdict = await checked(chart);
    expect(verdict.kind, tell(verdict).join('\n')).toBe('same');
  });
});

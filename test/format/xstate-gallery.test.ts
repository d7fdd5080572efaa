/** What is written for real machines, read by TypeScript itself. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { gallery, root } from '../check/gallery.ts';
import { typeErrors } from './xstate-written.ts';

describe('under strict, TypeScript finds nothing wrong with', () => {
  test('the whole gallery', { timeout: 120_000 }, () => {
    const sources = readdirSync(join(root, 'machines'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join('machines', name));
    const written = gallery().map((chart) => [`diagrams/${chart.file.replaceAll('/', '-')}-${chart.name}.xstate.ts`, toXState(chart, { from: 'diagrams' })]);
    const runtime = ['src/index.ts', "export * from '../../../../src/index.ts';"];
    expect(typeErrors(Object.fromEntries([runtime, ...sources.map((path) => [path, readFileSync(join(root, path), 'utf8')]), ...written]))).toBe('');
  });

  test.each(Object.entries({
    'a guard and an action whose names are longer than a line': `
      export function* level(tell: (what: string) => void): Generator<'steady', void, { type: 'set'; celsius: number; fahrenheit: number }> {
        let last = 0;
        while (true) {
          const event = yield 'steady';
          if (event.celsius >= 10 && event.celsius <= 90 && event.fahrenheit > 50 && event.fahrenheit < 194 && event.celsius !== last) {
            last = event.celsius;
            tell('the temperature that somebody has just set is one that we can keep up with, so this is what we shall do now');
          }
        }
      }`,
    'a default that reads the parameter before it': `
      export function* limiter(low = 1, high = low * 3, input = [high]): Generator<'low' | 'fine' | 'high', number, { type: 'set'; to: number }> {
        let value = low;
        while (true) {
          const event = yield value <= low ? 'low' : value >= high ? 'high' : 'fine';
          if (event.to > 100) return input[0] ?? 0;
          value = event.to;
        }
      }`,
  }))('%s', { timeout: 60_000 }, (_, source) => {
    const { machines } = compile(['machines/m.ts'], { read: (path) => (path === 'machines/m.ts' ? source : undefined) });
    const files = machines.map(({ chart, stem }) => [`machines/${stem}.xstate.ts`, toXState(chart!)] as const);
    expect(files).not.toEqual([]);
    expect(typeErrors({ 'machines/m.ts': source, ...Object.fromEntries(files) })).toBe('');
  });
});

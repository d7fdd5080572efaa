/** Every picture, looked at in Chromium in both schemes. Without Chromium this is skipped, and says so; in CI it fails. */
import * as fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSvg } from '../../src/format/dot/svg.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';
import { type Style, lineWidth, styles } from '../../src/format/dot/text.ts';
import { all } from '../charts.ts';
import { statecharts } from '../statechart.ts';
import { type Scheme, hasChromium, inspectSvg, launchChromium } from './inspect.ts';
import { charts, sketches } from './sketch.ts';

const schemes: readonly Scheme[] = ['light', 'dark'];
const diagrams = new URL('../../diagrams/', import.meta.url);
const committed = readdirSync(diagrams).filter((file) => file.endsWith('.svg'));
const random = fc.sample(charts, { numRuns: 30, seed: 2 });
/** Some have states within states within states, and arrows from each to any: nobody would draw them, and they can be read. */
const nested = fc.sample(statecharts({ depth: 2 }), { numRuns: Number(process.env['RUNS'] ?? 8), seed: 3 });
const drawnByHand = new URL('../format/mermaid-by-hand/', import.meta.url);
const byHand = readdirSync(drawnByHand).filter((file) => file.endsWith('.mmd')).flatMap((file) => {
  const { chart } = fromMermaid(readFileSync(new URL(file, drawnByHand), 'utf8'), { name: file.replace('.mmd', ''), file });
  return chart ? [[file, chart] as const] : [];
});

test.runIf(process.env.CI)('has a browser to look with in CI', () => {
  expect(hasChromium).toBe(true);
});

describe.skipIf(!hasChromium)('in Chromium', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  const problems = async (svg: string): Promise<unknown[]> => {
    const found = [];
    for (const scheme of schemes) for (const problem of await inspectSvg(page, svg, scheme)) found.push({ scheme, ...problem });
    return found;
  };

  test.each(committed)('diagrams/%s can be read', async (file) => {
    expect(await problems(readFileSync(new URL(file, diagrams), 'utf8'))).toEqual([]);
  });

  test.each([...all, ...sketches].map((chart) => [chart.name, chart] as const))('the picture of %s can be read', async (_, chart) => {
    expect(await problems(await toSvg(chart))).toEqual([]);
  });

  test.each(random.map((chart, index) => [index, chart] as const))('the picture of random chart %i can be read', async (_, chart) => {
    expect(await problems(await toSvg(chart))).toEqual([]);
  });

  test.each(byHand)('the picture of mermaid-by-hand/%s can be read', async (_, chart) => {
    expect(await problems(await toSvg(chart))).toEqual([]);
  });

  test.each(nested.map((chart, index) => [index, chart] as const))('the picture of random nested chart %i can be read', async (_, chart) => {
    expect(await problems(await toSvg(chart))).toEqual([]);
  });

  test.each(['system-ui', 'sans-serif', 'DejaVu Sans', 'Liberation Sans', 'Verdana', 'Arial'])('no word set in %s is wider than the room kept for it', async (font) => {
    const words = fc.sample(fc.oneof(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 })), { numRuns: 300, seed: 3 });
    const set = (Object.keys(styles) as Style[]).flatMap((style) => words.map((text) => ({ text, style, ...styles[style] })));
    const widths = await page.evaluate(({ set, font }) => {
      const context = document.createElement('canvas').getContext('2d')!;
      return set.map(({ text, size, bold, italic }) => {
        context.font = `${italic ? 'italic ' : ''}${bold ? '600 ' : ''}${size}px "${font}"`;
        return context.measureText(text).width;
      });
    }, { set, font });
    const tooWide = set.filter(({ text, style }, index) => widths[index]! > lineWidth({ spans: [{ text, style }], above: 0 }) + 0.1);
    expect(tooWide.map(({ text, style }) => ({ text, style }))).toEqual([]);
  });

  test('a picture embedded as an image follows the scheme of the reader', async () => {
    const svg = await toSvg(all[0]!);
    const shots = [];
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.setContent(`<img src="data:image/svg+xml,${encodeURIComponent(svg)}">`);
      shots.push((await page.locator('img').screenshot({ omitBackground: true })).toString('base64'));
    }
    expect(shots[0]).not.toBe(shots[1]);
  });

  describe('the inspector finds', () => {
    const svg = (...inside: string[]): string => `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${inside.join('')}</svg>`;
    const text = (x: number, y: number, more = ''): string => `<text x="${x}" y="${y}" font-size="14" fill="#777"${more}>words</text>`;
    const kinds = async (drawing: string, scheme: Scheme = 'light'): Promise<string[]> => (await inspectSvg(page, drawing, scheme)).map((problem) => problem.kind);
    const dark = ' style="fill:#222"';

    test.each([
      ['nothing wrong where nothing is', svg(text(50, 50, dark)), []],
      ['a text on another text', svg(text(50, 50, dark), text(60, 55, dark)), ['text-overlaps-text']],
      ['a text on an arrowhead', svg(text(50, 50, dark), '<path class="head" fill="#888" d="M45,45 L55,48 L45,51Z"/>'), ['text-overlaps-arrowhead']],
      ['a text that the edge of the view cuts', svg(text(180, 50, dark)), ['text-crosses-edge']],
      ['a text wider than its shape', svg('<g><rect x="40" y="30" width="30" height="30" fill="#fff"/>', text(42, 50, dark), '</g>'), ['text-leaves-shape']],
      ['a text too pale for the page', svg(text(50, 50)), ['low-contrast']],
      ['a text too pale for its shape, which the page would have carried', svg('<g><rect x="30" y="20" width="100" height="60" fill="#555"/>', text(50, 50, dark), '</g>'), ['low-contrast']],
      ['a painted background', svg('<rect width="200" height="100" fill="#fff"/>', text(50, 50, dark)), Array(4).fill('background')],
      ['a file that is no XML', '<svg xmlns="http://www.w3.org/2000/svg"><text>a & b</text></svg>', ['not-well-formed']],
    ])('%s', async (_, drawing, expected) => {
      expect(await kinds(drawing)).toEqual(expected);
    });

    test('a text that is only too pale in the dark', async () => {
      expect([await kinds(svg(text(50, 50, dark)), 'light'), await kinds(svg(text(50, 50, dark)), 'dark')]).toEqual([[], ['low-contrast']]);
    });
  });
});

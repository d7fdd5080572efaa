/** The style sheet of a drawing: two palettes, and one set of fonts. Colours were chosen for a contrast of at least 4.5 for every text. */
import type { Mark } from '../marks.ts';
import { type Style, styles } from './text.ts';

type Palette = { readonly [name in 'line' | 'ink' | 'soft' | 'event' | 'fill' | 'edge' | 'name' | 'note']: string };

const light: Palette = { line: '#7d8796', ink: '#3d4656', soft: '#5b6577', event: '#1f2937', fill: '#eef3ff', edge: '#8fa6dc', name: '#1b2a4a', note: '#4a5a7d' };
const dark: Palette = { line: '#7f8a9b', ink: '#c3ccd9', soft: '#9aa5b5', event: '#eef2f8', fill: '#1c2740', edge: '#52689c', name: '#e8eefc', note: '#a9b7d6' };

const colours: { readonly [S in Style]: keyof Palette } = {
  title: 'event',
  about: 'soft',
  name: 'name',
  note: 'note',
  question: 'ink',
  event: 'event',
  guard: 'ink',
  action: 'soft',
  ending: 'ink',
};

/** CSS that only touches what stands inside `.yieldchart`, so that a drawing put into a page leaves the page alone. */
export function styleSheet({ marked, nested }: { readonly marked: boolean; readonly nested: boolean }): string {
  const fonts = (Object.keys(styles) as Style[]).map((style) => {
    const { size, bold, italic } = styles[style];
    return `.yieldchart .${style}{font-size:${size}px;fill:var(--${colours[style]})${bold ? ';font-weight:600' : ''}${italic ? ';font-style:italic' : ''}}`;
  });
  return [
    '',
    `.yieldchart{${variables(light)};background:transparent}`,
    `@media (prefers-color-scheme:dark){.yieldchart{${variables(dark)}}}`,
    '.yieldchart text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;white-space:pre}',
    ...fonts,
    '.yieldchart rect,.yieldchart path,.yieldchart .ring{fill:none;stroke:var(--edge);stroke-width:1.2}',
    '.yieldchart .state rect{fill:var(--fill)}',
    '.yieldchart .line,.yieldchart .end rect,.yieldchart .choice path,.yieldchart .ring,.yieldchart .cross{stroke:var(--line)}',
    '.yieldchart .cross{stroke-width:1.6;stroke-linecap:round}',
    '.yieldchart .head,.yieldchart .dot{fill:var(--line);stroke:none}',
    ...(nested ? nestedStyles : []),
    ...(marked ? markStyles() : []),
    '',
  ].join('\n');
}

/** What only a drawing with states in states has. */
const nestedStyles: readonly string[] = [
  '.yieldchart{--group:#f8faff}',
  '@media (prefers-color-scheme:dark){.yieldchart{--group:#121a2b}}',
  '.yieldchart .group rect{fill:var(--group)}',
  '.yieldchart .region rect{stroke-dasharray:5 4}',
  '.yieldchart .round{fill:var(--fill);stroke:var(--edge);stroke-width:1.2}',
  '.yieldchart .bar{fill:var(--line);stroke:none}',
];

/** The dashes and gaps of marked lines: whoever sees no colour still tells them apart. */
export const PATTERNS: { readonly [M in Mark]: readonly number[] } = { added: [], removed: [5, 4], changed: [12, 3, 2, 3] };

const MARKED: { readonly [M in Mark]: { readonly light: string; readonly dark: string; readonly width: number } } = {
  added: { light: '#1a7f37', dark: '#3fb950', width: 2.6 },
  removed: { light: '#cf222e', dark: '#f85149', width: 1.4 },
  changed: { light: '#9a6700', dark: '#d29922', width: 2.2 },
};

function markStyles(): readonly string[] {
  const marks = Object.keys(MARKED) as Mark[];
  const colours = (scheme: 'light' | 'dark'): string => marks.map((mark) => `--${mark}:${MARKED[mark][scheme]}`).join(';');
  return [
    `.yieldchart{${colours('light')}}`,
    `@media (prefers-color-scheme:dark){.yieldchart{${colours('dark')}}}`,
    ...marks.map((mark) => {
      const lines = ['.state', '.group', '.choice', '.end'].map((kind) => `.yieldchart ${kind}.${mark}>rect,.yieldchart ${kind}.${mark}>path`);
      const dashes = PATTERNS[mark].length === 0 ? '' : `;stroke-dasharray:${PATTERNS[mark].join(' ')}`;
      return `${[...lines, `.yieldchart .${mark} .line:not([pathLength])`].join(',')}{stroke:var(--${mark});stroke-width:${MARKED[mark].width}${dashes}}`;
    }),
    ...marks.map((mark) => `.yieldchart .${mark} .line[pathLength]{stroke:var(--${mark});stroke-width:${MARKED[mark].width}}.yieldchart .${mark} .head{fill:var(--${mark})}`),
  ];
}

function variables(palette: Palette): string {
  return Object.entries(palette).map(([name, colour]) => `--${name}:${colour}`).join(';');
}

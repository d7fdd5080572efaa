/**
 * Looks at a picture in a real browser, as a reader would, and says what is wrong with it. Knows of our drawings only
 * that an arrowhead has the class `head`; all else is asked of the browser: where texts are, what they stand on, what is painted.
 */
import { existsSync } from 'node:fs';
import { type Browser, type Page, chromium } from 'playwright-core';

export type Scheme = 'light' | 'dark';

export interface Problem {
  readonly kind: 'not-well-formed' | 'text-overlaps-text' | 'text-overlaps-arrowhead' | 'text-crosses-edge' | 'text-leaves-shape' | 'low-contrast' | 'background';
  /** What it is about, for a person. */
  readonly what: string;
}

/** The colour of the page below a transparent picture: white, and GitHub's dark. */
const pages: { readonly [S in Scheme]: string } = { light: '#ffffff', dark: '#0d1117' };

const EXECUTABLE = '/usr/bin/chromium';

export const hasChromium = existsSync(EXECUTABLE);

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
}

/** Everything wrong with an SVG text, seen in a light or a dark page. */
export async function inspectSvg(page: Page, svgText: string, scheme: Scheme): Promise<Problem[]> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setContent(`<!doctype html><body style="margin:0;background:${pages[scheme]}"></body>`);
  return page.evaluate(inspectInPage, { svgText, under: pages[scheme] });
}

/** Runs in the browser, so it may use nothing from outside itself. */
async function inspectInPage({ svgText, under }: { svgText: string; under: string }): Promise<Problem[]> {
  const document_ = new DOMParser().parseFromString(svgText, 'image/svg+xml');
  const broken = document_.querySelector('parsererror');
  if (broken) return [{ kind: 'not-well-formed', what: broken.textContent ?? '' }];
  const problems: Problem[] = [];
  const svg = document.adoptNode(document_.documentElement) as unknown as SVGSVGElement;
  svg.style.display = 'block';
  document.body.append(svg);

  const texts = [...svg.querySelectorAll('text')];
  const said = (element: Element): string => JSON.stringify(element.textContent);
  const box = (element: Element): DOMRect => element.getBoundingClientRect();
  const SLACK = 0.5;
  const meet = (a: DOMRect, b: DOMRect): boolean => a.left < b.right - SLACK && b.left < a.right - SLACK && a.top < b.bottom - SLACK && b.top < a.bottom - SLACK;
  const within = (a: DOMRect, b: DOMRect): boolean => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

  for (const [index, text] of texts.entries()) {
    for (const other of texts.slice(index + 1)) if (meet(box(text), box(other))) problems.push({ kind: 'text-overlaps-text', what: `${said(text)} and ${said(other)}` });
    for (const head of svg.querySelectorAll('.head')) if (meet(box(text), box(head))) problems.push({ kind: 'text-overlaps-arrowhead', what: said(text) });
    if (!within(box(text), box(svg))) problems.push({ kind: 'text-crosses-edge', what: said(text) });
    const shape = text.parentElement?.querySelector(':scope > rect, :scope > path:not(.line, .head, .cross)');
    if (shape && !within(box(text), box(shape))) problems.push({ kind: 'text-leaves-shape', what: said(text) });
  }

  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const rgb = (colour: string): number[] => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    return Array.from(pixel.getImageData(0, 0, 1, 1).data).slice(0, 3);
  };
  const luminance = (colour: string): number => {
    const [r, g, b] = rgb(colour).map((channel) => channel / 255).map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string): number => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light! + 0.05) / (dark! + 0.05);
  };
  document.documentElement.style.height = `${box(svg).height}px`;
  for (const span of [...svg.querySelectorAll('tspan'), ...texts.filter((text) => text.querySelector('tspan') === null)]) {
    const { left, top, width, height } = box(span);
    const [x, y] = [left + width / 2, top + height / 2];
    const painted = [...svg.querySelectorAll<SVGGeometryElement>('rect, circle, path, polygon, ellipse')].reverse().find((shape) => {
      const matrix = shape.getScreenCTM();
      return matrix && getComputedStyle(shape).fill !== 'none' && shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()));
    });
    const ground = painted ? getComputedStyle(painted).fill : under;
    const ratio = contrast(getComputedStyle(span).fill, ground);
    if (ratio < 4.5) problems.push({ kind: 'low-contrast', what: `${said(span)} on ${ground}: ${ratio.toFixed(2)}` });
  }

  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svgText)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const drawing = canvas.getContext('2d', { willReadFrequently: true })!;
  drawing.drawImage(image, 0, 0);
  const { data, width, height } = drawing.getImageData(0, 0, canvas.width, canvas.height);
  for (const [x, y] of [[0, 0], [width - 1, 0], [0, height - 1], [width - 1, height - 1]] as const) {
    if (data[(y * width + x) * 4 + 3] !== 0) problems.push({ kind: 'background', what: `the pixel at ${x},${y} is painted` });
  }
  return problems;
}

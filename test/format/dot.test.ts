/** What is drawn of a chart, and that any words whatever can be: without a browser (test/pictures looks at it in one). */
import { instance } from '@viz-js/viz';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart/chart.ts';
import { actionName } from '../../src/chart/label.ts';
import { dotOf, toDot } from '../../src/format/dot/dot.ts';
import { layOut } from '../../src/format/dot/layout.ts';
import { shapesIn } from '../../src/format/dot/group.ts';
import { loopRoute } from '../../src/format/dot/loop.ts';
import { overlapsOf } from '../../src/format/dot/overlap.ts';
import { pictureOf } from '../../src/format/dot/picture.ts';
import { dashes, polyline } from '../../src/format/dot/route.ts';
import { ringLayout } from '../../src/format/dot/ring.ts';
import { sceneOf } from '../../src/format/dot/scene.ts';
import { layoutOf, toSvg } from '../../src/format/dot/svg.ts';
import { lineWidth } from '../../src/format/dot/text.ts';
import { LONGEST_LINE, visible, wrapCode, wrapWords } from '../../src/format/dot/wrap.ts';
import { Bug } from '../../src/diagnostic/diagnostic.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';
import { all, demo, door, login, runningAverage, trafficLight } from '../charts.ts';
import { charts, sketch, sketches } from '../pictures/sketch.ts';
import { statecharts } from '../statechart.ts';

/** The words of a drawing, text by text. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inside]) => inside!.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('', ' ', '\\', '\\N', '\\', '"', '>]', '</table>', '&amp;', '<b>', ']]>', '\ud800', '\u0000', '__proto__', '日本語の状態', '👩‍👩‍👧 family', 'a'.repeat(300)));

describe('the picture of a chart', () => {
  test('has a shape for each state, one arrow for all transitions between the same two, and the start', () => {
    const { shapes, arrows } = pictureOf(login);
    expect(shapes.map((shape) => shape.kind)).toEqual(['start', 'choice', 'state', 'state', 'end']);
    expect(arrows.map(({ from, to }) => `${from} ${to}`)).toEqual(['start s1', 's1 s2', 's1 s4', 's2 s3', 's2 s2', 's2 s4', 's3 s2', 's3 s4']);
  });

  test('gathers parallel transitions under each other', () => {
    const { arrows } = pictureOf(sketch('gathered', [['a', 'b', 'x'], ['b', 'a', 'back'], ['a', 'b', 'y', 'ok']]));
    expect(arrows[1]!.lines.map((line) => line.spans.map((span) => span.text).join(''))).toEqual(['x', 'y [ok]']);
  });

  test('says what is returned once, at the end, where every way there returns the same', () => {
    const { shapes, arrows } = pictureOf(login);
    expect(shapes.at(-1)!.lines[0]!.spans).toEqual([{ text: "return 'blocked'", style: 'ending' }]);
    expect(JSON.stringify(arrows)).not.toContain('return');
  });

  test('leaves it to the arrows where they return different things', () => {
    const [first, ...others] = login.states;
    const returns = { pieces: ["'other'"] };
    const { shapes, arrows } = pictureOf({ ...login, states: [{ ...first!, transitions: first!.transitions.map((transition) => (transition.returns ? { ...transition, returns } : transition)) }, ...others] });
    expect(shapes.at(-1)!.lines).toEqual([]);
    expect(JSON.stringify(arrows)).toContain("return 'other'");
    expect(JSON.stringify(arrows)).toContain("return 'blocked'");
  });

  test('draws one failure for each thing thrown, told apart from an end by its cross', async () => {
    expect(pictureOf(demo).shapes.filter((shape) => shape.kind === 'fail')).toHaveLength(1);
    const svg = await toSvg(demo);
    expect(count(svg, /class="cross"/g)).toBe(1);
    expect(count(await toSvg(login), /class="cross"/g)).toBe(0);
    expect(textsOf(svg)).toContain('throw error');
  });

  test('shows the title, the description, the input and the context', async () => {
    expect(textsOf(await toSvg(trafficLight)).slice(0, 2)).toEqual(['trafficLight', 'A traffic light.']);
    expect(textsOf(await toSvg(login))).toEqual(expect.arrayContaining(['input: limit = 3', 'context: failed = 0']));
    expect(textsOf(await toSvg(runningAverage))).toContain('context: total = 0, count = 0, average = null');
    expect(textsOf(await toSvg(trafficLight))).toContain('everybody waits');
  });

  test('shows the first sentence of a description, and tells the rest to those who hear it', async () => {
    const svg = await toSvg({ ...trafficLight, description: 'A traffic\nlight. Of v1.2. With\n\nmore to say.' });
    expect(textsOf(svg).slice(0, 2)).toEqual(['trafficLight', 'A traffic light.']);
    expect(svg).toContain('<desc>A traffic light. Of v1.2. With more to say. ');
  });

  test('quotes a name that could not be seen otherwise', () => {
    const any = { kind: 'any', but: [' ', 'x'] } as const;
    const chart = sketch('spaces', [[' ', 'b', ''], ['b', ' a', 'x ']]);
    const { arrows, shapes } = pictureOf({ ...chart, initial: { ...chart.initial, trigger: any } });
    const said = [...shapes, ...arrows].flatMap(({ lines }) => lines.map((line) => line.spans.map((span) => span.text).join('')));
    expect(said).toEqual(["' '", 'b', "' a'", "any but ' ', x", "''", "'x '"]);
  });

  test('refuses a chart with an arrow to nowhere, which is a mistake of ours', () => {
    expect(() => pictureOf({ ...trafficLight, initial: { ...trafficLight.initial, target: 'BLUE' } })).toThrow(Bug);
  });
});

describe('states within states', () => {
  const form = chartOf([
    '[*] --> editing', 'editing : Editing a form', 'editing : entry / open()', 'editing : do / autosave(form) as saver', 'editing : exit / close()', 'editing : key / remember(event)',
    'state editing {', '[*] --> typing', 'typing --> checking : submit', 'checking --> editing : start over', 'editing --> checking : check at once', 'state "H*" as back', '}',
    'editing --> editing : reset', 'editing --> closed : quit', 'closed --> back : again',
  ]);
  const keys = chartOf(['[*] --> keys', 'state keys {', '[*] --> off', 'off --> on : num', '--', '[*] --> low', 'low --> high : caps', '}', 'state shift', 'keys --> shift : done']);
  const said = (lines: readonly { readonly spans: readonly { readonly text: string }[] }[]): string[] => lines.map((line) => line.spans.map(({ text }) => text).join(''));

  test('are a group around them, with its name and what it does in its head; what stays in it is written there too', () => {
    const { groups, shapes, arrows } = pictureOf(form);
    expect(groups.map(({ kind, lines }) => [kind, ...said(lines)])).toEqual([['compound', 'Editing a form', 'entry / open()', 'do / autosave(form) as saver', 'exit / close()', 'key / remember(event)']]);
    expect(shapes.filter(({ within }) => within === groups[0]!.id).map(({ kind, lines }) => [kind, ...said(lines)])).toEqual([['start'], ['state', 'typing'], ['history', 'H*'], ['state', 'checking']]);
    expect(arrows.map(({ lines }) => said(lines).join())).not.toContain('key / remember(event)');
  });

  test('that are active at once are regions with dashed borders, and what only its place tells apart has no name', async () => {
    const { groups } = pictureOf(keys);
    expect(groups.map(({ kind, lines, within }) => [kind, said(lines), within])).toEqual([['parallel', ['keys'], undefined], ['region', [], groups[0]!.id], ['region', [], groups[0]!.id]]);
    const svg = await toSvg(keys);
    expect(count(svg, /<g class="group region">/g)).toBe(2);
    expect(svg).toContain('.yieldchart .region rect{stroke-dasharray:');
    expect(await toSvg(trafficLight)).not.toContain('.region');
  });

  test('are inside of their group, and nothing else is', async () => {
    for (const chart of [form, keys]) {
      const picture = pictureOf(chart);
      const layout = await layoutOf(picture);
      for (const group of picture.groups) {
        const box = layout.groups.get(group.id)!;
        const inside = new Set(shapesIn(picture, group.id));
        for (const { id } of picture.shapes) {
          const { x, y } = layout.shapes.get(id)!;
          expect(Math.abs(x - box.x) * 2 < box.width && Math.abs(y - box.y) * 2 < box.height, `${id} in ${group.id}`).toBe(inside.has(id));
        }
      }
    }
  });

  test('have arrows that end and begin at the border of a group, from outside and from inside', async () => {
    const picture = pictureOf(form);
    const layout = await layoutOf(picture);
    const { id } = picture.groups[0]!;
    const { x, y, width, height } = layout.groups.get(id)!;
    const fromBorder = (point: { x: number; y: number }): number => Math.min(Math.abs(Math.abs(point.x - x) - width / 2), Math.abs(Math.abs(point.y - y) - height / 2));
    const ends = picture.arrows.filter(({ to }) => to === id).map(({ id }) => fromBorder(layout.arrows.get(id)!.tip));
    const begins = picture.arrows.filter(({ from }) => from === id).map(({ id }) => fromBorder(layout.arrows.get(id)!.curve[0]!));
    expect(ends).toHaveLength(3);
    expect(begins).toHaveLength(3);
    for (const distance of [...ends, ...begins]) expect(distance).toBeLessThan(1);
  });

  test('are told to those who do not see them', async () => {
    expect(await toSvg(form)).toContain('Editing a form: is made of Editing a form.typing, Editing a form.H*, Editing a form.checking; entry / open(); do / autosave(form) as saver; exit / close(); begins: goes on to Editing a form.typing;');
  });

  test('an arrow to several of them parts at a bar', () => {
    const [first, ...rest] = keys.states;
    const both = { ...keys, states: [{ ...first!, transitions: [] }, ...rest.map((state) => (state.id === 'shift' ? { ...state, transitions: [{ ...keys.initial, target: rest[1]!.id, also: [rest.at(-2)!.id] }] } : state))] };
    const { shapes, arrows } = pictureOf(both);
    const bar = shapes.find(({ kind }) => kind === 'fork')!;
    expect([arrows.filter(({ to }) => to === bar.id).length, arrows.filter(({ from }) => from === bar.id).length]).toEqual([1, 2]);
  });

  test('can be laid out whatever they are, and no words touch anything', async () => {
    await fc.assert(
      fc.asyncProperty(statecharts({ depth: 3 }), async (chart) => {
        const picture = pictureOf(chart);
        expect(overlapsOf(sceneOf(picture, await layoutOf(picture))).texts).toBe(0);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 10) },
    );
  });

  test('are clusters in DOT, which Graphviz takes without a complaint, and every word of them is said', async () => {
    for (const chart of [form, keys]) {
      const dot = toDot(chart);
      expect((await instance()).render(dot, { format: 'svg' })).toMatchObject({ status: 'success', errors: [] });
      expect(count(dot, /subgraph cluster_/g)).toBe(pictureOf(chart).groups.length);
      const words = dot.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
      for (const line of [...pictureOf(chart).groups, ...pictureOf(chart).arrows].flatMap(({ lines }) => lines.flatMap(({ spans }) => spans.map(({ text }) => text.trim())))) expect(words).toContain(line);
    }
  });

  function chartOf(lines: readonly string[]): Chart {
    const { chart, diagnostics } = fromMermaid(['stateDiagram-v2', ...lines].join('\n'));
    if (!chart) throw new Error(diagnostics.map(({ message }) => message).join(' '));
    return chart;
  }
});

describe('DOT', () => {
  const complaints = async (chart: Chart): Promise<readonly unknown[]> => {
    const { status, errors } = (await instance()).render(toDot(chart), { format: 'dot' });
    return status === 'success' ? errors.map((error) => error.message) : [status, ...errors];
  };

  test('is accepted by Graphviz without a complaint, whatever is written in ASCII', async () => {
    const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(ascii, ascii, ascii, ascii, async (name, other, guard, action) => {
        fc.pre(name !== other);
        expect(await complaints(withWords(name, other, guard, action))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('is accepted in any other alphabet too, though this build of Graphviz may not know how wide it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, anyText, async (name, other, guard, action) => {
        fc.pre(name !== other);
        const unknownWidth = /no value for width of non-ASCII|size too small for label/;
        expect((await complaints(withWords(name, other, guard, action))).filter((message) => !unknownWidth.test(String(message)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('says every word of the chart', () => {
    for (const chart of all) for (const state of chart.states) if (state.kind === 'atomic') expect(toDot(chart).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toContain(state.id);
  });

  test('runs small machines from left to right and larger ones downwards', () => {
    expect(toDot(trafficLight)).toContain('rankdir=LR');
    expect(toDot(sketches.at(-1)!)).toContain('rankdir=TB');
  });
});

describe('SVG', () => {
  test('is the same bytes again', async () => {
    for (const chart of all) expect(await toSvg(chart)).toBe(await toSvg(chart));
  });

  test('stands alone: no script, no link, no id, no number longer than a tenth of a pixel', async () => {
    for (const chart of [...all, ...sketches]) {
      const svg = (await toSvg(chart)).replace('xmlns="http://www.w3.org/2000/svg"', '');
      expect(svg).not.toMatch(/<script|href|url\(|https?:|\sid=|@import|<!--/);
      expect(svg).not.toMatch(/\d\.\d\d(?!;)[^{}]*"/);
    }
  });

  test('tells those who do not see it what it shows', async () => {
    const svg = await toSvg(door);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title>door</title>');
    expect(svg).toContain('<desc>Start: goes on to shut. shut: badge / checked = check(event.id) to checked?. checked?: [checked] / open() to shut; [else] to alarm. alarm: reset to shut.</desc>');
  });

  test('says each word of any transition, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, anyText, async (name, other, guard, action) => {
        fc.pre(name !== other);
        const squeezed = (text: string): string => text.replace(/\s/g, '');
        const words = squeezed(textsOf(await toSvg(withWords(name, other, guard, action))).join(''));
        for (const text of [name, other, ...[actionName([action])].filter(Boolean)]) expect(words).toContain(squeezed(visible(text)));
      }),
      { numRuns: 30 },
    );
  });

  test('has no control character and no half of a pair in it', async () => {
    const svg = await toSvg(withWords('a\u0000b', 'c\ud800', '\u202e', '\u0007'));
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['a\\u{0}b', 'c\\u{d800}']));
    expect(svg).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{Cs}/u);
  });

  test('lets no words touch other words, a shape or an arrowhead, in any chart of up to fifteen states', async () => {
    await fc.assert(
      fc.asyncProperty(charts, async (chart) => {
        const picture = pictureOf(chart);
        expect(overlapsOf(sceneOf(picture, await layoutOf(picture))).texts).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a layout', () => {
  test('is a ring where the states go round, with every state the same way from the middle', () => {
    const layout = ringLayout(pictureOf(trafficLight))!;
    const [red, green, yellow] = ['s1', 's2', 's3'].map((id) => layout.shapes.get(id)!);
    expect(red!.x).toBeLessThan(green!.x);
    expect(green!.x).toBeCloseTo(yellow!.x);
    expect(green!.y).toBeLessThan(yellow!.y);
    expect(red!.y).toBeCloseTo((green!.y + yellow!.y) / 2);
  });

  test.each([
    ['two states', sketch('two', [['a', 'b', 'x'], ['b', 'a', 'y']])],
    ['a way out', sketch('out', [['a', 'b', 'x'], ['b', 'c', 'x'], ['c', 'a', 'x'], ['c', 'done.', 'y']])],
    ['a loop', sketch('loop', [['a', 'b', 'x'], ['b', 'c', 'x'], ['c', 'a', 'x'], ['c', 'c', 'y']])],
    ['a way round that leaves one out', sketch('tail', [['a', 'b', 'x'], ['b', 'c', 'x'], ['c', 'b', 'x']])],
    ['words too long for it', sketch('long', [['a', 'b', 'x', 'one && two && three && four && five && six && seven && eight'.repeat(8)], ['b', 'c', 'x'], ['c', 'a', 'x']])],
  ])('is none with %s', (_, chart) => {
    expect(ringLayout(pictureOf(chart))).toBeUndefined();
  });

  test('that is broken on purpose is seen to be: words on words, on a shape, on a line', async () => {
    const picture = pictureOf(door);
    const [layout] = await layOut([dotOf(picture, { direction: 'TB', apart: 1, loops: 'kept' })]);
    const [first, second] = [...layout!.arrows].filter(([, route]) => route.label);
    const moved = (to: { x: number; y: number }) => sceneOf(picture, { ...layout!, arrows: new Map([...layout!.arrows, [first![0], { ...first![1], label: to }]]) });
    expect(overlapsOf(sceneOf(picture, layout!))).toEqual({ texts: 0, struck: 0, bordered: 0, crossings: 0 });
    expect(overlapsOf(moved(second![1].label!)).texts).toBeGreaterThan(0);
    expect(overlapsOf(moved(layout!.shapes.get('s1')!)).texts).toBeGreaterThan(0);
    expect(overlapsOf(moved(first![1].curve[3]!)).struck).toBeGreaterThan(0);
  });
});

describe('a loop', () => {
  const state = { x: 100, y: 100, width: 60, height: 40 };

  test.each([
    ['right of', { x: 184, y: 100 }, { x: 130, y: 110 }],
    ['left of', { x: 16, y: 100 }, { x: 70, y: 110 }],
    ['above', { x: 100, y: 38 }, { x: 110, y: 80 }],
    ['below', { x: 100, y: 162 }, { x: 110, y: 120 }],
  ])('is drawn between its state and the words %s it', (_, at, tip) => {
    const route = loopRoute(state, { ...at, width: 44, height: 20 });
    expect(route.tip).toEqual(tip);
    expect(route.label).toEqual(at);
    for (const point of polyline(route.curve)) expect(Math.abs(point.x - at.x) < 22 && Math.abs(point.y - at.y) < 10).toBe(false);
  });

  test('does not lie on another arrow where loops say much', async () => {
    const words = 'floor + 1 !== calls[0] && floor + 1 < calls[0] && doors.closed';
    const picture = pictureOf(sketch('lift', [['idle', 'up', 'call', words], ['up', 'up', 'call', words], ['up', 'up', 'passed', words], ['up', 'open', 'passed', 'else'], ['open', 'up', 'closed', words], ['open', 'idle', 'closed', 'else'], ['idle', 'open', 'call', 'else'], ['open', 'open', 'call', words]]));
    expect(overlapsOf(sceneOf(picture, await layoutOf(picture)))).toMatchObject({ texts: 0, struck: 0 });
  });
});

describe('words', () => {
  test('are broken into lines of at most 36 characters, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.array(fc.constantFrom('a.b', '&& ', '|| ', ', ', 'count + 1 < limit ', 'x'.repeat(50)), { maxLength: 30 }).map((parts) => parts.join(''))), (text) => {
        for (const wrap of [wrapWords, wrapCode]) {
          const lines = wrap(visible(text));
          expect(Math.max(0, ...lines.map((line) => [...line].length))).toBeLessThanOrEqual(LONGEST_LINE);
          expect(lines.join('').replace(/\s/g, '')).toBe(visible(text).replace(/\s/g, ''));
        }
      }),
    );
  });

  test('break where a person would break them', () => {
    expect(wrapCode('!event.ok && failed + 1 < limit && now() > start')).toEqual(['!event.ok && failed + 1 < limit', '&& now() > start']);
    expect(wrapCode('total += value, count += 1, average = total / count')).toEqual(['total += value, count += 1,', 'average = total / count']);
    expect(wrapCode("board[cell] === undefined && !hasWon(board.with(cell, 'X'), 'X') && !isFull(board)")).toEqual(['board[cell] === undefined', "&& !hasWon(board.with(cell, 'X'),", "'X')", '&& !isFull(board)']);
  });

  test('take more room than they do in any common font, the more so where they are bold', () => {
    const width = (text: string, style: 'event' | 'guard'): number => lineWidth({ spans: [{ text, style }], above: 0 });
    expect(width('next', 'guard')).toBeCloseTo(12 * 2.26);
    expect(width('next', 'event')).toBeGreaterThan(width('next', 'guard'));
    expect(width('é日👩', 'guard')).toBeCloseTo(12 * (1.05 + 1.1 + 1.4));
  });
});

describe('a line behind words', () => {
  const line = [{ x: 0, y: 0 }, { x: 100, y: 0 }];
  test('is whole where there are none', () => {
    expect(dashes(line, [{ x: 50, y: 30, width: 20, height: 10 }])).toEqual([]);
  });
  test('is left out where they are', () => {
    expect(dashes(line, [{ x: 50, y: 0, width: 20, height: 10 }])).toEqual([40, 20, 40].map((length) => expect.closeTo(length)));
  });
  test('begins with a gap where it begins behind them', () => {
    expect(dashes(line, [{ x: 0, y: 0, width: 20, height: 10 }])).toEqual([0, 10, 90].map((length) => expect.closeTo(length)));
  });
});

/** A chart of two states with any words in every place that takes words. */
function withWords(name: string, other: string, guard: string, action: string): Chart {
  const chart = sketch(name, [[name, other, name, guard, action], [other, name, other, undefined, guard]], { description: `${name} ${guard}` });
  return { ...chart, states: chart.states.map((state) => ({ ...state, kind: 'atomic' as const, note: guard })) };
}

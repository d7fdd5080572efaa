/**
 * Ordinary machines, as experienced programmers write them, in as many styles as came to mind. The chart beside each was
 * drawn by hand before the compiler was asked; it is changed only where the hand was wrong about the source or design.md.
 * What comes of each is expected, failures too: `UPDATE=1` writes test/ordinary/table/expected.json anew, then
 * `npm run docs` the table of docs/ordinary.md.
 */
import { describe, expect, test } from 'vitest';
import { compareDrawings } from './ordinary/table/compare.ts';
import { readExpected, writeExpected } from './ordinary/table/expected.ts';
import { type Judgement, drawing, judge, names } from './ordinary/table/judge.ts';
import { reasons } from './ordinary/table/reasons.ts';

/** As many are exact today. It only goes up. */
const FEWEST_EXACT = 59;

const found = new Map<string, Judgement>();

describe('ordinary machines, against charts drawn by hand', () => {
  test.each(names)('%s comes out as expected', async (name) => {
    const { wrong, ...row } = await judge(name);
    found.set(name, row);
    if (!process.env['UPDATE']) expect(row, `${name}: ${row.verdict}\n${wrong.join('\n')}`).toEqual(readExpected()[name]);
  });

  test('each of them is expected, and no other', () => {
    if (process.env['UPDATE']) writeExpected(Object.fromEntries(names.map((name) => [name, found.get(name)!])));
    expect(Object.keys(readExpected())).toEqual(names);
  });

  test('the table says why where the two differ, and only there', () => {
    const rows = Object.entries(readExpected());
    expect(Object.keys(reasons).toSorted()).toEqual(rows.filter(([, { verdict }]) => verdict !== 'exact').map(([name]) => name));
  });

  test('no fewer are exact than before', () => {
    expect(Object.values(readExpected()).filter(({ verdict }) => verdict === 'exact').length).toBeGreaterThanOrEqual(FEWEST_EXACT);
  });
});

describe('the comparison of two drawings', () => {
  const compare = (hand: string, ours: string) => compareDrawings(drawing(hand), drawing(ours));

  test('takes a choice for the arrows through it', () => {
    const { missing, unexpected, guards } = compare(
      'stateDiagram-v2\n[*] --> a\na --> a : go [n > 0 && ok] / n += 1\na --> b : go [n > 0 && !ok]',
      'stateDiagram-v2\nstate c <<choice>>\n[*] --> a\na --> c : go [n>0] / n += 1\nc --> a : [ok]\nc --> b : [else]',
    );
    expect({ missing, unexpected, guards }).toEqual({ missing: [], unexpected: [], guards: { same: 1, of: 2 } });
  });

  test('counts arrows: two of one event between two states are not one', () => {
    const { missing, hand, ours } = compare('stateDiagram-v2\n[*] --> a\na --> b : go [x] / f()<br/>go [y] / g()', 'stateDiagram-v2\n[*] --> a\na --> b : go');
    expect({ missing, hand, ours }).toEqual({ missing: ['a --> b : go'], hand: { states: 2, arrows: 3 }, ours: { states: 2, arrows: 2 } });
  });

  test('leaves out what comes back and does nothing, but not an error that is caught', () => {
    expect(compare('stateDiagram-v2\n[*] --> a\na --> a : go', 'stateDiagram-v2\n[*] --> a\na --> a : throw')).toMatchObject({ missing: [], unexpected: ['a --> a : throw'] });
  });

  test('tells ends apart by what they return, and an end from a failure', () => {
    expect(compare("stateDiagram-v2\n[*] --> a\na --> [*] : go / return 'won'", 'stateDiagram-v2\n[*] --> a\na --> [*] : go / throw e')).toMatchObject({
      missing: ['the end won', 'a --> the end won : go'],
      unexpected: ['a --> an error : go'],
    });
  });

  test('names the state that only one of them has', () => {
    expect(compare('stateDiagram-v2\n[*] --> a\na --> b : any but y, x', 'stateDiagram-v2\n[*] --> a\na --> b : any but x, y\nb --> c : go')).toMatchObject({
      missing: [],
      unexpected: ['the state c', 'b --> c : go'],
    });
  });
});

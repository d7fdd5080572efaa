/** check: each generator beside the XState machine that was written by hand, as somebody would hold one against the other. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { yieldchart } from './terminal.ts';

const stems = readdirSync('machines/beside-xstate').filter((file) => file.endsWith('.machine.ts')).map((file) => file.replace('.machine.ts', ''));
/** Of these there is nothing but states and events to compare, so it is decided. */
const decided = ['media-player', 'toggle-group', 'word-processor'];

describe('check --against the XState machine', () => {
  test.each(stems)('of %s says that the two do the same', { timeout: 60_000 }, async (stem) => {
    const { out } = await yieldchart(`check machines/beside-xstate/${stem}.ts --against machines/beside-xstate/${stem}.machine.ts --accept-names --json`, process.cwd());
    const { verdicts: [verdict] } = JSON.parse(out) as { verdicts: { kind: string; level: string; reasons: string[] }[] };
    if (stem === 'snake-game') expect(verdict).toMatchObject({ kind: 'undecided', level: 'sequences', reasons: ["what draw is given was not compared: the machine's action has no params"] });
    else expect(verdict).toMatchObject({ kind: 'same', level: decided.includes(stem) ? 'bisimilar' : 'suite', reasons: [] });
  });
});

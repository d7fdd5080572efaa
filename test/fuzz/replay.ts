/**
 * A bug that was found, as a module: the generator `m`, and `events`, what is sent to it. In: its text. Out: whether its
 * machine does as it does now, on many sequences of these events.
 */
import fc from 'fast-check';
import type { Alphabet } from './alphabet.ts';
import { maker, stripped } from './evaluate.ts';
import { step } from './grammar.ts';
import { judge, type Verdict } from './judge.ts';

export function replay(source: string): Verdict {
  const parameters = [...(/function\* m\((.*?)\)(?::| \{)/.exec(source)?.[1] ?? '').matchAll(/\b(?:out|ask|pick|roll|enabled|limit|hint)\b/g)].map(([name]) => name);
  const events = maker<Alphabet['events']>(stripped(source), [], 'events')();
  const alphabet: Alphabet = { events, tests: () => [], subject: (event) => event, cases: [] };
  const shows = new Set<string>();
  const trials = fc.sample(fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }), { numRuns: 300, seed: 1 });
  return judge({ source, beside: '', parameters, alphabet, shows }, trials);
}

/**
 * Whether a number that takes ever more values would go on for ever: it has left behind all that the code could compare it
 * with. Then there is no need to wait until it has taken as many as may be.
 */
import type { Graph } from '../../flow/graph.ts';
import { stripCasts, type Term } from '../values/term.ts';

/** How many values beyond the last landmark show that there is no end. */
const enough = 8;

export type RunsAway = (values: Iterable<Term>) => boolean;

export function createRunsAway(graph: Graph): RunsAway {
  let landmark: number | undefined;
  return (values) => {
    landmark ??= Math.max(...graph.modules.map(({ text }) => highest(text)));
    let beyond = 0;
    for (const term of values) {
      const bare = stripCasts(term);
      if (bare.kind !== 'constant' || bare.constant.kind !== 'number') return false;
      if (Math.abs(bare.constant.value) > landmark) beyond += 1;
    }
    return beyond >= enough;
  };
}

/** What a number may be held against: the numbers in the text, what two of them come to, the length of a list or of a string. */
function highest(text: string): number {
  let number = 0;
  for (const [found] of text.matchAll(/(?<![\w$])\d[\w.]*/g)) number = Math.max(number, Number(found.replaceAll(/[_n]/g, '')) || 0);
  let longest = 0;
  for (const [found] of text.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)) longest = Math.max(longest, found.length);
  return Math.max(number * number, text.split(',').length, longest);
}

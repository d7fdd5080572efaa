/** A campaign in, what is said of it out. */
import type { Campaign } from './crew.ts';

export function summary({ seed, run, same, tally }: Campaign): string {
  const percent = (often: number): string => `${((100 * often) / Math.max(run, 1)).toFixed(1)} %`;
  return [`seed ${seed}: ${run} random programs, ${percent(same)} of them charted and the same:`, ...tally.map(([what, often]) => `${String(often).padStart(6)}  ${what}`)].join('\n');
}

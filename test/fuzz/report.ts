/** A campaign in, what is said of it out. */
import type { Campaign } from './crew.ts';

export function summary({ seed, run, same, tally, shows }: Campaign): string {
  const percent = (often: number, of = run): string => `${((100 * often) / Math.max(of, 1)).toFixed(1)} %`;
  const constructs = shows.map(([construct, often]) => `${percent(often, same).padStart(8)}  ${construct}`);
  return [`seed ${seed}: ${run} random programs, ${percent(same)} of them charted and the same:`, ...tally.map(([what, often]) => `${String(often).padStart(6)}  ${what}`), 'Of those:', ...constructs].join('\n');
}

/** A process of its own: is told what to search for and which programs to try, and tells what became of each. */
import { searcher, type Search, type Tried } from './campaign.ts';

/** What a worker is sent: programs to try, and the kinds of failure that have been told often enough. */
export interface Order {
  readonly search: Search;
  readonly from: number;
  readonly to: number;
  readonly known: readonly string[];
}

/** What it answers: of each program, and at the end of its order. */
export type Answer = Tried | 'ready';

let search: ((index: number) => Tried) | undefined;
let known: readonly string[] = [];

process.on('message', (order: Order) => {
  known = order.known;
  search ??= searcher(order.search, (kind) => known.includes(kind));
  for (let index = order.from; index < order.to; index += 1) process.send!(search(index) satisfies Answer);
  process.send!('ready' satisfies Answer);
});
process.on('disconnect', () => process.exit());

import { stopwatchMachine } from '../../../../machines/beside-xstate/stopwatch.machine.ts';
import { stopwatch } from '../../../../machines/beside-xstate/stopwatch.ts';
import type { Pair } from '../pair.ts';

export const pair: Pair = {
  begin: () => stopwatch(),
  machine: stopwatchMachine,
  words: true,
  data: ({ elapsed, shown }: { elapsed: number; shown: number }) => ({ elapsed, shown }),
  events: ['start', 'stop', 'split', 'reset', 'tick'].map((type) => ({ type })),
};

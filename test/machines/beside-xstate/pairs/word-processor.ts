import { wordProcessorMachine } from '../../../../machines/beside-xstate/word-processor.machine.ts';
import { wordProcessor } from '../../../../machines/beside-xstate/word-processor.ts';
import type { Pair } from '../pair.ts';

export const pair: Pair = {
  begin: () => wordProcessor(),
  machine: wordProcessorMachine,
  words: true,
  events: ['bold', 'italic', 'underline', 'clear'].map((type) => ({ type })),
};

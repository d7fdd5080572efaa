import { mediaPlayerMachine } from '../../../../machines/beside-xstate/media-player.machine.ts';
import { mediaPlayerWithHistory } from '../../../../machines/beside-xstate/media-player.ts';
import type { Pair } from '../pair.ts';

export const pair: Pair = {
  begin: () => mediaPlayerWithHistory(),
  machine: mediaPlayerMachine,
  words: true,
  events: ['power', 'play', 'pause', 'stop'].map((type) => ({ type })),
};

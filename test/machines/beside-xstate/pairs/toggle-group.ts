import { toggleGroupMachine } from '../../../../machines/beside-xstate/toggle-group.machine.ts';
import { toggleGroup } from '../../../../machines/beside-xstate/toggle-group.ts';
import type { Pair } from '../pair.ts';

export const pair: Pair = {
  begin: () => toggleGroup(),
  machine: toggleGroupMachine,
  words: true,
  events: [{ type: 'left' }, { type: 'center' }, { type: 'right' }],
};

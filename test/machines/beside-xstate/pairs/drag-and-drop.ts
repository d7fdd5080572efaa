import * as fc from 'fast-check';
import { dragAndDropMachine } from '../../../../machines/beside-xstate/drag-and-drop.machine.ts';
import { dragAndDrop } from '../../../../machines/beside-xstate/drag-and-drop.ts';
import type { Pair } from '../pair.ts';

const pixel = fc.integer({ min: -500, max: 500 });

export const pair: Pair = {
  begin: (act) => dragAndDrop((box) => act('show', box), (box) => act('drop', box)),
  machine: dragAndDropMachine,
  actions: (act) => ({ show: (_, box) => act('show', box), drop: (_, box) => act('drop', box) }),
  events: [
    { type: 'pointer down', x: 10, y: 20 },
    { type: 'pointer move', x: 13, y: 25 },
    { type: 'pointer up' },
    { type: 'shift down' },
    { type: 'shift up' },
    { type: 'escape' },
  ],
  more: fc.record({ type: fc.constantFrom('pointer down', 'pointer move'), x: pixel, y: pixel }),
};

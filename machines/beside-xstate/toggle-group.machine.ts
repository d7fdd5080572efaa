/** Alignment buttons of which one at most is pressed. The root presses; what is pressed already overrides it. */
import { setup } from 'xstate';

export const toggleGroupMachine = setup({
  types: {
    events: {} as { type: 'left' } | { type: 'center' } | { type: 'right' },
  },
}).createMachine({
  id: 'toggleGroup',
  initial: 'none',
  on: {
    left: '.left',
    center: '.center',
    right: '.right',
  },
  states: {
    none: {},
    left: { on: { left: 'none' } },
    center: { on: { center: 'none' } },
    right: { on: { right: 'none' } },
  },
});

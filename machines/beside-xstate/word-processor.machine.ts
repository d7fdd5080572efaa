/** The three buttons above a text field: each is on or off, whatever the others are. */
import { setup } from 'xstate';

export const wordProcessorMachine = setup({
  types: {
    events: {} as { type: 'bold' | 'italic' | 'underline' | 'clear' },
  },
}).createMachine({
  id: 'wordProcessor',
  type: 'parallel',
  states: {
    bold: {
      initial: 'off',
      states: {
        off: { on: { bold: 'on' } },
        on: { on: { bold: 'off', clear: 'off' } },
      },
    },
    italic: {
      initial: 'off',
      states: {
        off: { on: { italic: 'on' } },
        on: { on: { italic: 'off', clear: 'off' } },
      },
    },
    underline: {
      initial: 'off',
      states: {
        off: { on: { underline: 'on' } },
        on: { on: { underline: 'off', clear: 'off' } },
      },
    },
  },
});

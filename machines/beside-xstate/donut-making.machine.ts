/** A donut, from flour to glaze. The dry and the wet ingredients are made ready side by side, in whatever order. */
import { setup } from 'xstate';

export const donutMakingMachine = setup({
  types: {
    events: {} as
      | { type: 'sift flour' | 'warm milk' | 'whisk eggs' }
      | { type: 'knead' | 'fry' | 'flip' | 'lift out' }
      | { type: 'glaze'; with: string },
    output: {} as { glaze: string },
  },
}).createMachine({
  id: 'donutMaking',
  initial: 'ingredients',
  states: {
    ingredients: {
      type: 'parallel',
      onDone: 'mixed',
      states: {
        flour: {
          initial: 'unsifted',
          states: {
            unsifted: { on: { 'sift flour': 'sifted' } },
            sifted: { type: 'final' },
          },
        },
        milk: {
          initial: 'cold',
          states: {
            cold: { on: { 'warm milk': 'warm' } },
            warm: { on: { 'whisk eggs': 'whisked' } },
            whisked: { type: 'final' },
          },
        },
      },
    },
    mixed: { on: { knead: 'dough' } },
    dough: { on: { fry: 'frying' } },
    frying: {
      initial: 'firstSide',
      states: {
        firstSide: { on: { flip: 'secondSide' } },
        secondSide: { on: { 'lift out': '#donutMaking.draining' } },
      },
    },
    draining: { on: { glaze: 'glazed' } },
    glazed: {
      type: 'final',
      output: ({ event }) => (event.type === 'glaze' ? { glaze: event.with } : undefined),
    },
  },
  output: ({ event }) => event.output as { glaze: string },
});

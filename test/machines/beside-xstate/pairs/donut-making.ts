import { donutMakingMachine } from '../../../../machines/beside-xstate/donut-making.machine.ts';
import { donutMaking } from '../../../../machines/beside-xstate/donut-making.ts';
import type { Pair, Sent } from '../pair.ts';

export const pair: Pair = {
  begin: () => donutMaking(),
  machine: donutMakingMachine,
  names: {
    'ingredients.{flour.unsifted, milk.cold}': 'unsifted flour, cold milk',
    'ingredients.{flour.sifted, milk.cold}': 'sifted flour, cold milk',
    'ingredients.{flour.unsifted, milk.warm}': 'unsifted flour, warm milk',
    'ingredients.{flour.sifted, milk.warm}': 'sifted flour, warm milk',
    'ingredients.{flour.unsifted, milk.whisked}': 'unsifted flour, whisked milk',
  },
  events: [
    ...['sift flour', 'warm milk', 'whisk eggs', 'knead', 'fry', 'flip', 'lift out'].map((type): Sent => ({ type })),
    { type: 'glaze', with: 'lemon' },
  ],
};

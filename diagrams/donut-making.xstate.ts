import { assign, setup } from 'xstate';

type Glaze = { type: 'glaze'; with: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const donutMaking = setup({
  types: {
    context: {} as { output: unknown },
    events: {} as
      | { type: 'sift flour' }
      | { type: 'warm milk' }
      | { type: 'whisk eggs' }
      | { type: 'knead' }
      | { type: 'fry' }
      | { type: 'flip' }
      | { type: 'lift out' }
      | Glaze
      | Thrown
      | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'return { glaze: event.with }': assign({ output: ({ event }) => ({ glaze: (event as Glaze).with }) }),
  },
}).createMachine({
  id: 'donutMaking',
  description:
    'A donut, from flour to glaze. The dry and the wet ingredients are made ready side by side, in whatever ' +
    'order.',
  context: () => ({ output: undefined }),
  initial: 'unsifted flour, cold milk',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'unsifted flour, cold milk': {
      meta: { yields: 'unsifted flour, cold milk', at: 'machines/beside-xstate/donut-making.ts:18:34' },
      on: {
        'sift flour': { target: 'sifted flour, cold milk' },
        'warm milk': { target: 'unsifted flour, warm milk' },
      },
    },
    'sifted flour, cold milk': {
      meta: { yields: 'sifted flour, cold milk', at: 'machines/beside-xstate/donut-making.ts:18:34' },
      on: { 'warm milk': { target: 'sifted flour, warm milk' } },
    },
    'sifted flour, warm milk': {
      meta: { yields: 'sifted flour, warm milk', at: 'machines/beside-xstate/donut-making.ts:18:34' },
      on: { 'whisk eggs': { target: 'mixed' } },
    },
    'unsifted flour, warm milk': {
      meta: { yields: 'unsifted flour, warm milk', at: 'machines/beside-xstate/donut-making.ts:18:34' },
      on: {
        'sift flour': { target: 'sifted flour, warm milk' },
        'whisk eggs': { target: 'unsifted flour, whisked milk' },
      },
    },
    'unsifted flour, whisked milk': {
      meta: { yields: 'unsifted flour, whisked milk', at: 'machines/beside-xstate/donut-making.ts:18:34' },
      on: { 'sift flour': { target: 'mixed' } },
    },
    mixed: {
      meta: { yields: 'mixed', at: 'machines/beside-xstate/donut-making.ts:24:11' },
      on: { knead: { target: 'dough' } },
    },
    dough: {
      meta: { yields: 'dough', at: 'machines/beside-xstate/donut-making.ts:25:11' },
      on: { fry: { target: 'first side' } },
    },
    'first side': {
      meta: { yields: 'first side', at: 'machines/beside-xstate/donut-making.ts:26:11' },
      on: { flip: { target: 'second side' } },
    },
    'second side': {
      meta: { yields: 'second side', at: 'machines/beside-xstate/donut-making.ts:27:11' },
      on: { 'lift out': { target: 'draining' } },
    },
    draining: {
      meta: { yields: 'draining', at: 'machines/beside-xstate/donut-making.ts:29:19' },
      on: { glaze: { target: 'done', actions: 'return { glaze: event.with }' } },
    },
    done: {
      meta: { at: 'machines/beside-xstate/donut-making.ts:30:33' },
      type: 'final',
      output: ({ context }) => context.output,
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

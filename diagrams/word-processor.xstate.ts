import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const wordProcessor = setup({
  types: {
    events: {} as
      | { type: 'bold' }
      | { type: 'italic' }
      | { type: 'underline' }
      | { type: 'clear' }
      | Thrown
      | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'wordProcessor',
  description: 'The three buttons above a text field: each is on or off, whatever the others are.',
  initial: 'bold off, italic off, underline off',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'bold off, italic off, underline off': {
      meta: {
        yields: 'bold off, italic off, underline off',
        at: 'machines/beside-xstate/word-processor.ts:15:38',
      },
      on: {
        bold: { target: 'bold on, italic off, underline off' },
        italic: { target: 'bold off, italic on, underline off' },
        underline: { target: 'bold off, italic off, underline on' },
      },
    },
    'bold on, italic off, underline off': {
      meta: { yields: 'bold on, italic off, underline off', at: 'machines/beside-xstate/word-processor.ts:15:38' },
      on: {
        bold: { target: 'bold off, italic off, underline off' },
        italic: { target: 'bold on, italic on, underline off' },
        underline: { target: 'bold on, italic off, underline on' },
        clear: { target: 'bold off, italic off, underline off' },
      },
    },
    'bold on, italic on, underline off': {
      meta: { yields: 'bold on, italic on, underline off', at: 'machines/beside-xstate/word-processor.ts:15:38' },
      on: {
        bold: { target: 'bold off, italic on, underline off' },
        italic: { target: 'bold on, italic off, underline off' },
        underline: { target: 'bold on, italic on, underline on' },
        clear: { target: 'bold off, italic off, underline off' },
      },
    },
    'bold off, italic on, underline off': {
      meta: { yields: 'bold off, italic on, underline off', at: 'machines/beside-xstate/word-processor.ts:15:38' },
      on: {
        bold: { target: 'bold on, italic on, underline off' },
        italic: { target: 'bold off, italic off, underline off' },
        underline: { target: 'bold off, italic on, underline on' },
        clear: { target: 'bold off, italic off, underline off' },
      },
    },
    'bold off, italic on, underline on': {
      meta: { yields: 'bold off, italic on, underline on', at: 'machines/beside-xstate/word-processor.ts:15:38' },
      on: {
        bold: { target: 'bold on, italic on, underline on' },
        italic: { target: 'bold off, italic off, underline on' },
        underline: { target: 'bold off, italic on, underline off' },
        clear: { target: 'bold off, italic off, underline off' },
      },
    },
    'bold on, italic on, underline on': {
      meta: { yields: 'bold on, italic on, underline on', at: 'machines/beside-xstate/word-processor.ts:15:38' },
      on: {
        bold: { target: 'bold off, italic on, underline on' },
        italic: { target: 'bold on, italic off, underline on' },
        underline: { target: 'bold on, italic on, underline off' },
        clear: { target: 'bold off, italic off, underline off' },
      },
    },
    'bold on, italic off, underline on': {
      meta: { yields: 'bold on, italic off, underline on', at: 'machines/beside-xstate/word-processor.ts:15:38' },
      on: {
        bold: { target: 'bold off, italic off, underline on' },
        italic: { target: 'bold on, italic on, underline on' },
        underline: { target: 'bold on, italic off, underline off' },
        clear: { target: 'bold off, italic off, underline off' },
      },
    },
    'bold off, italic off, underline on': {
      meta: { yields: 'bold off, italic off, underline on', at: 'machines/beside-xstate/word-processor.ts:15:38' },
      on: {
        bold: { target: 'bold on, italic off, underline on' },
        italic: { target: 'bold off, italic on, underline on' },
        underline: { target: 'bold off, italic off, underline off' },
        clear: { target: 'bold off, italic off, underline off' },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

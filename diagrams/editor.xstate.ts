import { assign, setup } from 'xstate';

type Edit = { type: 'edit'; text: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const editor = setup({
  types: {
    context: {} as { write: (text: string) => void; text: string; output: unknown },
    events: {} as
      | Edit
      | { type: 'save' }
      | { type: 'saved' }
      | { type: 'failed' }
      | { type: 'close' }
      | Thrown
      | Returned,
    input: {} as [write: (text: string) => void, text?: string],
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'text = event.text': assign({ text: ({ event }) => (event as Edit).text }),
    'return text': assign({ output: ({ context }) => context.text }),
    'write(text)': ({ context }) => {
      const { write, text } = context;
      write(text);
    },
    'text = answer.text': assign({ text: ({ event }) => (event as Edit).text }),
  },
}).createMachine({
  id: 'editor',
  description:
    'A text that is edited and saved. Shows a flag that is remembered while saving: the same name twice, told ' +
    'apart by it.',
  context: ({ input: [write, text = ''] }) => ({ write, text, output: undefined }),
  initial: 'clean',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    clean: {
      meta: { yields: 'clean', at: 'machines/editor.ts:15:19' },
      on: {
        edit: { target: 'dirty', actions: 'text = event.text' },
        close: { target: 'done', actions: 'return text' },
      },
    },
    dirty: {
      meta: { yields: 'dirty', at: 'machines/editor.ts:15:19' },
      on: {
        edit: { target: 'dirty', actions: 'text = event.text' },
        save: { target: 'saving', actions: 'write(text)' },
      },
    },
    saving: {
      description: 'One may go on typing: what is typed now is not in the file.',
      meta: { yields: 'saving', at: 'machines/editor.ts:28:16' },
      on: {
        edit: { target: 'saving dirty', actions: 'text = answer.text' },
        saved: { target: 'clean' },
        failed: { target: 'dirty' },
      },
    },
    'saving dirty': {
      description: 'One may go on typing: what is typed now is not in the file.',
      meta: { yields: 'saving', at: 'machines/editor.ts:28:16' },
      on: {
        edit: { target: 'saving dirty', actions: 'text = answer.text' },
        saved: { target: 'dirty' },
        failed: { target: 'dirty' },
      },
    },
    done: { meta: { at: 'machines/editor.ts:16:43' }, type: 'final', output: ({ context }) => context.output },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

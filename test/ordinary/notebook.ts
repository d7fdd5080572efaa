/** A notebook that asks before something is lost. The question is a sub-flow, used in two places, and its answer a boolean. */
type NotebookEvent =
  | { type: 'delete'; id: string }
  | { type: 'edit'; id: string }
  | { type: 'change'; text: string }
  | { type: 'save' }
  | { type: 'close' }
  | { type: 'yes' }
  | { type: 'no' };

type Question = 'delete' | 'discard';

function* confirm(what: Question): Generator<`${Question}?`, boolean, NotebookEvent> {
  while (true) {
    const { type } = yield `${what}?` as const;
    if (type === 'yes') return true;
    if (type === 'no') return false;
  }
}

export function* notebook(
  remove: (id: string) => void,
  write: (id: string, text: string) => void,
): Generator<'browsing' | 'reading' | 'editing' | `${Question}?`, never, NotebookEvent> {
  while (true) {
    const event = yield 'browsing';
    if (event.type === 'delete') {
      if (yield* confirm('delete')) remove(event.id);
    } else if (event.type === 'edit') {
      const { id } = event;
      let typed: string | undefined;
      editing: while (true) {
        const change: NotebookEvent = yield typed === undefined ? 'reading' : 'editing';
        switch (change.type) {
          case 'change':
            typed = change.text;
            break;
          case 'save':
            if (typed !== undefined) write(id, typed);
            typed = undefined;
            break;
          case 'close':
            if (typed === undefined || (yield* confirm('discard'))) break editing;
        }
      }
    }
  }
}

export const samples = {
  notebook: {
    args: [() => {}, () => {}],
    events: [
      { type: 'delete', id: 'n1' },
      { type: 'edit', id: 'n2' },
      { type: 'change', text: 'milk' },
      { type: 'save' },
      { type: 'close' },
      { type: 'yes' },
      { type: 'no' },
    ],
  },
};

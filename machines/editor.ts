/** A text that is edited and saved. Shows a flag that is remembered while saving: the same name twice, told apart by it. */
type EditorEvent =
  | { type: 'edit'; text: string }
  | { type: 'save' }
  | { type: 'saved' }
  | { type: 'failed' }
  | { type: 'close' };

export function* editor(
  write: (text: string) => void,
  text = '',
): Generator<'clean' | 'dirty' | 'saving', string, EditorEvent> {
  let dirty = false;
  while (true) {
    const event = yield dirty ? 'dirty' : 'clean';
    if (event.type === 'close' && !dirty) return text;
    if (event.type === 'edit') {
      ({ text } = event);
      dirty = true;
    }
    if (event.type !== 'save' || !dirty) continue;

    write(text);
    dirty = false;
    let answer: EditorEvent;
    do {
      // One may go on typing: what is typed now is not in the file.
      answer = yield 'saving';
      if (answer.type === 'edit') ({ text } = answer);
      if (answer.type === 'edit' || answer.type === 'failed') dirty = true;
    } while (answer.type !== 'saved' && answer.type !== 'failed');
  }
}

export const samples = {
  editor: {
    args: [() => {}, 'draft'],
    events: [{ type: 'edit', text: 'draft 2' }, { type: 'save' }, { type: 'saved' }, { type: 'failed' }, { type: 'close' }],
  },
};

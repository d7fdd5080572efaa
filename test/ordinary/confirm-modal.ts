/** A page whose dangerous buttons ask first. The question is a coroutine, and its result is the answer. */
type PageEvent = 'edit' | 'delete' | 'close' | 'yes' | 'no' | 'escape';

function* confirm<Question extends string>(question: Question): Generator<Question, boolean, PageEvent> {
  for (;;) {
    switch (yield question) {
      case 'yes':
        return true;
      case 'no':
      case 'escape':
        return false;
    }
  }
}

export function* confirmModal(
  remove: () => void,
): Generator<'viewing' | 'editing' | 'Delete it?' | 'Discard your changes?', 'deleted' | 'closed', PageEvent> {
  while (true) {
    const event = yield 'viewing';
    if (event === 'close') return 'closed';
    if (event === 'delete' && (yield* confirm('Delete it?'))) {
      remove();
      return 'deleted';
    }
    if (event !== 'edit') continue;
    do while ((yield 'editing') !== 'close');
    while (!(yield* confirm('Discard your changes?')));
  }
}

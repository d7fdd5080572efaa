/** The modes of a modal editor; whatever key has no meaning of its own in NORMAL is a motion. */
export function* vimModes(edit: (command: string) => void): Generator<'NORMAL' | 'INSERT' | 'VISUAL' | 'PENDING d', void, string> {
  while (true) {
    let key = yield 'NORMAL';
    switch (key) {
      case 'i':
      case 'o':
        if (key === 'o') edit('open line');
        while ((key = yield 'INSERT') !== 'Escape') edit(`insert ${key}`);
        break;
      case 'v':
        do key = yield 'VISUAL';
        while (key !== 'Escape' && key !== 'd' && key !== 'y');
        if (key !== 'Escape') edit(`${key} selection`);
        break;
      case 'd':
        key = yield 'PENDING d';
        if (key === 'd') edit('delete line');
        else if (key === 'w') edit('delete word');
        break;
      case 'ZZ':
        return;
      default:
        edit(`move ${key}`);
    }
  }
}

/** Finds *emphasis* and **strong emphasis** in a text, a character at a time. */
type Style = 'plain' | 'em' | 'strong';

const END = 'end';

export function* emphasis(
  emit: (style: Style, text: string) => void,
): Generator<'plain' | 'after a star' | 'em' | 'strong' | 'strong, after a star', void, string> {
  let text = '';
  const flush = (style: Style) => {
    if (text !== '') emit(style, text);
    text = '';
  };

  while (true) {
    let char = yield 'plain';
    if (char !== '*' && char !== END) {
      text += char;
      continue;
    }
    flush('plain');
    if (char === END) return;

    char = yield 'after a star';
    if (char !== '*') {
      do {
        if (char === END) throw new SyntaxError('* is not closed');
        text += char;
        char = yield 'em';
      } while (char !== '*');
      flush('em');
      continue;
    }

    while (true) {
      char = yield 'strong';
      if (char === '*') {
        char = yield 'strong, after a star';
        if (char === '*') break;
        text += '*';
      }
      if (char === END) throw new SyntaxError('** is not closed');
      text += char;
    }
    flush('strong');
  }
}

export const samples = { emphasis: { args: [() => {}], events: ['a', '*', 'end'] } };

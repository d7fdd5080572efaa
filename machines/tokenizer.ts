/** Cuts text into tokens, one character at a time. Shows a parser as a coroutine: its place in the grammar is its state. */
export interface Token {
  readonly kind: 'number' | 'word' | 'text' | 'sign';
  readonly text: string;
}

const isDigit = (char: string | null): char is string => char !== null && char >= '0' && char <= '9';
const isLetter = (char: string | null): char is string => char !== null && /[a-z_]/i.test(char);

/** Takes characters, and `null` at the end. */
export function* tokenizer(
  emit: (token: Token) => void,
): Generator<'between' | 'in a number' | 'in a word' | 'in a text', void, string | null> {
  let char = yield 'between';
  while (char !== null) {
    let text = char;
    if (isDigit(char)) {
      while (isDigit((char = yield 'in a number'))) text += char;
      emit({ kind: 'number', text });
    } else if (isLetter(char)) {
      while (isLetter((char = yield 'in a word')) || isDigit(char)) text += char;
      emit({ kind: 'word', text });
    } else if (char === '"') {
      text = '';
      while ((char = yield 'in a text') !== '"') {
        if (char === null) throw new SyntaxError(`the text is not closed: "${text}`);
        text += char;
      }
      emit({ kind: 'text', text });
      char = yield 'between';
    } else {
      if (char !== ' ') emit({ kind: 'sign', text });
      char = yield 'between';
    }
  }
}

export const samples = {
  tokenizer: {
    args: [() => {}],
    events: ['a', '7', '"', '+', ' ', null],
  },
};

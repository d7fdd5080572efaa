/** Sorts the words of a command line, one at a time, into options and operands; `null` is the end. */
interface Parsed {
  readonly options: Readonly<Record<string, string>>;
  readonly operands: readonly string[];
}

export function* commandLine(
  flags: readonly string[] = ['verbose', 'help'],
): Generator<'expecting a word' | 'expecting a value' | 'only operands', Parsed, string | null> {
  const options: Record<string, string> = {};
  const operands: string[] = [];

  for (let word = yield 'expecting a word'; word !== null; word = yield 'expecting a word') {
    switch (true) {
      case word === '--':
        for (let rest = yield 'only operands'; rest !== null; rest = yield 'only operands') operands.push(rest);
        return { options, operands };

      case !word.startsWith('--'):
        operands.push(word);
        break;

      case word.includes('='): {
        const [name = '', value = ''] = word.slice(2).split('=');
        options[name] = value;
        break;
      }

      case flags.includes(word.slice(2)):
        options[word.slice(2)] = 'yes';
        break;

      default: {
        const value = yield 'expecting a value';
        if (value === null) throw new Error(`${word} needs a value`);
        options[word.slice(2)] = value;
      }
    }
  }
  return { options, operands };
}

export const samples = {
  commandLine: { args: [['verbose']], events: ['in.txt', '--out=a.txt', '--out', '--verbose', '--', null] },
};

/** Reads comma-separated values, a character at a time, and `null` at the end. */
type Place = 'field start' | 'in field' | 'in quotes' | 'quote in quotes';

export function* csvReader(emit: (row: readonly string[]) => void): Generator<Place, void, string | null> {
  let place = 'field start' as Place;
  let row: string[] = [];
  let field = '';

  const go = (to: Place) => {
    place = to;
  };
  const endField = () => {
    row = [...row, field];
    field = '';
  };
  const endRow = () => {
    endField();
    emit(row);
    row = [];
  };

  while (true) {
    const char: string | null = yield place;
    if (char === null) {
      if (place === 'in quotes') throw new SyntaxError('a quote is not closed');
      endRow();
      return;
    }
    if (place === 'in quotes') {
      if (char === '"') go('quote in quotes');
      else field += char;
    } else if (char === '"' && place !== 'in field') {
      if (place === 'quote in quotes') field += '"';
      go('in quotes');
    } else if (char === ',') {
      endField();
      go('field start');
    } else if (char === '\n') {
      endRow();
      go('field start');
    } else {
      field += char;
      go('in field');
    }
  }
}

export const samples = { csvReader: { args: [() => {}], events: ['a', ',', '"', '\n', null] } };

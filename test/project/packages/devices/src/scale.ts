type Reading<Unit extends string> = { readonly [Kind in `${Unit}s` | `no${Capitalize<Unit>}s`]: { readonly type: Kind; readonly value: number } };

/** A scale that has to rest before it counts. */
export function* scale(): Generator<'empty' | 'moving' | 'at rest', never, Reading<'gram'>['grams'] | { readonly type: 'lifted' }> {
  while (true) {
    let last = yield 'empty';
    while (last.type === 'grams') {
      const reading = yield 'moving';
      if (reading.type === 'grams' && reading.value === last.value) {
        while ((yield 'at rest').type !== 'lifted');
        break;
      }
      last = reading;
    }
  }
}

import paper = require('./paper.cjs');

/** Prints receipts as long as there is paper. */
export function* printer(): Generator<'ready' | 'printing' | 'no paper', never, 'print' | 'printed' | 'refill'> {
  let left = paper.length;
  while (true) {
    while ((yield 'ready') !== 'print');
    while ((yield 'printing') !== 'printed');
    left -= 1;
    if (left > 0) continue;
    while ((yield 'no paper') !== 'refill');
    left = paper.length;
  }
}

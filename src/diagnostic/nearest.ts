/** In: a word that somebody mistyped, and the words there are. Out: the one that was meant, where one is close. */

/** `nearest('mermiad', ['svg', 'mermaid'])` is `'mermaid'`; a third of a word's letters may be wrong. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const close = known.map((name) => ({ name, distance: editDistance(given, name) })).filter(({ name, distance }) => distance <= Math.max(1, name.length / 3));
  return close.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}

/** How many letters must be added, left out or changed (Levenshtein), row by row; letters in another order count once. */
function editDistance(a: string, b: string): number {
  if (sorted(a) === sorted(b)) return a === b ? 0 : 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

function sorted(word: string): string {
  return [...word].toSorted().join('');
}

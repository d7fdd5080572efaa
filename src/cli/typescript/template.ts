/**
 * Texts that are made of parts, as `nav.${Page}` and `Uppercase<Page>` make them. What makes them in, and the order of the parts; a
 * text in, its place among all of them out: by the first part, then by the next. `Uppercase` and its like change letters only.
 */
export interface Template {
  readonly rank: number;
  readonly pattern: RegExp;
  readonly pieces: readonly (readonly string[])[];
}

/** `texts` stand before, between and after the parts; a part without pieces is any text. */
export function templateOf(rank: number, [head = '', ...texts]: readonly string[], pieces: readonly (readonly string[])[]): Template {
  const parts = pieces.map((piece, index) => `(${piece.length === 0 ? '.*' : piece.map(escaped).toSorted((a, b) => b.length - a.length).join('|')})${escaped(texts[index] ?? '')}`);
  return { rank, pattern: new RegExp(`^${escaped(head)}${parts.join('')}$`, 'is'), pieces: pieces.map((piece) => piece.map((text) => text.toLowerCase())) };
}

/** Between the template's own rank and the next. */
export function rankIn(templates: readonly Template[], text: string): number | undefined {
  for (const { rank, pattern, pieces } of templates) {
    const found = pattern.exec(text);
    if (found) return rank + pieces.reduceRight((rest, order, index) => (Math.max(0, order.indexOf(found[index + 1]!.toLowerCase())) + rest) / (order.length + 1), 0);
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

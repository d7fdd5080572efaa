/**
 * Reading a text in; the same, which parses no text twice that it was given lately, out. A project of many files imports the same few from
 * everywhere, and the trees of all of them would take a hundred times as much room as their texts.
 */
import type { parseModule } from '../syntax/parse.ts';

type Parse = typeof parseModule;

/** Trees are kept of so many characters of text, at least those of the last one. */
const MOST = 100_000;

export function remembering(parse: Parse): Parse {
  // The one that was asked for last is the last.
  const kept = new Map<string, { readonly text: string; readonly parsed: ReturnType<Parse> }>();
  let size = 0;
  const drop = (path: string): void => {
    size -= kept.get(path)?.text.length ?? 0;
    kept.delete(path);
  };
  return (path, text) => {
    const before = kept.get(path);
    const parsed = before?.text === text ? before.parsed : parse(path, text);
    drop(path);
    kept.set(path, { text, parsed });
    size += text.length;
    for (const other of kept.keys()) {
      if (size <= MOST || other === path) break;
      drop(other);
    }
    return parsed;
  };
}

/**
 * Pieces of code in, names under which `setup` keeps them out, and back to the code's own text.
 *
 * A guard or an action is called by its text. Where one text means two things (the event has another type there), the second says where it
 * stands, behind a comment: `celsius < wanted // set`. What comes after the last ` // ` is never part of the text, because a text that
 * has such a thing in it always gets one more.
 */
export interface Labels {
  /** The name for this text and implementation; `hints` say where it stands, the most telling first. */
  label(text: string, implementation: string, hints: readonly string[]): string;
  /** A name of ours, as it is. */
  own(text: string, implementation: string): string;
  /** Each name with its implementation, in the order they were asked for. */
  readonly entries: ReadonlyMap<string, string>;
}

/** `reserved` are names with a meaning of their own. */
export function labels(reserved: readonly string[]): Labels {
  const entries = new Map<string, string>();
  return {
    entries,
    own(text, implementation) {
      const name = text.includes(MARK) ? `${text}${MARK}event` : text;
      entries.set(name, implementation);
      return name;
    },
    label(text, implementation, hints) {
      const isFree = (name: string): boolean => (entries.get(name) ?? implementation) === implementation;
      const name = text !== '' && !text.includes(MARK) && !reserved.includes(text) && isFree(text) ? text : marked(text, hints, isFree);
      entries.set(name, implementation);
      return name;
    },
  };
}

/** The text and the first hint with which it is free, else a number. */
function marked(text: string, hints: readonly string[], isFree: (name: string) => boolean): string {
  for (const hint of hints) {
    const name = `${text}${MARK}${hint.replaceAll('//', '/')}`;
    if (hint !== '' && isFree(name)) return name;
  }
  let number = 2;
  while (!isFree(`${text}${MARK}${number}`)) number += 1;
  return `${text}${MARK}${number}`;
}

/** The text that a name stands for. */
export function labelText(name: string): string {
  const at = name.lastIndexOf(MARK);
  return at === -1 ? name : name.slice(0, at);
}

const MARK = ' // ';

/**
 * In: a JSDoc comment. Out: its tags, with the type between the braces as TypeScript would write it.
 */

export interface Tag {
  readonly tag: string;
  /** As TypeScript; nothing where there are no braces. */
  readonly type?: string;
  /** What it is about: a parameter, a property, the name of the type. */
  readonly name: string;
  /** `[name]`, `[name=1]`, or `{type=}`. */
  readonly optional: boolean;
  /** What follows the type, up to the next tag. */
  readonly rest: string;
}

/** `@param {string} [name] what it is` → `{ tag: 'param', type: 'string', name: 'name', optional: true, rest: '[name] what it is' }`. */
export function tagsIn(comment: string): readonly Tag[] {
  const text = comment.replace(/(\r\n|\r|\n)[ \t]*\*? ?/g, '\n').replace(/^\*/, '');
  const starts = [...text.matchAll(/@([a-zA-Z]+)/g)].filter(({ index }) => isAtStart(text, index));
  return starts.map((match, at) => tagOf(match[1]!, text.slice(match.index + match[0].length, starts[at + 1]?.index)));
}

/** A tag stands at the start of its line, not in a sentence or a type. */
function isAtStart(text: string, index: number): boolean {
  return text.slice(text.lastIndexOf('\n', index) + 1, index).trim() === '';
}

function tagOf(tag: string, text: string): Tag {
  const braced = tag === 'import' ? undefined : bracedAt(text);
  const rest = (braced ? text.slice(braced.end) : text).trim();
  const [, bracketed, plain] = /^(?:\[\s*([^\s=\]]+)|([^\s[{]+))/.exec(rest) ?? [];
  const loose = braced && /=\s*$/.test(braced.type) && !/=>\s*$/.test(braced.type);
  return { tag, ...(braced && { type: asTypeScript(braced.type) }), name: bracketed ?? plain ?? '', optional: bracketed !== undefined || Boolean(loose), rest };
}

/** What stands between the first braces, and where they end. */
function bracedAt(text: string): { type: string; end: number } | undefined {
  const start = /^\s*\{/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    const quoted = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/.exec(text.slice(at, at + 200));
    if (quoted) at += quoted[0].length - 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && (depth -= 1) === 0) return { type: text.slice(start, at), end: at + 1 };
  }
  return undefined;
}

/** The older ways to write a type: `Array.<T>`, `?T`, `!T`, `T=`, `*`. */
function asTypeScript(type: string): string {
  const plain = type.trim().replaceAll('.<', '<');
  if (plain === '*' || plain === '?') return 'any';
  const inner = plain.replace(/^\.\.\./, '').replace(/^[!?]|(?<![=>])=$|\?$/g, '');
  const isNullable = /^\?|\?$/.test(plain);
  return isNullable ? `(${inner}) | null` : plain.startsWith('...') ? `(${inner})[]` : inner;
}

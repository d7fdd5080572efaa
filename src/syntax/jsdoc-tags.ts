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
  const starts: { tag: string; index: number; end: number }[] = [];
  let typeEnd = 0;
  for (const { 0: whole, 1: tag, index } of text.matchAll(/(?<=^|\s)@([a-zA-Z]+)/g)) {
    if (index < typeEnd || (starts.length > 0 && isInCode(text, typeEnd, index))) continue;
    const end = index + whole.length;
    starts.push({ tag: tag!, index, end });
    typeEnd = end + (typeOf(tag!, text.slice(end))?.end ?? 0);
  }
  return starts.map(({ tag, end }, at) => tagOf(tag, text.slice(end, starts[at + 1]?.index)));
}

/** Whether it stands between backticks, on its own line: in what is said of a tag, that is no other tag. */
function isInCode(text: string, from: number, index: number): boolean {
  const before = text.slice(Math.max(from, text.lastIndexOf('\n', index)), index);
  return before.split('`').length % 2 === 0;
}

function tagOf(tag: string, text: string): Tag {
  const braced = typeOf(tag, text);
  const rest = (braced ? text.slice(braced.end) : text).trim();
  const [, bracketed, plain] = /^(?:\[\s*([^\s=\]]+)|([^\s[{]+(?:\[\][^\s[{]*)?))/.exec(rest) ?? [];
  const loose = braced && /=\s*$/.test(braced.type) && !/=>\s*$/.test(braced.type);
  return { tag, ...(braced && { type: asTypeScript(braced.type) }), name: bracketed ?? plain ?? '', optional: bracketed !== undefined || Boolean(loose), rest };
}

function typeOf(tag: string, text: string): ReturnType<typeof bracedAt> {
  return tag === 'import' ? undefined : bracedAt(text);
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

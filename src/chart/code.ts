/**
 * A piece of the user's code that a chart carries, as data: text with holes.
 *
 * A guard, an action or an output is the user's own words. Each notation must print them with other names around:
 * a diagram writes `failed + 1 < limit`, an XState guard `context.failed + 1 < context.limit`. So the names that
 * mean something to the machine are references, and the rest is text that stays as it was written.
 */
export interface Code {
  readonly pieces: readonly Piece[];
}

export type Piece = string | Reference;

/** A name in the code that belongs to the machine, or to its module. */
export interface Reference {
  /**
   * `context`: a variable the machine remembers. `event`: the whole value the last `yield` received.
   * `error`: what `.throw(error)` brought. `returned`: what `.return(value)` brought. `module`: a name of the
   * module that declares the machine, or one it imports.
   */
  readonly to: 'context' | 'event' | 'error' | 'returned' | 'module';
  /** The name as the code has it; for an event, the name of the variable that received it. */
  readonly name: string;
  /** The type that a condition elsewhere had narrowed it to, as TypeScript. */
  readonly as?: string;
}

/** Code that refers to nothing. */
export function plainCode(text: string): Code {
  return { pieces: [text] };
}

/** The code as a person reads it: `failed + 1 < limit`. A key that the name after it says again is left out: `{ total: total }` reads as `{ total }`. */
export function codeText({ pieces }: Code): string {
  return pieces.map((piece, at) => (typeof piece !== 'string' ? piece.name : isKeyed(pieces, at) ? piece.replace(/[^{,\s]+: $/, '') : piece)).join('');
}

function isKeyed(pieces: readonly Piece[], at: number): boolean {
  const [text, next, after] = [pieces[at] as string, pieces[at + 1], pieces[at + 2]];
  if (!text.endsWith(': ') || typeof next !== 'object' || typeof after !== 'string' || !text.endsWith(`${next.name}: `)) return false;
  return /[{,]\s*$/.test(text.slice(0, -next.name.length - 2)) && /^(?:,|\s*\}| = )/.test(after);
}

/** Every reference in the code, in the order of the text, with repetitions. */
export function codeReferences(code: Code): readonly Reference[] {
  return code.pieces.filter((piece) => typeof piece !== 'string');
}

/** The text of code with one space wherever there are some, but not in what it quotes. */
export function squeezed(text: string): string {
  return text.replaceAll(/'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|`(?:[^`\\]|\\[^])*`|\s+/g, (piece) => (/^\s/.test(piece) ? ' ' : piece)).trim();
}

/**
 * The same for code that was laid out otherwise: no space but where two words or two signs would run into one, and no comma before a closing bracket.
 *
 * @example compacted('log(\n  "a b",\n  1,\n)') // 'log("a b",1)'
 */
export function compacted(text: string): string {
  const kept: string[] = [];
  let isSpaced = false;
  for (const [piece] of text.matchAll(PIECES)) {
    if (/^\s/.test(piece)) {
      isSpaced = true;
      continue;
    }
    const last = kept.at(-1) ?? '';
    if (/^[)\]}]$/.test(piece) && last === ',' && !/^[,[({]?$/.test(kept.at(-2) ?? '')) kept.pop();
    else if (isSpaced && ((isWord(last) && isWord(piece)) || (/^[-+]$/.test(piece) && last === piece))) kept.push(' ');
    kept.push(piece);
    isSpaced = false;
  }
  return kept.join('');
}

const PIECES = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|`(?:[^`\\]|\\[^])*`|\s+|[\p{ID_Continue}$]+|[^]/gu;

function isWord(piece: string): boolean {
  return /^[\p{ID_Continue}$]/u.test(piece);
}

/**
 * Code in, its text out, with shorthand properties written out where they must be. `{ total }` reads one name twice, as a key and as a variable; once the variable
 * is called `context.total` the two must part.
 */
import type { Code, Reference } from '../../../chart/code.ts';

/** The code with each reference printed by `print`, as `name: print` where it was a shorthand and is no longer called by its name. */
export function printWritten(code: Code, print: (reference: Reference, index: number) => string): string {
  const brackets: string[] = [];
  const texts = code.pieces.map((piece, index) => {
    if (typeof piece === 'string') {
      track(brackets, piece);
      return piece;
    }
    const [before, after] = [code.pieces[index - 1], code.pieces[index + 1]];
    const isShorthand = brackets.at(-1) === '{' && typeof before === 'string' && /[{,]\s*$/.test(before) && typeof after === 'string' && /^\s*[,}]/.test(after);
    const bracketed = print(piece, index);
    // What stands in brackets of its own already needs none for its `as`.
    const isAlone = typeof before === 'string' && /\(\s*$/.test(before) && typeof after === 'string' && /^\s*\)/.test(after);
    const printed = isAlone ? bracketed.replace(/^\((.* as .*)\)$/, '$1') : bracketed;
    return isShorthand && printed !== piece.name ? `${piece.name}: ${printed}` : printed;
  });
  return texts.join('');
}

/** Which brackets are open after `text`; `${` of a template is one of its own. */
function track(brackets: string[], text: string): void {
  for (const token of text.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\$\{|[([{}\])]/g) ?? []) {
    if ('([{${'.includes(token)) brackets.push(token);
    else if (')]}'.includes(token)) brackets.pop();
  }
}

/**
 * Code in, the same code with every shorthand property written out. `{ total }` reads one name twice, as a key and as a variable; once the variable
 * is called `context.total` the two must part.
 */
import type { Code, Piece } from '../../chart/code.ts';

export function writtenOut(code: Code): Code {
  const brackets: string[] = [];
  return {
    pieces: code.pieces.flatMap((piece, index): Piece[] => {
      if (typeof piece === 'string') {
        track(brackets, piece);
        return [piece];
      }
      const [before, after] = [code.pieces[index - 1], code.pieces[index + 1]];
      const isShorthand =
        brackets.at(-1) === '{' && typeof before === 'string' && /[{,]\s*$/.test(before) && typeof after === 'string' && /^\s*[,}]/.test(after);
      return isShorthand ? [`${piece.name}: `, piece] : [piece];
    }),
  };
}

/** Which brackets are open after `text`; `${` of a template is one of its own. */
function track(brackets: string[], text: string): void {
  for (const [token] of text.matchAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\$\{|[([{}\])]/g)) {
    if (/^[([{$]/.test(token)) brackets.push(token);
    else if (/^[)\]}]/.test(token)) brackets.pop();
  }
}

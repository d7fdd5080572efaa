/** Two charts in, the ways of comparing their code that may be right for them out. */
import type { Chart } from '../../chart/chart.ts';
import { codeReferences, codeText, type Code } from '../../chart/code.ts';

/**
 * How code is compared. `code`: as what it refers to, so that the variable that receives an event may be called anything. `text`: as it is
 * written, for a notation that has no more. `name`: actions by what they are called, for a notation that leaves out the end of long ones.
 */
export type Spelling = 'code' | 'text' | 'name';

/** Every way of comparing code that may be right for these two, the most exact first. `drawn`: one of them has only what is drawn. */
export function spellings(a: Chart, b: Chart, drawn: boolean): readonly Spelling[] {
  const [x, y] = [codesOf(a), codesOf(b)];
  const refers = (codes: readonly Code[]): boolean => codes.some((code) => codeReferences(code).length > 0);
  const isBare = refers(x) !== refers(y);
  return ['code', ...(isBare ? ['text' as const] : []), ...(drawn || isShortened(a) || isShortened(b) ? ['name' as const] : [])];
}

/** Whether it was read from something that leaves out the ends of long actions. */
export function isShortened(chart: Chart): boolean {
  return actionsOf(chart).some(({ name, statements }) => name.endsWith('…') && statements.length === 1 && codeText(statements[0]!) === name);
}

function actionsOf({ initial, states }: Chart): Chart['initial']['actions'] {
  return [initial, ...states.flatMap((state) => [...(state.initial ? [state.initial] : []), ...state.transitions])].flatMap(({ actions }) => actions).concat(states.flatMap(({ entry = [], exit = [] }) => [...entry, ...exit]));
}

/** All code of a chart: conditions, actions, what it returns and throws. */
export function codesOf(chart: Chart): readonly Code[] {
  const ways = [chart.initial, ...chart.states.flatMap(({ transitions }) => transitions)];
  return [...ways.flatMap(({ guard, returns, throws }) => [guard, returns, throws].filter((code): code is Code => code !== undefined && code !== 'else')), ...actionsOf(chart).flatMap(({ statements }) => statements)];
}

/** Code as what it refers to, whatever the variable is called that receives. */
export function canonical({ pieces }: Code, variable: (name: string) => string): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      // A variable of the machine and one of its module may be called the same, and are not.
      if (piece.to === 'module') return `$module.${piece.name}`;
      return piece.to === 'context' ? variable(piece.name) : `$${piece.to}`;
    })
    .join('');
}

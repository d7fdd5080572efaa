/**
 * What was answered of one subject that is compared with numbers in, what must be answered to the next such question out; nothing where it is still free.
 * `x === 0` and `0 < x` exclude each other, whatever `x` is: a number, what is taken for one (`'7'`, `null`), or what compares with none.
 */

/** `subject < 3`, `subject === 3` and the like. */
export interface Comparison {
  readonly subject: string;
  readonly operator: '<' | '<=' | '>' | '>=' | '===';
  readonly value: number;
}

export interface Compared {
  readonly comparison: Comparison;
  readonly holds: boolean;
}

/** Every value that the questions could tell from the others is tried: where those that fit what was answered agree, they say it. */
export function forcedBy(answered: readonly Compared[], asked: Comparison): boolean | undefined {
  const fitting = pointsFor([asked, ...answered.map(({ comparison }) => comparison)]).filter((point) => answered.every(({ comparison, holds }) => holdsAt(comparison, point) === holds));
  const answers = new Set(fitting.map((point) => holdsAt(asked, point)));
  return answers.size === 1 ? answers.has(true) : undefined;
}

/** `isNumber`: else only taken for the number where it is compared. */
interface Point {
  readonly at: number;
  readonly isNumber: boolean;
}

function pointsFor(comparisons: readonly Comparison[]): readonly Point[] {
  const values = [...new Set(comparisons.map(({ value }) => value))].sort((a, b) => a - b);
  const between = values.slice(1).map((value, at) => values[at]! / 2 + value / 2);
  return [-Infinity, ...values, ...between, Infinity, NaN].flatMap((at) => [{ at, isNumber: true }, { at, isNumber: false }]);
}

function holdsAt({ operator, value }: Comparison, { at, isNumber }: Point): boolean {
  switch (operator) {
    case '<':
      return at < value;
    case '<=':
      return at <= value;
    case '>':
      return at > value;
    case '>=':
      return at >= value;
    case '===':
      return isNumber && at === value;
  }
}

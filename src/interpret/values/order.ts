/**
 * How two values may still compare with each other, whatever they are: one is less, they are equal, or they do not
 * compare (`NaN`, `undefined`), which fails `<` and `>=` alike.
 */
import { type Comparison, isComparison } from './range.ts';

export interface Order {
  readonly less: boolean;
  readonly equal: boolean;
  readonly more: boolean;
  readonly incomparable: boolean;
}

export const anyOrder: Order = { less: true, equal: true, more: true, incomparable: true };

/** What the two are known to be: of what compares with its like, `===` and `<=` agree. */
export type Alike = 'numbers' | 'strings' | undefined;

export type Relation = Comparison | '===';

export function isRelation(operator: string): operator is Relation {
  return operator === '===' || isComparison(operator);
}

const holding: Readonly<Record<Comparison, readonly (keyof Order)[]>> = { '<': ['less'], '<=': ['less', 'equal'], '>': ['more'], '>=': ['more', 'equal'] };

/** The orders in which the relation may have this outcome. */
function allows(relation: Relation, alike: Alike, holds: boolean): (one: keyof Order) => boolean {
  if (relation !== '===') return (one) => holding[relation].includes(one) === holds;
  // `undefined === undefined`, and `'5' !== 5`, compare as if they were not, or were, equal.
  if (holds) return (one) => one === 'equal' || (one === 'incomparable' && !alike);
  return (one) => one !== 'equal' || !alike;
}

/** What is left where the relation has this outcome. */
export function related(order: Order, relation: Relation, alike: Alike, holds: boolean): Order {
  const may = allows(relation, alike, holds);
  return { less: order.less && may('less'), equal: order.equal && may('equal'), more: order.more && may('more'), incomparable: order.incomparable && may('incomparable') };
}

/** The outcome of the relation, where all orders that are left agree. */
export function decided(order: Order, relation: Relation, alike: Alike): boolean | undefined {
  const [mayHold, mayFail] = [true, false].map((holds) => Object.values(related(order, relation, alike, holds)).includes(true));
  return mayHold === mayFail ? undefined : mayHold;
}

/** The same, the other way round. */
export function swapped(order: Order): Order {
  return { ...order, less: order.more, more: order.less };
}

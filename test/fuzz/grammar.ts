/**
 * Nothing in, random programs out: the tree of a generator function, as plain data that fast-check can shrink.
 *
 * What a tree names (a variable, a loop to leave, which test of the event) is a number, resolved while it is printed by
 * what is in scope there: so that every tree, and everything it shrinks to, is a program.
 */
import fc from 'fast-check';
import { alphabets } from './alphabet.ts';

export type Text =
  | { readonly kind: 'text'; readonly pick: number }
  | { readonly kind: 'text-of'; readonly pick: number }
  | { readonly kind: 'looked-up'; readonly key: Text }
  | { readonly kind: 'chosen'; readonly test: Test; readonly yes: Text; readonly no: Text }
  | { readonly kind: 'short'; readonly test: Test; readonly yes: Text; readonly no: Text }
  | { readonly kind: 'picked' };

export type Count =
  | { readonly kind: 'number'; readonly pick: number }
  | { readonly kind: 'number-of'; readonly pick: number }
  | { readonly kind: 'sum'; readonly pick: number; readonly left: Count; readonly right: Count };

export type Test =
  | { readonly kind: 'event'; readonly pick: number }
  | { readonly kind: 'flag'; readonly pick: number }
  | { readonly kind: 'text-is'; readonly text: Text; readonly pick: number; readonly not: boolean }
  | { readonly kind: 'less'; readonly pick: number; readonly left: Count; readonly right: Count }
  | { readonly kind: 'not'; readonly test: Test }
  | { readonly kind: 'both' | 'either'; readonly left: Test; readonly right: Test }
  | { readonly kind: 'asked'; readonly pick: number };

/** What is yielded. */
export type Name =
  | { readonly kind: 'named'; readonly text: Text }
  | { readonly kind: 'constant'; readonly pick: number }
  | { readonly kind: 'template'; readonly text: Text }
  | { readonly kind: 'value'; readonly pick: number; readonly count: Count };

export type Statement =
  | { readonly kind: 'yield'; readonly name: Name; readonly receive: number }
  | { readonly kind: 'set'; readonly pick: number; readonly text: Text; readonly count: Count; readonly test: Test }
  | { readonly kind: 'change'; readonly pick: number; readonly text: Text; readonly count: Count; readonly test: Test }
  | { readonly kind: 'call'; readonly pick: number; readonly text: Text; readonly count: Count }
  | { readonly kind: 'if'; readonly test: Test; readonly yes: Block; readonly no: Block; readonly style: number }
  | { readonly kind: 'if-yield'; readonly name: Name; readonly pick: number; readonly yes: Block; readonly no: Block }
  | { readonly kind: 'switch'; readonly on: number; readonly cases: readonly Case[] }
  | { readonly kind: 'while'; readonly test: Test; readonly name: Name; readonly body: Block; readonly style: number }
  | { readonly kind: 'each'; readonly pick: number; readonly body: Block; readonly yields: boolean }
  | { readonly kind: 'leave'; readonly pick: number; readonly again: boolean }
  | { readonly kind: 'block'; readonly body: Block; readonly labelled: boolean }
  | { readonly kind: 'try'; readonly body: Block; readonly caught: Block; readonly last: Block; readonly finally: boolean; readonly style: number }
  | { readonly kind: 'return'; readonly pick: number; readonly text: Text; readonly count: Count }
  | { readonly kind: 'throw'; readonly pick: number };

export type Block = readonly Statement[];

export interface Case {
  /** A case is `default` where this is 0. */
  readonly pick: number;
  readonly body: Block;
  readonly through: boolean;
}

export interface Program {
  readonly alphabet: number;
  /** Whether local variables and parameters are annotated. */
  readonly annotated: boolean;
  readonly forever: boolean;
  readonly starts: readonly number[];
  readonly body: Block;
}

export interface Step {
  readonly kind: 'send' | 'throw' | 'return';
  readonly pick: number;
  /** What is asked in this step is answered by these. */
  readonly answers: readonly number[];
}

const nat = fc.nat({ max: 23 });
const few = fc.nat({ max: 3 });
const mostly = (often: number): fc.Arbitrary<boolean> => fc.nat({ max: 99 }).map((at) => at < often);

/** The weights of the rarer constructs: 0 leaves one out, for a search past a bug that is known. */
export interface Weights {
  readonly try: number;
  readonly finally: number;
  readonly throw: number;
  /** Whether a `yield` may stand inside a larger expression. */
  readonly inside: boolean;
  readonly opaque: number;
  readonly withoutAlphabets: readonly number[];
}

export const everyday: Weights = { try: 3, finally: 25, throw: 1, inside: true, opaque: 1, withoutAlphabets: [] };

const expressions = fc.letrec<{ text: Text; count: Count; test: Test }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('text' as const), pick: few }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('text-of' as const), pick: nat }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('looked-up' as const), key: tie('text') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('chosen' as const), test: tie('test'), yes: tie('text'), no: tie('text') }) },
    { weight: 0, arbitrary: fc.record({ kind: fc.constant('short' as const), test: tie('test'), yes: tie('text'), no: tie('text') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('picked' as const) }) },
  ) as fc.Arbitrary<Text>,
  count: fc.oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('number' as const), pick: few }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('number-of' as const), pick: nat }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('sum' as const), pick: few, left: tie('count'), right: tie('count') }) },
  ) as fc.Arbitrary<Count>,
  test: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('event' as const), pick: nat }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('flag' as const), pick: nat }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('text-is' as const), text: tie('text'), pick: few, not: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('less' as const), pick: few, left: tie('count'), right: tie('count') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), test: tie('test') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('both' as const, 'either' as const), left: tie('test'), right: tie('test') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('asked' as const), pick: few }) },
  ) as fc.Arbitrary<Test>,
}));

const { text, count, test } = expressions;

const name: fc.Arbitrary<Name> = fc.oneof(
  { withCrossShrink: true },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('constant' as const), pick: fc.nat({ max: 6 }) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('named' as const), text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('template' as const), text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('value' as const), pick: nat, count }) },
);

function statements(weights: Weights): fc.Arbitrary<Block> {
  // What a block is made of where it is deep enough.
  const leaf: fc.Arbitrary<Statement> = fc.oneof(
    { withCrossShrink: true },
    { weight: 7, arbitrary: fc.record({ kind: fc.constant('yield' as const), name, receive: weights.inside ? nat : nat.map((how) => (how % 8 === 3 ? how + 1 : how)) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('set' as const), pick: nat, text, count, test }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('change' as const), pick: nat, text, count, test }) },
    { weight: 2 * weights.opaque, arbitrary: fc.record({ kind: fc.constant('call' as const), pick: nat, text, count }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave' as const), pick: nat, again: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('return' as const), pick: few, text, count }) },
    { weight: weights.throw, arbitrary: fc.record({ kind: fc.constant('throw' as const), pick: few }) },
  );
  return fc.letrec<{ statement: Statement; block: Block }>((tie) => ({
    block: fc.array(tie('statement'), { maxLength: 5, depthIdentifier: 'statement', size: 'small' }) as fc.Arbitrary<Block>,
    statement: fc.oneof(
      { maxDepth: 4, depthSize: 'medium', depthIdentifier: 'statement', withCrossShrink: true },
      { weight: 24, arbitrary: leaf },
      { weight: 9, arbitrary: fc.record({ kind: fc.constant('if' as const), test, yes: tie('block'), no: tie('block'), style: few }) },
      { weight: weights.inside ? 2 : 0, arbitrary: fc.record({ kind: fc.constant('if-yield' as const), name, pick: nat, yes: tie('block'), no: tie('block') }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('switch' as const), on: nat, cases: fc.array(fc.record({ pick: nat, body: tie('block'), through: mostly(30) }), { maxLength: 4 }) }) },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('while' as const), test, name, body: tie('block'), style: weights.inside ? nat : nat.map((style) => ((style >> 1) % 8 === 3 ? style + 2 : style)) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('each' as const), pick: weights.inside ? nat : nat.map((pick) => ((pick >> 2) % 8 === 3 ? pick + 4 : pick)), body: tie('block'), yields: mostly(60) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('block' as const), body: tie('block'), labelled: fc.boolean() }) },
      { weight: weights.try, arbitrary: fc.record({ kind: fc.constant('try' as const), body: tie('block'), caught: tie('block'), last: tie('block'), finally: mostly(weights.finally), style: few }) },
    ) as fc.Arbitrary<Statement>,
  })).block;
}

export function programs(weights: Weights = everyday): fc.Arbitrary<Program> {
  const block = statements(weights);
  return fc.record({
    alphabet: fc.constantFrom(...alphabets.keys()).filter((at) => !weights.withoutAlphabets.includes(at)),
    annotated: fc.boolean(),
    forever: mostly(60),
    starts: fc.array(few, { minLength: 8, maxLength: 8 }),
    // Most of what goes wrong needs a few statements to go wrong in.
    body: fc.tuple(block, block).map(([first, second]) => [...first, ...second]),
  });
}

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 19 }).map((at) => (at < 17 ? 'send' : at < 19 ? 'throw' : 'return') as Step['kind']),
  pick: nat,
  answers: fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assume, known } from '../../src/interpret/values/knowledge.ts';
import { createKnowledge } from '../../src/interpret/values/possible.ts';
import type { Term } from '../../src/interpret/values/term.ts';
import { binary, conditions, element, method, number, size, textOf, truth, typing, values, variable } from './terms.ts';

const [n, m, x, y, i, j, s, list] = ['n', 'm', 'x', 'y', 'i', 'j', 's', 'list'].map(variable) as [Term, Term, Term, Term, Term, Term, Term, Term];
const length = size(list);

/** What is asked and holds; what is asked then; what is known of it. */
const examples: readonly (readonly [asked: readonly Term[], question: Term, answer: boolean | undefined])[] = [
  [[binary('>', n, number(3))], binary('>', n, number(0)), true],
  [[binary('>', n, number(3))], binary('===', n, number(2)), false],
  [[binary('>', n, number(3))], n, true],
  [[binary('<', n, m)], binary('>', n, m), false],
  [[binary('<', n, m)], binary('<=', n, m), true],
  [[binary('<', n, m)], binary('===', m, n), false],
  [[binary('<', x, y)], binary('>', x, y), false],
  // Neither less nor more: `NaN`.
  [[not(binary('<', n, m))], binary('>=', n, m), undefined],
  [[not(binary('<', n, number(3)))], binary('>=', n, number(3)), undefined],
  [[not(binary('<', n, number(3)))], binary('<', n, number(2)), false],
  [[not(binary('<', i, j))], binary('>=', i, j), true],
  [[not(binary('<', length, number(3)))], binary('>=', length, number(3)), true],
  // `'5' !== 5`, though neither is less.
  [[binary('>=', x, y), binary('<=', x, y)], binary('===', x, y), undefined],
  [[binary('>=', n, m), binary('<=', n, m)], binary('===', n, m), true],
  // `'10' < '9'`
  [[binary('<', x, number(10)), binary('>', y, number(10))], binary('<', x, y), undefined],
  [[binary('<', n, number(10)), binary('>', x, number(10))], binary('<', n, x), true],
  [[], binary('>=', length, number(0)), true],
  [[], binary('===', length, number(-1)), false],
  [[not(length)], binary('===', length, number(0)), true],
  [[length], binary('>=', length, number(1)), true],
  [[binary('!==', length, number(0))], binary('>', length, number(0)), true],
  [[not(binary('>', length, number(0)))], binary('===', length, number(0)), true],
  [[not(binary('>', length, number(0)))], binary('===', element(list, 0), undefinedOf()), true],
  [[binary('<', n, number(3)), binary('<', n, number(5))], binary('===', n, n), true],
  [[element(list, 1)], binary('>', length, number(1)), true],
  [[method(list, 'at', number(-1))], binary('>', length, number(0)), true],
  [[method(list, 'at', number(-1))], binary('>', length, number(1)), undefined],
  [[binary('===', length, number(0))], element(list, 0), false],
  [[binary('===', length, number(1))], binary('===', element(list, 1), undefinedOf()), true],
  [[binary('===', length, number(1))], binary('===', element(list, 0), undefinedOf()), undefined],
  [[method(list, 'includes', n)], binary('>', length, number(0)), true],
  [[binary('===', method(list, 'indexOf', n), number(-1))], binary('>', length, number(0)), undefined],
  [[method(list, 'indexOf', n)], binary('>', length, number(0)), undefined],
  [[binary('>=', method(list, 'indexOf', n), number(0))], length, undefined],
  [[not(length)], method(list, 'includes', n), false],
  [[], binary('>=', method(list, 'indexOf', n), number(-1)), true],
  [[binary('!==', method(s, 'indexOf', s), number(-1))], binary('>=', method(s, 'indexOf', s), number(0)), true],
  [[binary('<', binary('+', i, number(1)), number(5))], binary('<', i, number(4)), true],
  [[binary('>', i, number(3))], binary('>', binary('-', i, number(1)), number(2)), true],
  // `Infinity - Infinity`
  [[binary('>', n, number(0)), binary('>', m, number(0))], binary('===', binary('-', n, m), binary('-', n, m)), undefined],
  [[binary('===', x, y)], binary('!==', y, x), false],
];

function not(argument: Term): Term {
  return { kind: 'unary', operator: '!', argument };
}

function undefinedOf(): Term {
  return { kind: 'constant', constant: { kind: 'undefined' } };
}

describe('what is known', () => {
  test.each(examples.map(([asked, question, answer]) => [asked.map(textOf).join(' and ') || 'nothing', textOf(question), answer, asked, question] as const))('after %s, of %s: %s', (_, __, answer, asked, question) => {
    const knowledge = createKnowledge(typing);
    for (const one of asked) assume(knowledge, one, true);
    expect(known(knowledge, question)).toBe(answer);
  });

  test('is what JavaScript comes to, whatever was asked before', () => {
    let decided = 0;
    fc.assert(
      fc.property(values, conditions, (given, { asked, questions }) => {
        const knowledge = createKnowledge(typing);
        for (const one of asked) {
          const answer = truth(one, given);
          if (answer !== undefined) assume(knowledge, one, answer);
        }
        for (const question of [...questions, ...asked]) {
          const [claim, answer] = [known(knowledge, question), truth(question, given)];
          if (claim === undefined || answer === undefined) continue;
          decided++;
          expect(claim, `${textOf(question)} after ${asked.map(textOf).join(', ')}`).toBe(answer);
        }
      }),
      { numRuns: 5000 },
    );
    expect(decided).toBeGreaterThan(5000);
  });
});

/** The gallery, checked whole: each generator against the XState module and the diagram that are written for it. */
import { describe, expect, test } from 'vitest';
import { tell } from '../../src/check/index.ts';
import { checked } from './checked.ts';
import { gallery } from './gallery.ts';

/** Arrows that no run can take, and the machines they are in. The compiler does not see that; the check looks at every configuration and does. */
const impossible: Readonly<Record<string, readonly string[]>> = {
  // Nine cells, and X begins: the last one is never O's.
  ticTacToe: ["O to move --> [*] : cell [board[cell] === undefined && !hasWon(board.with(cell, 'O'), 'O') && isFull(board.with(cell, 'O'))] / return 'draw' was not taken"],
  ticTacToeGame: ["playing o --> [*] : play [board[event.cell] === null && !hasWon(board.with(event.cell, 'o'), 'o') && isFull(board.with(event.cell, 'o'))] / board = board.with(event.cell, 'o'), return { winner: null, board } was not taken"],
};

describe('each machine of the gallery', () => {
  test.each(gallery().map((chart) => [chart.name, chart] as const))('is the same in all its forms, everything exercised: %s', async (name, chart) => {
    const verdict = await checked(chart);
    expect(verdict.kind, tell(verdict).join('\n')).toBe('same');
    expect(verdict.impossible).toEqual(impossible[name] ?? []);
  });
});

describe('a fault in the text of a written module is found', () => {
  const chart = (name: string) => gallery().find((each) => each.name === name)!;
  const faults: readonly (readonly [what: string, machine: string, find: RegExp, put: string])[] = [
    ['a dropped transition', 'pedestrianCrossing', /on: \{ timeout: \{ target: 'walk' \} \}/, 'on: {}'],
    ['a wrong target', 'tcpConnection', /target: 'SYN_SENT'/, "target: 'LISTEN'"],
    ['a wrong guard', 'pinLock', /(event as [^)]+\)\.pin) === (context\.pin|pin)/, '$1 !== $2'],
    ['a wrong action', 'door', /open\(\)(?=[;\s}])/, 'undefined'],
    ['a wrong context update', 'runningAverage', /count \+= 1/, 'count += 2'],
    ['a wrong initial state', 'trafficLight', /initial: 'RED'/, "initial: 'GREEN'"],
    ['a missing final', 'runningAverage', /(done: \{[^}]*\{[^}]*\},?\s*)type: 'final'/, '$1'],
    ['a wrong output', 'login', /output: 'blocked'/, "output: 'blocked?'"],
  ];

  test.each(faults)('%s, in %s', async (_, name, find, put) => {
    const broken: string[] = [];
    const verdict = await checked(chart(name), (text) => {
      broken.push(text, text.replace(find, put));
      return broken[1]!;
    });
    expect(broken[1], broken[0]).not.toBe(broken[0]);
    expect(verdict.kind).toBe('different');
    expect(verdict.trace ?? verdict.differences[0]).toBeDefined();
  });
});

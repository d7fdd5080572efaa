import { assign, createMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart/chart.ts';
import { plainCode } from '../../src/chart/code.ts';
import { checkMachine } from '../../src/check/index.ts';

const chart: Chart = {
  name: 'm', file: 'm.ts', parameters: [], context: [], dependencies: [],
  alphabet: { events: [{ type: 'go', form: 'string', fields: [] }], open: false },
  initial: { trigger: { kind: 'always' }, actions: [], target: 'a', places: [] },
  states: [{ kind: 'atomic', id: 'a', value: { kind: 'constant', constant: { kind: 'string', value: 'a' } }, places: [], transitions: [{ trigger: { kind: 'event', type: 'go' }, actions: [], throws: plainCode('error'), places: [] }] }],
};

/** The verdict on a generator and a machine that throw what these two do. */
function verdict(one: () => unknown, other: () => unknown) {
  function* generator(): Generator<string, unknown, unknown> {
    yield 'a';
    return one();
  }
  const machine = createMachine({
    initial: 'a',
    on: { 'coroutine.throw': { actions: assign(({ event }) => { throw (event as { type: string; error?: unknown }).error; }) }, 'coroutine.return': '.returned' },
    output: ({ event }: { event: { output?: unknown } }) => event.output as never,
    states: { a: { meta: { yields: 'a' }, on: { go: { actions: assign(() => other() as object) } } }, returned: { type: 'final', output: ({ event }) => (event as { type: string; value?: unknown }).value } },
  });
  const { kind, trace } = checkMachine({ chart, generator, machine });
  return [kind, ...(trace?.steps.at(-1) ? [trace.steps.at(-1)!.generator?.value, trace.steps.at(-1)!.machine?.value] : [])];
}

describe('errors', () => {
  const items = undefined as unknown as () => void;
  const renamed = 7 as unknown as () => void;
  test('of the engine are the same whatever it calls the variables', () => {
    expect(verdict(() => items(), () => renamed())).toEqual(['same']);
  });

  test('of the engine are not those of another class, nor what code makes', () => {
    expect(verdict(() => items(), () => (undeclared as unknown)).slice(0, 1)).toEqual(['different']);
    expect(verdict(() => items(), () => { throw new TypeError('mine'); })).toEqual(['different', 'TypeError: items is not a function', 'TypeError: mine']);
  });

  test('that code makes are compared by their words', () => {
    const typeError = (words: string) => () => { throw new TypeError(words); };
    expect(verdict(typeError('one'), typeError('other'))).toEqual(['different', 'TypeError: one', 'TypeError: other']);
    expect(verdict(typeError('one'), () => { throw TypeError('one'); })).toEqual(['same']);
    class Mine extends TypeError {}
    expect(verdict(() => { throw new Mine('one'); }, () => { throw new Mine('other'); })[0]).toBe('different');
  });

  test('TypeError is itself again after a check', () => {
    const before = TypeError;
    verdict(() => items(), () => renamed());
    expect(TypeError).toBe(before);
  });
});

declare const undeclared: unknown;

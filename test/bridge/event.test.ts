/** The words of the generator protocol as XState events: there and back. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callOf } from '../../src/bridge/event.ts';
import { returned, sent, thrown } from '../../src/xstate.ts';

const reserved = ['', '*', 'a.*', '.*', 'xstate.stop', 'xstate.init', 'xstate.', 'coroutine.send', 'coroutine.throw', 'coroutine.x'];
const free = ['next', 'toString', '__proto__', 'xstate', 'coroutine', 'a.b', '*a', ' ', 'any but', '🚦', '.*.', 'Xstate.stop'];

describe('sent', () => {
  test.each(free)('makes an event of the string %o', (name) => {
    expect(sent(name)).toEqual({ type: name });
  });

  test.each(reserved)('sends the reserved string %o as a bare value', (name) => {
    expect(sent(name)).toEqual({ type: 'coroutine.send', value: name });
  });

  test('gives an object with a string type as itself', () => {
    const event = { type: 'try', ok: true };
    expect(sent(event)).toBe(event);
    class Click {
      readonly type = 'click';
    }
    const click = new Click();
    expect(sent(click)).toBe(click);
  });

  test.each(reserved)('sends an object of the reserved type %o as a bare value', (type) => {
    const event = { type, extra: 1 };
    expect(sent(event)).toEqual({ type: 'coroutine.send', value: event });
  });

  test.each([undefined, null, 0, Number.NaN, true, 5n, [], {}, { type: 1 }, { type: undefined }, Symbol.iterator, () => 'next', Object.assign(() => {}, { type: 'x' })])(
    'sends %o as a bare value',
    (value) => {
      expect(sent(value)).toEqual({ type: 'coroutine.send', value });
    },
  );
});

test('thrown and returned carry anything at all', () => {
  const error = new RangeError('no');
  expect(thrown(error)).toEqual({ type: 'coroutine.throw', error });
  expect(thrown(undefined)).toEqual({ type: 'coroutine.throw', error: undefined });
  expect(returned(42)).toEqual({ type: 'coroutine.return', value: 42 });
  expect(returned()).toEqual({ type: 'coroutine.return', value: undefined });
});

describe('an event that was sent arrives', () => {
  const name = fc.oneof(fc.constantFrom(...reserved, ...free), fc.string());
  const anything = fc.oneof(fc.anything(), name, fc.record({ type: name, more: fc.anything() }));

  test('as the same value, whatever it was', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const call = callOf(sent(value), []);
        expect(call?.kind).toBe('next');
        if (isBareObject(value)) expect(call?.value).toBe((value as { type: string }).type);
        else expect(call?.value).toBe(value);
      }),
    );
  });

  test('as an object without fields where the machine takes it as one', () => {
    const event = { type: 'logout' };
    expect(callOf(sent(event), 'all')?.value).toBe(event);
    expect(callOf(sent(event), ['logout'])?.value).toBe(event);
    expect(callOf(sent(event), ['login'])?.value).toBe('logout');
    expect(callOf(sent(event), [])?.value).toBe('logout');
  });

  test('as what was thrown and returned', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(callOf(thrown(value), [])).toEqual({ kind: 'throw', value });
        expect(callOf(returned(value), [])).toEqual({ kind: 'return', value });
      }),
    );
  });

  test.each(['xstate.init', 'xstate.stop', 'xstate.done.actor.child', 'coroutine.other', '*', ''])('unless it is one of XState or the bridge: %o', (type) => {
    expect(callOf({ type }, [])).toBe(undefined);
  });
});

/** An object that cannot be told from the string of its type. */
function isBareObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  return 'type' in value && typeof value.type === 'string' && !/^$|^\*$|\.\*$|^xstate\.|^coroutine\./s.test(value.type);
}

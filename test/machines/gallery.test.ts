/** What the gallery's machines are for: each told as a story, on the running coroutine. */
import * as fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { atm } from '../../machines/atm.ts';
import { checkout, PaymentDeclined } from '../../machines/checkout.ts';
import { circuitBreaker } from '../../machines/circuit-breaker.ts';
import { door } from '../../machines/door.ts';
import { download, DownloadFailed, NetworkError } from '../../machines/download.ts';
import { editor } from '../../machines/editor.ts';
import { elevator } from '../../machines/elevator.ts';
import { login } from '../../machines/login.ts';
import { mediaPlayer } from '../../machines/media-player.ts';
import { order } from '../../machines/order.ts';
import { pedestrianCrossing } from '../../machines/pedestrian-crossing.ts';
import { pinLock } from '../../machines/pin-lock.ts';
import { signUp } from '../../machines/sign-up.ts';
import { tcpConnection } from '../../machines/tcp-connection.ts';
import { thermostat } from '../../machines/thermostat.ts';
import { ticTacToe } from '../../machines/tic-tac-toe.ts';
import { type Token, tokenizer } from '../../machines/tokenizer.ts';
import { turnstile } from '../../machines/turnstile.ts';
import { vendingMachine } from '../../machines/vending-machine.ts';
import { type AnyMachine, type Coroutine, start } from '../../src/index.ts';
import { byHand } from './by-hand.ts';

/** The states gone through: the first one, then one for each event; of an end, what it returned. */
function story<Yielded, Output, Event>(coroutine: Coroutine<Yielded, Output, Event>, events: readonly Event[]): (Yielded | Output | undefined)[] {
  const send = coroutine.send as (event: Event) => IteratorResult<Yielded, Output>;
  return [coroutine.value, ...events.map((event) => send(event).value)];
}

describe('atm', () => {
  const bankOf = (balance: number) => ({
    verify: vi.fn((_card: string, pin: string) => pin === '1234'),
    withdraw: vi.fn((_card: string, amount: number) => amount <= balance),
    keep: vi.fn(),
  });

  test('gives out money that the bank allows, and refuses the rest', () => {
    const bank = bankOf(100), dispense = vi.fn();
    expect(story(start(atm, bank, dispense), [
      { type: 'eject' },
      { type: 'card', number: '4711' },
      { type: 'card', number: '4712' },
      { type: 'pin', pin: '1234' },
      { type: 'withdraw', amount: 50 },
      { type: 'withdraw', amount: -50 },
      { type: 'withdraw', amount: 500 },
      { type: 'eject' },
      { type: 'timeout' },
      { type: 'eject' },
    ])).toEqual(['idle', 'idle', 'asking for the PIN', 'asking for the PIN', 'menu', 'menu', 'menu', 'refused', 'refused', 'menu', 'idle']);
    expect(dispense.mock.calls).toEqual([[50]]);
    expect(bank.withdraw.mock.calls).toEqual([['4711', 50], ['4711', 500]]);
  });

  test('keeps the card after three wrong PINs, asking the bank once for each', () => {
    const bank = bankOf(0);
    const wrong = { type: 'pin', pin: '0000' } as const;
    const machine = start(atm, bank, vi.fn());
    expect(story(machine, [{ type: 'card', number: '4711' }, wrong, wrong, wrong])).toEqual(
      ['idle', 'asking for the PIN', 'asking for the PIN', 'asking for the PIN', 'idle'],
    );
    expect(bank.verify).toHaveBeenCalledTimes(3);
    expect(bank.keep.mock.calls).toEqual([['4711']]);
    story(machine, [{ type: 'card', number: '4712' }, wrong, wrong]);
    expect(machine.value).toBe('asking for the PIN');
  });
});

describe('checkout', () => {
  const tea = { name: 'tea', cents: 450 }, cup = { name: 'cup', cents: 1200 };

  test('charges what is in the cart and ships it', () => {
    const charge = vi.fn();
    expect(story(start(checkout, charge, vi.fn()), [
      { type: 'pay' },
      { type: 'add', item: tea },
      { type: 'add', item: cup },
      { type: 'remove', name: 'tea' },
      { type: 'pay' },
      { type: 'add', item: tea },
      { type: 'confirmed', reference: 'r-1' },
      { type: 'pay' },
      { type: 'ship' },
    ])).toEqual([
      'filling the cart', 'filling the cart', 'filling the cart', 'filling the cart', 'filling the cart',
      'paying', 'paying', 'paid', 'paid', 'shipped',
    ]);
    expect(charge.mock.calls).toEqual([[1200]]);
  });

  test('goes back to the cart, still filled, when the payment is declined', () => {
    const charge = vi.fn();
    const machine = start(checkout, charge, vi.fn());
    story(machine, [{ type: 'add', item: tea }, { type: 'pay' }]);
    expect(machine.throw(new PaymentDeclined()).value).toBe('filling the cart');
    machine.send({ type: 'pay' });
    expect(charge.mock.calls).toEqual([[450], [450]]);
  });

  test('refunds by the reference of the payment', () => {
    const refund = vi.fn();
    const machine = start(checkout, vi.fn(), refund);
    story(machine, [{ type: 'add', item: tea }, { type: 'pay' }, { type: 'confirmed', reference: 'r-7' }, { type: 'refund' }]);
    expect(machine.output).toBe('refunded');
    expect(refund.mock.calls).toEqual([['r-7']]);
  });

  test('is cancelled only while the cart is being filled, and fails on any other error', () => {
    expect(story(start(checkout, vi.fn(), vi.fn()), [{ type: 'cancel' }])).toEqual(['filling the cart', 'cancelled']);
    const machine = start(checkout, vi.fn(), vi.fn());
    story(machine, [{ type: 'add', item: tea }, { type: 'pay' }, { type: 'cancel' }]);
    expect(machine.value).toBe('paying');
    expect(() => machine.throw(new RangeError('broken'))).toThrow('broken');
    expect(machine.status).toBe('closed');
  });
});

describe('circuitBreaker', () => {
  test('opens after that many failures in a row', () => {
    expect(story(start(circuitBreaker, 2), ['failure', 'success', 'failure', 'cooled down', 'failure', 'failure', 'cooled down'])).toEqual(
      ['closed', 'closed', 'closed', 'closed', 'closed', 'open', 'open', 'half open'],
    );
  });

  test('closes when the probe succeeds, and stays open when it fails', () => {
    const machine = start(circuitBreaker, 1);
    expect(story(machine, ['failure', 'cooled down', 'cooled down', 'failure', 'cooled down', 'success', 'success'])).toEqual(
      ['closed', 'open', 'half open', 'half open', 'open', 'half open', 'closed', 'closed'],
    );
  });
});

test('door opens for a good badge, and a bad one raises an alarm until it is reset', () => {
  const check = vi.fn((badge: string) => badge === 'good'), open = vi.fn();
  expect(story(start(door, check, open), [
    { type: 'reset' },
    { type: 'badge', id: 'good' },
    { type: 'badge', id: 'bad' },
    { type: 'badge', id: 'good' },
    { type: 'reset' },
  ])).toEqual(['shut', 'shut', 'shut', 'alarm', 'alarm', 'shut']);
  expect(check.mock.calls).toEqual([['good'], ['bad']]);
  expect(open).toHaveBeenCalledTimes(1);
});

describe('download', () => {
  const url = 'https://example.org/file';

  test('goes on from what has arrived when it tries again', () => {
    const request = vi.fn();
    const machine = start(download, url, request);
    expect(story(machine, [
      { type: 'chunk', bytes: 512 },
      { type: 'timeout' },
      { type: 'chunk', bytes: 9999 },
      { type: 'timeout' },
      { type: 'chunk', bytes: 100 },
      { type: 'complete' },
    ])).toEqual(['downloading', 'downloading', 'waiting to retry', 'waiting to retry', 'downloading', 'downloading', { bytes: 612 }]);
    expect(request.mock.calls).toEqual([[url, 0], [url, 512]]);
  });

  test('takes a network error for a failed attempt, and gives up after so many', () => {
    const machine = start(download, url, vi.fn(), 1);
    expect(machine.throw(new NetworkError()).value).toBe('waiting to retry');
    expect(machine.send({ type: 'timeout' }).value).toBe('downloading');
    expect(() => machine.send({ type: 'timeout' })).toThrow(DownloadFailed);
    expect(machine.status).toBe('closed');
  });

  test('lets any other error through, and a network error that comes while it waits', () => {
    expect(() => start(download, url, vi.fn()).throw(new RangeError('other'))).toThrow('other');
    const waiting = start(download, url, vi.fn());
    waiting.send({ type: 'timeout' });
    expect(() => waiting.throw(new NetworkError('late'))).toThrow('late');
  });
});

describe('editor', () => {
  test('is clean once what was edited is saved, and closes with its text', () => {
    const write = vi.fn();
    expect(story(start(editor, write, 'a'), [
      { type: 'save' },
      { type: 'edit', text: 'ab' },
      { type: 'close' },
      { type: 'save' },
      { type: 'close' },
      { type: 'saved' },
      { type: 'close' },
    ])).toEqual(['clean', 'clean', 'dirty', 'dirty', 'saving', 'saving', 'clean', 'ab']);
    expect(write.mock.calls).toEqual([['ab']]);
  });

  test('stays dirty after an edit while saving, and after a failure', () => {
    expect(story(start(editor, vi.fn()), [
      { type: 'edit', text: 'a' },
      { type: 'save' },
      { type: 'edit', text: 'ab' },
      { type: 'saved' },
      { type: 'save' },
      { type: 'failed' },
    ])).toEqual(['clean', 'dirty', 'saving', 'saving', 'dirty', 'saving', 'dirty']);
  });
});

test('elevator serves its calls in the order in which they were made', () => {
  const passed = { type: 'passed floor' } as const, shut = { type: 'door timeout' } as const;
  const call = (floor: number) => ({ type: 'call', floor }) as const;
  expect(story(start(elevator), [passed, call(2), passed, call(1), passed, shut, passed, shut, call(1)])).toEqual(
    ['idle', 'idle', 'going up', 'going up', 'going up', 'doors open', 'going down', 'doors open', 'idle', 'doors open'],
  );
});

describe('login', () => {
  const wrong = { type: 'try', ok: false } as const, right = { type: 'try', ok: true } as const, out = { type: 'logout' } as const;

  test('blocks after so many wrong tries in a row', () => {
    expect(story(start(login), [out, wrong, wrong, right, right, out, wrong, wrong, wrong])).toEqual(
      ['asking', 'asking', 'asking', 'asking', 'in', 'in', 'asking', 'asking', 'asking', 'blocked'],
    );
  });

  test('is blocked from the start where nothing may be tried', () => {
    const machine = start(login, 0);
    expect([machine.done, machine.output]).toEqual([true, 'blocked']);
  });
});

test('mediaPlayer plays, pauses, stops and ejects from everywhere', () => {
  expect(story(start(mediaPlayer), ['pause', 'play', 'play', 'pause', 'pause', 'pause', 'play', 'stop', 'stop'])).toEqual(
    ['stopped', 'stopped', 'playing', 'playing', 'paused', 'playing', 'paused', 'playing', 'stopped', 'stopped'],
  );
  for (const way of [[], ['play'], ['play', 'pause']] as const) {
    expect(story(start(mediaPlayer), [...way, 'eject']).at(-1)).toBe(undefined);
  }
  expect(story(start(mediaPlayer), ['play', 'pause', 'stop']).at(-1)).toBe('stopped');
});

describe('order', () => {
  test('is picked item by item, shipped and delivered', () => {
    expect(story(start(order, 'o-1', 'tea', 'cup'), [
      { type: 'pick', item: 'tea' },
      { type: 'pay', method: 'card' },
      { type: 'pick', item: 'cup' },
      { type: 'ship', carrier: 'bike' },
      { type: 'pick', item: 'tea' },
      { type: 'ship', carrier: 'bike' },
      { type: 'pay', method: 'card' },
      { type: 'deliver' },
    ])).toEqual([
      'placed', 'placed', 'picking', 'picking', 'picking', 'ready to ship', 'on the way', 'on the way',
      { id: 'o-1', delivered: true, carrier: 'bike (no tracking)' },
    ]);
  });

  test('has nothing to pick where nothing was ordered', () => {
    expect(story(start(order, 'o-2'), [{ type: 'pay', method: 'invoice' }])).toEqual(['placed', 'ready to ship']);
  });

  test.each([
    ['before it is paid', [], 'too slow'],
    ['while it is picked', [{ type: 'pay', method: 'card' }], 'too slow'],
  ] as const)('can be cancelled %s', (_when, before, reason) => {
    const machine = start(order, 'o-3', 'tea');
    story(machine, [...before, { type: 'cancel', reason }]);
    expect(machine.output).toEqual({ id: 'o-3', delivered: false, reason });
  });

  test('cannot be cancelled once it is ready, but returned from the road', () => {
    const machine = start(order, 'o-4');
    story(machine, [{ type: 'pay', method: 'card' }, { type: 'cancel', reason: 'late' }, { type: 'ship', carrier: 'post', tracking: 'T1' }, { type: 'return' }]);
    expect(machine.output).toEqual({ id: 'o-4', delivered: false, reason: 'returned to sender' });
  });
});

test('pedestrianCrossing serves a request after the next timeout, and remembers one made too late', () => {
  expect(story(start(pedestrianCrossing), [
    'timeout', 'button', 'button', 'timeout', 'button', 'timeout', 'button', 'timeout', 'button', 'timeout', 'timeout', 'timeout', 'timeout', 'timeout', 'timeout',
  ])).toEqual([
    'cars go', 'cars go', 'cars go, someone waits', 'cars go, someone waits', 'cars stop', 'cars stop', 'walk', 'walk', 'hurry', 'hurry',
    'cars go, someone waits', 'cars stop', 'walk', 'hurry', 'cars go', 'cars go',
  ]);
});

test('pinLock jams after too many wrong PINs in a row, and for good', () => {
  const right = { type: 'enter', pin: '1234' } as const, wrong = { type: 'enter', pin: '1' } as const, lock = { type: 'lock' } as const;
  expect(story(start(pinLock), [lock, wrong, wrong, right, wrong, lock, wrong, wrong, wrong])).toEqual(
    ['locked', 'locked', 'locked', 'locked', 'open', 'open', 'locked', 'locked', 'locked', 'jammed'],
  );
  expect(story(start(pinLock, '0', 1), [right])).toEqual(['locked', 'jammed']);
});

test('signUp goes forward and back through its steps, and ends with all answers', () => {
  const next = (answers = {}) => ({ type: 'next', answers }) as const;
  const known = { country: 'PT' };
  expect(story(start(signUp, known), [{ type: 'back' }, next({ name: 'A' }), next(), { type: 'back' }, next({ name: 'B' }), next(), next()])).toEqual(
    ['account', 'account', 'address', 'payment', 'address', 'payment', 'review', { country: 'PT', name: 'B' }],
  );
  expect(known).toEqual({ country: 'PT' });
  expect(story(start(signUp), [next(), { type: 'cancel' }])).toEqual(['account', 'address', 'cancelled']);
});

describe('tcpConnection', () => {
  test.each([
    ['a client that closes first', ['active open', 'syn+ack', 'close', 'ack', 'fin', 'timeout'], ['SYN_SENT', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'TIME_WAIT', 'CLOSED']],
    ['a server that closes last', ['passive open', 'syn', 'ack', 'fin', 'close', 'ack'], ['LISTEN', 'SYN_RECEIVED', 'ESTABLISHED', 'CLOSE_WAIT', 'LAST_ACK', 'CLOSED']],
    ['both closing at once', ['active open', 'syn', 'ack', 'close', 'fin', 'ack'], ['SYN_SENT', 'SYN_RECEIVED', 'ESTABLISHED', 'FIN_WAIT_1', 'CLOSING', 'TIME_WAIT']],
    ['what does not belong', ['ack', 'passive open', 'fin', 'send', 'close'], ['CLOSED', 'LISTEN', 'LISTEN', 'SYN_SENT', 'CLOSED']],
  ] as const)('follows %s', (_what, events, states) => {
    expect(story(start(tcpConnection), events)).toEqual(['CLOSED', ...states]);
  });
});

test('thermostat heats while it is colder than wanted', () => {
  const measured = (celsius: number) => ({ type: 'measured', celsius }) as const, set = (celsius: number) => ({ type: 'set', celsius }) as const;
  expect(story(start(thermostat), [measured(18), measured(20), set(21), set(20)])).toEqual(['idle', 'heating', 'idle', 'heating', 'idle']);
});

describe('ticTacToe', () => {
  test.each([
    ['X wins', [0, 3, 1, 4, 2]],
    ['O wins', [0, 2, 1, 4, 8, 6]],
    ['draw', [0, 1, 2, 4, 3, 5, 7, 6, 8]],
  ] as const)('ends in %s', (end, moves) => {
    const game = start(ticTacToe);
    story(game, moves);
    expect(game.output).toBe(end);
  });

  test('asks again when the cell is taken', () => {
    expect(story(start(ticTacToe), [4, 4, 0])).toEqual(['X to move', 'O to move', 'O to move', 'X to move']);
  });
});

describe('tokenizer', () => {
  function tokensOf(text: string): readonly Token[] {
    const tokens: Token[] = [];
    const machine = start(tokenizer, (token) => tokens.push(token));
    for (const char of text) machine.send(char);
    machine.send(null);
    expect(machine.done).toBe(true);
    return tokens;
  }

  test('cuts numbers, words, signs and texts', () => {
    expect(tokensOf('x1 = 42+"a b"')).toEqual([
      { kind: 'word', text: 'x1' },
      { kind: 'sign', text: '=' },
      { kind: 'number', text: '42' },
      { kind: 'sign', text: '+' },
      { kind: 'text', text: 'a b' },
    ]);
  });

  test('emits what was begun when the input ends, and nothing for nothing', () => {
    expect(tokensOf('12')).toEqual([{ kind: 'number', text: '12' }]);
    expect(tokensOf('')).toEqual([]);
    expect(tokensOf('""')).toEqual([{ kind: 'text', text: '' }]);
  });

  test('says where it is in the grammar', () => {
    expect(story(start(tokenizer, vi.fn()), ['7', 'a', ' ', '"', '7', '"'])).toEqual(
      ['between', 'in a number', 'in a word', 'between', 'in a text', 'in a text', 'between'],
    );
  });

  test('fails on a text that is not closed', () => {
    const machine = start(tokenizer, vi.fn());
    story(machine, ['"', 'a']);
    expect(() => machine.send(null)).toThrow(new SyntaxError('the text is not closed: "a'));
  });
});

test('turnstile lets through one for each fare, keeps what is too much, and sounds for nothing', () => {
  const coin = (cents: number) => ({ type: 'coin', cents }) as const, push = { type: 'push' } as const;
  const alarm = vi.fn();
  expect(story(start(turnstile, alarm), [push, coin(100), coin(150), push, coin(600), push, push, { type: 'reset' }, coin(200)])).toEqual(
    ['locked', 'locked', 'locked', 'unlocked', 'locked', 'unlocked', 'unlocked', 'locked', 'locked', 'locked'],
  );
  expect(alarm).toHaveBeenCalledTimes(1);
});

test('vendingMachine sells for enough credit while there is stock, and gives change', () => {
  const coin = (cents: number) => ({ type: 'coin', cents }) as const;
  const chocolate = { type: 'select', product: 'chocolate' } as const;
  const drop = vi.fn(), payOut = vi.fn();
  expect(story(start(vendingMachine, drop, payOut), [
    chocolate, coin(100), chocolate, coin(150), chocolate,
    coin(300), chocolate, { type: 'select', product: 'water' },
    coin(50), { type: 'cancel' },
  ])).toEqual([
    'ready', 'ready', 'has credit', 'has credit', 'has credit', 'ready',
    'has credit', 'has credit', 'ready',
    'has credit', 'ready',
  ]);
  expect(drop.mock.calls).toEqual([['chocolate'], ['water']]);
  expect(payOut.mock.calls).toEqual([[50], [200], [50]]);
});

test('every machine of the gallery is in the table by hand, and nothing else', async () => {
  const folder = join(import.meta.dirname, '../../machines');
  const names: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const module = (await import(join(folder, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (typeof value === 'function' && !/^class\b/.test(String(value))) names.push(name);
    }
  }
  expect(Object.keys(byHand).toSorted()).toEqual(names.toSorted());
});

describe('samples', async () => {
  interface Samples {
    readonly args?: readonly unknown[];
    readonly events: readonly unknown[];
  }
  const folder = join(import.meta.dirname, '../../machines');
  const cases: [string, AnyMachine, Samples][] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const module = (await import(join(folder, file))) as Record<string, unknown>;
    for (const [name, samples] of Object.entries((module['samples'] ?? {}) as Record<string, Samples>)) {
      cases.push([name, module[name] as AnyMachine, samples]);
    }
  }

  test.each(cases)('of %s take it through every state drawn by hand, and no other', (name, machine, { args = [], events }) => {
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { minLength: 8, maxLength: 16 }), (sequence) => {
        const coroutine = start(machine, ...args);
        seen.add(coroutine.value);
        for (const event of sequence) {
          try {
            coroutine.send(event);
          } catch (error) {
            if (!(error instanceof Error)) throw error;
          }
          seen.add(coroutine.value);
          if (coroutine.status === 'closed') break;
        }
      }),
      { numRuns: 400, seed: 1 },
    );
    const drawn = new Set(byHand[name]?.states);
    for (const state of seen) expect(drawn).toContain(state);
    const told = (state: string) => seen.has(state) || [...seen].some((value) => state.startsWith(`${String(value)} `));
    expect([...drawn].filter((state) => !told(state))).toEqual([]);
  });
});

/** Charts from a line of text for each arrow, and random ones: for tests that only look at pictures. */
import * as fc from 'fast-check';
import type { Chart, State, Transition, Trigger } from '../../src/chart/chart.ts';
import { plainCode } from '../../src/chart/code.ts';
import { actionName } from '../../src/chart/label.ts';

/** An arrow: from, to, event, guard, action; `?` at the end of a name makes a choice, `.` an end, `!` as target a failure. */
export type Sketched = readonly [from: string, to: string, event?: string, guard?: string, action?: string];

export function sketch(name: string, arrows: readonly Sketched[], rest: Partial<Chart> = {}): Chart {
  const ids = [...new Set(arrows.flatMap(([from, to]) => [from, to]).filter((id) => id !== '!'))];
  return {
    name,
    file: '',
    parameters: [],
    context: [],
    alphabet: { events: [], open: false },
    dependencies: [],
    initial: transitionOf([ '', ids[0]!]),
    states: ids.map((id): State => ({ kind: kindOf(id), id, places: [], transitions: arrows.filter(([from]) => from === id).map(transitionOf) })),
    ...rest,
  };
}

function kindOf(id: string): State['kind'] {
  return id.endsWith('?') ? 'choice' : id.endsWith('.') ? 'final' : 'atomic';
}

function transitionOf([, to, event, guard, action]: Sketched): Transition {
  const trigger: Trigger = event === undefined ? { kind: 'always' } : { kind: 'event', type: event };
  return {
    trigger,
    guard: guard === undefined || guard === 'else' ? guard : plainCode(guard),
    actions: action === undefined ? [] : [{ statements: [plainCode(action)], writes: [], mutates: [], effect: true, name: actionName([action]) }],
    target: to === '!' ? undefined : to,
    throws: to === '!' ? plainCode('error') : undefined,
    returns: to.endsWith('.') ? plainCode(`'${to.slice(0, -1)}'`) : undefined,
    places: [],
  };
}

/** Three to fifteen states, every one reached, with guards and actions of any length. */
export const charts: fc.Arbitrary<Chart> = fc.integer({ min: 3, max: 15 }).chain((size) => {
  const state = fc.integer({ min: 0, max: size - 1 });
  const words = (...pieces: string[]) => fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 });
  const label = fc.record({
    event: fc.constantFrom('next', 'submit order', 'timeout', 'go', 'payment received', 'x'),
    guard: fc.option(words('event.ok', 'failed + 1 < limit', 'context.items.length > 0', '!done').map((all) => all.join(' && ')), { nil: undefined }),
    action: fc.option(words('failed += 1', 'log(event.reason)', 'total = total + event.amount', 'open()').map((all) => all.join(', ')), { nil: undefined }),
  });
  const extra = fc.array(fc.record({ from: state, to: fc.oneof(state, state, state, fc.constant(-1)), label }), { maxLength: size });
  return fc.tuple(fc.array(fc.tuple(fc.nat(), label), { minLength: size - 1, maxLength: size - 1 }), extra).map(([tree, more]) => {
    const name = (index: number): string => (index < 0 ? '!' : index === size - 1 ? 'finished.' : index % 5 === 4 ? `is ${index} right?` : `state ${index}`);
    const one = (from: number, to: number, { event, guard, action }: { event: string; guard?: string; action?: string }): Sketched => [name(from), name(to), name(from).endsWith('?') ? undefined : event, guard, action];
    return sketch('random', [
      ...tree.map(([seed, label], index) => one(seed % (index + 1), index + 1, label)),
      ...more.filter(({ from }) => from !== size - 1).map(({ from, to, label }) => one(from, to, label)),
    ]);
  });
});

const tcp: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CLOSED: { 'passive open': 'LISTEN', 'active open': 'SYN_SENT' },
  LISTEN: { syn: 'SYN_RECEIVED', send: 'SYN_SENT', close: 'CLOSED' },
  SYN_SENT: { syn: 'SYN_RECEIVED', 'syn+ack': 'ESTABLISHED', close: 'CLOSED' },
  SYN_RECEIVED: { ack: 'ESTABLISHED', rst: 'LISTEN', close: 'FIN_WAIT_1' },
  ESTABLISHED: { fin: 'CLOSE_WAIT', close: 'FIN_WAIT_1' },
  FIN_WAIT_1: { ack: 'FIN_WAIT_2', fin: 'CLOSING', 'fin+ack': 'TIME_WAIT' },
  FIN_WAIT_2: { fin: 'TIME_WAIT' },
  CLOSING: { ack: 'TIME_WAIT' },
  TIME_WAIT: { timeout: 'CLOSED' },
  CLOSE_WAIT: { close: 'LAST_ACK' },
  LAST_ACK: { ack: 'CLOSED' },
};

/** Machines of the size people write. */
export const sketches: readonly Chart[] = [
  sketch('ring of four', [['spring', 'summer', 'warmer'], ['summer', 'autumn', 'colder'], ['autumn', 'winter', 'colder'], ['winter', 'spring', 'warmer']]),
  sketch('two', [['locked', 'unlocked', 'coin'], ['unlocked', 'locked', 'push'], ['unlocked', 'unlocked', 'coin', undefined, 'refund(event.coin)']]),
  sketch('thermostat', [
    ['heating', 'idle', 'measured', 'event.celsius >= wanted', 'now = event.celsius'],
    ['heating', 'heating', 'measured', 'else', 'now = event.celsius'],
    ['heating', 'idle', 'set', 'now >= event.celsius', 'wanted = event.celsius'],
    ['heating', 'heating', 'set', 'else', 'wanted = event.celsius'],
    ['idle', 'heating', 'measured', 'event.celsius < wanted', 'now = event.celsius'],
    ['idle', 'idle', 'measured', 'else', 'now = event.celsius'],
    ['idle', 'heating', 'set', 'now < event.celsius', 'wanted = event.celsius'],
    ['idle', 'idle', 'set', 'else', 'wanted = event.celsius'],
  ]),
  sketch('media player', [['stopped', 'playing', 'play'], ['playing', 'paused', 'pause'], ['paused', 'playing', 'play'], ['playing', 'stopped', 'stop'], ['paused', 'stopped', 'stop'], ['stopped', 'done.', 'eject'], ['playing', 'playing', 'seek', 'event.to < length', 'position = event.to']]),
  sketch('checkout', [
    ['filling the cart', 'filling the cart', 'add', undefined, 'items.push(event.item)'],
    ['filling the cart', 'paying', 'check out', 'items.length > 0'],
    ['filling the cart', 'cancelled.', 'cancel'],
    ['paying', 'accepted?', 'pay', undefined, 'accepted = charge(event.card, total)'],
    ['accepted?', 'paid', undefined, 'accepted'],
    ['accepted?', 'paying', undefined, 'tries < 3', 'tries += 1'],
    ['accepted?', '!', undefined, 'else'],
    ['paying', 'filling the cart', 'back'],
    ['paying', 'cancelled.', 'cancel'],
    ['paid', 'shipped.', 'ship', undefined, 'send(items)'],
    ['paid', 'refunded.', 'refund', 'event.amount <= total && event.reason !== undefined', 'pay(event.amount)'],
  ]),
  sketch('tcpConnection', Object.entries(tcp).flatMap(([from, to]) => Object.entries(to).map(([event, target]): Sketched => [from, target, event]))),
];

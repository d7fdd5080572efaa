/** The machines of test/charts.ts as generators and as XState modules, both written by hand: what the check is tried on. */
import { type AnyMachineSnapshot, type AnyStateMachine, type EventObject, assign, createMachine } from 'xstate';
import type { Bridge } from '../../src/check/index.ts';

type Sent = { type: 'coroutine.send'; value: unknown };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

/** The bridge in its simplest form: enough for these machines. */
export const bridge: Bridge = {
  sent: (value) => (typeof value === 'string' ? { type: value } : typeof value === 'object' && value !== null && 'type' in value ? (value as EventObject) : ({ type: 'coroutine.send', value } as EventObject)),
  thrown: (error) => ({ type: 'coroutine.throw', error }) as EventObject,
  returned: (value) => ({ type: 'coroutine.return', value }) as EventObject,
  yielded: (snapshot: AnyMachineSnapshot) => {
    const [meta] = Object.values(snapshot.getMeta()) as { yields: unknown }[];
    return typeof meta?.yields === 'function' ? (meta.yields as (snapshot: unknown) => unknown)(snapshot) : meta?.yields;
  },
};

/** As `setup(implementations).createMachine(config)`, with no types in the way of breaking it on purpose. */
export const make = (implementations: object, config: object): AnyStateMachine => createMachine(config as never).provide(implementations as never);

interface Given<C> {
  readonly context: C;
  readonly event: EventObject;
}

const fail = assign(({ event }: { event: EventObject }) => {
  throw (event as Thrown).error;
});
const everywhere = { 'coroutine.throw': { actions: 'fail' }, 'coroutine.return': { target: '.returned' } } as const;
const returned = { type: 'final', output: ({ event }: { event: EventObject }) => (event as Returned).value } as const;
const output = ({ event }: { event: EventObject }): unknown => (event as EventObject & { output: unknown }).output;
const waits = (yields: string) => ({ yields });

export function* trafficLight(): Generator<string, never, 'next'> {
  let light: 'RED' | 'GREEN' | 'YELLOW' = 'RED';
  while (true) {
    const command = yield light;
    if (command === 'next') light = ({ RED: 'GREEN', GREEN: 'YELLOW', YELLOW: 'RED' } as const)[light];
  }
}

export const trafficLightMachine = make({ actions: { fail } }, {
  id: 'trafficLight',
  initial: 'RED',
  on: everywhere,
  output,
  states: {
    RED: { meta: waits('RED'), on: { next: { target: 'GREEN' } } },
    GREEN: { meta: waits('GREEN'), on: { next: { target: 'YELLOW' } } },
    YELLOW: { meta: waits('YELLOW'), on: { next: { target: 'RED' } } },
    returned,
  },
});

export function* runningAverage(): Generator<number | null, void, number | null> {
  let total = 0;
  let count = 0;
  let average: number | null = null;
  while (true) {
    const value = yield average;
    if (value === null) break;
    total += value;
    count += 1;
    average = total / count;
  }
}

interface Average {
  total: number;
  count: number;
  average: number | null;
}

export const runningAverageMachine = make({
  guards: { 'value === null': ({ event }: Given<Average>) => (event as Sent).value === null },
  actions: {
    fail,
    'total += value, count += 1, average = total / count': assign(({ context, event }: Given<Average>) => {
      const total = context.total + ((event as Sent).value as number);
      const count = context.count + 1;
      return { total, count, average: total / count };
    }),
  },
}, {
  id: 'runningAverage',
  context: () => ({ total: 0, count: 0, average: null }),
  initial: 'waiting',
  on: everywhere,
  output,
  states: {
    waiting: {
      meta: { yields: ({ context }: { context: Average }) => context.average },
      on: { 'coroutine.send': [{ guard: 'value === null', target: 'done' }, { target: 'waiting', actions: 'total += value, count += 1, average = total / count' }] },
    },
    done: { type: 'final' },
    returned,
  },
});

type Attempt = { type: 'try'; ok: boolean } | { type: 'logout' };

export function* login(limit = 3): Generator<string, string, Attempt> {
  let failed = 0;
  while (failed < limit) {
    const event = yield 'asking';
    if (event.type !== 'try') continue;
    if (!event.ok) {
      failed += 1;
      continue;
    }
    failed = 0;
    while ((yield 'in').type !== 'logout');
  }
  return 'blocked';
}

interface Login {
  limit: number;
  failed: number;
}

const ok = (event: EventObject): boolean => (event as unknown as { ok: boolean }).ok;

export const loginMachine = make({
  guards: {
    'failed < limit': ({ context }: Given<Login>) => context.failed < context.limit,
    'event.ok': ({ event }: Given<Login>) => ok(event),
    '!event.ok && failed + 1 < limit': ({ context, event }: Given<Login>) => !ok(event) && context.failed + 1 < context.limit,
  },
  actions: { fail, 'failed = 0': assign({ failed: 0 }), 'failed += 1': assign({ failed: ({ context }: Given<Login>) => context.failed + 1 }) },
}, {
  id: 'login',
  context: ({ input: limit = 3 }: { input?: number }) => ({ limit, failed: 0 }),
  initial: 'failed < limit?',
  on: everywhere,
  output,
  states: {
    'failed < limit?': { always: [{ guard: 'failed < limit', target: 'asking' }, { target: 'blocked' }] },
    asking: {
      meta: waits('asking'),
      on: {
        try: [
          { guard: 'event.ok', target: 'in', actions: 'failed = 0' },
          { guard: '!event.ok && failed + 1 < limit', target: 'asking', actions: 'failed += 1' },
          { target: 'blocked', actions: 'failed += 1' },
        ],
      },
    },
    in: { meta: waits('in'), on: { logout: [{ guard: 'failed < limit', target: 'asking' }, { target: 'blocked' }] } },
    blocked: { type: 'final', output: 'blocked' },
    returned,
  },
});

export class ValueError extends Error {
  override readonly name = 'ValueError';
}

export function* demo(): Generator<string, void, unknown> {
  try {
    yield 'Start';
    yield 'Middle';
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    yield 'Caught ValueError!';
  }
  yield 'End';
}

const caught = { 'coroutine.throw': [{ guard: 'error instanceof ValueError', target: 'Caught ValueError!' }, { actions: 'fail' }] } as const;

export const demoMachine = make({
  guards: {
    sent: ({ event }: Given<unknown>) => !/^(?:coroutine\.(?:throw|return)$|xstate\.)/.test(event.type),
    'error instanceof ValueError': ({ event }: Given<unknown>) => (event as unknown as Thrown).error instanceof ValueError,
  },
  actions: { fail },
}, {
  id: 'demo',
  initial: 'Start',
  on: everywhere,
  output,
  states: {
    Start: { meta: waits('Start'), on: { '*': { guard: 'sent', target: 'Middle' }, ...caught } },
    Middle: { meta: waits('Middle'), on: { '*': { guard: 'sent', target: 'End' }, ...caught } },
    'Caught ValueError!': { meta: waits('Caught ValueError!'), on: { '*': { guard: 'sent', target: 'End' } } },
    End: { meta: waits('End'), on: { '*': { guard: 'sent', target: 'done' } } },
    done: { type: 'final' },
    returned,
  },
});

type Badge = { type: 'badge'; id: string } | { type: 'reset' };

export function* door(check: (badge: string) => boolean, open: () => void): Generator<string, void, Badge> {
  while (true) {
    const event = yield 'shut';
    if (event.type !== 'badge') continue;
    if (check(event.id)) open();
    else while ((yield 'alarm').type !== 'reset');
  }
}

interface Door {
  check: (badge: string) => boolean;
  open: () => void;
  checked: boolean | undefined;
}

export const doorMachine = make({
  guards: { checked: ({ context }: Given<Door>) => context.checked === true },
  actions: {
    fail,
    'checked = check(event.id)': assign({ checked: ({ context, event }: Given<Door>) => context.check((event as unknown as { id: string }).id) }),
    'open()': ({ context }: Given<Door>) => context.open(),
  },
}, {
  id: 'door',
  context: ({ input: [check, open] }: { input: [Door['check'], Door['open']] }) => ({ check, open, checked: undefined }),
  initial: 'shut',
  on: everywhere,
  output,
  states: {
    shut: { meta: waits('shut'), on: { badge: { target: 'checked?', actions: 'checked = check(event.id)' } } },
    'checked?': { always: [{ guard: 'checked', target: 'shut', actions: 'open()' }, { target: 'alarm' }] },
    alarm: { meta: waits('alarm'), on: { reset: { target: 'shut' } } },
    returned,
  },
});

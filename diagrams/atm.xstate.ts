import { assign, setup } from 'xstate';

interface Bank {
  verify(card: string, pin: string): boolean;
  withdraw(card: string, amount: number): boolean;
  keep(card: string): void;
}

const TRIES = 3;

type Card = { type: 'card'; number: string };
type Pin = { type: 'pin'; pin: string };
type Withdraw = { type: 'withdraw'; amount: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

/** The value and all that can be reached from it, copied as one: what was shared stays shared, prototypes stay. */
function copy<T>(value: T, copies = new Map<unknown, unknown>()): T {
  if (typeof value !== 'object' || value === null) return value;
  if (copies.has(value)) return copies.get(value) as T;
  let made: any;
  if (Array.isArray(value)) made = [];
  else if (value instanceof Map) made = new Map();
  else if (value instanceof Set) made = new Set();
  else if (value instanceof Date) made = new Date(value);
  else if (value instanceof RegExp) made = new RegExp(value);
  else if (Object.prototype.toString.call(value) === '[object Object]') made = {};
  else return value;
  copies.set(value, Object.setPrototypeOf(made, Object.getPrototypeOf(value)));
  if (value instanceof Map) value.forEach((item, key) => Map.prototype.set.call(made, copy(key, copies), copy(item, copies)));
  if (value instanceof Set) value.forEach((item) => Set.prototype.add.call(made, copy(item, copies)));
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)!;
    Object.defineProperty(made, key, 'value' in property ? { ...property, value: copy(property.value, copies) } : property);
  }
  return made;
}

export const atm = setup({
  types: {
    context: {} as {
      verified: any;
      withdrawn: any;
      bank: {
        verify: (card: string, pin: string) => boolean;
        withdraw: (card: string, amount: number) => boolean;
        keep: (card: string) => void;
      };
      dispense: (amount: number) => void;
      card: string;
      wrong: number;
    },
    events: {} as Card | Pin | Withdraw | { type: 'eject' } | { type: 'timeout' } | Thrown | Returned,
    input: {} as [bank: Bank, dispense: (amount: number) => void],
    output: {} as {} | null | undefined,
  },
  guards: {
    verified: ({ context }) => Boolean(context.verified),
    '!verified && wrong + 1 < TRIES': ({ context }) => !context.verified && context.wrong + 1 < TRIES,
    '!(event.amount <= 0)': ({ event }) => !((event as Withdraw).amount <= 0),
    withdrawn: ({ context }) => Boolean(context.withdrawn),
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'card = inserted.number, wrong = 0': assign(({ context, event }) => {
      let { card, wrong } = context;
      const inserted = event as Card;
      card = inserted.number;
      wrong = 0;
      return { card, wrong };
    }),
    'verified = bank.verify(card, event.pin)': assign(({ context, event: message }) => {
      const { bank, card } = context;
      let { verified } = context;
      const event = message as Pin;
      verified = bank.verify(card, event.pin);
      return { verified };
    }),
    'wrong += 1': assign({ wrong: ({ context }) => context.wrong + 1 }),
    'bank.keep(card)': assign(({ context }) => {
      const { bank, card } = context;
      const verified = copy(context.verified);
      bank.keep(card);
      return { verified };
    }),
    'withdrawn = bank.withdraw(card, event.amount)': assign(({ context, event: message }) => {
      const { bank, card } = context;
      let { withdrawn } = context;
      const event = message as Withdraw;
      withdrawn = bank.withdraw(card, event.amount);
      return { withdrawn };
    }),
    'dispense(event.amount)': ({ context, event: message }) => {
      const { dispense } = context;
      const event = message as Withdraw;
      dispense(event.amount);
    },
  },
}).createMachine({
  id: 'atm',
  description:
    'A cash machine that asks its bank. Shows calls on an object that came in as input, each answer asked ' +
    'once and then a choice.',
  context: ({ input: [bank, dispense] }) => ({
    verified: undefined!,
    withdrawn: undefined!,
    bank,
    dispense,
    card: undefined!,
    wrong: undefined!,
  }),
  initial: 'idle',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    idle: {
      meta: { yields: 'idle', at: 'machines/atm.ts:22:22' },
      on: { card: { target: 'asking for the PIN', actions: 'card = inserted.number, wrong = 0' } },
    },
    'asking for the PIN': {
      meta: { yields: 'asking for the PIN', at: 'machines/atm.ts:27:21' },
      on: {
        pin: { target: 'verified?', actions: 'verified = bank.verify(card, event.pin)' },
        eject: { target: 'idle' },
        timeout: { target: 'idle' },
      },
    },
    'verified?': {
      meta: { at: 'machines/atm.ts:30:11' },
      always: [
        { guard: 'verified', target: 'menu' },
        { guard: '!verified && wrong + 1 < TRIES', target: 'asking for the PIN', actions: 'wrong += 1' },
        { target: 'idle', actions: 'bank.keep(card)' },
      ],
    },
    menu: {
      meta: { yields: 'menu', at: 'machines/atm.ts:38:21' },
      on: {
        withdraw: {
          guard: '!(event.amount <= 0)',
          target: 'withdrawn?',
          actions: 'withdrawn = bank.withdraw(card, event.amount)',
        },
        eject: { target: 'idle' },
        timeout: { target: 'idle' },
      },
    },
    'withdrawn?': {
      meta: { at: 'machines/atm.ts:41:11' },
      always: [{ guard: 'withdrawn', target: 'menu', actions: 'dispense(event.amount)' }, { target: 'refused' }],
    },
    refused: {
      meta: { yields: 'refused', at: 'machines/atm.ts:43:20' },
      on: { timeout: { target: 'menu' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

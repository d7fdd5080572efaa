import { assign, setup } from 'xstate';

type Answers = Readonly<Record<string, string>>;

type Next = { type: 'next'; answers: Readonly<Record<string, string>> };
type Edit = { type: 'edit'; step: 'details' | 'address' | 'payment' };
type Rejected = { type: 'rejected'; step: 'details' | 'address' | 'payment' };
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

export const multiStepForm = setup({
  types: {
    context: {} as {
      save: (form: { answers: Answers }) => void;
      answers: Readonly<Record<string, string>>;
      output: unknown;
    },
    events: {} as
      | Next
      | { type: 'back' }
      | { type: 'submit' }
      | { type: 'cancel' }
      | { type: 'accepted' }
      | Edit
      | Rejected
      | Thrown
      | Returned,
    input: {} as (form: { answers: Answers }) => void,
    output: {} as {} | null | undefined,
  },
  guards: {
    'Object.keys(event.answers).length > 0': ({ event }) => Object.keys((event as Next).answers).length > 0,
    "event.step === 'details'": ({ event }) => (event as Edit).step === 'details',
    "event.step === 'address'": ({ event }) => (event as Edit).step === 'address',
    "answer.step === 'details'": ({ event }) => (event as Rejected).step === 'details',
    "answer.step === 'address'": ({ event }) => (event as Rejected).step === 'address',
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'answers = { ...answers, ...event.answers }': assign({
      answers: ({ context, event }) => ({ ...context.answers, ...(event as Next).answers }),
    }),
    'save({ answers })': assign(({ context }) => {
      const { save } = context;
      const answers = copy(context.answers);
      save({ answers: answers });
      return { answers };
    }),
    'return answers': assign({ output: ({ context }) => context.answers }),
  },
}).createMachine({
  id: 'multiStepForm',
  description: 'A form in three steps and a review. The server may send a step back.',
  context: ({ input: save }) => ({ save, answers: {}, output: undefined }),
  initial: 'details',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    details: {
      meta: { yields: 'details', at: 'machines/beside-xstate/multi-step-form.ts:20:32' },
      on: {
        next: {
          guard: 'Object.keys(event.answers).length > 0',
          target: 'address',
          actions: 'answers = { ...answers, ...event.answers }',
        },
        cancel: { target: 'cancelled' },
      },
    },
    address: {
      meta: { yields: 'address', at: 'machines/beside-xstate/multi-step-form.ts:20:32' },
      on: {
        next: {
          guard: 'Object.keys(event.answers).length > 0',
          target: 'payment',
          actions: 'answers = { ...answers, ...event.answers }',
        },
        back: { target: 'details' },
        cancel: { target: 'cancelled' },
      },
    },
    payment: {
      meta: { yields: 'payment', at: 'machines/beside-xstate/multi-step-form.ts:20:32' },
      on: {
        next: {
          guard: 'Object.keys(event.answers).length > 0',
          target: 'reviewing',
          actions: 'answers = { ...answers, ...event.answers }',
        },
        back: { target: 'address' },
        cancel: { target: 'cancelled' },
      },
    },
    reviewing: {
      meta: { yields: 'reviewing', at: 'machines/beside-xstate/multi-step-form.ts:29:30' },
      on: {
        back: { target: 'payment' },
        submit: { target: 'submitting', actions: 'save({ answers })' },
        cancel: { target: 'cancelled' },
        edit: [
          { guard: "event.step === 'details'", target: 'details' },
          { guard: "event.step === 'address'", target: 'address' },
          { target: 'payment' },
        ],
      },
    },
    submitting: {
      meta: { yields: 'submitting', at: 'machines/beside-xstate/multi-step-form.ts:37:33' },
      on: {
        accepted: { target: 'done', actions: 'return answers' },
        rejected: [
          { guard: "answer.step === 'details'", target: 'details' },
          { guard: "answer.step === 'address'", target: 'address' },
          { target: 'payment' },
        ],
      },
    },
    cancelled: {
      meta: { at: 'machines/beside-xstate/multi-step-form.ts:21:36' },
      type: 'final',
      output: 'cancelled',
    },
    done: {
      meta: { at: 'machines/beside-xstate/multi-step-form.ts:38:39' },
      type: 'final',
      output: ({ context }) => context.output,
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

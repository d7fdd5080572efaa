import { assign, setup } from 'xstate';

const ATTEMPTS = 3;

type Submit = { type: 'submit'; user: string; password: string };
type Accepted = { type: 'accepted'; needsCode: boolean };
type EnterCode = { type: 'enter code'; code: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const authentication = setup({
  types: {
    context: {} as {
      checkPassword: (credentials: { user: string; password: string }) => void;
      checkCode: (entered: { code: string }) => void;
      failures: number;
      user: string;
      output: unknown;
    },
    events: {} as
      | Submit
      | Accepted
      | { type: 'rejected' }
      | EnterCode
      | { type: 'cancel' }
      | { type: 'sleep' }
      | { type: 'wake' }
      | { type: 'sign out' }
      | Thrown
      | Returned,
    input: {} as [checkPassword: (credentials: { user: string; password: string }) => void, checkCode: (entered: { code: string }) => void],
    output: {} as {} | null | undefined,
  },
  guards: {
    'event.needsCode': ({ event }) => (event as Accepted).needsCode,
    'failures + 1 === ATTEMPTS': ({ context }) => context.failures + 1 === ATTEMPTS,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'user = submitted.user': assign({ user: ({ event }) => (event as Submit).user }),
    'checkPassword({ user: submitted.user, password: submitted.passw…': ({ context, event }) => {
      const { checkPassword } = context;
      const submitted = event as Submit;
      checkPassword({ user: submitted.user, password: submitted.password });
    },
    'failures = 0': assign({ failures: () => 0 }),
    'return { lockedOut: user }': assign({ output: ({ context }) => ({ lockedOut: context.user }) }),
    'failures += 1': assign({ failures: ({ context }) => context.failures + 1 }),
    'checkCode({ code: event.code })': ({ context, event: message }) => {
      const { checkCode } = context;
      const event = message as EnterCode;
      checkCode({ code: event.code });
    },
  },
}).createMachine({
  id: 'authentication',
  description: 'Signing in with a password and, for some, a code. Three refusals lock the account.',
  context: ({ input: [checkPassword, checkCode] }) => ({
    checkPassword,
    checkCode,
    failures: 0,
    user: undefined!,
    output: undefined,
  }),
  initial: 'signed out',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'signed out': {
      meta: { yields: 'signed out', at: 'machines/beside-xstate/authentication.ts:22:23' },
      on: {
        submit: {
          target: 'checking password',
          actions: ['user = submitted.user', 'checkPassword({ user: submitted.user, password: submitted.passw…'],
        },
      },
    },
    'checking password': {
      meta: { yields: 'checking password', at: 'machines/beside-xstate/authentication.ts:47:30' },
      on: {
        accepted: [
          { guard: 'event.needsCode', target: 'entering code' },
          { target: 'active', actions: 'failures = 0' },
        ],
        rejected: [
          { guard: 'failures + 1 === ATTEMPTS', target: 'done', actions: 'return { lockedOut: user }' },
          { target: 'signed out', actions: 'failures += 1' },
        ],
        cancel: { target: 'signed out' },
      },
    },
    'checking code': {
      meta: { yields: 'checking code', at: 'machines/beside-xstate/authentication.ts:47:30' },
      on: {
        accepted: { target: 'active', actions: 'failures = 0' },
        rejected: [
          { guard: 'failures + 1 === ATTEMPTS', target: 'done', actions: 'return { lockedOut: user }' },
          { target: 'signed out', actions: 'failures += 1' },
        ],
        cancel: { target: 'signed out' },
      },
    },
    'entering code': {
      meta: { yields: 'entering code', at: 'machines/beside-xstate/authentication.ts:54:19' },
      on: {
        'enter code': { target: 'checking code', actions: 'checkCode({ code: event.code })' },
        cancel: { target: 'signed out' },
      },
    },
    active: {
      meta: { yields: 'active', at: 'machines/beside-xstate/authentication.ts:64:33' },
      on: {
        sleep: { target: 'asleep' },
        'sign out': { target: 'signed out' },
      },
    },
    asleep: {
      meta: { yields: 'asleep', at: 'machines/beside-xstate/authentication.ts:64:33' },
      on: {
        wake: { target: 'active' },
        'sign out': { target: 'signed out' },
      },
    },
    done: {
      meta: { at: 'machines/beside-xstate/authentication.ts:37:34' },
      type: 'final',
      output: ({ context }) => context.output,
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

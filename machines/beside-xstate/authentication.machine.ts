/** Signing in with a password and, for some, a code. Three refusals lock the account. */
import { assign, setup } from 'xstate';

const ATTEMPTS = 3;

export const authenticationMachine = setup({
  types: {
    context: {} as { user: string; failures: number },
    events: {} as
      | { type: 'submit'; user: string; password: string }
      | { type: 'accepted'; needsCode: boolean }
      | { type: 'rejected' }
      | { type: 'enter code'; code: string }
      | { type: 'cancel' | 'sleep' | 'wake' | 'sign out' },
    output: {} as { lockedOut: string },
  },
  actions: {
    checkPassword: (_args, _credentials: { user: string; password: string }) => {},
    checkCode: (_args, _entered: { code: string }) => {},
    countFailure: assign({ failures: ({ context }) => context.failures + 1 }),
    forgetFailures: assign({ failures: 0 }),
  },
  guards: {
    isLastAttempt: ({ context }) => context.failures + 1 === ATTEMPTS,
    needsCode: ({ event }) => event.type === 'accepted' && event.needsCode,
  },
}).createMachine({
  id: 'authentication',
  context: { user: '', failures: 0 },
  initial: 'signedOut',
  states: {
    signedOut: {
      on: {
        submit: {
          target: 'signingIn',
          actions: [
            assign({ user: ({ event }) => event.user }),
            {
              type: 'checkPassword',
              params: ({ event }) => ({ user: event.user, password: event.password }),
            },
          ],
        },
      },
    },
    signingIn: {
      initial: 'checkingPassword',
      on: {
        cancel: 'signedOut',
        rejected: [
          { guard: 'isLastAttempt', target: 'lockedOut' },
          { target: 'signedOut', actions: 'countFailure' },
        ],
      },
      states: {
        checkingPassword: {
          on: {
            accepted: [
              { guard: 'needsCode', target: 'enteringCode' },
              { target: '#authentication.signedIn' },
            ],
          },
        },
        enteringCode: {
          on: {
            rejected: undefined,
            'enter code': {
              target: 'checkingCode',
              actions: { type: 'checkCode', params: ({ event }) => ({ code: event.code }) },
            },
          },
        },
        checkingCode: {
          on: { accepted: '#authentication.signedIn' },
        },
      },
    },
    signedIn: {
      entry: 'forgetFailures',
      initial: 'active',
      on: { 'sign out': 'signedOut' },
      states: {
        active: { on: { sleep: 'asleep' } },
        asleep: { on: { wake: 'active' } },
      },
    },
    lockedOut: { type: 'final' },
  },
  output: ({ context }) => ({ lockedOut: context.user }),
});

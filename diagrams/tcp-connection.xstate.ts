import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const tcpConnection = setup({
  types: {
    events: {} as
      | { type: 'passive open' }
      | { type: 'active open' }
      | { type: 'send' }
      | { type: 'close' }
      | { type: 'timeout' }
      | { type: 'syn' }
      | { type: 'syn+ack' }
      | { type: 'ack' }
      | { type: 'fin' }
      | { type: 'fin+ack' }
      | { type: 'rst' }
      | Thrown
      | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'tcpConnection',
  description:
    'One end of a TCP connection, after the state diagram of RFC 9293. Shows a lookup table of states and ' +
    'events.',
  initial: 'CLOSED',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    CLOSED: {
      meta: { yields: 'CLOSED', at: 'machines/tcp-connection.ts:27:29' },
      on: {
        'passive open': { target: 'LISTEN' },
        'active open': { target: 'SYN_SENT' },
      },
    },
    LISTEN: {
      meta: { yields: 'LISTEN', at: 'machines/tcp-connection.ts:27:29' },
      on: {
        send: { target: 'SYN_SENT' },
        close: { target: 'CLOSED' },
        syn: { target: 'SYN_RECEIVED' },
      },
    },
    SYN_SENT: {
      meta: { yields: 'SYN_SENT', at: 'machines/tcp-connection.ts:27:29' },
      on: {
        close: { target: 'CLOSED' },
        syn: { target: 'SYN_RECEIVED' },
        'syn+ack': { target: 'ESTABLISHED' },
      },
    },
    SYN_RECEIVED: {
      meta: { yields: 'SYN_RECEIVED', at: 'machines/tcp-connection.ts:27:29' },
      on: {
        close: { target: 'FIN_WAIT_1' },
        ack: { target: 'ESTABLISHED' },
        rst: { target: 'LISTEN' },
      },
    },
    FIN_WAIT_1: {
      meta: { yields: 'FIN_WAIT_1', at: 'machines/tcp-connection.ts:27:29' },
      on: {
        ack: { target: 'FIN_WAIT_2' },
        fin: { target: 'CLOSING' },
        'fin+ack': { target: 'TIME_WAIT' },
      },
    },
    FIN_WAIT_2: {
      meta: { yields: 'FIN_WAIT_2', at: 'machines/tcp-connection.ts:27:29' },
      on: { fin: { target: 'TIME_WAIT' } },
    },
    TIME_WAIT: {
      meta: { yields: 'TIME_WAIT', at: 'machines/tcp-connection.ts:27:29' },
      on: { timeout: { target: 'CLOSED' } },
    },
    CLOSING: {
      meta: { yields: 'CLOSING', at: 'machines/tcp-connection.ts:27:29' },
      on: { ack: { target: 'TIME_WAIT' } },
    },
    ESTABLISHED: {
      meta: { yields: 'ESTABLISHED', at: 'machines/tcp-connection.ts:27:29' },
      on: {
        close: { target: 'FIN_WAIT_1' },
        fin: { target: 'CLOSE_WAIT' },
      },
    },
    CLOSE_WAIT: {
      meta: { yields: 'CLOSE_WAIT', at: 'machines/tcp-connection.ts:27:29' },
      on: { close: { target: 'LAST_ACK' } },
    },
    LAST_ACK: {
      meta: { yields: 'LAST_ACK', at: 'machines/tcp-connection.ts:27:29' },
      on: { ack: { target: 'CLOSED' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});

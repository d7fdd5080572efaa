/** One end of a TCP connection, after the state diagram of RFC 9293. Shows a lookup table of states and events. */
type TcpState =
  | 'CLOSED' | 'LISTEN' | 'SYN_SENT' | 'SYN_RECEIVED' | 'ESTABLISHED'
  | 'FIN_WAIT_1' | 'FIN_WAIT_2' | 'CLOSING' | 'TIME_WAIT' | 'CLOSE_WAIT' | 'LAST_ACK';

type TcpEvent =
  | 'passive open' | 'active open' | 'send' | 'close' | 'timeout'
  | 'syn' | 'syn+ack' | 'ack' | 'fin' | 'fin+ack' | 'rst';

const after: Readonly<Record<TcpState, Readonly<Partial<Record<TcpEvent, TcpState>>>>> = {
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

export function* tcpConnection(): Generator<TcpState, never, TcpEvent> {
  let state: TcpState = 'CLOSED';
  while (true) {
    const event: TcpEvent = yield state;
    state = after[state][event] ?? state;
  }
}

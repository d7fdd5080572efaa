/** One end of a TCP connection that is being closed, by the two things that must happen: our FIN is acknowledged, and theirs arrives. */
type Segment = 'ack' | 'fin' | 'timeout';

export function* tcpClose(
  send: (flag: 'FIN' | 'ACK') => void,
): Generator<'FIN-WAIT-1' | 'FIN-WAIT-2' | 'CLOSING' | 'TIME-WAIT', 'CLOSED', Segment> {
  let acknowledged = false;
  let finished = false;

  send('FIN');
  while (!acknowledged || !finished) {
    const segment: Segment = yield acknowledged ? 'FIN-WAIT-2' : finished ? 'CLOSING' : 'FIN-WAIT-1';
    if (segment === 'ack') acknowledged = true;
    if (segment === 'fin') {
      finished = true;
      send('ACK');
    }
  }

  let segment: Segment;
  do {
    segment = yield 'TIME-WAIT';
    // Our last ACK was lost.
    if (segment === 'fin') send('ACK');
  } while (segment !== 'timeout');
  return 'CLOSED';
}

export const samples = { tcpClose: { args: [() => {}], events: ['ack', 'fin', 'timeout'] } };

/** A web socket that is opened again when the connection is lost, which is an error thrown in. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

type SocketEvent = { type: 'upgraded' } | { type: 'message'; text: string } | { type: 'close' } | { type: 'closed' } | { type: 'timeout' };

export function* webSocket(
  request: (attempt: number) => void,
  retries = 3,
): Generator<'connecting' | 'open' | 'waiting to retry' | 'closing', { messages: number; clean: boolean }, SocketEvent> {
  let messages = 0;
  let attempt = 0;

  connection: while (true) {
    request(attempt);
    try {
      while ((yield 'connecting').type !== 'upgraded');
      attempt = 0;
      while (true) {
        const event = yield 'open';
        if (event.type === 'message') messages += 1;
        if (event.type === 'close') break connection;
      }
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
    }
    if (attempt === retries) return { messages, clean: false };
    attempt += 1;
    while ((yield 'waiting to retry').type !== 'timeout');
  }

  while ((yield 'closing').type !== 'closed');
  return { messages, clean: true };
}

export const samples = {
  webSocket: {
    args: [() => {}, 1],
    events: [{ type: 'upgraded' }, { type: 'message', text: 'hello' }, { type: 'close' }, { type: 'closed' }, { type: 'timeout' }],
    errors: [new ConnectionLost('lost')],
  },
};

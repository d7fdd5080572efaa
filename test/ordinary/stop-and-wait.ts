/** The sender of the alternating-bit protocol: a frame is sent again until the acknowledgement with its bit comes. */
type Bit = 0n | 1n;
type SenderEvent = { type: 'data'; payload: string } | { type: 'ack'; bit: Bit } | { type: 'timeout' };

const LIMIT = 5;

export function* stopAndWait(
  transmit: (bit: Bit, payload: string) => void,
): Generator<`ready for ${Bit}` | `waiting for ack ${Bit}`, never, SenderEvent> {
  let bit: Bit = 0n;
  while (true) {
    const data: SenderEvent = yield `ready for ${bit}` as const;
    if (data.type !== 'data') continue;

    let answer: SenderEvent;
    for (let tries = 0; ; tries++) {
      if (tries === LIMIT) throw new Error(`no ack ${bit} after ${LIMIT} tries`);
      transmit(bit, data.payload);
      // An acknowledgement that comes late has the other bit.
      do answer = yield `waiting for ack ${bit}` as const;
      while (answer.type === 'data' || (answer.type === 'ack' && answer.bit !== bit));
      if (answer.type === 'ack') break;
    }
    bit = bit === 0n ? 1n : 0n;
  }
}

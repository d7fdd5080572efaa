import { giveBack } from './bank.js';

interface Request {
  readonly type: 'request';
  readonly cents: number;
  readonly by: string;
}
interface Decision {
  readonly type: 'decide';
  readonly granted: boolean;
}

/** Who asks is not the machine's business. */
type Anonymous<Event> = Event extends { by: string } ? Omit<Event, 'by'> : Event;
type RefundEvent = Anonymous<Request | Decision>;

/** Small sums are given back at once, others when somebody has decided. */
export function* refund(): Generator<'open' | 'to be decided', 'given back' | 'refused', RefundEvent> {
  let request = yield 'open';
  while (request.type !== 'request') request = yield 'open';
  if (request.cents > 5000) {
    let decision = yield 'to be decided';
    while (decision.type !== 'decide') decision = yield 'to be decided';
    if (!decision.granted) return 'refused';
  }
  giveBack(request.cents);
  return 'given back';
}

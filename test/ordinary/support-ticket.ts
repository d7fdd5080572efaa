/** A support ticket. All that can happen to one is in a pure function; the machine only feeds it. */
type Status = 'open' | 'waiting for customer' | 'solved' | 'closed';

interface Ticket {
  readonly status: Status;
  readonly agent: string | undefined;
  readonly replies: number;
}

type TicketEvent =
  | { type: 'assign'; agent: string }
  | { type: 'ask' }
  | { type: 'reply' }
  | { type: 'solve' }
  | { type: 'close' };

const newTicket: Ticket = { status: 'open', agent: undefined, replies: 0 };

function reduce(ticket: Ticket, event: TicketEvent): Ticket {
  switch (event.type) {
    case 'assign':
      return { ...ticket, agent: event.agent };
    case 'ask':
      return ticket.status === 'open' ? { ...ticket, status: 'waiting for customer' } : ticket;
    case 'reply':
      return { ...ticket, status: 'open', replies: ticket.replies + 1 };
    case 'solve':
      return ticket.agent === undefined ? ticket : { ...ticket, status: 'solved' };
    case 'close':
      return ticket.status === 'solved' ? { ...ticket, status: 'closed' } : ticket;
  }
}

export function* supportTicket(): Generator<Status, Ticket, TicketEvent> {
  let ticket = newTicket;
  while (ticket.status !== 'closed') {
    ticket = reduce(ticket, yield ticket.status);
  }
  return ticket;
}

export const samples = {
  supportTicket: {
    events: [{ type: 'assign', agent: 'Kim' }, { type: 'ask' }, { type: 'reply' }, { type: 'solve' }, { type: 'close' }],
  },
};

/** An account as a class: the machine makes one, tells it what happened, and asks for its status. */
class Account {
  private cents = 0;
  private bookings = 0;

  constructor(private readonly limit: number) {}

  /** What is paid in is positive, what is paid out negative. */
  book(cents: number): void {
    this.cents += cents;
    this.bookings += 1;
  }

  get status(): 'in credit' | 'overdrawn' | 'over the limit' {
    if (this.cents >= 0) return 'in credit';
    return this.cents < -this.limit ? 'over the limit' : 'overdrawn';
  }

  summary(): string {
    return `${this.bookings} bookings, ${(this.cents / 100).toFixed(2)}`;
  }
}

type AccountEvent = { type: 'book'; cents: number } | { type: 'close' };

export function* bankAccount(warn: (summary: string) => void, limit = 50_000): Generator<Account['status'], string, AccountEvent> {
  const account = new Account(limit);
  while (true) {
    const event = yield account.status;
    if (event.type === 'book') {
      account.book(event.cents);
      if (account.status === 'over the limit') warn(account.summary());
    } else if (account.status === 'in credit') {
      return account.summary();
    }
  }
}

export const samples = {
  bankAccount: {
    args: [() => {}, 10_000],
    events: [{ type: 'book', cents: 25_000 }, { type: 'book', cents: -8_000 }, { type: 'book', cents: -40_000 }, { type: 'close' }],
  },
};

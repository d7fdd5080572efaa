/** A membership that is charged each period. However it ends, access is taken away. */
type BillingEvent = 'paid' | 'declined' | 'period over' | 'cancel';

interface Account {
  charge(): void;
  revoke(): void;
}

export function* membership(
  account: Account,
  retries = 3,
): Generator<'trial' | 'charging' | 'active' | 'grace period', 'cancelled' | 'unpaid', BillingEvent> {
  let event: BillingEvent;
  try {
    do {
      event = yield 'trial';
      if (event === 'cancel') return 'cancelled';
    } while (event !== 'period over');

    while (true) {
      for (let attempt = 0; ; attempt++) {
        account.charge();
        do event = yield 'charging';
        while (event !== 'paid' && event !== 'declined');
        if (event === 'paid') break;
        if (attempt === retries) return 'unpaid';
        while ((event = yield 'grace period') !== 'period over') if (event === 'cancel') return 'cancelled';
      }
      while ((event = yield 'active') !== 'period over') if (event === 'cancel') return 'cancelled';
    }
  } finally {
    account.revoke();
  }
}

export const samples = {
  membership: {
    args: [{ charge() {}, revoke() {} }, 1],
    events: ['paid', 'declined', 'period over', 'cancel'],
  },
};

/** A loan, from the application to the money. The income and the value of the house are checked side by side. */
type LoanEvent =
  | { type: 'apply'; amount: number; income: number }
  | { type: 'scored'; score: number }
  | { type: 'income confirmed' | 'house appraised' | 'check failed' }
  | { type: 'approve' | 'reject' | 'accept' | 'withdraw' };

type Outcome = { readonly funded: number } | 'rejected' | 'withdrawn';

export function* loanApproval(): Generator<
  'applying' | 'scoring' | 'nothing checked' | 'income checked' | 'house checked' | 'underwriting' | 'offered',
  Outcome,
  LoanEvent
> {
  let amount: number;
  let income: number;
  while (true) {
    const event = yield 'applying';
    if (event.type === 'withdraw') return 'withdrawn';
    if (event.type !== 'apply' || !(event.amount > 0)) continue;
    ({ amount, income } = event);
    break;
  }

  let trusted = false;
  while (true) {
    const event = yield 'scoring';
    if (event.type === 'withdraw') return 'withdrawn';
    if (event.type !== 'scored') continue;
    if (event.score < 500) return 'rejected';
    trusted = event.score >= 750 && amount <= 3 * income;
    break;
  }

  if (!trusted) {
    let incomeChecked = false;
    let houseChecked = false;
    while (!incomeChecked || !houseChecked) {
      const { type } = yield incomeChecked ? 'income checked' : houseChecked ? 'house checked' : 'nothing checked';
      if (type === 'withdraw') return 'withdrawn';
      if (type === 'check failed') return 'rejected';
      if (type === 'income confirmed') incomeChecked = true;
      if (type === 'house appraised') houseChecked = true;
    }

    let decision: LoanEvent['type'];
    do {
      decision = (yield 'underwriting').type;
      if (decision === 'withdraw') return 'withdrawn';
      if (decision === 'reject') return 'rejected';
    } while (decision !== 'approve');
  }

  while (true) {
    const { type } = yield 'offered';
    if (type === 'withdraw') return 'withdrawn';
    if (type === 'accept') return { funded: amount };
  }
}

import * as fc from 'fast-check';
import { loanApprovalMachine } from '../../../../machines/beside-xstate/loan-approval.machine.ts';
import { loanApproval } from '../../../../machines/beside-xstate/loan-approval.ts';
import type { Pair, Sent } from '../pair.ts';

export const pair: Pair = {
  begin: () => loanApproval(),
  machine: loanApprovalMachine,
  names: {
    'open.verifying.{income.unchecked, house.unchecked}': 'nothing checked',
    'open.verifying.{income.checked, house.unchecked}': 'income checked',
    'open.verifying.{income.unchecked, house.checked}': 'house checked',
  },
  events: [
    { type: 'apply', amount: 300, income: 100 },
    { type: 'apply', amount: 301, income: 100 },
    { type: 'apply', amount: 0, income: 100 },
    { type: 'scored', score: 499 },
    { type: 'scored', score: 500 },
    { type: 'scored', score: 750 },
    ...['income confirmed', 'house appraised', 'check failed', 'approve', 'reject', 'accept', 'withdraw'].map((type): Sent => ({ type })),
  ],
  more: fc.oneof(
    fc.record({ type: fc.constant('apply'), amount: fc.integer({ min: -10, max: 500 }), income: fc.nat(200) }),
    fc.record({ type: fc.constant('scored'), score: fc.integer({ min: 300, max: 850 }) }),
  ),
};

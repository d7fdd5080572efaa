/** A document that is published when all its reviewers have approved; one rejection sends it back to its author. */
type ReviewEvent =
  | { type: 'submit' }
  | { type: 'approve'; by: string }
  | { type: 'reject'; by: string; reason?: string }
  | { type: 'withdraw' };

export function* documentApproval(
  reviewers: readonly string[],
  notify: (message: string) => void,
): Generator<'draft' | 'in review', 'published' | 'withdrawn', ReviewEvent> {
  draft: while (true) {
    const command = yield 'draft';
    if (command.type === 'withdraw') return 'withdrawn';
    if (command.type !== 'submit') continue;

    const approved = new Map(reviewers.map((name) => [name, false]));
    while ([...approved.values()].includes(false)) {
      const event = yield 'in review';
      switch (event.type) {
        case 'approve':
          if (approved.has(event.by)) approved.set(event.by, true);
          break;
        case 'reject':
          notify(`${event.by}: ${event.reason?.trim() || 'no reason given'}`);
          continue draft;
        case 'withdraw':
          return 'withdrawn';
      }
    }
    notify(`approved by ${[...approved.keys()].join(', ')}`);
    return 'published';
  }
}

export const samples = {
  documentApproval: {
    args: [['editor', 'lawyer'], () => {}],
    events: [
      { type: 'submit' },
      { type: 'approve', by: 'editor' },
      { type: 'approve', by: 'lawyer' },
      { type: 'reject', by: 'lawyer', reason: 'too long' },
      { type: 'reject', by: 'editor' },
      { type: 'withdraw' },
    ],
  },
};

/** An article on its way to the public, as a transition table `as const`: its types come from the table. */
const TRANSITIONS = {
  draft: { submit: 'in review' },
  'in review': { approve: 'approved', reject: 'draft' },
  approved: { publish: 'published', reject: 'draft' },
  published: { correct: 'in review', archive: 'archived' },
} as const;

type Waiting = keyof typeof TRANSITIONS;
type State = Waiting | 'archived';
type Command = 'submit' | 'approve' | 'reject' | 'publish' | 'correct' | 'archive';

export function* publication(): Generator<Waiting, 'archived', Command> {
  let state: State = 'draft';
  while (state !== 'archived') {
    const command: Command = yield state;
    const row: Partial<Record<Command, State>> = TRANSITIONS[state];
    state = row[command] ?? state;
  }
  return state;
}

/** The coordinator of a two-phase commit: all must vote yes, and all must hear how it ended. */
type Message = 'prepare' | 'commit' | 'abort';
type CommitEvent = { type: 'vote'; from: string; yes: boolean } | { type: 'acknowledged'; from: string } | { type: 'timeout' };

export function* twoPhaseCommit(
  participants: readonly string[],
  send: (to: string, message: Message) => void,
): Generator<'voting' | 'committing' | 'aborting', 'committed' | 'aborted', CommitEvent> {
  for (const participant of participants) send(participant, 'prepare');

  let agreed = true;
  const silent = new Set(participants);
  while (true) {
    const event = yield 'voting';
    if (event.type === 'timeout' || (event.type === 'vote' && !event.yes)) {
      agreed = false;
      break;
    }
    if (event.type !== 'vote') continue;
    silent.delete(event.from);
    if (silent.size === 0) break;
  }

  const waiting = new Set(participants);
  const tell = () => {
    for (const participant of waiting) send(participant, agreed ? 'commit' : 'abort');
  };
  tell();
  while (true) {
    const event = yield agreed ? 'committing' : 'aborting';
    if (event.type === 'timeout') tell();
    if (event.type === 'acknowledged' && waiting.delete(event.from) && waiting.size === 0) {
      return agreed ? 'committed' : 'aborted';
    }
  }
}

export const samples = {
  twoPhaseCommit: {
    args: [['a', 'b'], () => {}],
    events: [
      { type: 'vote', from: 'a', yes: true },
      { type: 'vote', from: 'b', yes: true },
      { type: 'vote', from: 'b', yes: false },
      { type: 'acknowledged', from: 'a' },
      { type: 'acknowledged', from: 'b' },
      { type: 'timeout' },
    ],
  },
};

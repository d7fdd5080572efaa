/** An election that is repeated until somebody has won it. Who has voted is a Set, for whom is a Map, both inside a class. */
class BallotBox {
  readonly #voters = new Set<string>();
  readonly #votes = new Map<string, number>();

  /** Nobody votes twice. */
  cast(voter: string, candidate: string): boolean {
    if (this.#voters.has(voter)) return false;
    this.#voters.add(voter);
    this.#votes.set(candidate, (this.#votes.get(candidate) ?? 0) + 1);
    return true;
  }

  get isEmpty(): boolean {
    return this.#voters.size === 0;
  }

  get leaders(): readonly string[] {
    const most = Math.max(...this.#votes.values());
    return [...this.#votes].filter(([, count]) => count === most).map(([name]) => name);
  }
}

type ElectionEvent =
  | { type: 'vote'; voter: string; candidate: string }
  | { type: 'close' }
  | { type: 'announce' }
  | { type: 'repeat' };

export function* ballot(refuse: (voter: string) => void): Generator<'voting' | 'decided' | 'tied', string, ElectionEvent> {
  let box = new BallotBox();
  while (true) {
    const event = yield 'voting';
    if (event.type === 'vote') {
      if (!box.cast(event.voter, event.candidate)) refuse(event.voter);
    } else if (event.type === 'close' && !box.isEmpty) {
      const [winner, ...others] = box.leaders;
      if (others.length === 0) {
        while ((yield 'decided').type !== 'announce');
        return winner!;
      }
      while ((yield 'tied').type !== 'repeat');
      box = new BallotBox();
    }
  }
}

export const samples = {
  ballot: {
    args: [() => {}],
    events: [
      { type: 'vote', voter: 'v1', candidate: 'Ada' },
      { type: 'vote', voter: 'v2', candidate: 'Grace' },
      { type: 'vote', voter: 'v3', candidate: 'Ada' },
      { type: 'close' },
      { type: 'announce' },
      { type: 'repeat' },
    ],
  },
};

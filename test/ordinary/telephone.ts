/** A telephone: each state is a generator of its own, and what it returns says how it was left. */
type Signal = 'ring' | 'lift' | 'hang up' | 'hold' | 'resume';
type Part<Name extends string, Result> = Generator<Name, Result, Signal>;

function* quiet(): Part<'quiet', void> {
  while ((yield 'quiet') !== 'ring');
}

function* ringing(most: number): Part<'ringing', 'answered' | 'missed'> {
  for (let rings = 1; ; ) {
    const signal = yield 'ringing';
    if (signal === 'lift') return 'answered';
    if (signal === 'ring' && ++rings > most) return 'missed';
  }
}

function* talking(): Part<'talking', 'held' | 'over'> {
  while (true) {
    const signal = yield 'talking';
    if (signal === 'hold') return 'held';
    if (signal === 'hang up') return 'over';
  }
}

function* onHold(): Part<'on hold', 'resumed' | 'over'> {
  while (true) {
    const signal = yield 'on hold';
    if (signal === 'resume') return 'resumed';
    if (signal === 'hang up') return 'over';
  }
}

export function* telephone(showMissed: (calls: number) => void, most = 4): Part<'quiet' | 'ringing' | 'talking' | 'on hold', never> {
  let missed = 0;
  while (true) {
    yield* quiet();
    if ((yield* ringing(most)) === 'missed') {
      missed += 1;
      showMissed(missed);
      continue;
    }
    while ((yield* talking()) === 'held' && (yield* onHold()) === 'resumed');
  }
}

export const samples = { telephone: { args: [() => {}, 2], events: ['ring', 'lift', 'hang up', 'hold', 'resume'] } };

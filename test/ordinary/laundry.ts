/** Runs the steps of a programme one after the other; each may be paused, and the whole be cancelled. */
const PROGRAMMES = {
  cotton: ['wash', 'rinse', 'spin'],
  quick: ['wash', 'spin'],
} as const;

type Programme = keyof typeof PROGRAMMES;
type Step = (typeof PROGRAMMES)[Programme][number];
type WashEvent = { type: 'start'; programme: Programme } | { type: 'done' } | { type: 'pause' } | { type: 'resume' } | { type: 'cancel' };

export function* laundry(
  drum: (command: Step | 'stop' | 'drain') => void,
): Generator<'idle' | Step | `${Step} paused`, never, WashEvent> {
  idle: while (true) {
    const start = yield 'idle';
    if (start.type !== 'start') continue;

    for (const step of PROGRAMMES[start.programme]) {
      drum(step);
      running: while (true) {
        const event = yield step;
        switch (event.type) {
          case 'done':
            break running;
          case 'cancel':
            drum('drain');
            continue idle;
          case 'pause':
            drum('stop');
            while ((yield `${step} paused` as const).type !== 'resume');
            drum(step);
        }
      }
    }
    drum('drain');
  }
}

/** Stops calling a service that keeps failing. Shows nested loops for a count in a row, and a probe that decides which loop goes on. */
type Report = 'success' | 'failure' | 'cooled down';

export function* circuitBreaker(limit = 5): Generator<'closed' | 'open' | 'half open', never, Report> {
  while (true) {
    for (let failures = 0; failures < limit; ) {
      const report = yield 'closed';
      if (report === 'failure') failures += 1;
      else if (report === 'success') failures = 0;
    }

    let probe: Report;
    do {
      while ((yield 'open') !== 'cooled down');
      // One call is let through, to see.
      do probe = yield 'half open';
      while (probe === 'cooled down');
    } while (probe === 'failure');
  }
}

export const samples = {
  circuitBreaker: {
    args: [2],
    events: ['success', 'failure', 'cooled down'],
  },
};

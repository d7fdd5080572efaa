const SIGNALS = ['approach', 'passed', 'lock', 'unlock'] as const;
type Signal = (typeof SIGNALS)[number];

/** The door of the shop. Once it is locked, nobody comes in. */
export function* automaticDoor(): Generator<'shut' | 'open' | 'locked', never, Signal> {
  while (true) {
    const signal = yield 'shut';
    if (signal === 'approach') while ((yield 'open') !== 'passed');
    else if (signal === 'lock') while ((yield 'locked') !== 'unlock');
  }
}

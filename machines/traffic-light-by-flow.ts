/** The traffic light with no variable at all, only loops and yields. Shows that where the code waits is state enough. */
export function* trafficLightByFlow(): Generator<'RED' | 'GREEN' | 'YELLOW', never, 'next'> {
  while (true) {
    while ((yield 'RED') !== 'next');
    while ((yield 'GREEN') !== 'next');
    while ((yield 'YELLOW') !== 'next');
  }
}

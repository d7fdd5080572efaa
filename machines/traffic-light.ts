/** The smallest machine there is: one variable, which is the state. Shows that the value yielded is the state's name. */
export function* trafficLight(): Generator<'RED' | 'GREEN' | 'YELLOW', never, 'next'> {
  let light: 'RED' | 'GREEN' | 'YELLOW' = 'RED';
  while (true) {
    const command = yield light;
    if (command === 'next') light = ({ RED: 'GREEN', GREEN: 'YELLOW', YELLOW: 'RED' } as const)[light];
  }
}

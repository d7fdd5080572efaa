/** Heats below the wanted temperature. Shows a state named by a condition on context: the condition becomes the guard. */
export function* thermostat(): Generator<'heating' | 'idle', never, { type: 'measured'; celsius: number } | { type: 'set'; celsius: number }> {
  let wanted = 20, now = 20;
  while (true) {
    const event = yield now < wanted ? 'heating' : 'idle';
    if (event.type === 'set') wanted = event.celsius; else now = event.celsius;
  }
}

export const samples = {
  thermostat: {
    events: [
      { type: 'measured', celsius: 18 },
      { type: 'measured', celsius: 22 },
      { type: 'set', celsius: 24 },
      { type: 'set', celsius: 16 },
    ],
  },
};

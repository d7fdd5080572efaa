/** A door that asks whether a badge may pass. Shows an effect whose result decides: asked once, then a choice. */
export function* door(check: (badge: string) => boolean, open: () => void): Generator<'shut' | 'alarm', void, { type: 'badge'; id: string } | { type: 'reset' }> {
  while (true) {
    const event = yield 'shut';
    if (event.type !== 'badge') continue;
    if (check(event.id)) open();
    else while ((yield 'alarm').type !== 'reset');
  }
}

export const samples = {
  door: {
    args: [(badge: string) => badge.startsWith('staff'), () => {}],
    events: [{ type: 'badge', id: 'staff-7' }, { type: 'badge', id: 'visitor-1' }, { type: 'reset' }],
  },
};

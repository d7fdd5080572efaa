/** The box above a list of boxes: it is checked, unchecked, or mixed, and sets them all. */
type BoxEvent = { type: 'toggle'; item: string } | { type: 'toggle all' };

export function* checkboxTree(items: readonly string[]): Generator<'unchecked' | 'mixed' | 'checked', never, BoxEvent> {
  const checked = new Set<string>();

  const summary = () => {
    if (checked.size === 0) return 'unchecked';
    return items.every((item) => checked.has(item)) ? 'checked' : 'mixed';
  };

  while (true) {
    const before = summary();
    const event = yield before;
    if (event.type === 'toggle') {
      if (!checked.delete(event.item)) checked.add(event.item);
    } else if (before === 'checked') {
      checked.clear();
    } else {
      items.forEach((item) => checked.add(item));
    }
  }
}

export const samples = {
  checkboxTree: {
    args: [['salt', 'pepper']],
    events: [{ type: 'toggle', item: 'salt' }, { type: 'toggle', item: 'pepper' }, { type: 'toggle all' }],
  },
};

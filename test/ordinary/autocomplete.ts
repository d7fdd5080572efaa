/** A text field that proposes what might be meant. */
type State = 'closed' | 'loading' | 'open' | 'no results';

type FieldEvent =
  | { type: 'input'; text: string }
  | { type: 'results'; items: readonly string[] }
  | { type: 'key'; key: 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Escape' };

export function* autocomplete(
  search: (text: string) => void,
  choose: (item: string) => void,
  { minLength = 2 } = {},
): Generator<State, never, FieldEvent> {
  let state = 'closed' as State;
  let items: readonly string[] = [];
  let active = 0;

  const go = (to: State) => {
    state = to;
    active = 0;
  };
  const step = (by: number) => {
    active = (active + by + items.length) % items.length;
  };

  while (true) {
    const event: FieldEvent = yield state;
    if (event.type === 'input') {
      if (event.text.trim().length < minLength) {
        go('closed');
      } else {
        search(event.text);
        go('loading');
      }
    } else if (event.type === 'results') {
      if (state !== 'loading') continue;
      items = event.items;
      go(items.length > 0 ? 'open' : 'no results');
    } else if (event.key === 'Escape') {
      go('closed');
    } else if (state === 'open') {
      switch (event.key) {
        case 'ArrowDown':
          step(1);
          break;
        case 'ArrowUp':
          step(-1);
          break;
        case 'Enter':
          choose(items[active]!);
          go('closed');
          break;
      }
    }
  }
}

export const samples = {
  autocomplete: {
    args: [() => {}, () => {}],
    events: [
      { type: 'input', text: 'tea' },
      { type: 'input', text: 't' },
      { type: 'results', items: ['tea', 'teapot'] },
      { type: 'results', items: [] },
      { type: 'key', key: 'ArrowDown' },
      { type: 'key', key: 'ArrowUp' },
      { type: 'key', key: 'Enter' },
      { type: 'key', key: 'Escape' },
    ],
  },
};

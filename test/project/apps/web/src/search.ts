type SearchEvent = { readonly type: 'type'; readonly text: string } | { readonly type: 'found'; readonly count: number } | { readonly type: 'clear' };

/** The box at the top of each page. */
export function* search(): Generator<'idle' | 'searching' | 'results' | 'nothing', never, SearchEvent> {
  let state: 'idle' | 'searching' | 'results' | 'nothing' = 'idle';
  while (true) {
    const event: SearchEvent = yield state;
    if (event.type === 'type') state = event.text === '' ? 'idle' : 'searching';
    else if (event.type === 'clear') state = 'idle';
    else if (state === 'searching') state = event.count > 0 ? 'results' : 'nothing';
  }
}

/** The list below the box, which is walked through by keys. */
export function* suggestions(length: number) {
  type Arrow = 'up' | 'down';
  let chosen = 0;
  while (true) {
    const key: Arrow | 'enter' | 'escape' = yield 'open';
    if (key === 'escape') return -1;
    if (key === 'enter') return chosen;
    chosen = (chosen + (key === 'up' ? length - 1 : 1)) % length;
  }
}

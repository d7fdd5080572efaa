type TerminalEvent = { readonly type: 'card'; readonly contactless: boolean } | { readonly type: 'pin'; readonly right: boolean } | { readonly type: 'remove' };

export interface Terminal {
  (): Generator<'ready' | 'pin' | 'done', never, TerminalEvent>;
}

/** The card terminal at the till. */
export const terminal: Terminal = function* () {
  while (true) {
    const card = yield 'ready';
    if (card.type !== 'card') continue;
    if (!card.contactless) {
      let pin = yield 'pin';
      while (pin.type === 'card' || (pin.type === 'pin' && !pin.right)) pin = yield 'pin';
      if (pin.type === 'remove') continue;
    }
    while ((yield 'done').type !== 'remove');
  }
};

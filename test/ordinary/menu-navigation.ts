/** A menu walked with four keys. A submenu is the same coroutine again, as deep as the menu goes. */
const enum Key {
  Down = 'ArrowDown',
  Up = 'ArrowUp',
  Enter = 'Enter',
  Escape = 'Escape',
}

interface Item {
  readonly label: string;
  readonly items?: readonly Item[];
}

const FILE: readonly Item[] = [
  { label: 'New' },
  { label: 'Export', items: [{ label: 'as PDF' }, { label: 'as SVG' }] },
  { label: 'Print' },
];

function* browse(items: readonly Item[]): Generator<string, string | undefined, Key> {
  let at = 0;
  while (true) {
    const item = items[at]!;
    switch (yield item.label) {
      case Key.Down:
        at = (at + 1) % items.length;
        break;
      case Key.Up:
        at = (at + items.length - 1) % items.length;
        break;
      case Key.Escape:
        return undefined;
      case Key.Enter: {
        const chosen = item.items ? yield* browse(item.items) : item.label;
        if (chosen !== undefined) return chosen;
      }
    }
  }
}

export function* menuNavigation(run: (command: string) => void): Generator<string, never, Key> {
  while (true) {
    while ((yield 'closed') !== Key.Enter);
    const command = yield* browse(FILE);
    if (command !== undefined) run(command);
  }
}

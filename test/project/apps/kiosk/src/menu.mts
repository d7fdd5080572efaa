import { Key } from '@shop/events';

const PAGES = ['articles', 'prices', 'help'] as const;

/** The pages of the kiosk, one of which can be opened. */
export function* menu(): Generator<(typeof PAGES)[number] | 'opened', never, Key> {
  let at = 0;
  while (true) {
    const key = yield PAGES[at]!;
    if (key === Key.Down) at = (at + 1) % PAGES.length;
    else if (key === Key.Up) at = (at + PAGES.length - 1) % PAGES.length;
    else if (key === Key.Choose) while ((yield 'opened') !== Key.Back);
  }
}

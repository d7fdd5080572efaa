/** Settings on three tabs. Another tab opens only when nothing is left unsaved; a star marks what is. */
const TABS = ['general', 'privacy', 'billing'] as const;
type Tab = (typeof TABS)[number];
type Changes = Readonly<Record<string, unknown>>;

type SettingsEvent =
  | { type: 'open'; tab: Tab }
  | { type: 'change'; key: string; value: unknown }
  | { type: 'save' }
  | { type: 'discard' };

export function* settingsPage(store: (tab: Tab, changes: Changes) => void): Generator<Tab | `${Tab} *`, never, SettingsEvent> {
  let tab: Tab = TABS[0];
  let changes: Changes = {};
  let dirty = false;

  while (true) {
    const event: SettingsEvent = yield dirty ? (`${tab} *` as const) : tab;
    switch (event.type) {
      case 'open':
        if (!dirty) tab = event.tab;
        break;
      case 'change':
        changes = { ...changes, [event.key]: event.value };
        dirty = true;
        break;
      case 'save':
      case 'discard':
        if (!dirty) break;
        if (event.type === 'save') store(tab, changes);
        changes = {};
        dirty = false;
        break;
    }
  }
}

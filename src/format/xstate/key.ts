/**
 * A state's id in, the key that XState can carry out, and back: the key alone says what the id is.
 *
 * XState splits targets at dots, takes a leading `#` for an id, eats backslashes and ignores an empty target; JavaScript moves integer-like
 * keys to the front and reads `__proto__` as something else. Such characters are spelt as in a web address, `3.5` as `3%2E5`; the rest of a name
 * stays as it is.
 */
import type { Chart, State } from '../../chart/chart.ts';

/** The key of each state of the chart among those of its parent, by its id. Integer-like names keep their key where JavaScript would not move them. */
export function stateKeys(chart: Chart): ReadonlyMap<string, string> {
  const siblings = new Map<string | undefined, State[]>();
  for (const state of chart.states) {
    const list = siblings.get(state.parent);
    if (list) list.push(state);
    else siblings.set(state.parent, [state]);
  }
  return new Map([...siblings.values()].flatMap(keysOf));
}

function keysOf(states: readonly State[]): readonly (readonly [string, string])[] {
  const names = states.map((state) => state.name ?? state.id);
  const moved = names.some(isInteger) && areMoved(names);
  return states.map((state, index) => [state.id, encodeKey(names[index]!, moved)]);
}

/** Whether JavaScript would put integer-like names elsewhere. */
function areMoved(names: readonly string[]): boolean {
  const kept = Object.keys(Object.fromEntries(names.map((name) => [name, true])));
  return names.some((name, index) => isInteger(name) && kept[index] !== name);
}

/** `3.5` → `3%2E5`; with `integers`, `10` → `%310`. */
export function encodeKey(id: string, integers = false): string {
  if (id === '') return EMPTY;
  const spelt = id.replace(/%(?=[0-9A-F]{2})|[.\\]/g, spell);
  const first = spelt === EMPTY || spelt === '__proto__' || spelt.startsWith('#') || (integers && isInteger(spelt));
  return first ? spell(spelt.charAt(0)) + spelt.slice(1) : spelt;
}

export function decodeKey(key: string): string {
  if (!key.includes('%')) return key === EMPTY ? '' : key;
  return key.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const EMPTY = '(empty)';

function spell(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function isInteger(key: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key);
}

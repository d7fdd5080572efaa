/**
 * A state's id in, the key that XState can carry out, and back: the key alone says what the id is.
 *
 * XState splits targets at dots, takes a leading `#` for an id, eats backslashes and ignores an empty target; JavaScript moves integer-like
 * keys to the front and reads `__proto__` as something else. Such characters are spelt as in a web address, `3.5` as `3%2E5`; the rest of a name
 * stays as it is.
 */
import type { Chart } from '../../chart/chart.ts';

/** The key of each state of the chart, by its id. Integer-like ids keep their key where JavaScript would not move them. */
export function stateKeys(chart: Chart): ReadonlyMap<string, string> {
  const ids = chart.states.map((state) => state.id);
  const kept = Object.keys(Object.fromEntries(ids.map((id) => [id, true])));
  const moved = ids.some((id, index) => isInteger(id) && kept[index] !== id);
  return new Map(ids.map((id) => [id, encodeKey(id, moved)]));
}

/** `3.5` → `3%2E5`; with `integers`, `10` → `%310`. */
export function encodeKey(id: string, integers = false): string {
  if (id === '') return EMPTY;
  const spelt = id.replace(/%(?=[0-9A-F]{2})|[.\\]/g, spell);
  const first = spelt === EMPTY || spelt === '__proto__' || spelt.startsWith('#') || (integers && isInteger(spelt));
  return first ? spell(spelt.charAt(0)) + spelt.slice(1) : spelt;
}

export function decodeKey(key: string): string {
  return key === EMPTY ? '' : key.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const EMPTY = '(empty)';

function spell(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function isInteger(key: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key);
}

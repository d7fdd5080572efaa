/**
 * A Mermaid id for each state: its own name where Mermaid reads and shows that as it is and no other state has it, else
 * a readable stand-in, distinct from all others (the true name is then its label).
 */
import type { State } from '../../../chart/chart.ts';
import { escape } from '../escape.ts';
import { veil } from '../read/told.ts';

/**
 * The id of each state, by the state's id.
 *
 * A state whose name Mermaid shows keeps it, and so does a choice whose name is an id (it shows no text, so that is all
 * that is read back). The others follow in the order given. A name that is not alone is written with those of the states around: one id
 * in two blocks is one state for Mermaid. `all`: those and the ones that have no box, such as a region without a name.
 */
export function mermaidIds(states: readonly State[], all: readonly State[] = states): ReadonlyMap<string, string> {
  const byId = new Map(all.map((state) => [state.id, state]));
  const shown = new Set(states);
  const isNamed = ({ kind }: State): boolean => kind !== 'choice' && kind !== 'history';
  const [names, choices] = [counted(states.filter(isNamed)), counted(states.filter(({ kind }) => kind === 'choice'))];
  const isAlone = (state: State): boolean => {
    if (state.parent === undefined) return true;
    if (state.kind === 'choice') return choices.get(nameOf(state)) === 1 && !names.has(nameOf(state));
    return isNamed(state) && names.get(nameOf(state)) === 1;
  };
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const take = (state: State, id: string): void => {
    ids.set(state.id, id);
    taken.add(id);
  };
  const path = (state: State): string => {
    const around = state.parent === undefined ? undefined : byId.get(state.parent);
    const name = state.kind === 'history' ? `history${state.depth === 'deep' ? ' deep' : ''}` : shown.has(state) ? nameOf(state) : '';
    return around ? `${path(around)} ${name}` : name;
  };
  for (const state of states) {
    if (isAlone(state) && (state.kind === 'choice' ? isSafe(nameOf(state)) : keepsName(state))) take(state, nameOf(state));
  }
  for (const state of states) {
    if (ids.has(state.id)) continue;
    const name = readable(isAlone(state) ? nameOf(state) : path(state));
    let id = name;
    for (let count = 2; taken.has(id); count += 1) id = `${name}_${count}`;
    take(state, id);
  }
  return ids;
}

function counted(states: readonly State[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const state of states) counts.set(nameOf(state), (counts.get(nameOf(state)) ?? 0) + 1);
  return counts;
}

/** What a state is called among those of its parent. */
export function nameOf({ id, name = id }: State): string {
  return name;
}

/** Whether Mermaid takes the name for an id and shows it unchanged. */
function keepsName(state: State): boolean {
  const name = nameOf(state);
  return isSafe(name) && escape(name, 'state') === name && veil(name, state.parent !== undefined) === name;
}

function isSafe(id: string): boolean {
  return /^[A-Za-z]\w*$/.test(id) && !WORDS.has(id.toLowerCase()) && !(id in Object.prototype) && !/(?:_start|_end|direction)$/i.test(id);
}

/** The grammar's words in any case, and the names it gives to things of its own. */
const WORDS = new Set(['state', 'note', 'default', 'class', 'classdef', 'style', 'scale', 'click', 'href', 'statediagram', 'as', 'acctitle', 'accdescr', 'root']);

function readable(name: string): string {
  const words = name.replace(/\P{ASCII}/gu, (character) => ` u${character.codePointAt(0)!.toString(16)} `).match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.join('_').slice(0, LONGEST).replace(/_$/, '');
  const started = /^[A-Za-z]/.test(joined) ? joined : `s${joined}`;
  return isSafe(started) ? started : `${started}_`;
}

const LONGEST = 40;

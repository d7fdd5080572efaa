/**
 * A Mermaid id for each state: its own name where Mermaid reads and shows that as it is, else a readable stand-in,
 * distinct from all others (the true name is then its label).
 */
import type { State } from '../../chart/chart.ts';
import { escape } from './escape.ts';

/**
 * The id of each state, by the state's name.
 *
 * A state whose name Mermaid shows keeps it, and so does a choice whose name is an id (it shows no text, so that is all
 * that is read back). The others follow in the order given.
 */
export function mermaidIds(states: readonly State[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const take = (state: State, id: string): void => {
    ids.set(state.id, id);
    taken.add(id);
  };
  for (const state of states) {
    if (state.kind === 'choice' ? isSafe(state.id) : keepsName(state.id)) take(state, state.id);
  }
  for (const state of states) {
    if (ids.has(state.id)) continue;
    const name = readable(state.id);
    let id = name;
    for (let count = 2; taken.has(id); count += 1) id = `${name}_${count}`;
    take(state, id);
  }
  return ids;
}

/** Whether Mermaid takes the name for an id and shows it unchanged. */
function keepsName(name: string): boolean {
  return isSafe(name) && escape(name, 'state') === name;
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

/**
 * The texts and notes of a box in, what they tell apart out: its name, what it does by itself, and the rest as its note.
 *
 *     A : Reading      its name, as the first text that says nothing else
 *     A : entry / open()
 *     A : key / show() where it has a name or does something: a transition that stays in it, as in UML
 */
import type { Box } from './boxes.ts';
import { type Behaviour, readBehaviour, unquoteNote } from '../behaviour.ts';
import type { Ends } from '../label.ts';
import { readLabel } from './label.ts';

export interface Told {
  /** Absent where no text gives one. */
  readonly name?: string;
  readonly behaviour: readonly Behaviour[];
  /** The labels of transitions that stay. */
  readonly inner: readonly string[];
  readonly note: string;
}

export function toldOf({ texts, notes, scope }: Box): Told {
  if (texts.length === 0 && notes.length === 0) return NOTHING;
  const behaviour: Behaviour[] = [];
  const inner: string[] = [];
  const rest: string[] = [];
  let name: string | undefined;
  const take = (line: string): void => {
    const does = readBehaviour(line);
    if (does) behaviour.push(does);
    else if (name !== undefined || behaviour.length > 0) {
      const list = isTransition(line) ? inner : name === undefined ? undefined : rest;
      if (list) list.push(line);
      else name = line;
    } else name = line;
  };
  for (const text of texts) {
    const lines = text.split('\n');
    if (name !== undefined || lines.some(readBehaviour)) lines.forEach(take);
    else name = text;
  }
  for (const line of notes.flatMap((text) => (text === '' ? [] : text.split('\n')))) {
    const does = readBehaviour(line.trim());
    if (does) behaviour.push(does);
    else rest.push(unquoteNote(line));
  }
  const shown = name && unveil(name, scope.owner !== undefined);
  return { ...(shown !== undefined && { name: shown }), behaviour, inner, note: rest.join('\n') };
}

export const NOTHING: Told = { behaviour: [], inner: [], note: '' };

function isTransition(line: string): boolean {
  const { trigger, actions } = readLabel(line, { from: 'state', toEnd: false, actors: new Map() } satisfies Ends);
  return trigger.kind !== 'always' && actions !== '';
}

/**
 * A name that would be shown as something else (nothing at all, a history, what a state does) gets a space of no width. Back is `unveil`.
 */
export function veil(name: string, isInner: boolean): string {
  const seen = name.split('\n').map((line) => (readBehaviour(line.replace(/^\u200b+/, '')) ? `\u200b${line}` : line)).join('\n');
  return (isInner ? /^(?:H\*?)?\u200b*$/ : /^\u200b*$/).test(seen) ? `${seen}\u200b` : seen;
}

function unveil(text: string, isInner: boolean): string {
  const name = text.replace(isInner ? /^((?:H\*?)?\u200b*)\u200b$/ : /^(\u200b*)\u200b$/, '$1');
  return name.split('\n').map((line) => (line.startsWith('\u200b') && readBehaviour(line.replace(/^\u200b+/, '')) ? line.slice(1) : line)).join('\n');
}

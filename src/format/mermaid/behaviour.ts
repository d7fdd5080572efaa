/**
 * What a state does by itself, as lines in its box or in its note, and back: `entry / light()`, `exit / dark()`, `do / load(url) as loader`.
 *
 *     line  = ("entry" | "exit" | "do") "/" words
 *     words = actions, or an actor: source ["(" input ")"] ["as" id]; quoted where they could be read as something else
 */
import type { Action, Invocation, State } from '../../chart/chart.ts';
import { plainCode } from '../../chart/code.ts';
import { raisedBy } from '../../chart/raise.ts';
import { oneLine, shown } from './label.ts';
import { closing, isQuote, literalEnd, topLevel, unquote } from './read/scan.ts';
import { quoteIf } from './trigger.ts';

export interface Behaviour {
  readonly when: 'entry' | 'exit' | 'do';
  /** Still quoted. */
  readonly words: string;
}

/** @example readBehaviour('entry / light()') // { when: 'entry', words: 'light()' } */
export function readBehaviour(line: string): Behaviour | undefined {
  const [, word, words] = /^(entry|exit|do|invoke)\s*\/([^]*)$/i.exec(line) ?? [];
  if (word === undefined) return undefined;
  return { when: /^(?:do|invoke)$/i.test(word) ? 'do' : (word.toLowerCase() as 'entry' | 'exit'), words: words!.trim() };
}

/** The lines of a state, in the order in which they are drawn. */
export function behaviourLines({ entry = [], exit = [], actors = [] }: State): readonly string[] {
  const line = (when: string, words: string): readonly string[] => (words === '' ? [] : [`${when} / ${words}`]);
  return [...line('entry', actionWords(entry)), ...actors.flatMap((actor) => line('do', actorWords(actor))), ...line('exit', actionWords(exit))];
}

function actionWords(actions: readonly Action[]): string {
  const text = oneLine(actions.map((action) => action.name).join(', '));
  return quoteIf(unquote(text) !== undefined, text);
}

/** What a text on an arrow or in a state does. Where one action ends and the next begins cannot be seen: it is all one, but for what is raised. */
export function readActions(text: string): readonly Action[] {
  if (text === '') return [];
  const commas = text.includes('raise(') ? [...topLevel(text)].filter((at) => text[at] === ',') : [];
  const parts = [...commas, text.length].map((comma, index) => text.slice(index === 0 ? 0 : commas[index - 1]! + 1, comma).trim());
  const names: string[] = [];
  let open = false;
  for (const part of parts) {
    const raises = raisedBy(part).raises !== undefined;
    if (raises || !open) names.push(part);
    else names.push(`${names.pop()}, ${part}`);
    open = !raises;
  }
  return (names.length === 1 ? [text] : names).map((name) => ({ statements: [plainCode(name)], writes: [], mutates: [], effect: true, name, ...raisedBy(name) }));
}

/** The input is left out where its brackets do not close, so that no one could say where it ends. */
function actorWords({ id, source, input }: Invocation): string {
  const called = quoteIf(!/^[\p{L}_$][^\s()'"`]*(?: (?!as )[^\s()'"`]+)*$/u.test(source), source);
  const given = input && closing(`(${shown(input)})`, 0) === shown(input).length + 1 ? `(${shown(input)})` : '';
  return id === source ? `${called}${given}` : `${called}${given} as ${quoteIf(!/^[\w$.-]+$/.test(id), id)}`;
}

/** The parts of a state that its lines make. */
export function behaviourOf(lines: readonly Behaviour[]): Pick<State, 'entry' | 'exit' | 'actors'> {
  if (lines.length === 0) return {};
  const words = (when: Behaviour['when']): readonly string[] => lines.filter((line) => line.when === when).map((line) => line.words);
  const actions = (when: Behaviour['when']): readonly Action[] => words(when).flatMap((text) => readActions(unquote(text) ?? text));
  const [entry, exit, actors] = [actions('entry'), actions('exit'), words('do').map(readActor)];
  return { ...(entry.length > 0 && { entry }), ...(exit.length > 0 && { exit }), ...(actors.length > 0 && { actors }) };
}

/** @example readActor('load(url) as loader') // { source: 'load', input: plainCode('url'), id: 'loader' } */
export function readActor(words: string): Invocation {
  const end = isQuote(words[0]) ? literalEnd(words, 0) : words.search(/\(|\s+as\s|$/);
  const called = words.slice(0, end < 0 ? words.length : end).trim();
  const rest = words.slice(called.length).trim();
  const close = rest.startsWith('(') ? closing(rest, 0) : -1;
  const input = rest.slice(1, Math.max(close, 0)).trim();
  const named = /^as\s+([^]+)$/.exec(rest.slice(close + 1).trim())?.[1];
  const source = unquote(called) ?? called;
  return { id: named === undefined ? source : (unquote(named) ?? named), source, ...(input !== '' && { input: plainCode(input) }) };
}

/** A line of a note that would be read as one of these. */
export function quoteNote(line: string): string {
  return quoteIf(isTaken(line), line);
}

export function unquoteNote(line: string): string {
  const inner = unquote(line);
  return inner !== undefined && isTaken(inner) ? inner : line;
}

function isTaken(line: string): boolean {
  const inner = unquote(line);
  return readBehaviour(line.trim()) !== undefined || (inner !== undefined && isTaken(inner));
}

/** What is not an event's doing: names that come, go or change, what a machine is given and remembers, what a state yields and runs. */
import type { State } from '../../chart/chart.ts';
import { codeText, type Code } from '../../chart/code.ts';
import { constantText, guardLabel, triggerLabel } from '../../chart/label.ts';
import { eventTypesOf } from '../event-types.ts';
import type { Mark } from '../../format/marks.ts';
import type { Change, ChangeKind, ChartDiff } from './chart-diff.ts';
import type { Explored } from './explore.ts';
import type { DiffOptions } from './diff.ts';
import type { Version } from './version.ts';
import { listed, quote } from './words.ts';

export interface Versions {
  readonly old: Version;
  readonly new: Version;
}

export function aboutChanges(versions: Versions, reached: Explored['reached'], { meanings, drawn }: DiffOptions): Pick<ChartDiff, 'changes' | 'reasons'> {
  const meant = meanings ? meaningChanges(meanings) : { changes: [], reasons: [] };
  // A drawing says nothing of what a machine is given and remembers.
  const changes = [...(drawn ? [] : [...inputChanges(versions), ...contextChanges(versions)]), ...meant.changes, ...eventChanges(versions, reached), ...stateChanges(versions, reached)];
  return { changes, reasons: meant.reasons };
}

function plain(kind: ChangeKind, mark: Mark, message: string): Change {
  return { kind, mark, message, places: { old: [], new: [] } };
}

function inputChanges({ old, new: next }: Versions): readonly Change[] {
  const spelt = (version: Version): readonly string[] => version.chart.parameters.map(({ name, initial, optional, rest }) => `${rest ? '...' : ''}${name}${initial ? ` = ${codeText(initial)}` : optional ? '?' : ''}`);
  const compare = (version: Version): string => JSON.stringify(version.chart.parameters.map(({ initial, optional, rest }) => [initial ? version.code(initial) : '', optional, rest]));
  if (compare(old) === compare(next)) return [];
  const words = (list: readonly string[]): string => (list.length === 0 ? 'nothing' : listed(list.map(quote)));
  return [plain('input', 'changed', `The machine is now given ${words(spelt(next))}; before ${words(spelt(old))}.`)];
}

function contextChanges({ old, new: next }: Versions): readonly Change[] {
  return next.chart.context.flatMap((variable) => {
    const twin = old.chart.context.find(({ name }) => old.code(reference(name)) === next.code(reference(variable.name)));
    if (!twin) return [];
    const [was, is] = [twin.initial, variable.initial];
    if ((was && old.code(was)) === (is && next.code(is))) return [];
    const words = (code: Code | undefined): string => (code ? quote(codeText(code)) : 'without a value');
    return [plain('context', 'changed', `${quote(variable.name)} now begins ${is ? `as ${words(is)}` : words(is)}; before ${was ? `as ${words(was)}` : words(was)}.`)];
  });
}

function reference(name: string): Code {
  return { pieces: [{ to: 'context', name }] };
}

/** What the code refers to: a constant that is another one now is a change; of a function that was rewritten nobody knows whether it shows. */
function meaningChanges({ old, new: next }: NonNullable<DiffOptions['meanings']>): Pick<ChartDiff, 'changes' | 'reasons'> {
  const changes: Change[] = [];
  const reasons: string[] = [];
  for (const [name, is] of next) {
    const was = old.get(name);
    if (was === undefined || was === is) continue;
    const [before, now] = [literalOf(was), literalOf(is)];
    if (before !== undefined && now !== undefined) changes.push(plain('constant', 'changed', `${quote(name)} is now ${quote(now)}; before ${quote(before)}.`));
    else reasons.push(`${quote(name)} was rewritten, and whether that shows was not decided`);
  }
  return { changes, reasons };
}

function literalOf(declaration: string): string | undefined {
  return /^const [\w$]+(?:: [^=]+)? = ('[^'\\]*'|"[^"\\]*"|-?[\d_.]+n?|true|false|null)(?: as const)?;?$/.exec(declaration)?.[1];
}

function eventChanges({ old, new: next }: Versions, reached: Explored['reached']): readonly Change[] {
  const heard = (version: Version): readonly string[] => eventTypesOf({ ...version.chart, states: version.chart.states.filter(({ id }) => reached[version.which].has(id)) });
  const [had, has] = [heard(old), heard(next)];
  const known = new Set(has.map(next.event));
  return [
    ...has.filter((type) => next.event(type) !== type && had.includes(next.event(type))).map((type) => plain('event-renamed', 'changed', `The event ${quote(next.event(type))} is now called ${quote(type)}.`)),
    ...has.filter((type) => !had.includes(next.event(type))).map((type) => plain('event-added', 'added', `The event ${quote(type)} is new.`)),
    ...had.filter((type) => !known.has(type)).map((type) => plain('event-removed', 'removed', `The event ${quote(type)} is gone.`)),
  ];
}

function stateChanges({ old, new: next }: Versions, reached: Explored['reached']): readonly Change[] {
  const twins = new Map(old.chart.states.filter(({ id }) => reached.old.has(id)).map((state) => [state.id, state]));
  const changes: Change[] = [];
  const change = (kind: ChangeKind, mark: Mark, state: State, message: string, was?: State): void =>
    void changes.push({ kind, mark, state: next.chart.states.includes(state) ? state.id : old.shown(state.id), message, places: mark === 'removed' ? { old: state.places, new: [] } : { old: was?.places ?? [], new: state.places } });
  const found = new Set<string>();
  for (const state of next.chart.states) {
    const twin = twins.get(next.state(state.id));
    if (!reached.new.has(state.id)) continue;
    if (twin) found.add(twin.id);
    if (twin && isSeen(state)) bothHave(old, next, twin, state, change);
    else if (isPlace(state)) change('state-added', 'added', state, `${quote(state.id)} ${has(old, next.state(state.id)) ? 'can now be reached' : 'is new'}${behaviourWords(state, next.chart.states)}.`);
  }
  for (const [id, state] of twins) if (!found.has(id) && isPlace(state)) change('state-removed', 'removed', state, has(next, id) ? `Nothing leads to ${quote(id)} any more.` : `${quote(id)} is gone.`);
  return changes;
}

/** Whether it is in the chart at all, reached or not. */
function has(version: Version, shared: string): boolean {
  return version.chart.states.some(({ id }) => version.state(id) === shared);
}

/** An end is told where something leads to it, a choice and a history by what comes of them. */
function isPlace({ kind }: State): boolean {
  return kind === 'atomic' || kind === 'compound' || kind === 'parallel';
}

function isSeen({ kind }: State): boolean {
  return kind !== 'choice' && kind !== 'history';
}

function bothHave(old: Version, next: Version, was: State, is: State, change: (kind: ChangeKind, mark: Mark, state: State, message: string, was?: State) => void): void {
  const own = ({ name, id }: State): string => name ?? id;
  const isInTwins = was.parent === (is.parent === undefined ? undefined : next.state(is.parent));
  if (was.id !== is.id && (own(was) !== own(is) || !isInTwins) && !(is.kind === 'final' && is.value)) change('state-renamed', 'changed', is, own(was) === own(is) ? `${quote(was.id)} has moved, and is now ${quote(is.id)}.` : `${quote(was.id)} is now called ${quote(is.id)}.`, was);
  if (is.kind === 'final') return;
  const value = (version: Version, { value: yields }: State): string | undefined => (!yields ? undefined : yields.kind === 'constant' ? constantText(yields.constant) : version.code(yields.code));
  const [before, now] = [value(old, was), value(next, is)];
  const isNamed = (state: State, text: string): boolean => text === constantText({ kind: 'string', value: own(state) });
  if (before !== undefined && now !== undefined && before !== now && !(isNamed(was, before) && isNamed(is, now))) change('value', 'changed', is, `${quote(is.id)} now yields ${quote(now)}; before ${quote(before)}.`, was);
  const tags = ({ tags: list = [] }: State): string => listed(list.toSorted().map(quote)) || 'nothing';
  if (tags(was) !== tags(is)) change('tags', 'changed', is, `${quote(is.id)} is now tagged ${tags(is)}; before ${tags(was)}.`, was);
  const runs = (version: Version, { actors = [] }: State): string => JSON.stringify(actors.map(({ id, source, input }) => [version.actor(id), source, input ? version.code(input) : '']).sort());
  const actors = ({ actors: list = [] }: State): string => listed(list.map(({ source, input }) => quote(`${source}${input ? ` with ${codeText(input)}` : ''}`))) || 'nothing';
  if (runs(old, was) !== runs(next, is)) change('actors', 'changed', is, `${quote(is.id)} now runs ${actors(is)}; before ${actors(was)}.`, was);
  const waits = ({ transitions }: State): readonly string[] => [...new Set(transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [trigger.delay] : [])))];
  const [gone, come] = [waits(was).filter((delay) => !waits(is).includes(delay)), waits(is).filter((delay) => !waits(was).includes(delay))];
  if (gone.length !== come.length) return;
  for (const [index, delay] of come.entries()) change('delay', 'changed', is, `What came after ${quote(gone[index]!)} now comes after ${quote(delay)}.`, was);
}

/** What a state that is new waits for, in short. */
function behaviourWords({ transitions }: State, states: readonly State[]): string {
  const isEnd = (id: string): boolean => states.some((state) => state.id === id && state.kind === 'final' && state.parent === undefined);
  const shown = transitions.filter(({ trigger }) => trigger.kind !== 'always' && trigger.kind !== 'throw' && trigger.kind !== 'return').map((transition) => {
    const condition = guardLabel(transition);
    const where = transition.throws ? 'fails' : transition.target === undefined ? 'stays' : isEnd(transition.target) ? `ends the machine${transition.returns ? ` with ${quote(codeText(transition.returns))}` : ''}` : `leads to ${quote(transition.target)}`;
    return `${quote(triggerLabel(transition.trigger))} ${where}${condition === '' ? '' : condition === 'else' ? ' otherwise' : ` if ${quote(condition)}`}`;
  });
  if (shown.length === 0) return '';
  const more = shown.length > MOST_SHOWN ? [`${shown.length - MOST_SHOWN + 1} more`] : [];
  return `: there ${listed([...shown.slice(0, more.length > 0 ? MOST_SHOWN - 1 : MOST_SHOWN), ...more])}`;
}

const MOST_SHOWN = 4;

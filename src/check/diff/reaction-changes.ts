/**
 * A finding in, the changes that it is made of out: which outcomes are new, which are gone, which of them stand for each other, and which come of
 * it under another condition. Whatever differs is told at least once.
 */
import type { Transition } from '../../chart/chart.ts';
import { ANY_VALUE, OTHER, sentAs } from './came.ts';
import type { Mark } from '../../format/marks.ts';
import type { Change, ChangeKind, Sent } from './chart-diff.ts';
import type { Finding } from './explore.ts';
import type { Outcome, Reacted } from './reaction.ts';
import { conditionWords, doneWords, nowWords, outcomeWords, placeWords, plainWords, quote } from './words.ts';

/** One outcome of the event, on one version, with all the ways that lead to it. */
interface Arm {
  readonly outcome: Outcome;
  /** By the number of the way. */
  readonly ways: ReadonlySet<number>;
  readonly conditions: readonly string[];
}

export function reactionChanges(finding: Finding): readonly Change[] {
  const { ways } = finding;
  const arms = { old: armsOf(ways, 'old'), new: armsOf(ways, 'new') };
  const [gone, come] = [[...arms.old.values()].filter(({ outcome }) => !arms.new.has(outcome.key)), [...arms.new.values()].filter(({ outcome }) => !arms.old.has(outcome.key))];
  const teller = tellerOf(finding, arms.old.size > 1, arms.new.size > 1);
  const moved = [...arms.old].flatMap(([key, left]) => {
    const right = arms.new.get(key);
    return right && isMoved(left, right) ? [{ left, right }] : [];
  });
  const told = [...gone, ...come, ...moved.flatMap(({ left, right }) => [left, right])];
  /** That nothing comes of it is told where what comes of it instead is told, one by one. */
  const isTold = ({ outcome }: Arm, instead: readonly Arm[]): boolean => outcome.isNothing && instead.every((arm) => told.includes(arm));

  const changes: Change[] = [];
  for (const [left, right] of matched(gone, come)) {
    if (left && right) changes.push(teller.replaced(left, right));
    else if (right && !isTold(right, others(ways, right, 'old', arms.old))) changes.push(teller.added(right, others(ways, right, 'old', arms.old)));
    else if (left && !isTold(left, others(ways, left, 'new', arms.new))) changes.push(teller.removed(left, others(ways, left, 'new', arms.new)));
  }
  changes.push(...moved.map(({ left, right }) => teller.moved(left, right)));
  if (changes.length === 0) changes.push(teller.parted(ways.find((way) => way.old.key !== way.new.key)!));
  return changes;
}

function armsOf(ways: readonly Reacted[], which: 'old' | 'new'): ReadonlyMap<string, Arm> {
  const arms = new Map<string, { outcome: Outcome; ways: Set<number>; conditions: Set<string> }>();
  for (const [index, way] of ways.entries()) {
    const outcome = way[which];
    const arm = arms.get(outcome.key) ?? { outcome, ways: new Set(), conditions: new Set() };
    arm.ways.add(index);
    arm.conditions.add(outcome.condition);
    arms.set(outcome.key, arm);
  }
  return new Map([...arms].map(([key, { outcome, ways: all, conditions }]) => [key, { outcome, ways: all, conditions: [...conditions].sort() }]));
}

function isSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((index) => b.has(index));
}

/** Whether the same comes of it under another condition. What is left where nothing else holds is told by what else there is. */
function isMoved(left: Arm, right: Arm): boolean {
  const isElse = ({ conditions }: Arm): boolean => conditions.every((text) => text === 'else');
  return !left.outcome.isNothing && !isSame(left.ways, right.ways) && !isElse(left) && !isElse(right) && left.conditions.join() !== right.conditions.join();
}

/** Which stands for which: those that come of the event in the most of the same ways, conditions that are written alike first. */
function matched(gone: readonly Arm[], come: readonly Arm[]): readonly (readonly [Arm | undefined, Arm | undefined])[] {
  const isReal = ({ outcome }: Arm): boolean => !outcome.isNothing;
  const pairs = gone.filter(isReal).flatMap((left) => come.filter(isReal).map((right) => ({ left, right, likeness: likeness(left, right) }))).filter((pair) => pair.likeness > 0);
  const taken = new Map<Arm, Arm>();
  const used = new Set<Arm>();
  for (const { left, right } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (taken.has(left) || used.has(right)) continue;
    taken.set(left, right);
    used.add(right);
  }
  return [...gone.map((left) => [left, taken.get(left)] as const), ...come.filter((right) => !used.has(right)).map((right) => [undefined, right] as const)];
}

function likeness(left: Arm, right: Arm): number {
  const shared = [...left.ways].filter((index) => right.ways.has(index)).length;
  return shared === 0 ? 0 : shared + (left.conditions.join() === right.conditions.join() ? 1000 : 0);
}

/** What the other version makes of it in the same ways. */
function others(ways: readonly Reacted[], arm: Arm, which: 'old' | 'new', arms: ReadonlyMap<string, Arm>): readonly Arm[] {
  return [...new Set([...arm.ways].map((index) => arms.get(ways[index]![which].key)!))];
}

interface Teller {
  readonly replaced: (left: Arm, right: Arm) => Change;
  readonly added: (right: Arm, instead: readonly Arm[]) => Change;
  readonly removed: (left: Arm, instead: readonly Arm[]) => Change;
  readonly moved: (left: Arm, right: Arm) => Change;
  readonly parted: (way: Reacted) => Change;
}

function tellerOf({ came, ways, steps }: Finding, asksOld: boolean, asksNew: boolean): Teller {
  const event = came && eventWords(came.label.new);
  const change = (kind: ChangeKind, mark: Mark, message: string, seen: number, state: readonly Outcome[]): Change => ({
    kind: came ? kind : 'start',
    mark: came ? mark : 'changed',
    ...(came && { state: sourceOf(state), event: came.label.new }),
    ...(came && steps && { way: steps.slice(1).map(sentWords) }),
    message,
    ...(steps && { replay: [...steps, sentAs(came, ways[seen]!.answers)] }),
    places: { old: placesOf(ways[seen]!.old), new: placesOf(ways[seen]!.new) },
  });
  const under = (arm: Arm, asks: boolean): string => (asks ? conditionWords(arm.conditions) : '');
  const subject = event ?? 'the machine';
  /** `it led to x`, `it was ignored otherwise`: what another version makes of it. */
  const list = (arms: readonly Arm[], tense: 'now' | 'before', asks: boolean): string =>
    arms.map((arm) => [`it ${outcomeWords(arm.outcome, came, tense)}`, arms.length > 1 ? under(arm, asks) : ''].filter(Boolean).join(' ')).join(', or ');
  /** A way on which it is seen. */
  const seenIn = (arm: Arm, other?: Arm): number => [...arm.ways].find((index) => (other ? other.ways.has(index) : true) && ways[index]!.old.key !== ways[index]!.new.key) ?? [...arm.ways][0]!;

  return {
    replaced: (left, right) => {
      const isAlike = isSame(left.ways, right.ways);
      const is = under(right, asksNew);
      const was = isAlike ? is : under(left, asksOld);
      const [earlier, where] = [placeWords(left.outcome, came, 'before'), placeWords(right.outcome, came, 'now')];
      const [isPlaceSame, isDoneSame] = [isSamePlace(left.outcome, right.outcome), left.outcome.did === right.outcome.did];
      const kind: ChangeKind = isPlaceSame ? 'actions' : isDoneSame ? 'target' : 'reaction';
      // What is asked in both stands before what comes of it; what is asked in one only, or otherwise, after.
      const clause = was === is && is !== '' ? `, ${is},` : '';
      const [before, now] = was === is ? ['', ''] : [was, is].map((words) => (words === '' ? '' : ` ${words}`));
      const onTheWay = where === '' ? '' : came ? ` when it ${where}` : ' on its way in';
      if (isPlaceSame && right.outcome.did === '' && was === is) return change(kind, 'changed', sentence(`${subject}${clause} no longer does ${doneWords(left.outcome)}${onTheWay}`), seenIn(right, left), [right.outcome, left.outcome]);
      const [did, does] = isPlaceSame
        ? [`did ${doneWords(left.outcome)}`, `now does ${doneWords(right.outcome)}${onTheWay}`]
        : isDoneSame && where !== '' && earlier !== ''
          ? [earlier, `now ${where}`]
          : [outcomeWords(left.outcome, came, 'before'), nowWords(right.outcome, came)];
      return change(kind, 'changed', sentence(`${subject}${clause} ${does}${now}; before it ${did}${before}`), seenIn(right, left), [right.outcome, left.outcome]);
    },
    added: (right, instead) => {
      const isNew = instead.every(({ outcome }) => outcome.isNothing);
      const [kind, mark]: [ChangeKind, Mark] = right.outcome.isNothing ? ['reaction-removed', 'removed'] : isNew ? ['reaction-added', 'added'] : ['reaction', 'changed'];
      const now = [nowWords(right.outcome, came), under(right, asksNew)].filter(Boolean).join(' ');
      return change(kind, mark, sentence(`${subject} ${now}; before ${list(instead, 'before', asksOld)}`), seenIn(right), [right.outcome, ...instead.map(({ outcome }) => outcome)]);
    },
    removed: (left, instead) => {
      const isGone = instead.every(({ outcome }) => outcome.isNothing);
      const [kind, mark]: [ChangeKind, Mark] = left.outcome.isNothing ? ['reaction-added', 'added'] : isGone ? ['reaction-removed', 'removed'] : ['reaction', 'changed'];
      const before = [outcomeWords(left.outcome, came, 'before'), under(left, asksOld)].filter(Boolean).join(' ');
      const [only, ...more] = instead;
      const now = only && more.length === 0 ? nowWords(only.outcome, came) : `now ${list(instead, 'now', asksNew).slice('it '.length)}`;
      return change(kind, mark, sentence(`${subject} ${now}; before it ${before}`), seenIn(left), [...instead.map(({ outcome }) => outcome).filter(({ isNothing }) => !isNothing), left.outcome]);
    },
    moved: (left, right) => {
      const cases = (arm: Arm): string => conditionWords(arm.conditions) || 'in any case';
      const seen = [...right.ways].find((index) => !left.ways.has(index)) ?? [...left.ways].find((index) => !right.ways.has(index))!;
      return change('condition', 'changed', sentence(`${subject} ${nowWords(right.outcome, came)} ${cases(right)}; before ${cases(left)}`), seen, [right.outcome, left.outcome]);
    },
    parted: (way) => {
      const held = way.answers.filter(({ holds }) => holds).map(({ text }) => quote(plainWords(text)));
      const when = held.length === 0 ? (way.answers.length > 0 ? 'where none of its conditions holds' : '') : `where ${held.join(' and ')} ${held.length === 1 ? 'holds' : 'hold'}`;
      return change('condition', 'changed', sentence(`${[subject, when && `, ${when},`].join('')} ${nowWords(way.new, came)}; before it ${outcomeWords(way.old, came, 'before')}`), ways.indexOf(way), [way.new, way.old]);
    },
  };
}

function isSamePlace(a: Outcome, b: Outcome): boolean {
  return a.where === b.where && a.anew.join() === b.anew.join();
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What comes in, as a person says it. */
function eventWords(event: string): string {
  return event === OTHER || event === ANY_VALUE ? event : quote(event);
}

function sentWords({ event, conditions }: Sent): string {
  const held = conditions.filter(({ holds }) => holds).map(({ text }) => quote(plainWords(text)));
  return held.length === 0 ? eventWords(event) : `${eventWords(event)} where ${held.join(' and ')}`;
}

/** The state that takes it: the one whose transition is not the other version's. */
function sourceOf(outcomes: readonly Outcome[]): string {
  for (const { step, version } of outcomes) {
    const first = step?.taken.find(({ source }) => source.state && source.state.kind !== 'choice');
    if (first) return version.shown(first.source.state!.id);
  }
  return outcomes[0]!.version.chart.name;
}

function placesOf({ step }: Outcome): Transition['places'] {
  return step?.taken[0]?.transition.places ?? [];
}

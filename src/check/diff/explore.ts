/**
 * Two versions in, everywhere that both can be after the same events, and what comes in there that they do not take alike, out: breadth-first,
 * so each difference is found at the end of a shortest way. What both reach, but never by the same way, is held against each other after that.
 */
import type { Configuration } from '../../chart/step.ts';
import { type Came, everythingThatComes, sentAs } from './came.ts';
import type { Sent } from './chart-diff.ts';
import { type Outcome, react, type Reacted } from './reaction.ts';
import { configurationKey, nodeAt, sharedKey, type Version } from './version.ts';

export interface Finding {
  /** Nothing for the start. */
  readonly came: Came | undefined;
  /** Every way in which the conditions can turn out. */
  readonly ways: readonly Reacted[];
  /** Nothing where no way is the same for both. */
  readonly steps: readonly Sent[] | undefined;
}

export interface Explored {
  readonly findings: readonly Finding[];
  readonly configurations: number;
  /** The ids of the states that each can be in. */
  readonly reached: { readonly old: ReadonlySet<string>; readonly new: ReadonlySet<string> };
  readonly cut: readonly string[];
}

interface Both {
  readonly old: Configuration;
  readonly new: Configuration;
  /** Nothing where no way is the same for both. */
  readonly way: Way | undefined;
}

/** The last thing that was sent, and the way before it. */
interface Way {
  readonly sent: Sent;
  readonly before: Way | undefined;
}

export const MOST_CONFIGURATIONS = 20_000;

export function explore(old: Version, next: Version): Explored {
  const findings: Finding[] = [];
  const cut = new Set<string>();
  const seen = new Set<string>();
  const shared = { old: new Set<string>(), new: new Set<string>() };
  const reached = { old: new Set<string>(), new: new Set<string>() };
  const queue: Both[] = [];

  const enter = (both: Both): void => {
    const key = `${configurationKey(both.old)} | ${configurationKey(both.new)}`;
    if (seen.has(key)) return;
    if (seen.size === MOST_CONFIGURATIONS) return void cut.add(`only the first ${MOST_CONFIGURATIONS} configurations of both were compared`);
    seen.add(key);
    shared.old.add(sharedKey(old, both.old));
    shared.new.add(sharedKey(next, both.new));
    queue.push(both);
  };
  const look = (both: Both | undefined, came: Came | undefined): void => {
    const { ways, cut: isCut } = react(old, both?.old, next, both?.new, came);
    const label = came?.label.old ?? 'the start';
    if (isCut) cut.add(`the conditions on ${label} are too many to try all answers`);
    if (ways.some((way) => way.old.key !== way.new.key)) findings.push({ came, ways, steps: both ? both.way && stepsOf(both.way) : [] });
    for (const way of ways) {
      for (const version of [old, next]) for (const id of enteredBy(version, way[version.which])) reached[version.which].add(id);
      if (way.old.key !== way.new.key || way.old.end !== undefined) continue;
      const sent = sentAs(came, way.answers);
      enter({ old: afterwards(way.old, both?.old), new: afterwards(way.new, both?.new), way: both && !both.way ? undefined : { sent, before: both?.way } });
    }
  };
  const lookAround = (): void => {
    for (const both of queue) for (const came of everythingThatComes(old, both.old, next, both.new)) look(both, came);
    queue.length = 0;
  };

  look(undefined, undefined);
  lookAround();
  if (findings.length > 0) {
    const alone = { old: wander(old, cut), new: wander(next, cut) };
    for (const which of ['old', 'new'] as const) for (const id of alone[which].states) reached[which].add(id);
    for (const [key, configuration] of alone.old.byName) {
      const other = alone.new.byName.get(key);
      if (!other || (shared.old.has(key) && shared.new.has(key))) continue;
      enter({ old: configuration, new: other, way: undefined });
      lookAround();
    }
  }
  return { findings, configurations: seen.size, reached, cut: [...cut] };
}

function stepsOf(last: Way): readonly Sent[] {
  const steps: Sent[] = [];
  for (let way: Way | undefined = last; way; way = way.before) steps.push(way.sent);
  return steps.reverse();
}

function afterwards({ step }: Outcome, before: Configuration | undefined): Configuration {
  return step?.after ?? before!;
}

function enteredBy(version: Version, { step }: Outcome): readonly string[] {
  return (step?.entered ?? []).flatMap((index) => nodeAt(version, index).state?.id ?? []);
}

/** Everywhere that one version can be by itself. */
function wander(version: Version, cut: Set<string>): { readonly byName: ReadonlyMap<string, Configuration>; readonly states: ReadonlySet<string> } {
  const seen = new Set<string>();
  const byName = new Map<string, Configuration>();
  const states = new Set<string>();
  const queue: Configuration[] = [];
  const look = (where: Configuration | undefined, came: Came | undefined): void => {
    const { ways } = react(version, where, version, where, came);
    for (const { old: outcome } of ways) {
      const { step } = outcome;
      for (const id of enteredBy(version, outcome)) states.add(id);
      if (!step || outcome.end !== undefined) continue;
      const key = configurationKey(step.after);
      if (seen.has(key)) continue;
      if (seen.size === MOST_CONFIGURATIONS) return void cut.add(`only the first ${MOST_CONFIGURATIONS} configurations of ${version.chart.name} were followed`);
      seen.add(key);
      const name = sharedKey(version, step.after);
      if (!byName.has(name)) byName.set(name, step.after);
      queue.push(step.after);
    }
  };
  look(undefined, undefined);
  for (const where of queue) for (const came of everythingThatComes(version, where, version, where)) look(where, came);
  return { byName, states };
}

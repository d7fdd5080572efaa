/** What is told of two versions of a machine: never "the same" where a run can tell them apart, and every difference replays. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/chart/chart.ts';
import { codeText } from '../../../src/chart/code.ts';
import { constantText } from '../../../src/chart/label.ts';
import { begin, type Answer, type Configuration, type Incoming, type Step, step, type Stepper, stepper } from '../../../src/chart/step.ts';
import { diffCharts } from '../../../src/check/diff/diff.ts';
import { eventTypes, statecharts } from '../../statechart.ts';
import { edited } from './edits.ts';

/** Mostly a chart and the same after an edit; some that have nothing to do with each other. */
const pairs = fc.oneof({ weight: 6, arbitrary: edited(statecharts({ depth: 3 })).map(([old, next]): readonly [Chart, Chart] => [old, next]) }, { weight: 1, arbitrary: fc.tuple(statecharts({ depth: 2 }), statecharts({ depth: 2 })) });

const RUNS = Number(process.env['RUNS'] ?? 400);

describe('a difference between two versions', () => {
  test('is never missed where a run can tell them apart', { timeout: 600_000 }, () => {
    let told = 0;
    const says = fc.record({ ready: fc.boolean(), open: fc.boolean() });
    const sent = fc.record({ event: fc.constantFrom(...eventTypes, 'novel', 'other', TIME, 'done', 'error'), says });
    fc.assert(
      fc.property(pairs, says, fc.array(sent, { minLength: 4, maxLength: 12 }), ([old, next], start, steps) => {
        const [a, b] = [runOf(old), runOf(next)];
        let isSame = a.begin(start) === b.begin(start);
        for (const one of steps) if (isSame && !a.isOver()) isSame = a.send(one.event, one.says) === b.send(one.event, one.says);
        if (isSame) return;
        told += 1;
        expect(diffCharts(old, next).kind).toBe('different');
      }),
      { numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(RUNS / 20);
  });

  test('is none between a chart and itself', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(statecharts({ depth: 3 }), (chart) => {
        const { kind, changes, reasons } = diffCharts(chart, structuredClone(chart));
        expect(changes).toEqual([]);
        // Where there is too much to ask, that is said.
        expect(kind).toBe(reasons.length === 0 ? 'same' : 'undecided');
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  test('is seen by whoever sends what its replay says', { timeout: 600_000 }, () => {
    let replayed = 0;
    fc.assert(
      fc.property(edited(statecharts({ depth: 3, without: ['after', 'actors', 'always', 'choice', 'raise', 'also', 'done', 'internal'] })), ([old, next]) => {
        for (const { replay, kind } of diffCharts(old, next).changes) {
          if (!replay || replay.some(({ event }) => event === 'any value')) continue;
          replayed += 1;
          const [a, b] = [runOf(old), runOf(next)];
          const seen = replay.map(({ event, was = event, conditions }, at) => {
            const says = { ready: false, open: false, ...Object.fromEntries(conditions.map(({ text, holds }) => [text, holds])) };
            return at === 0 ? a.begin(says) === b.begin(says) : a.send(was, says) === b.send(event, says);
          });
          expect({ kind, seen }).toEqual({ kind, seen: [...replay.slice(1).map(() => true), false] });
        }
      }),
      { numRuns: RUNS },
    );
    expect(replayed).toBeGreaterThan(RUNS / 20);
  });
});

const TIME = 'the time is up';

interface Says {
  readonly ready: boolean;
  readonly open: boolean;
}

/** A run that tells what can be seen of it. */
function runOf(chart: Chart): { begin(says: Says): string; send(type: string, says: Says): string; isOver(): boolean } {
  const subject: Stepper = stepper(chart);
  let last: Step;
  const seen = (): string => {
    const done = last.actions.filter(({ raises, delay }) => raises === undefined || delay !== undefined).map(({ name }) => name);
    const names = last.after.active.map((index) => subject.tree.nodes[index]!.state?.id ?? '').sort();
    const anew = last.entered.filter((index) => last.after.active.includes(index) && (subject.tree.nodes[index]!.state?.actors || subject.tree.nodes[index]!.state?.transitions.some(({ trigger }) => trigger.kind === 'after')));
    const final = last.end?.kind === 'final' ? last.end.node.state! : undefined;
    const returned = last.taken.findLast(({ transition }) => transition.target === final?.id)?.transition.returns;
    const value = final?.value?.kind === 'constant' ? constantText(final.value.constant) : final?.id;
    const end = returned ? codeText(returned) : value;
    return JSON.stringify(last.end ? [last.end.kind, end, done] : [names, done, anew.map((index) => subject.tree.nodes[index]!.state!.id).sort()]);
  };
  return {
    begin: (says) => {
      last = begin(subject, answerBy(says));
      return seen();
    },
    send: (type, says) => {
      const incoming = incomingOf(subject, last.after, type);
      last = incoming ? step(subject, last.after, incoming, answerBy(says)) : { ...last, actions: [], entered: [] };
      return seen();
    },
    isOver: () => last.end !== undefined,
  };
}

function answerBy({ ready, open }: Says): Answer {
  return ({ transition: { guard } }) => {
    if (guard === undefined || guard === 'else') return true;
    const text = codeText(guard);
    return text === '!ready' ? !ready : text.split(' && ').every((atom) => (atom === 'ready' ? ready : open));
  };
}

/** What is sent; or the first delay or actor that runs, by its name. */
function incomingOf({ tree }: Stepper, { active }: Configuration, type: string): Incoming | undefined {
  const states = active.toSorted((a, b) => a - b).flatMap((index) => tree.nodes[index]!.state ?? []);
  if (type === TIME) {
    const [first] = states.flatMap(({ id, transitions }) => transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [{ id, delay: trigger.delay }] : [])));
    return first && { kind: 'after', node: tree.indexOf.get(first.id)!, delay: first.delay };
  }
  if (type !== 'done' && type !== 'error') return { kind: 'event', type };
  const [actor] = states.flatMap(({ actors = [] }) => actors.map(({ id }) => id));
  return actor === undefined ? undefined : { kind: 'actor', id: actor, how: type };
}

/** Machines and what is written of the charts that they are read as, run side by side: nothing that a machine does is lost on the way. */
import fc from 'fast-check';
import { type AnyStateMachine, SimulatedClock, createActor, createMachine, raise } from 'xstate';
import { expect, test, vi } from 'vitest';
import { raiseParts } from '../../src/chart/raise.ts';
import { toXStateJson } from '../../src/format/xstate/write/json.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';
import { eventTypes } from '../statechart.ts';
import { xstateConfigs } from '../xstate-config.ts';

/** One thing that happens: something is sent, or time passes; and how the conditions are then. */
interface Happening {
  readonly what: { readonly kind: 'sent'; readonly text: string } | { readonly kind: 'time'; readonly by: number };
  readonly ready: boolean;
  readonly open: boolean;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...eventTypes, 'other').map((text) => ({ kind: 'sent' as const, text })) },
    fc.constantFrom(7, 10, 2000).map((by) => ({ kind: 'time' as const, by })),
  ),
  ready: fc.boolean(),
  open: fc.boolean(),
});

/** What a machine does, as text. */
function run(machine: AnyStateMachine, happenings: readonly Happening[], shown: (value: unknown) => unknown): readonly string[] {
  const log: string[] = [];
  let now: Pick<Happening, 'ready' | 'open'> = { ready: false, open: false };
  const names = namesIn(machine.config);
  const holds = (condition: string, type: string): boolean => {
    if (condition.startsWith('!')) return !holds(condition.slice(1), type);
    return condition === 'as string' || (condition === 'sent' ? !/^(?:xstate\.|coroutine\.(?:throw|return)$)/.test(type) : now[condition as 'ready' | 'open']);
  };
  const guards = Object.fromEntries(['ready', 'open', ...names].map((name) => [name, ({ event }: { event: { type: string } }) => name.split(' && ').every((condition) => holds(condition, event.type))]));
  const actions = Object.fromEntries(names.map((name) => {
    const raised = raiseParts(name);
    const options = { ...(raised?.delay === undefined ? {} : { delay: (/^\d+$/.test(raised.delay) ? Number(raised.delay) : raised.delay) as never }), ...(raised?.id === undefined ? {} : { id: raised.id }) };
    return [name, raised ? raise({ type: raised.raises }, options) : () => void log.push(name)];
  }));
  const clock = new SimulatedClock();
  const actor = createActor(machine.provide({ guards, actions, delays: { SOON: 7 } } as never), { clock });
  actor.subscribe({ error: (error) => void log.push(`fails: ${String(error)}`) });
  actor.start();
  const look = (): void => {
    const { value, status } = actor.getSnapshot();
    log.push(`${status === 'done' ? 'done' : JSON.stringify(shown(value))}`);
  };
  look();
  for (const { what, ready, open } of happenings) {
    if (actor.getSnapshot().status !== 'active') break;
    now = { ready, open };
    if (what.kind === 'time') clock.increment(what.by);
    else actor.send({ type: what.text });
    look();
  }
  actor.stop();
  return log;
}

/** Every string in a config that may be the name of something. */
function namesIn(config: unknown): readonly string[] {
  if (typeof config === 'string') return [config];
  return typeof config === 'object' && config !== null ? Object.values(config).flatMap(namesIn) : [];
}

test.each([['in the form that they are read in', false], ['as loose as XState takes them', true]])('machines do what is written of their charts, %s', { timeout: 120_000 }, (_, loose) => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  // An actor that has something to show as soon as it is started could go on for ever.
  fc.assert(fc.property(xstateConfigs({ loose, without: ['actors'] }), fc.array(happening, { maxLength: 12 }), ({ config }, happenings) => {
    const machine = createMachine(config as never);
    const { chart, diagnostics } = fromXState(machine);
    expect(diagnostics).toEqual([]);
    const written = createMachine(JSON.parse(toXStateJson(chart)));
    const isInRoot = chart.states.some(({ id }) => id === machine.id);
    const inner = (value: unknown): unknown => (isInRoot && typeof value === 'object' ? (value as Record<string, unknown>)[machine.id] : value);
    expect(run(written, happenings, inner)).toEqual(run(machine, happenings, (value) => value));
  }), { numRuns: 20, seed: 4 });
});

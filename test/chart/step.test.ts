import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyMachineSnapshot, type AnyStateMachine, createActor, createMachine, fromCallback, SimulatedClock } from 'xstate';
import { begin, type Configuration, type Incoming, type Step, step, type Stepper, stepper } from '../../src/chart/step.ts';
import type { Taken } from '../../src/chart/microstep.ts';
import { codeText } from '../../src/chart/code.ts';
import { eventTypes } from '../statechart.ts';
import { type Config, xstateConfigs } from '../xstate-config.ts';

const RUNS = Number(process.env['RUNS'] ?? 600);

/** The first delay that runs is over. */
const TIME = 'the time is up';

/** What the conditions say, changed between steps. */
interface Says {
  ready: boolean;
  open: boolean;
}

interface Seen {
  readonly states: readonly string[];
  readonly actions: readonly string[];
  readonly status: string;
}

describe('a step of a chart', () => {
  test('is the step that XState takes', { timeout: 120_000 }, () => {
    const step = fc.record({ event: fc.constantFrom(...eventTypes, 'other', 'mouse', 'mouse.up.left', TIME, 'done', 'error'), ready: fc.boolean(), open: fc.boolean() });
    const first = fc.record({ ready: fc.boolean(), open: fc.boolean() });
    fc.assert(
      fc.property(xstateConfigs(), first, fc.array(step, { maxLength: 8 }), (drawn, start, steps) => {
        // A real actor shows something as soon as it is started: who starts it anew for that never comes to rest.
        fc.pre(!JSON.stringify(drawn.chart).includes('"how":"snapshot"'));
        const says: Says = { ...start };
        const [machine, chart] = [machineRun(drawn, says), chartRun(drawn, says)];
        expect(chart.seen()).toEqual(machine.seen());
        for (const { event, ready, open } of steps) {
          Object.assign(says, { ready, open });
          machine.send(event);
          chart.send(event);
          // From here on XState goes on in what is not a configuration.
          if (chart.isTorn()) return;
          expect(chart.seen()).toEqual(machine.seen());
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('tells the machine that goes round for ever', () => {
    const at = { trigger: { kind: 'always' } as const, actions: [], places: [] };
    const chart = { name: 'm', file: '', parameters: [], context: [], alphabet: { events: [], open: false }, dependencies: [], initial: { ...at, target: 'A' }, states: [
      { kind: 'choice' as const, id: 'A', places: [], transitions: [{ ...at, target: 'B' }] },
      { kind: 'choice' as const, id: 'B', places: [], transitions: [{ ...at, target: 'A' }] },
    ] };
    expect(begin(stepper(chart), () => true).end).toEqual({ kind: 'endless' });
  });
});

function machineRun({ config }: Config, says: Says): { send(type: string): void; seen(): Seen } {
  let actions: string[] = [];
  const machine = (createMachine(config as never) as AnyStateMachine).provide({ guards: { ready: () => says.ready, open: () => says.open }, delays: { SOON: 500 }, actors: { load: fromCallback(() => {}) } } as never);
  const actor = createActor(machine, {
    clock: new SimulatedClock(),
    inspect: (event) => {
      const { action } = event as { action?: { type: string } };
      if (event.type === '@xstate.action' && action && !action.type.startsWith('xstate.')) actions.push(action.type);
    },
  });
  actor.subscribe({ error: () => {} });
  actor.start();
  const seen = (): Seen => {
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
    return { states: snapshot.status === 'active' ? snapshot._nodes.map((node) => node.path.join('.')).filter(Boolean).toSorted() : [], actions, status: snapshot.status };
  };
  return {
    send: (type) => {
      actions = [];
      const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
      if (snapshot.status === 'active') actor.send(fromWithin(snapshot, type) ?? { type });
    },
    seen,
  };
}

/** What XState tells itself of a delay or an actor of the first state that has one. */
function fromWithin({ _nodes: nodes }: AnyMachineSnapshot, type: string): { type: string } | undefined {
  const inOrder = [...nodes].sort((a, b) => a.order - b.order);
  if (type === TIME) {
    const [first] = inOrder.flatMap((node) => [...node.transitions.keys()].filter((key) => key.startsWith('xstate.after.')));
    return { type: first ?? 'no delay' };
  }
  if (type !== 'done' && type !== 'error') return undefined;
  const [actor] = inOrder.flatMap((node) => node.invoke.map(({ id }) => id));
  return { type: actor === undefined ? 'no actor' : `xstate.${type}.actor.${actor}` };
}

/** The same, as a chart is told. */
function incoming({ tree }: Stepper, { active }: Configuration, type: string): Incoming {
  const inOrder = [...active].sort((a, b) => a - b).flatMap((index) => tree.nodes[index]!.state ?? []);
  if (type === TIME) {
    const [first] = inOrder.flatMap(({ id, transitions }) => transitions.flatMap(({ trigger }) => (trigger.kind === 'after' ? [{ id, delay: trigger.delay }] : [])));
    return first ? { kind: 'after', node: tree.indexOf.get(first.id)!, delay: first.delay } : { kind: 'event', type: 'no delay' };
  }
  if (type !== 'done' && type !== 'error') return { kind: 'event', type };
  const [actor] = inOrder.flatMap(({ actors = [] }) => actors.map(({ id }) => id));
  return actor === undefined ? { kind: 'event', type: 'no actor' } : { kind: 'actor', id: actor, how: type };
}

function chartRun({ chart }: Config, says: Says): { send(type: string): void; seen(): Seen; isTorn(): boolean } {
  const subject: Stepper = stepper(chart);
  const answer = ({ transition }: Taken): boolean => (transition.guard === undefined || transition.guard === 'else' ? true : holds(codeText(transition.guard), says));
  let last: Step = begin(subject, answer);
  const isOver = (): boolean => last.end !== undefined;
  return {
    send: (type) => {
      last = isOver() ? { ...last, actions: [] } : step(subject, last.after, incoming(subject, last.after, type), answer);
    },
    isTorn: () => last.end?.kind === 'torn',
    seen: () => ({
      // A root with more to it than its states is read as one more state.
      states: isOver() ? [] : last.after.active.flatMap((index) => subject.tree.nodes[index]!.state?.id.replace(/^machine\.?/, '') || []).toSorted(),
      actions: last.actions.filter(({ raises }) => raises === undefined).map(({ name }) => name),
      status: last.end === undefined ? 'active' : last.end.kind === 'failed' ? 'error' : 'done',
    }),
  };
}

function holds(guard: string, says: Says): boolean {
  return guard.split(' && ').every((part) => (part.startsWith('!') ? !says[part.slice(1) as keyof Says] : says[part as keyof Says]));
}

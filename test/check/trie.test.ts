/** Runs that share their beginnings, against runs of an actor each: the same is seen, step by step. */
import fc from 'fast-check';
import { type AnyStateMachine, assign, createMachine, raise } from 'xstate';
import { describe, expect, test } from 'vitest';
import { compareBehaviour } from '../../src/check/drive/behaviour.ts';
import type { Staged } from '../../src/check/drive/drive.ts';
import { type World, createRecorders, replaceGlobals } from '../../src/check/index.ts';
import type { Sequence, Step } from '../../src/check/suite/sequence.ts';
import { createStage } from '../../src/check/drive/stage.ts';
import { suiteFor } from '../../src/check/suite/suite.ts';
import { alongTrie, byActor } from '../../src/check/drive/trie.ts';
import * as charts from '../charts.ts';
import { eventTypes } from '../statechart.ts';
import { xstateConfigs } from '../xstate-config.ts';
import { gallery } from './gallery.ts';
import { bridge, byActors, written } from './written.ts';

const runs = Number(process.env['RUNS'] ?? 300);
const start = { args: [], choices: [] };
const chart = { ...charts.trafficLight, dependencies: [] };
const send = (type: string): Step => ({ kind: 'send', value: () => type, choices: [] });
const steps = new Map(eventTypes.map((type) => [type, send(type)]));
const words = fc.array(fc.array(fc.constantFrom(...eventTypes), { maxLength: 12 }), { maxLength: 12 });
const sequencesOf = (all: readonly (readonly string[])[]): readonly Sequence[] => all.map((word) => ({ start, steps: word.map((type) => steps.get(type)!) }));

function staged(machine: AnyStateMachine, world: World): Staged & { readonly stage: NonNullable<ReturnType<typeof createStage>> } {
  return { machine, chart, bridge, world, stage: createStage(chart, machine, world)! };
}

/** What each of them sees of the sequences; the trie is asked twice, once before all is known. */
function both(machine: AnyStateMachine, sequences: readonly Sequence[]) {
  const recorders = createRecorders(replaceGlobals);
  const call = recorders.recorder('outside', [() => 1, () => 2]);
  const provided = machine.provide({ actions: { outside: () => void call() } } as never);
  const mine = staged(provided, { recorders, exports: {} });
  const run = alongTrie(mine);
  const shared = sequences.map(run);
  return { shared, again: sequences.map(run), alone: sequences.map((sequence) => byActor(mine, sequence)), needsActor: mine.stage.needsActor() };
}

/** Guards that ask the context, actions that change it, call outside, raise or fail. */
function alive(config: object, names: readonly string[]): AnyStateMachine {
  const given = config as { readonly context?: unknown };
  const actions = names.map((name, at) => [name, [assign({ n: ({ context }: { context: { n: number } }) => context.n + at + 1 }), raise({ type: 'tick' }), () => {
    if (at % 5 === 4) throw new Error(`${name} fails`);
  }][at % 3]!] as const);
  return createMachine({ ...given, context: () => ({ n: 0 }), options: { maxIterations: 60 } } as never).provide({
    actions: Object.fromEntries(actions),
    guards: { ready: ({ context }: { context: { n: number } }) => context.n % 2 === 0, open: ({ context }: { context: { n: number } }) => {
      if (context.n % 7 === 6) throw new Error('not to be asked');
      return context.n % 3 === 0;
    } },
  } as never);
}

describe('runs that share their beginnings', () => {
  test('see what an actor sees that runs from the start: random machines', () => {
    fc.assert(fc.property(xstateConfigs({ without: ['after', 'actors', 'raise'] }), words, ({ config, chart: read }, all) => {
      const names = [...new Set(read.states.flatMap(({ entry = [], exit = [], transitions }) => [...entry, ...exit, ...transitions.flatMap(({ actions }) => actions)].map(({ name }) => name)))];
      const { shared, again, alone, needsActor } = both(alive(config, names), sequencesOf(all));
      expect(needsActor).toBe(false);
      expect(shared).toEqual(alone);
      expect(again).toEqual(alone);
    }), { numRuns: runs });
  });

  test('are told from those of machines that turn to their actor, the clock or others, or that change what a snapshot holds', () => {
    const one = (step: object, rest: object = {}) => createMachine({ initial: 'a', context: () => ({ list: [] as number[], n: 0 }), states: { a: { on: { go: step, stop: {} } }, b: {} }, ...rest } as never);
    const needs = (machine: AnyStateMachine) => both(machine, sequencesOf([['go', 'go'], ['go', 'stop']])).needsActor;
    expect(needs(one({ actions: ({ self }: { self: { send(event: object): void } }) => self.send({ type: 'stop' }) }))).toBe(true);
    expect(needs(one({ actions: ({ system }: { system: { get(id: string): unknown } }) => void system.get('other') }))).toBe(true);
    expect(needs(one({ actions: raise({ type: 'stop' }, { delay: 10 }) }))).toBe(true);
    expect(needs(one({ actions: assign({ child: ({ spawn }: { spawn(logic: AnyStateMachine): unknown }) => spawn(createMachine({})) } as never) }))).toBe(true);
    expect(needs(one({ actions: ({ context }: { context: { list: number[] } }) => void context.list.push(1) }))).toBe(true);
    expect(needs(one({ target: 'b' }))).toBe(false);
    expect(createStage(chart, one({}, { invoke: { src: createMachine({}) } }), { recorders: createRecorders(replaceGlobals), exports: {} })).toBeUndefined();
    expect(createStage(chart, one({}, { after: { 10: '.b' } }), { recorders: createRecorders(replaceGlobals), exports: {} })).toBeUndefined();
  });

  test('are not shared where the code may remember something outside the machine, or what is outside is real', () => {
    const machine = createMachine({});
    const world = (exports: object): World => ({ recorders: createRecorders(replaceGlobals), exports: exports as Record<string, unknown> });
    const using = (dependency: object) => ({ ...chart, file: 'a.ts', dependencies: [{ name: 'it', exported: 'it', from: 'a.ts', package: false, typeOnly: false, ...dependency }] as never });
    expect(createStage(using({ kind: 'import' }), machine, world({ it: 3 }))).toBeDefined();
    expect(createStage(using({ kind: 'import', package: true, from: 'a' }), machine, world({}))).toBeDefined();
    expect(createStage(using({ kind: 'import' }), machine, world({ it: class extends Error {} }))).toBeDefined();
    expect(createStage(using({ kind: 'import' }), machine, world({ it: () => 3 }))).toBeUndefined();
    expect(createStage(using({ kind: 'import' }), machine, world({ it: [] }))).toBeUndefined();
    expect(createStage(using({ kind: 'import', from: 'b.ts' }), machine, world({ it: 3 }))).toBeUndefined();
    expect(createStage(using({ kind: 'copy', text: 'const it = /a/g' }), machine, world({}))).toBeUndefined();
    expect(createStage(chart, machine, byActors(world({})))).toBeUndefined();
  });

  test('end in the same verdict, and the same trace, where the machine that shares them is wrong', () => {
    const light = (yellow: string) => createMachine({ initial: 'RED', states: { RED: { meta: { yields: 'RED' }, on: { next: 'GREEN' } }, GREEN: { meta: { yields: 'GREEN' }, on: { next: 'YELLOW' } }, YELLOW: { meta: { yields: 'YELLOW' }, on: { next: yellow } } } });
    const generator = function* (): Generator<string, never, string> {
      for (;;) for (const name of ['RED', 'GREEN', 'YELLOW']) while ((yield name) !== 'next');
    };
    const recorders = createRecorders(replaceGlobals);
    const next = send('next');
    const sequences = [3, 4, 6].map((length): Sequence => ({ start, steps: Array.from({ length }, () => next) }));
    const world = { recorders, exports: {} };
    const behaviour = (yellow: string, mine: World) => compareBehaviour({ chart, generator, machine: light(yellow), bridge, worlds: { generator: mine, machine: mine } }, sequences);
    expect(behaviour('RED', world)).toMatchObject({ sequences: 3, steps: 16, callsByName: false });
    expect(behaviour('GREEN', world).trace?.steps.length).toBe(4);
    expect(behaviour('GREEN', world)).toEqual(behaviour('GREEN', byActors(world)));
  });
});

describe('the suite that is found by going on from where the search has been', () => {
  const shared = ['door', 'atm', 'pinLock', 'trafficLight', 'checkout', 'wordProcessor', 'tokenizer', 'authentication'];
  test.each(gallery().filter(({ name }) => shared.includes(name)).map((each) => [each.name, each] as const))('is the one that is found from the start each time: %s', async (_, each) => {
    const { machine, world } = await written(each);
    const suite = (mine: World) => world.recorders.during(() => {
      const { sequences, coverage, tooMany } = suiteFor(each, machine, bridge, mine);
      return { sequences: sequences.map((sequence) => JSON.stringify([sequence.start.args.map((arg) => arg(world)), sequence.start.choices, sequence.steps.map(({ kind, value, choices }) => [kind, String(value(world)), choices])])), goals: coverage.goals.map(({ text, taken, passed }) => [text, taken, passed]), tooMany };
    });
    expect(suite(world)).toEqual(suite(byActors(world)));
  });
});

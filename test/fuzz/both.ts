/**
 * A program's source in; what is seen of its generator, and of the XState machine that it is compiled to, out.
 *
 * Each side has its own outside functions, which answer the n-th question of a step alike.
 */
import { transformSync } from 'rolldown/utils';
import { type AnyMachineSnapshot, type AnyStateMachine, assign, createActor, setup } from 'xstate';
import { valueText } from '../../src/check/value-text.ts';
import { type Chart, compile, type Diagnostic, toXState } from '../../src/compile.ts';
import { returned, sent, thrown, yielded } from '../../src/xstate.ts';
import type { Step } from './grammar.ts';
import { FUEL, type Printed } from './print.ts';

/** The generator goes round for ever: not a machine. */
export class Spins extends Error {}

export interface Seen {
  readonly outcome: 'yields' | 'returns' | 'throws';
  readonly value: string;
  readonly calls: readonly string[];
}

export interface Side {
  start(step: Step): Seen;
  step(step: Step): Seen;
}

const FILE = 'm.ts';

export function compiled(source: string): { chart?: Chart; diagnostics: readonly Diagnostic[] } {
  const { machines, diagnostics } = compile([FILE], { read: (path) => (path === FILE ? source : undefined) });
  const [machine] = machines;
  return { ...(machine?.chart && { chart: machine.chart }), diagnostics: [...diagnostics, ...(machine?.diagnostics ?? [])] };
}

export function generatorSide(printed: Printed): Side {
  const make = evaluate(printed.source.replaceAll(FUEL, 'fuel();'), { fuel }) as (...args: unknown[]) => Generator;
  let left = 0;
  function fuel(): void {
    left -= 1;
    if (left < 0) throw new Spins();
  }
  let running: Generator | undefined;
  return side(printed, (args, begin) => {
    left = 1000;
    if (begin) running = make(...args);
    const look = (result: IteratorResult<unknown>): [Seen['outcome'], unknown] => {
      if (left < 0) throw new Spins();
      return [result.done ? 'returns' : 'yields', result.value];
    };
    return { start: () => look(running!.next()), send: (value) => look(running!.next(value)), throw: (value) => look(running!.throw(value)), return: (value) => look(running!.return(value)) };
  });
}

export function machineSide(printed: Printed, chart: Chart): Side {
  const machine = evaluate(toXState(chart), { assign, setup }) as AnyStateMachine;
  let actor: ReturnType<typeof createActor> | undefined;
  const look = (): [Seen['outcome'], unknown] => {
    const snapshot = actor!.getSnapshot() as AnyMachineSnapshot;
    if (snapshot.status === 'error') return ['throws', snapshot.error];
    return [snapshot.status === 'done' ? 'returns' : 'yields', yielded(snapshot)];
  };
  return side(printed, (args) => ({
    start: () => {
      actor = createActor(machine, { input: args.length === 1 ? args[0] : args });
      // Without somebody who listens for it, XState throws an actor's error later, at nobody.
      actor.subscribe({ error: () => {} });
      actor.start();
      return look();
    },
    send: (value) => (actor!.send(sent(value)), look()),
    throw: (value) => (actor!.send(thrown(value)), look()),
    return: (value) => (actor!.send(returned(value)), look()),
  }));
}

type Driven = Record<'start', () => [Seen['outcome'], unknown]> & Record<Step['kind'], (value: unknown) => [Seen['outcome'], unknown]>;

function side(printed: Printed, drive: (args: readonly unknown[], begin: boolean) => Driven): Side {
  let calls: string[] = [];
  let answers: readonly number[] = [];
  let asked = 0;
  const answer = <T>(call: string, from: readonly T[]): T => {
    const choice = answers.length === 0 ? asked : answers[asked % answers.length]!;
    asked += 1;
    if (calls.length > 500) throw new RangeError('too many calls');
    // One answer in twelve is an error.
    if (choice === 11) {
      calls.push(`${call} throws`);
      throw new Error(`no ${call}`);
    }
    calls.push(call);
    return from[choice % from.length]!;
  };
  const outside: Record<string, (...args: unknown[]) => unknown> = {
    out: (...args) => answer(`out(${args.map(valueText).join(', ')})`, [undefined]),
    ask: (...args) => answer(`ask(${args.map(valueText).join(', ')})`, [true, false]),
    pick: () => answer('pick()', ['x', 'y', 'z']),
    roll: () => answer('roll()', [0, 1, 2, 5]),
  };
  const args = printed.parameters.map((name) => outside[name]);
  const observe = (step: Step, work: () => [Seen['outcome'], unknown]): Seen => {
    calls = [];
    asked = 0;
    answers = step.answers;
    let seen: [Seen['outcome'], unknown];
    try {
      seen = work();
    } catch (error) {
      if (error instanceof Spins) throw error;
      seen = ['throws', error];
    }
    return { outcome: seen[0], value: valueText(seen[1]), calls };
  };
  return {
    start: (step) => observe(step, () => drive(args, true).start()),
    step: (step) => observe(step, () => drive(args, false)[step.kind](payload(printed, step))),
  };
}

export function payload({ alphabet }: Printed, { kind, pick }: Step): unknown {
  if (kind === 'send') return alphabet.events[pick % alphabet.events.length]!();
  if (kind === 'return') return pick % 2 ? 'stop' : undefined;
  return [() => 'x', () => new Error('outside'), () => undefined][pick % 3]!();
}

/** What a module in TypeScript exports under a name, or first; it imports nothing but what is `given`. */
export function evaluate(source: string, given: Readonly<Record<string, unknown>>, name?: string): unknown {
  const { code, errors } = transformSync(FILE, source);
  if (errors.length > 0) throw new SyntaxError(errors[0]!.message);
  const exported = name ?? /^export (?:const|function\*) (\w+)/m.exec(code)![1]!;
  const body = code.replaceAll(/^import .* from ['"]xstate['"];$/gm, '').replaceAll(/^export /gm, '');
  return (new Function(...Object.keys(given), `'use strict';\n${body}\nreturn ${exported};`) as (...values: unknown[]) => unknown)(...Object.values(given));
}

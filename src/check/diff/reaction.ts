/**
 * One thing that comes in where both versions are in, every way in which the conditions can turn out and what both make of it
 * out. The same question has the same answer in both.
 */
import type { Action } from '../../chart/chart.ts';
import { type Code, codeReferences, codeText, compacted } from '../../chart/code.ts';
import { constantText, guardLabel } from '../../chart/label.ts';
import { type Answer, begin, type Configuration, type Incoming, type Sofar, type Step, step } from '../../chart/step.ts';
import { everyWay } from '../decide/ask.ts';
import type { Ask, Answered } from '../decide/ask.ts';
import { type Atom, holds } from '../decide/condition.ts';
import type { Came } from './came.ts';
import { leavesOf, nodeAt, type Version } from './version.ts';

/** What one version makes of it, one way. */
export interface Outcome {
  /** The same for both where nobody can tell them apart. */
  readonly key: string;
  readonly version: Version;
  readonly before: Configuration | undefined;
  /** Nothing where it cannot come. */
  readonly step: Step | undefined;
  /** Where the machine is then, or how it ended, by what stands for it in both. */
  readonly where: string;
  /** Whether everything is as it was. */
  readonly isNothing: boolean;
  /** The actions as they are compared. */
  readonly did: string;
  readonly end: string | undefined;
  /** The states whose delays and actors begin anew. */
  readonly anew: readonly string[];
  /** The conditions that were drawn on the way. */
  readonly condition: string;
}

export interface Reacted {
  readonly answers: readonly Answered[];
  readonly old: Outcome;
  readonly new: Outcome;
}

/** Nothing for `came`: the start. */
export function react(old: Version, before: Configuration | undefined, next: Version, after: Configuration | undefined, came: Came | undefined): { readonly ways: readonly Reacted[]; readonly cut: boolean } {
  const one = (version: Version, where: Configuration | undefined, ask: Ask): Outcome => {
    const incoming = came?.[version.which];
    const answer = answerOf(version, ask);
    if (!came || !where) return outcomeOf(version, undefined, begin(version.stepper, answer), undefined);
    return outcomeOf(version, where, incoming && step(version.stepper, where, incoming, answer), incoming);
  };
  const { ways, cut } = everyWay((ask) => ({ old: one(old, before, ask), new: one(next, after, ask) }), MOST_WAYS);
  return { ways: ways.map(({ answers, result }) => ({ answers, ...result })), cut };
}

const MOST_WAYS = 512;

function answerOf(version: Version, ask: Ask): Answer {
  return ({ transition: { guard } }, where, sofar) =>
    guard === undefined || guard === 'else' || holds(version.condition(guard), (atom) => {
      if (atom.inState !== undefined) return where.active.some((index) => version.state(nodeAt(version, index).state?.id ?? '') === version.state(atom.inState!));
      return ask(atom, `${atom.text}${since(version, guard, atom, sofar)}`);
    });
}

/** What was done in this step that the question may depend on: after it, it is another question. */
function since(version: Version, guard: Code, { text }: Atom, { event, actions }: Sofar): string {
  const references = codeReferences(guard);
  const isPlain = !version.knowsReferences || references.length === 0;
  const read = new Set(references.filter(({ to }) => to === 'context').map(({ name }) => name));
  const isOutside = references.some(({ to }) => to === 'module');
  // What is changed in place, or done outside, may be seen through another name.
  const mentions = (action: Action): boolean => (read.size > 0 && (action.effect || action.mutates.length > 0)) || [...action.writes, ...action.mutates, ...action.statements.flatMap(codeReferences).flatMap(({ to, name }) => (to === 'context' ? [name] : []))].some((name) => read.has(name));
  const matter = actions.filter((action) => action.raises === undefined && (isPlain || mentions(action) || (isOutside && action.effect)));
  const raised = event?.kind === 'event' && /\$event\b/.test(text) && actions.some(({ raises }) => raises === event.type) ? [version.event(event.type)] : [];
  return matter.length + raised.length === 0 ? '' : ` after ${[...matter.map(version.action), ...raised].join(',')}`;
}

function outcomeOf(version: Version, before: Configuration | undefined, step: Step | undefined, incoming: Incoming | undefined): Outcome {
  if (!step) return { key: NOTHING, version, before, step, where: before ? whereIs(version, before) : '', isNothing: true, did: '', end: undefined, anew: [], condition: '' };
  // What is raised at once is seen by what comes of it.
  const did = step.actions.filter(({ raises, delay }) => raises === undefined || delay !== undefined).map(version.action).join(',');
  const end = endOf(version, step) ?? (step.taken.length === 0 ? untakenEnd(version, incoming) : undefined);
  const entered = new Set(step.entered);
  const waits = (index: number): boolean => {
    const state = nodeAt(version, index).state;
    return (state?.actors?.length ?? 0) > 0 || (state?.transitions.some(({ trigger }) => trigger.kind === 'after') ?? false);
  };
  const anew = end !== undefined ? [] : step.after.active.filter((index) => entered.has(index) && waits(index)).map((index) => version.state(nodeAt(version, index).state!.id)).sort();
  const where = end ?? whereIs(version, step.after);
  const isNothing = before !== undefined && where === whereIs(version, before) && did === '' && anew.length === 0;
  const condition = [...new Set(step.taken.map(({ transition }) => guardLabel(transition)).filter(Boolean))].join('` and `');
  return { key: isNothing ? NOTHING : JSON.stringify([where, did, anew]), version, before, step, where, isNothing, did, end, anew, condition };
}

const NOTHING = 'nothing';

/** What history states remember is no part of it: where that is another, it shows later. */
function whereIs(version: Version, { active }: Configuration): string {
  return leavesOf(version, active).map(({ id }) => version.state(id)).sort().join(', ');
}

function endOf(version: Version, { end, taken }: Step): string | undefined {
  switch (end?.kind) {
    case undefined:
      return undefined;
    case 'final': {
      const state = end.node.state!;
      const returns = taken.findLast(({ transition }) => transition.target === state.id)?.transition.returns;
      if (returns) return `return ${compacted(version.code(returns))}`;
      if (!state.value) return `end ${version.state(state.id)}`;
      return `return ${state.value.kind === 'constant' ? constantText(state.value.constant) : compacted(version.code(state.value.code))}`;
    }
    case 'throw':
      return `throw ${compacted(version.code(end.by.throws!))}`;
    case 'failed':
      return `fail ${version.actor(end.actor)}`;
    case 'endless':
    case 'torn':
      return end.kind;
  }
}

/** A coroutine takes both everywhere: where nothing is written they make it fail, or end it. */
function untakenEnd(version: Version, incoming: Incoming | undefined): string | undefined {
  if (incoming?.kind === 'throw') return `throw ${version.code({ pieces: [{ to: 'error', name: 'error' }] })}`;
  return incoming?.kind === 'return' ? `return ${version.code({ pieces: [{ to: 'returned', name: 'returned' }] })}` : undefined;
}

/** How a version ended, in its own words. */
export function endWords({ step }: Outcome): string | undefined {
  const end = step?.end;
  switch (end?.kind) {
    case undefined:
      return undefined;
    case 'final': {
      const state = end.node.state!;
      const returns = step!.taken.findLast(({ transition }) => transition.target === state.id)?.transition.returns ?? (state.value?.kind === 'code' ? state.value.code : undefined);
      return returns ? codeText(returns) : state.value?.kind === 'constant' ? constantText(state.value.constant) : undefined;
    }
    case 'throw':
      return codeText(end.by.throws!);
    case 'failed':
      return end.actor;
    case 'endless':
    case 'torn':
      return undefined;
  }
}

/**
 * What a generator calls outside and the actions of an XState machine that somebody else wrote in, whether they are the same by their names out.
 *
 * Such a machine names what is to be done, and whoever runs it says how; in a check its actions do nothing. So an action stands for the calls of its name,
 * but for case and separators (`orders.charge(…)` is `charge`), or for those that the caller says. What the call is given is compared with the action's `params`
 * where the two are of one shape.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { fold } from './names.ts';
import type { Made } from './drive/recorders.ts';
import { valueText } from './drive/value-text.ts';

/** An action that a machine did, and how its `params` were written then. */
export interface Done {
  readonly name: string;
  readonly params: unknown;
  readonly text: string;
}

export interface CallNames {
  /** Whether a step's calls are its actions, in their order. */
  readonly agree: (made: readonly Made[], done: readonly Done[]) => boolean;
  /** What was not compared, in words. */
  readonly reasons: () => readonly string[];
}

/** `made` and `done` are all that was ever seen of each side; `given` says what is what, by the generator's names. */
export function callNames(made: Iterable<string>, done: Iterable<string>, machine: AnyStateMachine, given: Readonly<Record<string, string>> = {}): CallNames {
  const actions = new Map([...namesIn(machine), ...done].filter(isOwn).map((name) => [fold(name), name]));
  const partner = new Map([...made].map((name) => [name, partnerOf(name, actions, given)]));
  const matched = new Set(partner.values());
  const uncompared = new Map<string, string>();

  const sameArguments = (call: Made, action: Done): boolean => {
    const are = argumentsAgree(call, action);
    if (are === undefined) uncompared.set(call.name, action.params === undefined ? 'has no params' : 'has params of another shape');
    return are ?? true;
  };
  return {
    agree: (calls, acts) => {
      const ours = calls.filter(({ name }) => partner.get(name) !== undefined);
      const theirs = acts.filter(({ name }) => isOwn(name) && matched.has(fold(name)));
      return ours.length === theirs.length && ours.every((call, at) => partner.get(call.name) === fold(theirs[at]!.name) && sameArguments(call, theirs[at]!));
    },
    reasons: () => [
      ...[...partner].filter(([, key]) => key === undefined).map(([name]) => `what the generator calls as ${name} was not compared: the machine has no action of that name`),
      ...[...new Set(done)].filter((name) => isOwn(name) && !matched.has(fold(name))).map((name) => `the machine's action ${name} was not compared: the generator calls nothing of that name`),
      ...sharing(partner).map((names) => `${names.join(' and ')} are one to the machine`),
      ...[...uncompared].map(([name, why]) => `what ${name} is given was not compared: the machine's action ${why}`),
    ],
  };
}

/** What is remembered of an action: nothing of XState's own, whose `params` may hold whole actors. */
export function doneBy({ type, params }: { readonly type: string; readonly params?: unknown }): readonly Done[] {
  return isOwn(type) ? [{ name: type, params, text: valueText(params) }] : [];
}

/** A call and an action, in the words of a trace. */
export function doneText({ name, params, text }: Done): string {
  return `${name}(${params === undefined ? '' : text})`;
}

/** Neither one of XState's own, nor a function without a name. (JavaScript calls such a one after the property it is in.) */
export function isOwn(name: string): boolean {
  return name !== '' && !/^xstate\.|^\(anonymous\)$|^(?:actions|entry|exit)$/.test(name);
}

/** The folded name of the action that stands for a call: as the caller says, of the same path, or of its last part. */
function partnerOf(name: string, actions: ReadonlyMap<string, string>, given: Readonly<Record<string, string>>): string | undefined {
  const path = name.replace(/^new | =$/g, '');
  const last = path.split('.').at(-1)!;
  const said = [name, path, last].find((each) => Object.hasOwn(given, each));
  const wanted = said === undefined ? [path, last] : [given[said]!];
  return wanted.map(fold).find((each) => actions.has(each));
}

/** The calls that one action stands for, where they are several. */
function sharing(partner: ReadonlyMap<string, string | undefined>): readonly (readonly string[])[] {
  const byAction = new Map<string, string[]>();
  for (const [name, key] of partner) if (key !== undefined) byAction.set(key, [...(byAction.get(key) ?? []), name]);
  return [...byAction.values()].filter((names) => names.length > 1);
}

/** Whether a call is given what the action's `params` say; nothing where they cannot be held against each other. */
function argumentsAgree({ args, texts }: Made, { params, text }: Done): boolean | undefined {
  if (params === undefined) return args.every((arg) => arg === undefined) ? true : undefined;
  const [only] = args;
  if (args.length === 1 && text === texts[0]) return true;
  if (args.length === 1 && alike(only, params)) return false;
  const values = Array.isArray(params) ? params : typeof params === 'object' && params !== null ? Object.values(params) : [params];
  if (values.length !== args.length) return undefined;
  if (values.every((value, at) => valueText(value) === texts[at])) return true;
  return Array.isArray(params) || (args.length === 1 && alike(only, values[0])) ? false : undefined;
}

/** Whether two values are of one shape: lists, objects with the same properties, or neither. */
function alike(a: unknown, b: unknown): boolean {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isObject(a) || !isObject(b)) return !isObject(a) && !isObject(b);
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b);
  return Object.keys(a).toSorted().join() === Object.keys(b).toSorted().join();
}

/** What a machine's actions are called. One that is made of XState's own (`assign`, `emit`) does what it does in the check too, and stands for no call. */
function namesIn(machine: AnyStateMachine): readonly string[] {
  const implemented = machine.implementations.actions as Readonly<Record<string, unknown>>;
  const found: unknown[] = Object.keys(implemented);
  const pending: AnyStateNode[] = [machine.root as AnyStateNode];
  for (const node of pending) {
    found.push(...node.entry, ...node.exit, ...(node.type === 'compound' ? node.initial.actions : []));
    for (const candidates of [...node.transitions.values(), node.always ?? []]) found.push(...candidates.flatMap(({ actions }) => actions as readonly unknown[]));
    pending.push(...(Object.values(node.states) as AnyStateNode[]));
  }
  const isMade = (action: unknown): boolean => typeof action === 'function' && 'resolve' in action;
  return found.flatMap((action) => {
    if (isMade(action)) return [];
    const name = typeof action === 'string' ? action : typeof action === 'function' ? action.name : (action as { type: string }).type;
    return isMade(implemented[name]) ? [] : [name];
  });
}

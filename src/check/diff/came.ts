/** Where both versions are in, everything that can come in out: what is sent, what was waited for, what an actor tells. */
import type { Configuration, Incoming } from '../../chart/step.ts';
import type { Sent } from './chart-diff.ts';
import { type Version, nodeAt } from './version.ts';

/** The same for both; nothing where it cannot come to one of them. */
export interface Came {
  readonly old: Incoming | undefined;
  readonly new: Incoming | undefined;
  /** What it is called in each. */
  readonly label: { readonly old: string; readonly new: string };
}

/** An event that no chart names: the wildcards' share. */
export const OTHER = 'any other event';
export const ANY_VALUE = 'any value';

export function everythingThatComes(old: Version, before: Configuration, next: Version, after: Configuration): readonly Came[] {
  const [x, y] = [waitedFor(old, before), waitedFor(next, after)];
  const keys = [...new Set([...x.keys(), ...y.keys()])];
  const alone = (own: ReadonlyMap<string, Waited>, others: ReadonlyMap<string, Waited>, kin: string): readonly string[] => [...own.keys()].filter((key) => !others.has(key) && key.startsWith('after ') && kinOf(key) === kin);
  /** A wait that only the old version has, and the one in its place. */
  const twinOf = (key: string): string | undefined => {
    const [gone, come] = [alone(x, y, kinOf(key)), alone(y, x, kinOf(key))];
    return gone.length === come.length ? come[gone.indexOf(key)] : undefined;
  };
  const twins = new Map(keys.flatMap((key) => (x.has(key) && !y.has(key) && twinOf(key) !== undefined ? [[key, twinOf(key)!] as const] : [])));
  const taken = new Set(twins.values());
  return keys.filter((key) => !taken.has(key)).map((key) => {
    const [a, b] = [x.get(key), y.get(twins.get(key) ?? key)];
    return { old: a?.incoming ?? sent(old, key), new: b?.incoming ?? sent(next, key), label: { old: a?.label ?? b!.label, new: b?.label ?? a!.label } };
  });
}

/** It as something that is sent, and what the conditions then say. */
export function sentAs(came: Came | undefined, conditions: Sent['conditions']): Sent {
  const { old, new: event } = came?.label ?? { old: '', new: '' };
  return { event, ...(old !== event && { was: old }), conditions };
}

interface Waited {
  readonly incoming: Incoming;
  readonly label: string;
}

/** By what it is called in both. */
function waitedFor(version: Version, { active }: Configuration): ReadonlyMap<string, Waited> {
  const found = new Map<string, Waited>();
  const add = (key: string, incoming: Incoming, label: string): void => void (found.has(key) || found.set(key, { incoming, label }));
  for (const index of active.toSorted((a, b) => b - a)) {
    const { state } = nodeAt(version, index);
    for (const { trigger } of state?.transitions ?? []) {
      switch (trigger.kind) {
        case 'event':
          add(`event ${version.event(trigger.type)}`, { kind: 'event', type: trigger.type }, trigger.type);
          break;
        case 'family':
          add(`event ${trigger.prefix}`, { kind: 'event', type: trigger.prefix }, trigger.prefix);
          add(`event ${trigger.prefix}.*`, { kind: 'event', type: `${trigger.prefix}.*` }, `${trigger.prefix}.*`);
          break;
        case 'any':
          add(`event ${OTHER}`, { kind: 'event', type: OTHER }, OTHER);
          add('value', { kind: 'value' }, ANY_VALUE);
          for (const type of trigger.but) add(`event ${version.event(type)}`, { kind: 'event', type }, type);
          break;
        case 'value':
        case 'throw':
        case 'return':
          add(trigger.kind, { kind: trigger.kind }, trigger.kind === 'value' ? trigger.name : trigger.kind);
          break;
        case 'after':
          add(`after ${version.state(state!.id)} ${trigger.delay}`, { kind: 'after', node: index, delay: trigger.delay }, `after ${trigger.delay}`);
          break;
        case 'always':
        case 'done':
        case 'actor':
          break;
      }
    }
    for (const { id } of state?.actors ?? []) {
      for (const how of ['done', 'error', 'snapshot'] as const) add(`${how} ${version.actor(id)}`, { kind: 'actor', id, how }, `${how} ${id}`);
    }
  }
  return found;
}

/** What anybody may send, whether it is waited for or not. */
function sent(version: Version, key: string): Incoming | undefined {
  if (key === 'value' || key === 'throw' || key === 'return') return { kind: key };
  return key.startsWith('event ') ? { kind: 'event', type: version.ownEvent(key.slice('event '.length)) } : undefined;
}

/** `after A 500` and `after A 1000` may be one wait that takes longer. */
function kinOf(key: string): string {
  return key.slice(0, key.lastIndexOf(' '));
}

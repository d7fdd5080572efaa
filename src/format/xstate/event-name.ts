/**
 * A trigger in, the key it has under `on` out, and back.
 *
 * An event of a reserved name (empty, `*`, `a.*`, `xstate.…`, `coroutine.…`) travels as a bare value: its transitions stand under `coroutine.send` and
 * ask for it in a guard of their own, `event '*'`. Whatever is wildcarded asks `sent` first, so that no `*` catches what only the machinery sends.
 *
 * Where the alphabet is open, `'a'` and `{ type: 'a', n: 1 }` may both be sent, and both come under the key `a`. An event with no field but `type` is then the string
 * and any other the object, so what is under a key asks which it is (`as string`, `as object`), and `*` takes the other. One thing is lost: an object
 * `{ type: 'a' }` without other fields cannot be told from the string, and is taken for it; but where the code only ever asks for the `type` of
 * what it is sent, never whether it is a string, both are taken for the object. Declaring the events closes the alphabet, and the ambiguity with it.
 */
import type { Alphabet, Trigger } from '../../chart/chart.ts';
import { constantText, unquote } from '../../chart/label.ts';

export const SEND = 'coroutine.send';
export const THROW = 'coroutine.throw';
export const RETURN = 'coroutine.return';

/** The guard that every `*` has which takes only what was sent. */
export const SENT = 'sent';

/** What is asked under a key of its own where anything may be sent. No expression of TypeScript reads like these. */
export const AS_STRING = 'as string';
export const AS_OBJECT = 'as object';

/** Whether an event of this name can only be sent as a bare value. */
export function isReserved(type: string): boolean {
  return type === '' || type === '*' || type.endsWith('.*') || type.startsWith('xstate.') || type.startsWith('coroutine.');
}

/** The key under `on`; nothing where the transition belongs under `always`. */
export function eventKey(trigger: Trigger): string | undefined {
  switch (trigger.kind) {
    case 'event':
      return isReserved(trigger.type) ? SEND : trigger.type;
    case 'value':
      return SEND;
    case 'any':
      return '*';
    case 'throw':
      return THROW;
    case 'return':
      return RETURN;
    case 'family':
      return `${trigger.prefix}.*`;
    case 'always':
    case 'after':
    case 'done':
    case 'actor':
      return undefined;
  }
}

/** What a trigger asks beyond its key, as the name of a guard. */
export function eventGuard(trigger: Trigger, alphabet: Alphabet): string | undefined {
  if (trigger.kind === 'any') return trigger.internal ? undefined : SENT;
  if (trigger.kind !== 'event') return undefined;
  if (isReserved(trigger.type)) return `event ${constantText({ kind: 'string', value: trigger.type })}`;
  if (!alphabet.open || alphabet.objects) return undefined;
  return alphabet.events.some((event) => event.type === trigger.type && event.form === 'object') ? AS_OBJECT : AS_STRING;
}

/**
 * A guard's name as it stands in a config in, what it says beyond the event out: `sent && ready` under `*` is `ready`. XState keeps what a state is told of itself
 * under events of its own, with the state's id in them.
 */
export function readTrigger(key: string, guard: string | undefined, node?: { readonly id: string }, delay?: number | string): { readonly trigger: Trigger; readonly guard: string | undefined } {
  if (delay !== undefined) return { trigger: { kind: 'after', delay: String(delay) }, guard };
  const isOwn = key.startsWith('xstate.');
  if (isOwn && key === `xstate.done.state.${node?.id}`) return { trigger: { kind: 'done' }, guard };
  if (key !== '*' && key.endsWith('.*')) return { trigger: { kind: 'family', prefix: key.slice(0, -2) }, guard };
  const [, how, id] = (isOwn && OF_ACTOR.exec(key)) || [];
  if (how !== undefined && id !== undefined) return { trigger: { kind: 'actor', id, how: how.split('.', 1)[0] as 'done' | 'error' | 'snapshot' }, guard };
  switch (key) {
    case '*':
      return { trigger: { kind: 'any', but: [] }, guard: withoutAsked(guard, SENT) };
    case SEND: {
      const [, name, rest] = guard?.match(/^event ('(?:[^'\\]|\\.)*')(?: && ([\s\S]*))?$/) ?? [];
      if (name !== undefined) return { trigger: { kind: 'event', type: unquote(name) }, guard: rest };
      return { trigger: { kind: 'value', name: SEND }, guard };
    }
    case THROW:
      return { trigger: { kind: 'throw' }, guard };
    case RETURN:
      return { trigger: { kind: 'return' }, guard };
    default:
      return { trigger: { kind: 'event', type: key }, guard: withoutAsked(withoutAsked(guard, AS_STRING), AS_OBJECT) };
  }
}

const OF_ACTOR = /^xstate\.(done\.actor|error\.actor|snapshot)\.([\s\S]+)$/;

/** Whether a guard's name asks `first`, alone or before a condition. */
export function asks(guard: string | undefined, first: string): boolean {
  return guard === first || (guard?.startsWith(`${first} && `) ?? false);
}

function withoutAsked(guard: string | undefined, first: string): string | undefined {
  return guard !== undefined && asks(guard, first) ? guard.slice(first.length + 4) || undefined : guard;
}

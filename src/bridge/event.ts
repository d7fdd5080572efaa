/**
 * The words of the generator protocol as XState events, and back.
 *
 *     .next('next')             ⇄ { type: 'next' }
 *     .next({ type: 'x', … })   ⇄ { type: 'x', … }            the object itself
 *     .next(42)                 ⇄ { type: 'coroutine.send', value: 42 }
 *     .throw(error)             ⇄ { type: 'coroutine.throw', error }
 *     .return(value)            ⇄ { type: 'coroutine.return', value }
 *
 * A name that is empty or `*`, ends in `.*`, or begins with `xstate.` or `coroutine.` means something to XState or to
 * the bridge: a string or an object of such a name travels as a bare value, and so arrives as what it was.
 *
 * The one thing lost on the way is whether `{ type: 'x' }`, with no other field, was sent as the string `'x'`. The
 * machine's alphabet says which; a compiled machine knows it, and `fromCoroutine` is told (`objects`).
 */
import type { AnyEventObject } from 'xstate';
import { isReserved, RETURN, SEND, THROW } from '../format/xstate/event-name.ts';

export interface BareEvent<Value> {
  readonly type: 'coroutine.send';
  readonly value: Value;
}

export interface ThrownEvent {
  readonly type: 'coroutine.throw';
  readonly error: unknown;
}

export interface ReturnedEvent<Value = unknown> {
  readonly type: 'coroutine.return';
  readonly value: Value;
}

type Reserved = '' | '*' | `${string}.*` | `xstate.${string}` | `coroutine.${string}`;

/** The XState event that stands for sending a `Value`. Where the type does not say which it is, any event. */
export type SentEvent<Value> = unknown extends Value ? AnyEventObject : EachSentEvent<Value>;

type EachSentEvent<Value> = Value extends string
  ? string extends Value
    ? { readonly type: string } | BareEvent<Value>
    : Value extends Reserved ? BareEvent<Value> : { readonly type: Value }
  : Value extends { readonly type: infer Type extends string }
    ? string extends Type ? Value | BareEvent<Value> : Type extends Reserved ? BareEvent<Value> : Value
    : BareEvent<Value>;

/**
 * The XState event that stands for `.next(value)`.
 *
 * @example
 * actor.send(sent('next'));                    // { type: 'next' }
 * actor.send(sent({ type: 'try', ok: true })); // that object
 * actor.send(sent(42));                        // { type: 'coroutine.send', value: 42 }
 */
export function sent<const Value extends string>(value: Value): SentEvent<Value>;
export function sent<Type extends string, Value extends { readonly type: Type }>(value: Value): SentEvent<Value>;
export function sent<Value>(value: Value): SentEvent<Value>;
export function sent(value: unknown): AnyEventObject {
  if (typeof value === 'string' && !isReserved(value)) return { type: value };
  if (isEvent(value) && !isReserved(value.type)) return value;
  return { type: SEND, value };
}

/**
 * The XState event that stands for `.throw(error)`.
 *
 * @example
 * actor.send(thrown(new ValueError('no')));
 */
export function thrown(error: unknown): ThrownEvent {
  return { type: THROW, error };
}

/**
 * The XState event that stands for `.return(value)`.
 *
 * @example
 * actor.send(returned('closed early'));
 */
export function returned(): ReturnedEvent<undefined>;
export function returned<Value>(value: Value): ReturnedEvent<Value>;
export function returned(value?: unknown): ReturnedEvent {
  return { type: RETURN, value };
}

/** Which events without other fields are objects to the machine: all of them, or those of these names; else they are strings. */
export type Objects = 'all' | readonly string[];

/** What an XState event asks of the generator; `undefined` for what XState sends on its own account. */
export type Call =
  | { readonly kind: 'next'; readonly value: unknown }
  | { readonly kind: 'throw'; readonly value: unknown }
  | { readonly kind: 'return'; readonly value: unknown };

export function callOf(event: AnyEventObject, objects: Objects): Call | undefined {
  if (event.type === SEND) return { kind: 'next', value: event['value'] };
  if (event.type === THROW) return { kind: 'throw', value: event['error'] };
  if (event.type === RETURN) return { kind: 'return', value: event['value'] };
  if (isReserved(event.type)) return undefined;
  const isString = Object.keys(event).length === 1 && objects !== 'all' && !objects.includes(event.type);
  return { kind: 'next', value: isString ? event.type : event };
}

function isEvent(value: unknown): value is { readonly type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

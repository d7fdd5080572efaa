/** A transition's guard in, the function that stands for it in `setup` out: what it asks of the event's name first, then the user's condition. */
import type { Alphabet, Trigger } from '../../../chart/chart.ts';
import { type Code, codeText } from '../../../chart/code.ts';
import { type Asks, expressionFunction, functionSource } from './body.ts';
import { isBoolean } from './boolean.ts';
import { AS_OBJECT, AS_STRING, SENT, eventGuard } from '../event-name.ts';
import type { Scope } from './scope.ts';
import { quote } from './tree.ts';

/** What the guard is called, before it is told apart from others of its text; nothing where nothing is asked. */
export function guardName(trigger: Trigger, guard: Code | undefined, alphabet: Alphabet): string | undefined {
  const names = [eventGuard(trigger, alphabet), guard && codeText(guard)].filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(' && ');
}

export function guardText(trigger: Trigger, guard: Code | undefined, scope: Scope): string {
  const asks = eventCondition(trigger, scope);
  if (!guard) return `({ event }) => ${asks?.('event') ?? 'true'}`;
  const source = functionSource(guard);
  if (source !== undefined) return asks ? `(given) => ${asks('given.event')} && (${source})(given)` : source;
  const boolean = isBoolean(withDeclared(guard, scope));
  return expressionFunction(guard, scope, (text) => (boolean ? text : `Boolean(${text})`), asks);
}

/** What a trigger asks of the event that its key under `on` does not. */
function eventCondition(trigger: Trigger, scope: Scope): Asks | undefined {
  switch (eventGuard(trigger, scope.chart.alphabet)) {
    case undefined:
      return undefined;
    case SENT:
      return (event) => `${scope.names.use('sent')}(${event})`;
    case AS_STRING:
      return (event) => `${scope.names.use('isString')}(${event})`;
    case AS_OBJECT:
      return (event) => `!${scope.names.use('isString')}(${event})`;
  }
  if (trigger.kind !== 'event') return undefined;
  const type = quote(trigger.type);
  const isObject = scope.chart.alphabet.events.some((event) => event.type === trigger.type && event.form === 'object');
  return (event) => (isObject ? `(${event} as { value?: any }).value?.type === ${type}` : `(${event} as { value?: unknown }).value === ${type}`);
}

/** The code's text, with `true` for what is declared to be a boolean. */
function withDeclared(guard: Code, scope: Scope): string {
  const pieces = guard.pieces.map((piece, index) => (isBooleanAt(guard, index, scope) ? 'true' : typeof piece === 'string' ? withoutField(guard, index, scope) : piece.name));
  return pieces.join('');
}

/** Whether the piece is a variable, or a variable before a field, that is declared to be a boolean. */
function isBooleanAt(code: Code, index: number, scope: Scope): boolean {
  const piece = code.pieces[index];
  if (piece === undefined || typeof piece === 'string') return false;
  if (piece.to === 'context') return !/^\s*(?:\??\.|[[(])/.test(textAt(code, index + 1)) && scope.chart.context.some((variable) => variable.name === piece.name && variable.type === 'boolean');
  return piece.to === 'event' && booleanField(code, index + 1, scope) !== undefined;
}

/** The text at `index`, without the boolean field that it begins with. */
function withoutField(code: Code, index: number, scope: Scope): string {
  const piece = code.pieces[index - 1];
  const field = typeof piece === 'object' && piece.to === 'event' ? booleanField(code, index, scope) : undefined;
  return textAt(code, index).slice(field === undefined ? 0 : field.length + 1);
}

function booleanField(code: Code, index: number, scope: Scope): string | undefined {
  const field = /^\.([\w$]+)(?!\s*[\w$.([?])/.exec(textAt(code, index))?.[1];
  const events = scope.triggers.flatMap((trigger) => (trigger.kind === 'event' ? scope.chart.alphabet.events.filter((event) => event.type === trigger.type) : []));
  const isIt = field !== undefined && events.length > 0 && events.every((event) => event.fields.some((each) => each.name === field && each.type === 'boolean' && !each.optional));
  return isIt ? field : undefined;
}

function textAt(code: Code, index: number): string {
  const piece = code.pieces[index];
  return typeof piece === 'string' ? piece : '';
}

/** A transition's guard in, the function that stands for it in `setup` out: what it asks of the event's name first, then the user's condition. */
import type { Trigger } from '../../chart/chart.ts';
import { type Code, codeText } from '../../chart/code.ts';
import { constantText } from '../../chart/label.ts';
import { expressionFunction } from './body.ts';
import { isBoolean } from './boolean.ts';
import { eventGuard } from './event-name.ts';
import type { Scope } from './scope.ts';

/** What the guard is called, before it is told apart from others of its text; nothing where nothing is asked. */
export function guardName(trigger: Trigger, guard: Code | undefined): string | undefined {
  const names = [eventGuard(trigger), guard && codeText(guard)].filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(' && ');
}

export function guardText(trigger: Trigger, guard: Code | undefined, scope: Scope): string {
  const asked = eventCondition(trigger, scope);
  if (!guard) return `({ event }) => ${asked ?? 'true'}`;
  const boolean = isBoolean(codeText({ pieces: guard.pieces.map((piece, index) => (isBooleanAt(guard, index, scope) ? 'true' : typeof piece === 'string' ? withoutField(guard, index, scope) : piece.name)) }));
  const dress = (text: string): string => {
    const condition = boolean ? text : `Boolean(${text})`;
    if (asked === undefined) return condition;
    return `${asked} && ${boolean && /\|\||\?/.test(codeText(guard)) ? `(${condition})` : condition}`;
  };
  const printed = expressionFunction(guard, scope, dress);
  return asked === undefined ? printed : withEvent(printed);
}

/** What a trigger asks of the event that its key under `on` does not. */
function eventCondition(trigger: Trigger, scope: Scope): string | undefined {
  if (eventGuard(trigger) === undefined) return undefined;
  if (trigger.kind !== 'event') return `${scope.names.use('sent')}(event)`;
  const type = constantText({ kind: 'string', value: trigger.type });
  const isObject = scope.chart.alphabet.events.some((event) => event.type === trigger.type && event.form === 'object');
  return isObject ? `(event as { value?: any }).value?.type === ${type}` : `(event as { value?: unknown }).value === ${type}`;
}

/** The event's name is asked whether or not the user's condition reads the event. */
function withEvent(printed: string): string {
  return printed.replace(/^\((?:\{ context \})?\) =>/, (head) => (head.includes('context') ? '({ context, event }) =>' : '({ event }) =>'));
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

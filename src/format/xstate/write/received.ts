/**
 * What an XState event stands for to the generator: the string that was sent, the object, or a bare value.
 *
 * Which of them it is follows from the alphabet and from the triggers that the code stands on. Where only the event itself can tell, the module has a
 * function `received` that asks it.
 */
import type { Chart, EventType, Trigger } from '../../../chart/chart.ts';
import { isReserved } from '../event-name.ts';
import { type ModuleNames, fresh } from './module-name.ts';
import { printKey, quote } from './tree.ts';

export type Form = 'string' | 'object' | 'value' | 'received';

/** What the event is where it came by one of `triggers`. */
export function formOf(chart: Chart, triggers: readonly Trigger[]): Form {
  let only: Form | undefined;
  for (const trigger of triggers) {
    for (const form of formsOf(chart, trigger)) {
      if (only !== undefined && form !== only) return 'received';
      only = form;
    }
  }
  return only ?? 'received';
}

function formsOf(chart: Chart, trigger: Trigger): readonly Form[] {
  switch (trigger.kind) {
    case 'event':
      return [isUntold(chart, trigger.type) ? 'received' : eventForm(chart, trigger.type)];
    case 'value':
      return ['value'];
    case 'any':
    case 'family':
      if (chart.alphabet.open) return ['received'];
      return [...chart.alphabet.events.map((event) => eventForm(chart, event.type)), ...(chart.alphabet.values === undefined ? [] : ['value' as const])];
    case 'throw':
    case 'return':
    case 'always':
    case 'after':
    case 'done':
    case 'actor':
      return [];
  }
}

/** Whether the alphabet tells no type of the event: where anything may be sent, an event that the code only compares with is `any`. */
export function isUntold({ alphabet }: Chart, type: string): boolean {
  return alphabet.open && !isReserved(type) && !alphabet.events.some((event) => event.type === type && event.fields.length > 0);
}

function eventForm(chart: Chart, type: string): Form {
  if (isReserved(type)) return 'value';
  return eventsOf(chart).byType.get(type)?.form ?? 'string';
}

/** The type of what was received by `triggers`, where they say it. */
export function receivedType(chart: Chart, triggers: readonly Trigger[], names: ModuleNames): string | undefined {
  const types = triggers.map((trigger) => {
    if (trigger.kind !== 'event' || isReserved(trigger.type) || isUntold(chart, trigger.type)) return undefined;
    const event = eventsOf(chart).byType.get(trigger.type);
    return event?.form === 'object' ? eventTypeName(chart, event, names) : quote(trigger.type);
  });
  return types.length === 0 || types.includes(undefined) ? undefined : [...new Set(types)].join(' | ');
}

/** The name of an object event's type in the module: `set-temperature` → `SetTemperature`. */
function eventTypeName(chart: Chart, event: EventType, names: ModuleNames): string {
  return names.use(eventAliases(chart).get(event.type)!);
}

/** What to call the type of each object event, by its `type`: those that have the same are one union. */
export function eventAliases(chart: Chart): ReadonlyMap<string, string> {
  return eventsOf(chart).aliases;
}

interface Events {
  /** By their `type`, the first of those that have the same. */
  readonly byType: ReadonlyMap<string, EventType>;
  /** The object events, by the text of their type. */
  readonly byText: ReadonlyMap<string, EventType>;
  readonly aliases: ReadonlyMap<string, string>;
}

const known = new WeakMap<Chart, Events>();

/** The events of the alphabet, ordered at the first question. */
function eventsOf(chart: Chart): Events {
  const before = known.get(chart);
  if (before) return before;
  const { events } = chart.alphabet;
  const objects = events.filter((event) => event.form === 'object' && !isReserved(event.type));
  const made: Events = {
    byType: new Map(events.toReversed().map((event) => [event.type, event])),
    byText: new Map(objects.filter((event) => objects.every((other) => other === event || other.type !== event.type)).toReversed().map((event) => [squeeze(eventTypeText(event)), event])),
    aliases: namesFor(objects),
  };
  known.set(chart, made);
  return made;
}

function namesFor(events: readonly EventType[]): ReadonlyMap<string, string> {
  const taken = new Set(['Sent', 'Thrown', 'Returned', 'Context']);
  const names = new Map<string, string>();
  for (const type of new Set(events.map((event) => event.type))) {
    const words = type.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    const alias = fresh(/^[A-Z]/.test(name) ? name : `Event${name}`, taken);
    taken.add(alias);
    names.set(type, alias);
  }
  return names;
}

/** What the events of an alias are, as one type. */
export function aliasText(chart: Chart, type: string): string {
  return chart.alphabet.events.filter((event) => event.form === 'object' && event.type === type).map(eventTypeText).join(' | ');
}

/** `{ type: 'try'; ok: boolean }`. */
export function eventTypeText(event: EventType): string {
  const fields = event.fields.map((field) => `; ${printKey(field.name)}${field.optional ? '?' : ''}: ${field.type}`).join('');
  return `{ type: ${quote(event.type)}${fields} }`;
}

/** A narrowed type as the code has it in, the same type by a name of the module where it is one of the events. */
export function namedType(chart: Chart, as: string, names: ModuleNames): string {
  const { byText } = eventsOf(chart);
  const event = byText.size === 0 ? undefined : byText.get(squeeze(as));
  return event ? eventTypeName(chart, event, names) : as;
}

function squeeze(type: string): string {
  return type.replaceAll('"', "'").replace(/\s+/g, '').replaceAll(',', ';').replaceAll(';}', '}');
}

/** The function that finds out what was sent. */
export function receivedFunction(chart: Chart, names: ModuleNames): string {
  const strings = chart.alphabet.events.filter((event) => event.form === 'string' && !isReserved(event.type)).map((event) => quote(event.type));
  const bare = chart.alphabet.open && !chart.alphabet.objects ? `${names.use('isString')}(event)` : strings.length > 0 ? `[${strings.join(', ')}].includes(event.type)` : undefined;
  return [
    '/** What the event stands for: a bare value, an event that is a string, or the event itself. */',
    `function ${names.use('received')}(event: { type: string; value?: any }): any {`,
    "  if (event.type === 'coroutine.send') return event.value;",
    `  return ${bare === undefined ? '' : `${bare} ? event.type : `}event;`,
    '}',
  ].join('\n');
}

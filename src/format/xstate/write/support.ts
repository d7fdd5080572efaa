/** The few declarations a written module may need beside its machine: types of what XState is sent, and functions. */
import type { Chart } from '../../../chart/chart.ts';
import { aliasText, eventAliases, eventTypeText, receivedFunction } from './received.ts';
import { isReserved } from '../event-name.ts';
import { codesOf, type ModuleNames } from './module-name.ts';
import { quote } from './tree.ts';

/** The union of everything that may be sent, by name where the module names a type. */
export function eventsType(chart: Chart, names: ModuleNames): readonly string[] {
  const aliases = eventAliases(chart);
  const plain = chart.alphabet.events.filter((event) => !isReserved(event.type));
  const own = plain.map((event) => {
    const alias = aliases.get(event.type);
    return alias !== undefined && names.used.has(alias) ? names.use(alias) : event.form === 'string' ? `{ type: ${quote(event.type)} }` : eventTypeText(event);
  });
  return [
    ...new Set(own),
    ...(takesValues(chart) ? [names.used.has('Sent') ? names.use('Sent') : sentType(chart)] : []),
    names.use('Thrown'),
    names.use('Returned'),
    ...(chart.alphabet.open ? ['{ type: string; [field: string]: any }'] : []),
  ];
}

export function typeDeclarations(chart: Chart, names: ModuleNames): readonly string[] {
  const aliases = eventAliases(chart);
  const events = [...aliases].map(([type, alias]) => [alias, aliasText(chart, type)] as const);
  const ours = [...events, ['Sent', sentType(chart)] as const, ['Thrown', `{ type: 'coroutine.throw'; error: ${asksOfErrors(chart) ? 'any' : 'unknown'} }`] as const, ['Returned', "{ type: 'coroutine.return'; value: unknown }"] as const];
  return ours.filter(([name]) => names.used.has(name)).map(([name, type]) => `type ${names.use(name)} = ${type};`);
}

export function functionDeclarations(chart: Chart, names: ModuleNames): readonly string[] {
  return [
    ...(names.used.has('sent') ? [sentFunction(names.use('sent'))] : []),
    ...(names.used.has('received') ? [receivedFunction(chart, names)] : []),
    ...(names.used.has('isString') ? [isStringFunction(names.use('isString'), chart)] : []),
    ...(names.used.has('copy') ? [copyFunction(names.use('copy'))] : []),
  ];
}

/** Whether the code takes an error for something that nothing shows it to be: `catch (error: any) { … error.code … }`. */
function asksOfErrors(chart: Chart): boolean {
  return codesOf(chart).some(({ pieces }) =>
    pieces.some((piece, at) => {
      const next = pieces[at + 1];
      return typeof piece !== 'string' && piece.to === 'error' && piece.as === undefined && typeof next === 'string' && /^\s*(?:\?\.|[-.[(+*/%<>])/.test(next);
    }),
  );
}

function takesValues(chart: Chart): boolean {
  return chart.alphabet.values !== undefined || chart.alphabet.open || chart.alphabet.events.some((event) => isReserved(event.type));
}

/** Bare values, and the events whose names XState could not carry. */
function sentType(chart: Chart): string {
  const reserved = chart.alphabet.events.filter((event) => isReserved(event.type)).map((event) => (event.form === 'string' ? quote(event.type) : eventTypeText(event)));
  const type = chart.alphabet.open && chart.alphabet.values === undefined ? 'any' : [...(chart.alphabet.values === undefined ? [] : [chart.alphabet.values]), ...reserved].join(' | ');
  return `{ type: 'coroutine.send'; value: ${type === '' ? 'unknown' : type} }`;
}

function sentFunction(name: string): string {
  return [
    '/** Whether somebody sent the event: neither an error nor a return, nor a word of XState to itself. */',
    `function ${name}(event: { type: string }): boolean {`,
    "  return !['coroutine.throw', 'coroutine.return'].includes(event.type) && !event.type.startsWith('xstate.');",
    '}',
  ].join('\n');
}

function isStringFunction(name: string, { alphabet }: Chart): string {
  const objects = alphabet.events.filter(({ type, bare }) => bare && !isReserved(type)).map(({ type }) => quote(type));
  return [
    objects.length > 0 ? '/** Whether the event stands for a string, its `type`: one with more to say is an object, and so is one of these names. */' : '/** Whether the event stands for a string, its `type`: one with more to say is an object. */',
    `function ${name}(event: ${objects.length > 0 ? '{ type: string }' : 'object'}): boolean {`,
    `  return Object.keys(event).length === 1${objects.length > 0 ? ` && ![${objects.join(', ')}].includes(event.type)` : ''};`,
    '}',
  ].join('\n');
}

function copyFunction(name: string): string {
  return [
    '/** The value and all that can be reached from it, copied as one: what was shared stays shared, prototypes stay. */',
    `function ${name}<T>(value: T, copies = new Map<unknown, unknown>()): T {`,
    "  if (typeof value !== 'object' || value === null) return value;",
    '  if (copies.has(value)) return copies.get(value) as T;',
    '  let made: any;',
    '  if (Array.isArray(value)) made = [];',
    '  else if (value instanceof Map) made = new Map();',
    '  else if (value instanceof Set) made = new Set();',
    '  else if (value instanceof Date) made = new Date(value);',
    '  else if (value instanceof RegExp) made = new RegExp(value);',
    "  else if (Object.prototype.toString.call(value) === '[object Object]') made = {};",
    '  else return value;',
    '  copies.set(value, Object.setPrototypeOf(made, Object.getPrototypeOf(value)));',
    `  if (value instanceof Map) value.forEach((item, key) => Map.prototype.set.call(made, ${name}(key, copies), ${name}(item, copies)));`,
    `  if (value instanceof Set) value.forEach((item) => Set.prototype.add.call(made, ${name}(item, copies)));`,
    '  for (const key of Reflect.ownKeys(value)) {',
    '    const property = Object.getOwnPropertyDescriptor(value, key)!;',
    `    Object.defineProperty(made, key, 'value' in property ? { ...property, value: ${name}(property.value, copies) } : property);`,
    '  }',
    '  return made;',
    '}',
  ].join('\n');
}

/**
 * The alphabet: what can arrive, from the type that a machine receives; where that says nothing, from the comparisons.
 */
import type { Alphabet, EventType } from '../chart/chart.ts';
import type { Graph } from '../flow/graph.ts';
import type { Arrival } from '../interpret/arrival.ts';
import { literalType, membersOf, undefinedType, unionOf } from '../interpret/values/type-parts.ts';
import { finiteValues } from '../syntax/types/annotation.ts';
import type { Project } from '../syntax/project.ts';
import type { Node } from '../syntax/tree.ts';
import type { Type } from '../syntax/types/type.ts';
import { fieldsOf } from '../syntax/types/instance.ts';
import { keyText } from '../syntax/types/make.ts';
import { comparisonsIn } from './comparison.ts';

export interface Arrivals {
  readonly alphabet: Alphabet;
  readonly arrivals: readonly Arrival[];
  /** The events that were found in comparisons, where none are declared. */
  readonly found: readonly string[];
  /** Where each of these is compared with first. */
  readonly comparedAt: ReadonlyMap<string, Node>;
  /** An event that is both a string and an object without other fields. */
  readonly ambiguous: readonly string[];
}

export function readAlphabet(received: Type, graph: Graph, project: Project): Arrivals {
  const events: EventType[] = [];
  const arrivals: Arrival[] = [];
  const values: Type[] = [];
  const anything: Type[] = [];
  for (const member of membersOf(received)) {
    if (member.kind === 'unknown' || member.kind === 'never' || (member.kind === 'primitive' && member.name === 'string') || isNothing(member)) anything.push(member);
    else if (member.kind === 'literal' && member.constant.kind === 'string' && !isReserved(member.constant.value)) {
      events.push({ type: member.constant.value, form: 'string', fields: [] });
      // A member of an enum is more than its text to TypeScript.
      arrivals.push({ kind: 'event', type: member.constant.value, form: 'string', ...(member.of === undefined ? {} : { as: member }) });
    } else if (member.kind === 'object') {
      const { names, others } = typesOf(member);
      for (const type of names) {
        const as = names.length === 1 && !others ? member : withType(member, literalType({ kind: 'string', value: type }));
        events.push({ type, form: 'object', fields: member.fields.filter((field) => field.name !== 'type').map((field) => ({ name: field.name, type: field.type.text, optional: field.optional, values: finiteValues(field.type) })) });
        const at = arrivals.findIndex((one) => one.kind === 'event' && one.form === 'object' && one.type === type);
        const before = arrivals[at];
        // Two objects of one name arrive as one event, which may be either.
        if (before?.kind === 'event' && before.as) arrivals[at] = { ...before, as: unionOf([before.as, as]) };
        else arrivals.push({ kind: 'event', type, form: 'object', as });
      }
      if (others) (others.isNamed ? anything : values).push(others.type);
    } else (mayHaveName(member) ? anything : values).push(member);
  }
  const open = anything.length > 0;
  if (values.length > 0 && !open) arrivals.push({ kind: 'value', as: unionOf(values) });
  const objects = open && anything.every(isObject) && events.every(({ form }) => form === 'object');
  const found: string[] = [];
  const comparedAt = new Map<string, Node>();
  if (open) {
    const compared = comparisonsIn(graph, project);
    const asksForObjects = objects || (events.length === 0 && compared.every(({ form }) => form === 'object'));
    for (const { type, form, node } of compared) {
      // What has the other form too is among the rest.
      if (isReserved(type) || events.some((event) => event.type === type)) continue;
      found.push(type);
      comparedAt.set(type, node);
      events.push({ type, form, fields: [], ...(asksForObjects ? { bare: true } : {}) });
      arrivals.push({ kind: 'event', type, form, ...(form === 'object' && anything.every(isFielded) ? { as: unionOf(anything.filter(isFielded).map((member) => withType(member, literalType({ kind: 'string', value: type })))) } : {}) });
    }
    arrivals.push({ kind: 'any', as: unionOf([...anything, ...values]), but: events.map(({ type, form }) => ({ type, form })) });
  }
  const bare = anything.some((member) => isFielded(member) && member.fields.every(({ name, optional }) => optional || name === 'type'));
  const ambiguous = events.filter((event, at) => (bare && event.form === 'string') || events.some((other, place) => place > at && other.type === event.type && other.form !== event.form && (other.form === 'object' ? other : event).fields.length === 0)).map((event) => event.type);
  if (bare && ambiguous.length === 0 && anything.some(({ kind }) => kind === 'primitive')) ambiguous.push('any');
  const rest = open && anything.every(({ kind }) => kind !== 'unknown' && kind !== 'never') ? { rest: unionOf([...anything, ...values]).text } : {};
  return { alphabet: { events, values: values.length > 0 ? unionOf(values).text : undefined, open, ...rest, ...(objects ? { objects } : {}) }, arrivals, found, comparedAt, ambiguous };
}

/** The part of the type that refers to something we cannot read, or `written` where it has no name; that it may be anything at all (`unknown`) is read. */
export function unreadIn(received: Type, written: string | undefined): string | undefined {
  const members = membersOf(received).filter((member) => member.kind === 'unknown');
  const named = members.find(({ text }) => /^[A-Za-z_$]/.test(text) && !['unknown', 'any', 'void'].includes(text));
  return named?.text ?? (members.some(({ said, text }) => !said && text === 'unknown') ? written : undefined);
}

/** Only `undefined` can be sent: whatever is, nothing looks at it. */
function isNothing(type: Type): boolean {
  return type.kind === 'literal' && type.constant.kind === 'undefined';
}

/** Names that XState, or the bridge, keeps for itself. */
export function isReserved(type: string): boolean {
  return type === '' || type === '*' || type.endsWith('.*') || type.startsWith('xstate.') || type.startsWith('coroutine.');
}

/** The events that an object is sent as, by its `type`; and what it is where it is none of them. */
function typesOf(type: Type & { kind: 'object' }): { names: readonly string[]; others?: { type: Type; isNamed: boolean } } {
  const field = type.fields.find(({ name }) => name === 'type');
  if (!field) return { names: [], others: { type, isNamed: type.fields.length === 0 } };
  const constants = finiteValues(field.type);
  if (!constants) return { names: [], others: { type, isNamed: membersOf(field.type).some(mayBeString) } };
  const names = constants.flatMap((constant) => (constant.kind === 'string' && !isReserved(constant.value) ? [constant.value] : []));
  const others = constants.filter((constant) => constant.kind !== 'string' || isReserved(constant.value));
  if (others.length === 0 && !field.optional) return { names };
  return { names, others: { type: names.length === 0 ? type : withType(type, others.length === 0 ? undefinedType : unionOf(others.map(literalType)), field.optional), isNamed: false } };
}

function mayBeString(type: Type): boolean {
  return type.kind === 'unknown' || type.kind === 'instance' || (type.kind === 'primitive' && type.name === 'string') || (type.kind === 'literal' && type.constant.kind === 'string') || (type.kind === 'object' && type.fields.length === 0);
}

/** Whether it may be an object with a `type` that is a string: an instance of a class may, unless we know better. */
function mayHaveName(type: Type): boolean {
  if (type.kind !== 'instance' || NAMELESS.has(type.name)) return false;
  const fields = fieldsOf(type);
  const field = fields?.kind === 'object' ? fields.fields.find(({ name }) => name === 'type') : undefined;
  return fields?.kind !== 'object' || (field !== undefined && membersOf(field.type).some(mayBeString));
}

/** What JavaScript makes instances of that have no `type`. */
const NAMELESS: ReadonlySet<string> = new Set(['Map', 'ReadonlyMap', 'WeakMap', 'Set', 'ReadonlySet', 'WeakSet', 'Date', 'RegExp', 'Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'AggregateError', 'Promise', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'URL', 'URLSearchParams']);

function isObject(type: Type): boolean {
  return type.kind === 'instance' || isFielded(type);
}

/** `{}` is not: a string is one too. */
function isFielded(type: Type): type is Type & { kind: 'object' } {
  return type.kind === 'object' && type.fields.length > 0;
}

function withType(type: Type & { kind: 'object' }, its: Type, optional = false): Type {
  const fields = type.fields.map((field) => (field.name === 'type' ? { ...field, type: its, optional } : field));
  return { kind: 'object', fields, text: `{ ${fields.map((field) => `${keyText(field.name)}${field.optional ? '?' : ''}: ${field.type.text}`).join('; ')} }` };
}

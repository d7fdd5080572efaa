/**
 * The alphabet: what can arrive, from the type that a machine receives; where that says nothing, from the comparisons.
 */
import type { Alphabet, EventType } from '../chart/chart.ts';
import type { Graph } from '../flow/graph.ts';
import type { Arrival } from '../interpret/arrival.ts';
import { literalType, membersOf, unionOf } from '../interpret/type-parts.ts';
import { finiteValues } from '../syntax/annotation.ts';
import type { Project } from '../syntax/project.ts';
import type { Node } from '../syntax/tree.ts';
import type { Type } from '../syntax/type.ts';
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
      arrivals.push({ kind: 'event', type: member.constant.value, form: 'string' });
    } else if (member.kind === 'object' && typesOf(member)) {
      for (const type of typesOf(member)!) {
        const as = typesOf(member)!.length === 1 ? member : withType(member, type);
        events.push({ type, form: 'object', fields: member.fields.filter((field) => field.name !== 'type').map((field) => ({ name: field.name, type: field.type.text, optional: field.optional, values: finiteValues(field.type) })) });
        arrivals.push({ kind: 'event', type, form: 'object', as });
      }
    } else values.push(member);
  }
  const open = anything.length > 0;
  if (values.length > 0 && !open) arrivals.push({ kind: 'value', as: unionOf(values) });
  const found: string[] = [];
  const comparedAt = new Map<string, Node>();
  if (open) {
    const compared = comparisonsIn(graph, project);
    const asksForObjects = events.length === 0 && compared.every(({ form }) => form === 'object');
    for (const { type, form, node } of compared) {
      // What has the other form too is among the rest.
      if (isReserved(type) || events.some((event) => event.type === type)) continue;
      found.push(type);
      comparedAt.set(type, node);
      events.push({ type, form, fields: [], ...(asksForObjects ? { bare: true } : {}) });
      arrivals.push({ kind: 'event', type, form });
    }
    arrivals.push({ kind: 'any', as: unionOf([...anything, ...values]), but: events.map(({ type, form }) => ({ type, form })) });
  }
  const ambiguous = events.filter((event, at) => events.some((other, place) => place > at && other.type === event.type && other.form !== event.form && (other.form === 'object' ? other : event).fields.length === 0)).map((event) => event.type);
  return { alphabet: { events, values: values.length > 0 ? unionOf(values).text : undefined, open, ...(open && anything.every(({ kind }) => kind !== 'unknown' && kind !== 'never') ? { rest: unionOf([...anything, ...values]).text } : {}) }, arrivals, found, comparedAt, ambiguous };
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

function typesOf(type: Type & { kind: 'object' }): readonly string[] | undefined {
  const field = type.fields.find((one) => one.name === 'type' && !one.optional);
  const constants = field && finiteValues(field.type);
  const strings = constants?.map((constant) => (constant.kind === 'string' ? constant.value : ''));
  return strings && strings.length > 0 && !strings.some(isReserved) ? strings : undefined;
}

function withType(type: Type & { kind: 'object' }, name: string): Type {
  const fields = type.fields.map((field) => (field.name === 'type' ? { ...field, type: literalType({ kind: 'string', value: name }) } : field));
  return { kind: 'object', fields, text: `{ ${fields.map((field) => `${field.name}${field.optional ? '?' : ''}: ${field.type.text}`).join('; ')} }` };
}

/** A chart in, ways to start its machine and things to send it out: from the samples of its module, else from types, defaults and the code's constants. */
import type { Chart, Parameter, State, Trigger } from '../../chart/chart.ts';
import type { Piece } from '../../chart/code.ts';
import { plain } from '../../syntax/constants/constant-fold.ts';
import { codesOf } from './pool.ts';
import { type Pool, type Sample, type World, always, combine, objectOf, samplesOf } from './sample.ts';
import type { Step } from '../suite/sequence.ts';
import { type ValueType, parseType } from './type-text.ts';
import type { Use } from './use.ts';

/**
 * What a module says about how to try its machines: `export const samples = { door: { args: […], events: […] } }`.
 */
export interface Samples {
  /** The arguments of a call. */
  readonly args?: readonly unknown[];
  /** The arguments of other calls. */
  readonly moreArgs?: readonly (readonly unknown[])[];
  /** Values to send. */
  readonly events?: readonly unknown[];
  /** Errors to throw in. */
  readonly errors?: readonly unknown[];
}

/** The most ways a machine is started. */
const MOST_CALLS = 24;

/** The argument lists to start the machine with; the likeliest first. */
export function argumentLists(chart: Chart, samples: Samples | undefined, pool: Pool): readonly (readonly Sample[])[] {
  const calls = [...(samples?.args ? [samples.args] : []), ...(samples?.moreArgs ?? [])];
  const given = calls.map((args, call) => args.map((_, index) => givenSample(chart.name, chart.parameters[index]?.name ?? `argument ${index + 1}`, (mine) => [...(mine.args ? [mine.args] : []), ...(mine.moreArgs ?? [])][call]![index])));
  const [first] = given;
  const lists = chart.parameters.map((parameter, index) => [...(first ? [parameter.rest ? first.slice(index) : first.slice(index, index + 1)] : []), ...argumentsFor(parameter, pool, first !== undefined)]);
  return [...given, ...combine(lists, MOST_CALLS).map((row) => row.flat()).slice(first ? 1 : 0)].slice(0, MOST_CALLS);
}

/** What can stand for one parameter: one argument, or any number for the rest. Where a sample is given, nothing is made of a type that only the module knows. */
function argumentsFor(parameter: Parameter, pool: Pool, isGiven: boolean): readonly (readonly Sample[])[] {
  const type = usedType(parseType(parameter.means ?? parameter.type), pool.uses.parameters.get(parameter.name));
  if (parameter.rest) {
    const [one, other] = type.kind === 'array' ? samplesOf(type.element, pool, parameter.name) : [];
    return [[], ...(one ? [[one]] : []), ...(one && other ? [[one, other]] : [])];
  }
  const made = isGiven && (type.kind === 'opaque' || type.kind === 'named' || type.kind === 'any') ? [] : samplesOf(type, pool, parameter.name);
  return [...(parameter.initial || parameter.optional ? [always(undefined)] : []), ...made].slice(0, 16).map((sample) => [sample]);
}

/** The type; where it says nothing, what the use of the value says. */
function usedType(type: ValueType, use: Use | undefined): ValueType {
  if (type.kind !== 'any' || !use) return type;
  return use.asked ? { kind: 'union', members: [use.type, { kind: 'constant', value: undefined }, { kind: 'constant', value: null }] } : use.type;
}

/** A step without the answers of what it calls. */
export interface Candidate extends Omit<Step, 'choices'> {
  /** The trigger it may be for: those of one group differ only in what they carry. */
  readonly group: string;
  /** Given by the module. */
  readonly isSample: boolean;
}

/** The group of the candidates that a trigger takes. The wildcard takes any that is sent; nothing is sent to a choice. */
export function groupOf(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'event':
      return `event ${trigger.type}`;
    default:
      return trigger.kind;
  }
}

/** What can be sent, thrown and returned where the machine is in the state `at`. `pool` holds its present values. */
export function candidates(chart: Chart, samples: Samples | undefined, pool: Pool, at?: string): readonly Candidate[] {
  const send = (group: string, isSample = false) => (value: Sample): Candidate => ({ kind: 'send', value, group, isSample });
  const { alphabet } = chart;
  const given = (samples?.events ?? []).map((value, index) => send(groupOfValue(value), true)(givenSample(chart.name, 'event', (mine) => mine.events![index])));
  const errors = (samples?.errors ?? []).map((_, index) => givenSample(chart.name, 'error', (mine) => mine.errors![index]));
  const events = alphabet.events.flatMap((event): readonly Candidate[] => {
    if (event.form === 'string') return [send(`event ${event.type}`)(always(event.type))];
    // Where nobody says what else it carries, it carries what is read of it.
    const carried = alphabet.open && event.fields.length === 0 && pool.uses.event?.type.kind === 'object' ? pool.uses.event.type.fields.filter(({ name }) => name !== 'type') : [];
    const guessed = carried.map(({ type, name }) => samplesOf(type, pool, name));
    const fields = event.fields.map((field) => {
      const values = field.values?.map((constant) => always(plain(constant))) ?? samplesOf(parseType(field.type), pool, field.name);
      return [...values, ...(field.optional ? [undefined] : [])];
    });
    const names = [...event.fields, ...carried].map((field) => field.name);
    return combine([...fields, ...guessed], 48).map((parts) => {
      const present = names.flatMap((name, index) => (parts[index] ? [[name, parts[index]] as const] : []));
      // Where anything may be sent, an object that says no more than its name would be the string.
      const more = alphabet.open && present.length === 0 && !event.bare ? [['more', always<unknown>(true)] as const] : present;
      return send(`event ${event.type}`)(objectOf(['type', ...more.map(([name]) => name)], [always(event.type), ...more.map(([, part]) => part)]));
    });
  });
  const values = alphabet.values === undefined ? [] : samplesOf(parseType(alphabet.values), pool, 'value');
  const others = alphabet.open ? othersFor(chart, pool, at) : [];
  return [
    ...given,
    ...events,
    ...values.map(send('value')),
    ...others.map(send('any')),
    ...[...errors, ...pool.errors].map((value): Candidate => ({ kind: 'throw', value, group: 'throw', isSample: false })),
    { kind: 'return', value: always('returned early'), group: 'return', isSample: false },
  ];
}

/** What may be sent beside the events where anything may; only what the code takes it for, wherever it says so in that state. */
function othersFor(chart: Chart, pool: Pool, at: string | undefined): readonly Sample[] {
  const taken = statesFrom(chart, at).flatMap((state) => state.transitions.filter(({ trigger }) => trigger.kind === 'any' || trigger.kind === 'always').flatMap(codesOf));
  const types = taken.flatMap(({ pieces }) => pieces.flatMap((piece, index) => (typeof piece !== 'string' && piece.to === 'event' ? [piece.as ?? saidAfter(pieces[index + 1]) ?? chart.alphabet.rest] : [])));
  if (types.length === 0) types.push(chart.alphabet.rest);
  if (!types.includes(undefined)) return samplesOf(parseType([...new Set(types)].join(' | ')), pool, 'event');
  // A string of such a name would be the object.
  const strings = pool.strings.filter((text) => !chart.alphabet.events.some(({ type, bare }) => bare && type === text));
  // Where the code asks for the `type` of whatever it is sent, there must be something; so it must beside objects that a type names, whose other members cannot be read.
  const { events } = chart.alphabet;
  const none = events.some(({ form, bare }) => form === 'object' && !bare) || (events.length > 0 && events.every(({ bare }) => bare)) ? [] : [undefined, null];
  const { event: use } = pool.uses;
  const isRead = use !== undefined && !use.asked;
  const objects = use ? samplesOf(use.type, pool, 'event') : [];
  return [...objects, ...[...strings.slice(0, 6), ...pool.numbers.slice(0, 4), 'anything', ...(isRead ? [] : none), true].map((value) => always<unknown>(value))];
}

/** `(event as { status: string }).status`: what the code says of it there. */
function saidAfter(piece: Piece | undefined): string | undefined {
  return typeof piece === 'string' ? /^ as ([^()]+)\)/.exec(piece)?.[1] : undefined;
}

/** The state, and the choices that come after it; all of them, where it is none of the chart's. */
function statesFrom(chart: Chart, at: string | undefined): readonly State[] {
  const found = new Set(chart.states.filter(({ id }) => id === at));
  for (const state of found) for (const { target } of state.transitions) for (const next of chart.states) if (next.id === target && next.kind === 'choice') found.add(next);
  return found.size > 0 ? [...found] : chart.states;
}

function groupOfValue(value: unknown): string {
  if (typeof value === 'string') return `event ${value}`;
  return typeof value === 'object' && value !== null && 'type' in value ? `event ${String(value.type)}` : 'value';
}

/** A value of the module's samples, from the world that asks: its own plain data anew, functions watched. */
function givenSample(machine: string, name: string, pick: (samples: Samples) => unknown): Sample {
  return (world) => anew(pick(samplesIn(world.exports, machine)!), world, name);
}

/** The samples that a module exports for a machine, as far as they are written as they should be. */
export function samplesIn(exports: Readonly<Record<string, unknown>>, machine: string): Samples | undefined {
  const samples = writtenSamples(exports, machine);
  return samples && (Object.fromEntries(Object.entries(samples).filter(([key, value]) => isKnown(key) && Array.isArray(value))) as Samples);
}

/** What is wrong with the samples that a module exports for a machine, in words. */
export function sampleFaults(exports: Readonly<Record<string, unknown>>, machine: string): readonly string[] {
  const samples = writtenSamples(exports, machine);
  return Object.entries(samples ?? {}).flatMap(([key, value]) => {
    if (!isKnown(key)) return [`samples.${machine} has ${key}, which means nothing: it may have args, moreArgs, events and errors`];
    return Array.isArray(value) ? [] : [`samples.${machine}.${key} is no array`];
  });
}

function writtenSamples(exports: Readonly<Record<string, unknown>>, machine: string): object | undefined {
  const all = exports['samples'];
  const mine: unknown = typeof all === 'object' && all !== null ? Reflect.get(all, machine) : undefined;
  return typeof mine === 'object' && mine !== null ? mine : undefined;
}

function isKnown(key: string): boolean {
  return ['args', 'moreArgs', 'events', 'errors'].includes(key);
}

function anew(value: unknown, world: World, name: string): unknown {
  if (typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value))) return world.recorders.passing(name, value as (...args: never[]) => unknown);
  if (Array.isArray(value)) return value.map((item) => anew(item, world, name));
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, anew(item, world, key)]));
  }
  return value;
}

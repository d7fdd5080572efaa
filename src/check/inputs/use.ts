/**
 * Code in, what a value looks like by what is done with it out: where no type says what an event or an argument is, `event.stop`, `options.limit > 3` and
 * `list.length` do. Samples are made of that, so that guards are seen both ways in plain JavaScript too.
 *
 * What is read of a value without asking whether there is one is trusted to be there, as the compiler trusts it.
 */
import type { Chart, Transition } from '../../chart/chart.ts';
import type { Code, Reference } from '../../chart/code.ts';
import type { TypedField, ValueType } from './type-text.ts';

/** By what is done with it: the event, and the parameters by their names. */
export interface Uses {
  readonly event: Use | undefined;
  readonly parameters: ReadonlyMap<string, Use>;
}

export interface Use {
  readonly type: ValueType;
  /** Whether the code asks first if it is anything at all. */
  readonly asked: boolean;
}

export function usesIn(chart: Chart): Uses {
  const transitions = [chart.initial, ...chart.states.flatMap((state) => state.transitions)];
  const guards = transitions.flatMap(({ guard }) => (guard === undefined || guard === 'else' ? [] : [guard]));
  const codes = [...guards, ...transitions.flatMap(doneBy)];
  const kept = new Set(codes.flatMap(keptIn));
  const use = (isMeant: (one: Reference) => boolean): Use | undefined => useIn(codes, guards, isMeant);
  const event = use(({ to, name }) => to === 'event' || (to === 'context' && kept.has(name)));
  const parameters = chart.parameters.flatMap(({ name }) => {
    const found = use((one) => one.to === 'context' && one.name === name);
    return found ? [[name, found] as const] : [];
  });
  return { event, parameters: new Map(parameters) };
}

function doneBy({ actions, returns, throws }: Transition): readonly Code[] {
  return [...actions.flatMap(({ statements }) => statements), ...(returns ? [returns] : []), ...(throws ? [throws] : [])];
}

/** `last = event`: a variable that holds what was sent. */
function keptIn({ pieces: [variable, is, event, ...rest] }: Code): readonly string[] {
  const isKept = typeof variable === 'object' && variable.to === 'context' && typeof is === 'string' && is.trim() === '=' && typeof event === 'object' && event.to === 'event' && rest.join('').trim().replace(';', '') === '';
  return isKept ? [variable.name] : [];
}

/** What is read of a value: its members, or what it must be itself. */
interface Shape {
  readonly members: Map<string, Shape>;
  is: 'any' | 'number' | 'string' | 'list' | 'function';
}

function useIn(codes: readonly Code[], guards: readonly Code[], isMeant: (one: Reference) => boolean): Use | undefined {
  const whole: Shape = { members: new Map(), is: 'any' };
  let asked = false;
  for (const code of codes) {
    for (const [before, after] of around(code, isMeant)) {
      for (const name of takenApart(before)) memberOf(whole, name);
      const isRead = read(whole, after, before);
      if (after.startsWith('?.') || (!isRead && guards.includes(code) && isAsked(before, after))) asked = true;
    }
  }
  return whole.members.size === 0 && whole.is === 'any' ? undefined : { type: typeOf(whole), asked };
}

/** The text before and after each place where it is meant. */
function around({ pieces }: Code, isMeant: (one: Reference) => boolean): readonly (readonly [string, string])[] {
  const texts = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name));
  return pieces.flatMap((piece, at) => (typeof piece !== 'string' && isMeant(piece) ? [[texts.slice(0, at).join(''), texts.slice(at + 1).join('')] as const] : []));
}

/** `const { user, id: key = 3 } =`: the members that are taken. */
function takenApart(before: string): readonly string[] {
  const names = /\{([^{}]*)\}\s*=\s*$/.exec(before)?.[1];
  return names === undefined ? [] : names.split(',').flatMap((part) => /^\s*([\w$]+)/.exec(part)?.[1] ?? []);
}

/** Follows `.payload.name` into the shape; whether anything is read. */
function read(whole: Shape, after: string, before: string): boolean {
  let shape = whole;
  let rest = after;
  let isFirst = true;
  for (let found = MEMBER.exec(rest); found; found = MEMBER.exec(rest)) {
    const [text, name] = found;
    rest = rest.slice(text.length);
    const isCalled = rest.startsWith('(');
    if (name === 'length' || (isCalled && LISTS.has(name!))) shape.is = 'list';
    else if (isCalled && STRINGS.has(name!)) shape.is = 'string';
    else shape = memberOf(shape, name!);
    isFirst = false;
    if (shape.is !== 'any') return true;
    if (isCalled) {
      shape.is = 'function';
      return true;
    }
  }
  if (!isFirst && (/^\s*(?:[<>]|[-+*/%](?!=)|\+=)/.test(rest) || /[<>]=?\s*$|[-*/%]=?\s*$|\+=\s*$/.test(before))) shape.is = 'number';
  return !isFirst;
}

const MEMBER = /^\??\.([A-Za-z_$][\w$]*)/;
const LISTS: ReadonlySet<string> = new Set('at concat every fill find findIndex findLast flat flatMap forEach includes indexOf join map pop push reduce reverse shift slice some sort splice unshift filter'.split(' '));
const STRINGS: ReadonlySet<string> = new Set('charAt charCodeAt endsWith match matchAll normalize padEnd padStart repeat replace replaceAll split startsWith toLowerCase toUpperCase trim trimEnd trimStart'.split(' '));

function memberOf(shape: Shape, name: string): Shape {
  const member = shape.members.get(name) ?? { members: new Map(), is: 'any' };
  shape.members.set(name, member);
  return member;
}

/** `event && …`, `!event`, `event === undefined`, `typeof event`. */
function isAsked(before: string, after: string): boolean {
  return /^\s*(?:&&|\|\||\?|[!=]=|\)|$)/.test(after) || /(?:!|typeof )\s*$/.test(before);
}

function typeOf({ members, is }: Shape): ValueType {
  switch (is) {
    case 'list':
      return { kind: 'array', element: { kind: 'any' } };
    case 'string':
    case 'number':
      return { kind: is };
    case 'function':
      return { kind: 'function', returns: { kind: 'any' } };
    case 'any':
      return members.size === 0 ? { kind: 'any' } : { kind: 'object', fields: fieldsOf(members) };
  }
}

function fieldsOf(members: ReadonlyMap<string, Shape>): readonly TypedField[] {
  return [...members].map(([name, shape]) => ({ name, type: typeOf(shape), optional: false }));
}

/**
 * A symbolic value: what an expression is worth, said over what was known when the step began: the event, the context,
 * names of the module. Free of effects by construction.
 */
import type { Constant } from '../../chart/chart.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Known } from '../../syntax/constants/known.ts';
import type { Node } from '../../syntax/tree.ts';

export type Term =
  | { readonly kind: 'constant'; readonly constant: Constant; /** as the code has it: `Color.Red` */ readonly text?: string }
  /** What arrived: the value received, the error thrown in, the value of `.return`. */
  | { readonly kind: 'arrived'; readonly what: 'event' | 'error' | 'returned'; readonly name: string; readonly as?: string }
  /** A variable of the context, as it was when the step began. */
  | { readonly kind: 'variable'; readonly binding: Binding; readonly name: string; readonly as?: string }
  /** The value that kept code gives a binding, only known when it has run; `version` tells two of them apart. */
  | { readonly kind: 'late'; readonly binding: Binding; readonly version: number; readonly as?: string }
  | { readonly kind: 'module'; readonly name: string; readonly binding: Binding; readonly node: Node; /** here and below: what it is, where that is no constant of the chart (`place.ts`) */ readonly known?: Known }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'member'; readonly object: Term; readonly property: string; readonly optional: boolean; readonly known?: Known }
  | { readonly kind: 'index'; readonly object: Term; readonly index: Term; readonly optional: boolean; readonly known?: Known }
  | { readonly kind: 'unary'; readonly operator: string; readonly argument: Term }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Term; readonly right: Term }
  | { readonly kind: 'logical'; readonly operator: '&&' | '||' | '??'; readonly left: Term; readonly right: Term }
  | { readonly kind: 'conditional'; readonly test: Term; readonly then: Term; readonly else: Term }
  | { readonly kind: 'template'; readonly texts: readonly string[]; readonly parts: readonly Term[] }
  | { readonly kind: 'call'; readonly callee: Term; readonly arguments: readonly Term[]; readonly isNew: boolean; readonly known?: Known }
  | { readonly kind: 'object'; readonly entries: readonly { readonly key: string; readonly value: Term }[]; /** here and below: where it stands in a table of the module, which nobody changes */ readonly place?: Term }
  /** `{ ...base, key: value }` of a plain object. */
  | { readonly kind: 'updated'; readonly base: Term; readonly entries: readonly { readonly key: string; readonly value: Term }[] }
  | { readonly kind: 'array'; readonly items: readonly Term[]; readonly place?: Term }
  /** Only as an item of an array. */
  | { readonly kind: 'spread'; readonly list: Term }
  | { readonly kind: 'cast'; readonly term: Term; /** `!` where it is only said to be there */ readonly type: string }
  /** A function written inside the machine. */
  | { readonly kind: 'function'; readonly node: Node; readonly source: readonly (string | Term)[] }
  /** Any other expression that is free of effects: its text, with terms where it names the machine's own. */
  | { readonly kind: 'source'; readonly pieces: readonly (string | Term)[]; /** binds like a call: no parentheses */ readonly tight: boolean; /** the same, item by item: `RULES.find(…)` */ readonly expanded?: Term };

export function constantTerm(constant: Constant, text?: string): Term {
  return { kind: 'constant', constant, text };
}

const variable = Symbol('variable');

/** A variable of the context, as it was when the step began: always the same term, so that what is worked out of it is kept. */
export function variableTerm(binding: Binding & { [variable]?: Variable }): Variable {
  const before = binding[variable];
  // A copy of a binding takes it along.
  if (before?.binding === binding) return before;
  return (binding[variable] = { kind: 'variable', binding, name: binding.name });
}

type Variable = Term & { kind: 'variable' };

export const undefinedTerm: Term = constantTerm({ kind: 'undefined' });

/** The terms directly below. */
export function parts(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'constant':
    case 'arrived':
    case 'variable':
    case 'late':
    case 'module':
    case 'global':
      return noParts;
    case 'member':
      return [term.object];
    case 'index':
      return [term.object, term.index];
    case 'unary':
      return [term.argument];
    case 'binary':
    case 'logical':
      return [term.left, term.right];
    case 'conditional':
      return [term.test, term.then, term.else];
    case 'template':
      return term.parts;
    case 'call':
      return [term.callee, ...term.arguments];
    case 'object':
      return term.entries.map((entry) => entry.value);
    case 'updated':
      return [term.base, ...term.entries.map((entry) => entry.value)];
    case 'array':
      return term.items;
    case 'cast':
      return [term.term];
    case 'spread':
      return [term.list];
    case 'function':
      return term.source.filter((piece) => typeof piece !== 'string');
    case 'source':
      return term.pieces.filter((piece) => typeof piece !== 'string');
  }
}

const noParts: readonly Term[] = [];

/** Whether `test` holds of the term or of one below it. */
export function someTerm(term: Term, test: (term: Term) => boolean): boolean {
  if (test(term)) return true;
  for (const part of parts(term)) if (someTerm(part, test)) return true;
  return false;
}

/** The term with each of the terms it is made of, from the innermost on, changed; the very same where nothing changes. */
export function mapTerm(term: Term, change: (term: Term) => Term): Term {
  return change(mapParts(term, (inner) => mapTerm(inner, change)));
}

function mapParts(term: Term, go: (term: Term) => Term): Term {
  switch (term.kind) {
    case 'member': {
      const object = go(term.object);
      return object === term.object ? term : { ...term, object };
    }
    case 'index': {
      const [object, index] = [go(term.object), go(term.index)];
      return object === term.object && index === term.index ? term : { ...term, object, index };
    }
    case 'unary': {
      const argument = go(term.argument);
      return argument === term.argument ? term : { ...term, argument };
    }
    case 'binary':
    case 'logical': {
      const [left, right] = [go(term.left), go(term.right)];
      return left === term.left && right === term.right ? term : { ...term, left, right };
    }
    case 'conditional': {
      const [test, then, otherwise] = [go(term.test), go(term.then), go(term.else)];
      return test === term.test && then === term.then && otherwise === term.else ? term : { ...term, test, then, else: otherwise };
    }
    case 'template': {
      const inner = mapEach(term.parts, go);
      return inner === term.parts ? term : { ...term, parts: inner };
    }
    case 'call': {
      const [callee, given] = [go(term.callee), mapEach(term.arguments, go)];
      return callee === term.callee && given === term.arguments ? term : { ...term, callee, arguments: given };
    }
    case 'object': {
      const entries = mapEach(term.entries, (entry) => mapEntry(entry, go));
      return entries === term.entries ? term : { ...term, entries };
    }
    case 'updated': {
      const [base, entries] = [go(term.base), mapEach(term.entries, (entry) => mapEntry(entry, go))];
      return base === term.base && entries === term.entries ? term : { ...term, base, entries };
    }
    case 'array': {
      const items = mapEach(term.items, go);
      return items === term.items ? term : { ...term, items };
    }
    case 'cast': {
      const inner = go(term.term);
      return inner === term.term ? term : { ...term, term: inner };
    }
    case 'spread': {
      const list = go(term.list);
      return list === term.list ? term : { ...term, list };
    }
    case 'source': {
      const [pieces, expanded] = [mapEach(term.pieces, (piece) => (typeof piece === 'string' ? piece : go(piece))), term.expanded && go(term.expanded)];
      return pieces === term.pieces && expanded === term.expanded ? term : { ...term, pieces, ...(expanded ? { expanded } : {}) };
    }
    case 'function': {
      const source = mapEach(term.source, (piece) => (typeof piece === 'string' ? piece : go(piece)));
      return source === term.source ? term : { ...term, source };
    }
    case 'constant':
    case 'arrived':
    case 'variable':
    case 'late':
    case 'module':
    case 'global':
      return term;
  }
}

function mapEach<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map(change);
  return changed.every((item, at) => item === items[at]) ? items : changed;
}

function mapEntry<Entry extends { readonly value: Term }>(entry: Entry, go: (term: Term) => Term): Entry {
  const value = go(entry.value);
  return value === entry.value ? entry : { ...entry, value };
}

export function stripCasts(term: Term): Term {
  return term.kind === 'cast' ? stripCasts(term.term) : term;
}

/** What has been worked out of a term is kept with it. A copy (`{ ...term }`) takes it along: `of` says whose it is. */
interface Derived {
  readonly of: Term;
  key: string | undefined;
  size: number;
  rests: Rests | undefined;
}

const derived = Symbol('derived');

export function derivedOf(term: Term & { [derived]?: Derived }): Derived {
  const before = term[derived];
  if (before?.of === term) return before;
  return (term[derived] = { of: term, key: undefined, size: 0, rests: undefined });
}

/** How many terms it is made of, each counted as often as it would be written. */
export function termSize(term: Term): number {
  const kept = derivedOf(term);
  if (kept.size > 0) return kept.size;
  let size = 1;
  for (const part of parts(term)) size += termSize(part);
  return (kept.size = size);
}

/** What a term rests on. */
interface Rests {
  readonly variables: ReadonlySet<Binding>;
  readonly late: boolean;
  readonly arrived: boolean;
}

const onNothing: Rests = { variables: new Set(), late: false, arrived: false };
const onArrival: Rests = { ...onNothing, arrived: true };

function restsOf(term: Term): Rests {
  if (term.kind === 'constant' || term.kind === 'module' || term.kind === 'global') return onNothing;
  if (term.kind === 'arrived') return onArrival;
  const kept = derivedOf(term);
  if (kept.rests) return kept.rests;
  if (term.kind === 'variable' || term.kind === 'late') return (kept.rests = { variables: new Set([term.binding]), late: term.kind === 'late', arrived: false });
  let all = onNothing;
  for (const part of parts(term)) all = both(all, restsOf(part));
  return (kept.rests = all);
}

/** One of the two, where the other adds nothing. */
function both(one: Rests, other: Rests): Rests {
  if (one === other || other === onNothing) return one;
  if (one === onNothing) return other;
  const variables = [...other.variables].every((binding) => one.variables.has(binding)) ? one.variables : new Set([...one.variables, ...other.variables]);
  return { variables, late: one.late || other.late, arrived: one.arrived || other.arrived };
}

/** The variables of the context that the term reads. */
export function variablesOf(term: Term): ReadonlySet<Binding> {
  return restsOf(term).variables;
}

/** Whether it reads what is only known when kept code has run. */
export function isLate(term: Term): boolean {
  return restsOf(term).late;
}

/** Whether it looks at what arrived. */
export function looksAtArrival(term: Term): boolean {
  return restsOf(term).arrived;
}

const numbers = new WeakMap<Binding, number>();
const counter = { next: 0 };

/** Tells any two bindings apart, of one name or not. */
export function bindingKey(binding: Binding): string {
  const before = numbers.get(binding);
  const own = before ?? counter.next++;
  if (before === undefined) numbers.set(binding, own);
  return `${binding.name}#${own}`;
}

/** Which function or symbol of the code a term always is, however often its module was parsed; nothing where that may change. */
export function functionNamed(term: Term): string | undefined {
  const bare = stripCasts(term);
  if (bare.kind !== 'module' || bare.binding.assignments.length > 0) return undefined;
  const [declaration] = bare.binding.declarations;
  const isFunction = declaration?.type === 'FunctionDeclaration' || (bare.binding.kind === 'const' && declaration?.type === 'VariableDeclarator' && (declaration.init?.type === 'FunctionExpression' || declaration.init?.type === 'ArrowFunctionExpression'));
  return isFunction || symbolIn(bare) !== undefined ? `${bare.name} ${declaration!.start}` : undefined;
}

/** What the symbol is described as that a constant of the module is: `Symbol('idle')`, `Symbol.for('app.ready')`. */
export function symbolIn(term: Term): string | undefined {
  const bare = stripCasts(term);
  const declaration = bare.kind === 'module' && bare.binding.kind === 'const' ? bare.binding.declarations[0] : undefined;
  const call = declaration?.type === 'VariableDeclarator' ? declaration.init : undefined;
  if (call?.type !== 'CallExpression') return undefined;
  const { callee } = call;
  const isMade = callee.type === 'Identifier' ? callee.name === 'Symbol' : callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Symbol' && callee.property.type === 'Identifier' && callee.property.name === 'for';
  const description = call.arguments.length === 1 && call.arguments[0]!.type === 'Literal' ? (call.arguments[0] as { value: unknown }).value : undefined;
  return isMade && typeof description === 'string' ? description : undefined;
}

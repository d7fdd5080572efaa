/**
 * A symbolic value: what an expression is worth, said over what was known when the step began: the event, the context,
 * names of the module. Free of effects by construction.
 */
import type { Constant } from '../chart/chart.ts';
import { constantText } from '../chart/label.ts';
import type { Code, Piece } from '../chart/code.ts';
import type { Binding } from '../syntax/module.ts';
import type { Known } from '../syntax/known.ts';
import type { Node } from '../syntax/tree.ts';

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
      return [];
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

/** Whether `test` holds of the term or of one below it. */
export function someTerm(term: Term, test: (term: Term) => boolean): boolean {
  return test(term) || parts(term).some((part) => someTerm(part, test));
}

/** The term with each of the terms it is made of, from the innermost on, changed. */
export function mapTerm(term: Term, change: (term: Term) => Term): Term {
  const go = (inner: Term): Term => mapTerm(inner, change);
  switch (term.kind) {
    case 'member':
      return change({ ...term, object: go(term.object) });
    case 'index':
      return change({ ...term, object: go(term.object), index: go(term.index) });
    case 'unary':
      return change({ ...term, argument: go(term.argument) });
    case 'binary':
    case 'logical':
      return change({ ...term, left: go(term.left), right: go(term.right) });
    case 'conditional':
      return change({ ...term, test: go(term.test), then: go(term.then), else: go(term.else) });
    case 'template':
      return change({ ...term, parts: term.parts.map(go) });
    case 'call':
      return change({ ...term, callee: go(term.callee), arguments: term.arguments.map(go) });
    case 'object':
      return change({ ...term, entries: term.entries.map((entry) => ({ ...entry, value: go(entry.value) })) });
    case 'updated':
      return change({ ...term, base: go(term.base), entries: term.entries.map((entry) => ({ ...entry, value: go(entry.value) })) });
    case 'array':
      return change({ ...term, items: term.items.map(go) });
    case 'cast':
      return change({ ...term, term: go(term.term) });
    case 'spread':
      return change({ ...term, list: go(term.list) });
    case 'source':
      return change({ ...term, pieces: term.pieces.map((piece) => (typeof piece === 'string' ? piece : go(piece))), ...(term.expanded ? { expanded: go(term.expanded) } : {}) });
    case 'function':
      return change({ ...term, source: term.source.map((piece) => (typeof piece === 'string' ? piece : go(piece))) });
    case 'constant':
    case 'arrived':
    case 'variable':
    case 'late':
    case 'module':
    case 'global':
      return change(term);
  }
}

export function stripCasts(term: Term): Term {
  return term.kind === 'cast' ? stripCasts(term.term) : term;
}

const sizes = new WeakMap<Term, number>();

/** How many terms it is made of, each counted as often as it would be written. */
export function termSize(term: Term): number {
  const before = sizes.get(term);
  if (before !== undefined) return before;
  const size = parts(term).reduce((sum, part) => sum + termSize(part), 1);
  sizes.set(term, size);
  return size;
}

/** The variables of the context that the term reads. */
export function variablesOf(term: Term, into = new Set<Binding>()): Set<Binding> {
  if (term.kind === 'variable' || term.kind === 'late') into.add(term.binding);
  for (const part of parts(term)) variablesOf(part, into);
  return into;
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

/** Equal text, equal value: what tells two terms apart, casts left out. */
export function termKey(term: Term): string {
  const before = keys.get(term);
  if (before !== undefined) return before;
  const key = keyOf(term);
  keys.set(term, key);
  return key;
}

const keys = new WeakMap<Term, string>();

function keyOf(term: Term): string {
  switch (term.kind) {
    case 'arrived':
      return `<${term.what}!>`;
    case 'late':
      return `<${bindingKey(term.binding)} ${term.version}>`;
    case 'variable':
      return `<${bindingKey(term.binding)}>`;
    case 'cast':
      return termKey(term.term);
    case 'constant':
      return constantText(term.constant);
    default:
      return print(term, (inner) => termKey(inner));
  }
}

/** The term as pieces of code; `refer` says what stands for a binding of the machine. */
export function termPieces(term: Term, refer: (binding: Binding, as: string | undefined) => Piece): Piece[] {
  const pieces: Piece[] = [];
  const write = (at: Term): void => {
    if (at.kind === 'variable') pieces.push(refer(at.binding, at.as));
    else if (at.kind === 'late') pieces.push(refer(at.binding, at.as));
    else if (at.kind === 'arrived') pieces.push({ to: at.what, name: at.name, ...(at.as === undefined ? {} : { as: at.as }) });
    else if (at.kind === 'module') pieces.push({ to: 'module', name: at.name });
    else {
      for (const piece of layout(at)) {
        if (typeof piece === 'string') pieces.push(piece);
        else write(piece);
      }
    }
  };
  write(term);
  return pieces;
}

/** Code of pieces, neighbouring texts joined. */
export function codeOf(pieces: readonly Piece[]): Code {
  return { pieces: joined(pieces) };
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else if (piece !== '') result.push(piece);
  }
  return result;
}

function print(term: Term, inner: (term: Term) => string): string {
  return layout(term)
    .map((piece) => (typeof piece === 'string' ? piece : inner(piece)))
    .join('');
}

/** The text of a term around the terms below it, with the parentheses that precedence asks for. */
function layout(term: Term): readonly (string | Term)[] {
  const wrap = (inner: Term, least: number): (string | Term)[] => (precedence(inner) < least ? ['(', inner, ')'] : [inner]);
  switch (term.kind) {
    case 'constant':
      return [term.text ?? constantText(term.constant)];
    case 'arrived':
    case 'variable':
    case 'module':
    case 'global':
      return [term.name];
    case 'late':
      return [term.binding.name];
    case 'member':
      return [...wrap(term.object, 18), /^[A-Za-z_$][\w$]*$/.test(term.property) ? `${term.optional ? '?.' : '.'}${term.property}` : `${term.optional ? '?.' : ''}[${constantText({ kind: 'string', value: term.property })}]`];
    case 'index':
      return [...wrap(term.object, 18), term.optional ? '?.[' : '[', term.index, ']'];
    case 'unary':
      return [/^[a-z]/.test(term.operator) ? `${term.operator} ` : term.operator, ...wrap(term.argument, term.operator === '!' ? 14.5 : 15)];
    case 'binary': {
      const own = precedence(term);
      return [...wrap(term.left, own), ` ${term.operator} `, ...wrap(term.right, own + 1)];
    }
    case 'logical': {
      const own = precedence(term);
      const side = (inner: Term, least: number): (string | Term)[] => {
        const bare = stripCasts(inner);
        const mixed = bare.kind === 'logical' && bare.operator !== term.operator && (bare.operator === '??' || term.operator === '??');
        return mixed ? ['(', inner, ')'] : wrap(inner, least);
      };
      return [...side(term.left, own), ` ${term.operator} `, ...side(term.right, own)];
    }
    case 'conditional':
      return [...wrap(term.test, 3), ' ? ', ...wrap(term.then, 2), ' : ', ...wrap(term.else, 2)];
    case 'template': {
      const pieces: (string | Term)[] = ['`'];
      term.texts.forEach((text, index) => {
        pieces.push(text);
        const part = term.parts[index];
        if (part) pieces.push('${', part, '}');
      });
      return [...pieces, '`'];
    }
    case 'call':
      return [...(term.isNew ? ['new '] : []), ...wrap(term.callee, 18), '(', ...term.arguments.flatMap((argument, index) => (index === 0 ? wrap(argument, 2) : [', ', ...wrap(argument, 2)])), ')'];
    case 'object':
      if (term.entries.length === 0) return ['{}'];
      return ['{ ', ...term.entries.flatMap((entry, index) => [`${index === 0 ? '' : ', '}${keyText(entry.key)}: `, ...wrap(entry.value, 2)]), ' }'];
    case 'updated':
      return ['{ ...', ...wrap(term.base, 2), ...term.entries.flatMap((entry) => [`, ${keyText(entry.key)}: `, ...wrap(entry.value, 2)]), ' }'];
    case 'array':
      return ['[', ...term.items.flatMap((item, index) => [...(index === 0 ? [] : [', ']), ...wrap(item, 2)]), ']'];
    case 'spread':
      return ['...', ...wrap(term.list, 2)];
    case 'cast':
      return term.type === '!' ? [...wrap(term.term, 18), '!'] : [...wrap(term.term, 12), ` as ${term.type}`];
    case 'function':
      return term.source;
    case 'source':
      return term.pieces;
  }
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : constantText({ kind: 'string', value: key });
}

/** Operator precedence as MDN numbers it: 18 member and call, down to 1 the comma. */
function precedence(term: Term): number {
  switch (term.kind) {
    case 'unary':
      return 14.5;
    case 'binary':
      return binaryPrecedence[term.operator] ?? 10;
    case 'logical':
      return term.operator === '&&' ? 4 : 3;
    case 'conditional':
      return 2;
    case 'cast':
      return term.type === '!' ? 18 : 9;
    case 'source':
      return term.tight ? 18 : 2;
    case 'function':
    case 'object':
    case 'updated':
      return 2;
    case 'constant':
      return term.constant.kind === 'number' && (term.constant.value < 0 || Object.is(term.constant.value, -0)) ? 14.5 : 20;
    default:
      return 18;
  }
}

const binaryPrecedence: Readonly<Record<string, number>> = {
  '**': 13, '*': 12, '/': 12, '%': 12, '+': 11, '-': 11, '<<': 10, '>>': 10, '>>>': 10,
  '<': 9, '<=': 9, '>': 9, '>=': 9, in: 9, instanceof: 9, '==': 8, '!=': 8, '===': 8, '!==': 8, '&': 7, '^': 6, '|': 5,
};

/** A term in, its text out: the code that says it, with the parentheses that precedence asks for; and the key that tells it from other terms. */
import type { Code, Piece } from '../../chart/code.ts';
import { constantText } from '../../chart/label.ts';
import type { Binding } from '../../syntax/module.ts';
import { bindingKey, derivedOf, stripCasts, type Term } from './term.ts';

/** Equal text, equal value: what tells two terms apart, casts left out. */
export function termKey(term: Term): string {
  const kept = derivedOf(term);
  return (kept.key ??= keyOf(term));
}

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
    default: {
      let key = '';
      for (const piece of layout(term)) key += typeof piece === 'string' ? piece : termKey(piece);
      return key;
    }
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
    case 'member': {
      const property = IDENTIFIER.test(term.property) ? `${term.optional ? '?.' : '.'}${term.property}` : `${term.optional ? '?.' : ''}[${constantText({ kind: 'string', value: term.property })}]`;
      return precedence(term.object) < 18 ? ['(', term.object, ')', property] : [term.object, property];
    }
    case 'index':
      return [...wrap(term.object, 18), term.optional ? '?.[' : '[', term.index, ']'];
    case 'unary':
      return [/^[a-z]/.test(term.operator) ? `${term.operator} ` : term.operator, ...wrap(term.argument, term.operator === '!' ? 14.5 : 15)];
    case 'binary': {
      const own = precedence(term);
      if (precedence(term.left) >= own && precedence(term.right) > own) return [term.left, ` ${term.operator} `, term.right];
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

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

function keyText(key: string): string {
  return IDENTIFIER.test(key) ? key : constantText({ kind: 'string', value: key });
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

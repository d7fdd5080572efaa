/**
 * A term over other variables: what each is worth put in, and put together again.
 */
import type { Binding } from '../../syntax/module.ts';
import { binary, conditional, index, logical, member, template, unary, updated } from './fold.ts';
import { isPlain } from '../run/step.ts';
import type { Term } from './term.ts';

export function substituted(term: Term, worth: (binding: Binding) => Term): Term {
  const go = (inner: Term): Term => substituted(inner, worth);
  switch (term.kind) {
    case 'variable':
    case 'late':
      return worth(term.binding);
    case 'member':
      return member(go(term.object), term.property, term.optional);
    case 'index':
      return index(go(term.object), go(term.index), term.optional);
    case 'unary':
      return unary(term.operator, go(term.argument));
    case 'binary':
      return binary(term.operator, go(term.left), go(term.right));
    case 'logical':
      return logical(term.operator, go(term.left), go(term.right));
    case 'conditional':
      return conditional(go(term.test), go(term.then), go(term.else));
    case 'template':
      return term.texts.some((text) => text.includes('\\')) ? { ...term, parts: term.parts.map(go) } : template(term.texts, term.texts, term.parts.map(go));
    case 'call': {
      const { callee } = term;
      return { ...term, callee: callee.kind === 'member' ? { ...callee, object: go(callee.object) } : go(callee), arguments: term.arguments.map(go) };
    }
    case 'object':
      return { ...term, entries: term.entries.map((entry) => ({ ...entry, value: go(entry.value) })) };
    case 'updated':
      return updated(go(term.base), term.entries.map((entry) => ({ ...entry, value: go(entry.value) })));
    case 'array':
      return { ...term, items: term.items.map(go) };
    case 'spread':
      return { ...term, list: go(term.list) };
    case 'cast':
      return { ...term, term: go(term.term) };
    case 'function':
      return { ...term, source: term.source.map((piece) => (typeof piece === 'string' ? piece : enclosed(piece, go(piece)))) };
    case 'source':
      return { ...term, pieces: term.pieces.map((piece) => (typeof piece === 'string' ? piece : enclosed(piece, go(piece)))) };
    case 'constant':
    case 'arrived':
    case 'module':
    case 'global':
      return term;
  }
}

/** Where a name stood between pieces of text, anything else needs parentheses. */
function enclosed(before: Term, now: Term): Term {
  return before.kind !== 'variable' || isPlain(now) || now.kind === 'variable' || now.kind === 'late' ? now : { kind: 'source', pieces: ['(', now, ')'], tight: true };
}

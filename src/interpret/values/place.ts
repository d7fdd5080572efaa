/**
 * Parts of a module's constants that are no constants of the chart: a function in a table, a symbol, a `Map`. A term says where
 * such a part stands, `RULES[0].when`, and knows what it is.
 */
import type { Constant } from '../../chart/chart.ts';
import { identityOf, isConstant, type Known } from '../../syntax/constants/known.ts';
import { constantTerm, stripCasts, symbolIn, type Term } from './term.ts';

/** What a term is known to be that is no constant of the chart; there is such a thing, so it is truthy. */
export function knownIn(term: Term): Known | undefined {
  const bare = stripCasts(term);
  return 'known' in bare ? bare.known : undefined;
}

/** A constant is itself; anything else is said by the place where it stands. */
export function placed(part: Known, place: Term & { kind: 'member' | 'index' | 'call' | 'module' }): Term {
  if (isConstant(part)) return constantTerm(part);
  if (part.kind === 'opaque') return place;
  const root = rootOf(place);
  // A symbol has a name of its own.
  if (part.kind === 'symbol' && part.binding && root?.kind === 'module' && root.binding.scope === part.binding.scope) return { kind: 'module', name: part.binding.name, binding: part.binding, node: part.binding.identifier, known: part };
  return { ...place, known: part };
}

function rootOf(term: Term): Term | undefined {
  switch (term.kind) {
    case 'member':
    case 'index':
      return rootOf(term.object);
    case 'call':
      return rootOf(term.callee);
    case 'cast':
      return rootOf(term.term);
    default:
      return term;
  }
}

/** What a symbol is called that is always the same one; nothing where it has no description. */
export function symbolNamed(term: Term): string | undefined {
  const known = knownIn(term);
  return known?.kind === 'symbol' ? known.description : symbolIn(term);
}

/** `['a', 'b'].includes(x)`, `SET.has(x)`, where all that it is asked to be among is constant. */
export function membership(term: Term & { kind: 'call' }): { readonly subject: Term; readonly among: readonly Constant[] } | undefined {
  const callee = stripCasts(term.callee);
  const [subject] = term.arguments;
  if (term.isNew || callee.kind !== 'member' || !subject || term.arguments.length !== 1) return undefined;
  const among = itemsOf(stripCasts(callee.object), callee.property);
  return among && { subject: stripCasts(subject), among };
}

function itemsOf(object: Term, method: string): readonly Constant[] | undefined {
  const known = knownIn(object);
  if (method === 'has') {
    const [list] = object.kind === 'call' && object.isNew && object.callee.kind === 'global' && object.callee.name === 'Set' ? object.arguments : [];
    return list ? itemsOf(stripCasts(list), 'includes') : known?.kind === 'set' ? constants(known.items) : known?.kind === 'map' ? constants(known.entries.map(({ key }) => key)) : undefined;
  }
  if (method !== 'includes') return undefined;
  const items = object.kind === 'array' ? object.items.map((item) => (item.kind === 'constant' ? item.constant : undefined)) : undefined;
  if (items) return items.every((item) => item !== undefined) ? items : undefined;
  return known?.kind === 'array' ? constants(known.items) : undefined;
}

function constants(all: readonly Known[]): readonly Constant[] | undefined {
  return all.every(isConstant) ? all : undefined;
}

/** What tells a constant, a function or a symbol from any other. */
export function identityIn(term: Term): string | undefined {
  const bare = stripCasts(term);
  if (bare.kind === 'constant') return identityOf(bare.constant);
  const known = knownIn(bare);
  return known && identityOf(known);
}

/**
 * What happens on one way, ready to be drawn: the statements that are needed, gathered into actions, and how it ends.
 */
import type { Action } from '../chart/chart.ts';
import { type Code, codeText, type Piece } from '../chart/code.ts';
import { actionName } from '../chart/label.ts';
import type { Way } from '../interpret/explore.ts';
import type { Step, StepPiece } from '../interpret/run/step.ts';
import { someTerm, variablesOf } from '../interpret/values/term.ts';
import { codeOf, termPieces } from '../interpret/values/term-text.ts';
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';

/** Which bindings are context, and what they are called. */
export interface Naming {
  readonly isContext: (binding: Binding) => boolean;
  readonly nameOf: (binding: Binding) => string;
  /** The names of the context and the input. */
  readonly taken: ReadonlySet<string>;
  /** Whether a name of ours would hide one of the module. */
  readonly hides: (name: string) => boolean;
  /** Keeps the name of what arrived apart from the variable that remembers it. */
  readonly clear: (piece: Piece) => Piece;
}

/** Thrown where a local is needed after the action that computes it: it has to be context. */
export class MustRemember extends Error {
  readonly binding: Binding;
  constructor(binding: Binding) {
    super(binding.name);
    this.binding = binding;
  }
}

export interface Outcome {
  readonly actions: readonly Action[];
  /** The key of the configuration it leads to. */
  readonly target: string | undefined;
  readonly returns: Code | undefined;
  readonly throws: Code | undefined;
  /** Whether it returns, with or without a value. */
  readonly ends: boolean;
  readonly node: Node;
}

export function outcomeOf(way: Way, live: ReadonlySet<Binding>, naming: Naming): Outcome {
  const { end } = way;
  const code = end.kind === 'return' || end.kind === 'throw' ? end.code : undefined;
  const needed = new Set<Binding>([...live, ...(code?.reads ?? [])]);
  const kept = keepNeeded(way.steps, needed);
  const locals: Locals = new Map();
  const arrived = new Set([...kept.flatMap((step) => step.pieces), ...(code?.pieces ?? [])].flatMap((piece) => arrivedIn(piece, naming)));
  const own: Naming = { ...naming, taken: new Set([...naming.taken, ...arrived]) };
  const mentions = mentionsIn(kept);
  const statements = kept.map((step, at) => statement(step, own, locals, (binding) => mentions(binding, at)));
  const said = code && code.pieces.length > 0 ? codeOf(code.pieces.flatMap((piece) => render(piece, naming, new Map(), namesInside(code, naming, new Map()), true))) : undefined;
  const nothing = said && codeText(said) === 'undefined';
  return {
    actions: gather(statements),
    target: way.target,
    returns: end.kind === 'return' && !nothing ? said : undefined,
    throws: end.kind === 'throw' ? said : undefined,
    ends: end.kind === 'return',
    node: end.kind === 'return' || end.kind === 'throw' ? end.node : (kept[0]?.node ?? { start: 0 } as Node),
  };
}

/** What the event, the error or the value that arrived is called in a piece. */
function arrivedIn(piece: StepPiece, naming: Naming): string[] {
  if (typeof piece === 'string' || !('term' in piece)) return [];
  const names: string[] = [];
  someTerm(piece.term, (inner) => {
    const written = inner.kind === 'arrived' ? naming.clear({ to: inner.what, name: inner.name }) : undefined;
    if (written !== undefined && typeof written !== 'string') names.push(written.name);
    return false;
  });
  return names;
}

/** Backwards from what is needed: effects always, updates where somebody reads them. */
function keepNeeded(steps: readonly Step[], needed: Set<Binding>): Step[] {
  const kept: Step[] = [];
  for (const step of steps.toReversed()) {
    const wanted = [...step.writes].some((binding) => needed.has(binding));
    if (!wanted && !step.effect) continue;
    if (step.target && !step.reads.has(step.target)) needed.delete(step.target);
    for (const binding of step.reads) needed.add(binding);
    kept.push(step);
  }
  return kept.reverse();
}

/** In an order that does not depend on how they were found. */
function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

interface Statement {
  readonly code: Code;
  readonly writes: readonly string[];
  readonly mutates: readonly string[];
  readonly effect: boolean;
  readonly detached: boolean;
  /** Declares, or reads, a name of the action's own. */
  readonly local: boolean;
  readonly label: string;
}

/** The names that an action declares: two variables of one name are told apart. */
type Locals = Map<Binding, string>;

function declareLocal(locals: Locals, binding: Binding, naming: Naming): void {
  const taken = new Set([...naming.taken, ...locals.values()]);
  let name = binding.name;
  for (let count = 2; taken.has(name) || (binding.declarations.length === 0 && naming.hides(name)); count++) name = `${binding.name}${count}`;
  locals.set(binding, name);
}

/** Where else on the way a binding is spoken of. */
interface Mentions {
  /** In another step, before it or after. */
  readonly elsewhere: boolean;
  readonly later: boolean;
  readonly writtenLater: boolean;
}

function mentionsIn(steps: readonly Step[]): (binding: Binding, at: number) => Mentions {
  const spans = new Map<Binding, { first: number; last: number; written: number }>();
  for (const [at, { reads, writes }] of steps.entries()) {
    for (const binding of [...reads, ...writes]) {
      const span = spans.get(binding) ?? { first: at, last: at, written: -1 };
      spans.set(binding, { ...span, last: at, written: writes.has(binding) ? at : span.written });
    }
  }
  return (binding, at) => {
    const { first, last, written } = spans.get(binding) ?? { first: at, last: at, written: at };
    return { elsewhere: first < at || last > at, later: last > at, writtenLater: written > at };
  };
}

function statement(step: Step, naming: Naming, locals: Locals, mentions: (binding: Binding) => Mentions): Statement {
  const named = step.target && !naming.isContext(step.target) && !locals.has(step.target) ? step.target : undefined;
  // `x = f(() => (x = 1))`
  const sets = named && step.pieces.slice(1).some((piece) => typeof piece !== 'string' && 'binding' in piece && piece.binding === named) ? named : undefined;
  const declares = sets ? undefined : named;
  const unread = declares !== undefined && step.effect && !mentions(declares).later;
  const pieces = unread && typeof step.pieces[1] === 'string' ? step.pieces.slice(2) : step.pieces;
  const isOwn = (binding: Binding): boolean => !naming.isContext(binding) && !mentions(binding).elsewhere;
  const hoisted = step.pieces.flatMap((piece) => (typeof piece !== 'string' && 'hoisted' in piece && !piece.hoisted.every(isOwn) ? piece.hoisted : []));
  // What is set on the way, inside of something else, and which nobody reads.
  const aside = [...step.writes].filter((binding) => binding !== step.target && !isInside(binding, step.node));
  const fresh = [...new Set([...(step.declared ?? step.before ?? []), ...hoisted, ...aside, ...(sets ? [sets] : [])])].filter((binding) => !naming.isContext(binding) && !locals.has(binding));
  for (const binding of fresh) declareLocal(locals, binding, naming);
  if (declares) declareLocal(locals, declares, naming);
  const reads = [...step.reads].some((binding) => !naming.isContext(binding));
  const inner = namesInside(step, naming, locals);
  const prefix = declares && !unread ? (mentions(declares).writtenLater ? 'let ' : 'const ') : '';
  const rendered = shortened(pieces.flatMap((piece) => render(piece, naming, locals, inner)));
  const body = unread ? alone(rendered) : rendered;
  const isWhole = step.declared !== undefined && step.declared.length > 0 && fresh.length === step.declared.length && step.declared.every((binding) => fresh.includes(binding));
  const said = step.declared ? pattern(isWhole, fresh.some((binding) => mentions(binding).writtenLater), body) : [prefix, ...body];
  const apart = fresh.length > 0 && !isWhole ? `let ${fresh.map((binding) => `${locals.get(binding)}: any`).join(', ')}; ` : '';
  const coded = (all: readonly Piece[]): Code => codeOf(all.filter((piece) => piece !== ''));
  return {
    code: coded([apart, ...said]),
    label: codeText(coded(step.label ? step.label.flatMap((piece) => render(piece, naming, locals, inner)) : said)),
    writes: [...step.writes].filter((binding) => naming.isContext(binding)).map((binding) => naming.nameOf(binding)),
    mutates: [...(step.mutates ?? [])].filter((binding) => naming.isContext(binding)).map((binding) => naming.nameOf(binding)),
    effect: step.effect,
    detached: step.detached || unread,
    local: (declares !== undefined && !unread) || fresh.length > 0 || reads || [...step.writes].some((binding) => !naming.isContext(binding) && locals.has(binding)),
  };
}

/** `{ total: total }`, where the key was only written out in case the local name would be another one. */
function shortened(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece, at) => typeof piece !== 'string' || typeof pieces[at + 1] !== 'string' || piece !== `${String(pieces[at + 1])}: `);
}

/** An expression as a statement: where it begins as something else does, in parentheses. */
function alone(pieces: readonly Piece[]): readonly Piece[] {
  return typeof pieces[0] === 'string' && /^(?:\{|(?:async )?function\b|class\b)/.test(pieces[0]) ? ['(', ...pieces, ')'] : pieces;
}

/** `const { a, b } = event`; where some of the names are context: `let b; ({ a, b } = event)`. */
function pattern(isWhole: boolean, changes: boolean, body: readonly Piece[]): Piece[] {
  if (isWhole) return [changes ? 'let ' : 'const ', ...body];
  return typeof body[0] === 'string' && body[0].startsWith('{') ? ['(', ...body, ')'] : [...body];
}

function render(piece: StepPiece, naming: Naming, locals: ReadonlyMap<Binding, string>, inner: ReadonlyMap<Binding, string>, after = false): Piece[] {
  if (typeof piece === 'string') return [piece];
  if ('hoisted' in piece) return [piece.hoisted.every((binding) => inner.has(binding)) ? piece.declaring : piece.assigning];
  const refer = (binding: Binding, as: string | undefined): Piece => {
    if (naming.isContext(binding)) return { to: 'context', name: naming.nameOf(binding), ...(as === undefined ? {} : { as }) };
    if (!after && locals.has(binding)) return locals.get(binding)!;
    const name = inner.get(binding);
    if (name !== undefined) return name;
    throw new MustRemember(binding);
  };
  if ('binding' in piece) return [refer(piece.binding, piece.as)];
  return termPieces(piece.term, refer).map(naming.clear);
}

/**
 * The names that kept code declares itself. One is called otherwise where the code says something that was put in and is
 * called the same.
 */
function namesInside({ pieces, node }: { readonly pieces: readonly StepPiece[]; readonly node: Node }, naming: Naming, locals: ReadonlyMap<Binding, string>): ReadonlyMap<Binding, string> {
  const inside = new Set<Binding>();
  const around = new Set<string>();
  const note = (binding: Binding): void => {
    if (!naming.isContext(binding) && !locals.has(binding) && isInside(binding, node)) inside.add(binding);
    else around.add(naming.isContext(binding) ? naming.nameOf(binding) : (locals.get(binding) ?? binding.name));
  };
  for (const piece of pieces) {
    if (typeof piece === 'string' || 'hoisted' in piece) continue;
    if ('binding' in piece) note(piece.binding);
    else for (const binding of variablesOf(piece.term)) note(binding);
    for (const name of arrivedIn(piece, naming)) around.add(name);
  }
  const names = new Map<Binding, string>();
  for (const binding of inside) {
    const taken = new Set([...around, ...names.values()]);
    let name = binding.name;
    for (let count = 2; around.has(name) || (name !== binding.name && taken.has(name)); count++) name = `${binding.name}${count}`;
    names.set(binding, name);
  }
  return names;
}

/** A name that the kept statement declares itself. */
function isInside(binding: Binding, node: Node): boolean {
  return binding.declarations.length > 0 && [binding.identifier, ...binding.declarations].some(({ start, end }) => start >= node.start && end <= node.end);
}

/**
 * Statements → actions. An effect whose result is used, and every effect before it, go together with the updates;
 * after it, updates and effects are told apart, so that an effect can wait until the step is computed.
 */
function gather(statements: readonly Statement[]): Action[] {
  const lastBound = statements.findLastIndex((one) => one.effect && !one.detached);
  const groups: Statement[][] = lastBound >= 0 ? [statements.slice(0, lastBound + 1)] : [];
  const rest = statements.slice(lastBound + 1);
  if (rest.some((one) => one.local)) groups.push([...(groups.pop() ?? []), ...rest]);
  else {
    for (const one of rest) {
      const last = groups.at(-1);
      if (last && last[0]!.effect === one.effect && groups.length > (lastBound >= 0 ? 1 : 0)) last.push(one);
      else groups.push([one]);
    }
  }
  return groups.filter((group) => group.length > 0).map((group) => ({
    statements: group.map((one) => one.code),
    writes: unique(group.flatMap((one) => one.writes)),
    mutates: unique(group.flatMap((one) => one.mutates)),
    effect: group.some((one) => one.effect),
    name: actionName(group.map((one) => one.label)),
  }));
}


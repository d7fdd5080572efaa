/**
 * Statements of the user's in, the text of a function that runs them on XState's `context` and `event` out.
 *
 *     total += value          ({ context, event }) => {
 *                               let { total } = context;
 *                               const value = (event as Sent).value as number;
 *                               total += value;
 *                               return { total };
 *                             }
 */
import { type Code, type Reference, codeReferences, codeText } from '../../../chart/code.ts';
import { dedent, indent } from './lines.ts';
import { fresh, wordsIn } from './module-name.ts';
import { alsoAsked } from './also-asked.ts';
import { receivedType } from './received.ts';
import { type Scope, isReceived, narrowedType, needsVariables, sourceOf, withType } from './scope.ts';
import { printWritten } from './shorthand.ts';
import { statementsOf } from './statement.ts';

/** What a function does with the variables of the context that it changes. */
export interface Writes {
  /** Given back, for `assign`. */
  readonly all: readonly string[];
  /** Those changed in place, which are copied first. */
  readonly copied: readonly string[];
  /** Those assigned to, which cannot be `const`. */
  readonly assigned: readonly string[];
}

/** What a function asks of the event before anything else, given what the event is called. */
export type Asks = (event: string) => string;

/** The function whose value is the expression, dressed by `wrap`: `({ context }) => context.failed < 3`. */
export function expressionFunction(code: Code, scope: Scope, wrap: (text: string) => string = (text) => text, asks?: Asks): string {
  const uses = new Set<string>(asks ? ['event'] : []);
  const value = wrap(inlineText(code, scope, uses));
  const text = asks ? `${asks('event')} && ${/\|\||\?/.test(value) ? `(${value})` : value}` : value;
  if (needsVariables(code) || text.length > LONG) return bodyFunction([{ pieces: ['return ', ...aroundCode(code, wrap)] }], scope, undefined, asks);
  return `${parameters(uses)} => ${text.startsWith('{') ? `(${text})` : text}`;
}

/** A value that a config gives: as it stands where it reads nothing of the machine's, else the function of it. */
export function valueText(code: Code, scope: Scope): string {
  return codeReferences(code).length === 0 ? codeText(code) : expressionFunction(code, scope);
}

/** The source of a function, where that is all the code is: what was read from a machine whose functions have no names. */
export function functionSource(code: Code): string | undefined {
  const text = codeText(code);
  return codeReferences(code).length === 0 && /^\(\{[^{}()]*\}\) => /.test(text) ? text : undefined;
}

/** An expression longer than this reads better with its variables declared first. */
export const LONG = 90;

/** The expression with its references written where they stand; `uses` collects the parameters they need. */
export function inlineText(code: Code, scope: Scope, uses: Set<string>): string {
  return dedent(
    printWritten(code, (reference) => {
      if (reference.to !== 'module') uses.add(reference.to === 'context' ? 'context' : 'event');
      const { text, as } = isReceived(reference) ? sourceOf(reference, scope, 'event') : { text: reference.to === 'context' ? `context.${reference.name}` : reference.name, as: reference.as };
      return as !== undefined && code.pieces.length === 1 ? `${text} as ${as}` : withType({ text, as });
    }),
  );
}

/** `({ context, event })`, or `({ context: machine })`, of what is used; the context comes first. */
export function parameters(uses: ReadonlySet<string>): string {
  return uses.size === 0 ? '()' : `({ ${[...uses].toSorted().join(', ')} })`;
}

/** The function that declares what the statements refer to, runs them, and gives back what they wrote, if `writes` is given. */
export function bodyFunction(statements: readonly Code[], scope: Scope, writes?: Writes, asks?: Asks): string {
  const references = statements.flatMap(codeReferences);
  const words = wordsIn(statements.flatMap(({ pieces }) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name))));
  const isTaken = (name: string): boolean => words.has(name) || writes?.all.includes(name) === true || scope.names.used.has(name);
  const context = isTaken('context') ? fresh('machine', { has: isTaken }) : 'context';
  const event = isTaken('event') ? fresh('message', { has: (name) => name === context || isTaken(name) }) : 'event';

  const received = declareReceived(statements, scope, event);
  const lines = [...(asks ? [`if (${negated(asks(event))}) return false;`] : []), ...declareContext(statements, references, writes, scope, context), ...received.lines, ...printStatements(statements, received.declared, scope)];
  if (writes) lines.push(writes.all.length === 0 ? 'return {};' : `return { ${writes.all.join(', ')} };`);
  const uses = new Set<string>();
  if (references.some((reference) => reference.to === 'context') || (writes?.all.length ?? 0) > 0) uses.add(context === 'context' ? 'context' : `context: ${context}`);
  if (asks || references.some(isReceived)) uses.add(event === 'event' ? 'event' : `event: ${event}`);

  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0 && /^[\w$.]+\([^\n]*\);$/.test(only) && only.length < 80) return `${parameters(uses)} => ${only.slice(0, -1)}`;
  return [`${parameters(uses)} => {`, ...lines.map((line) => `  ${indent(line, '  ')}`), '}'].join('\n');
}

function declareContext(statements: readonly Code[], references: readonly Reference[], writes: Writes | undefined, scope: Scope, context: string): readonly string[] {
  const named = references.filter((reference) => reference.to === 'context').map((reference) => reference.name);
  const all = [...new Set([...(writes?.all ?? []), ...named])];
  const copied = all.filter((name) => writes?.copied.includes(name));
  const plain = all.filter((name) => !copied.includes(name));
  // A function that nobody calls may assign to it, too.
  const isAssigned = (name: string): boolean => writes?.assigned.includes(name) === true || statements.some((statement) => assigns(statement, name));
  const unpack = (keyword: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${keyword} { ${names.join(', ')} } = ${context};`]);
  return [...unpack('const', plain.filter((name) => !isAssigned(name))), ...unpack('let', plain.filter(isAssigned)), ...declareCopies(copied, isAssigned, scope, context)];
}

/** All at once, so that what two variables share they share afterwards. */
function declareCopies(names: readonly string[], isAssigned: (name: string) => boolean, scope: Scope, context: string): readonly string[] {
  const [first, ...more] = names;
  if (first === undefined) return [];
  const keyword = names.some(isAssigned) ? 'let' : 'const';
  const copy = scope.names.use('copy');
  if (more.length === 0) return [`${keyword} ${first} = ${copy}(${context}.${first});`];
  return [`${keyword} { ${names.join(', ')} } = ${copy}({ ${names.map((name) => `${name}: ${context}.${name}`).join(', ')} });`];
}

/** A line for each variable that holds what was received, thrown or returned; and the type each has then. */
function declareReceived(statements: readonly Code[], scope: Scope, event: string): { readonly lines: readonly string[]; readonly declared: ReadonlyMap<string, string | undefined> } {
  const declared = new Map<string, string | undefined>();
  const lines: string[] = [];
  const references = statements.flatMap(codeReferences).filter(isReceived);
  for (const reference of references) {
    if (declared.has(reference.name)) continue;
    const types = new Set(references.filter((other) => other.name === reference.name).map((other) => typeAt(other, scope)));
    const type = types.size === 1 ? typeAt(reference, scope) : typeAt({ ...reference, as: undefined }, scope);
    const keyword = statements.some((statement) => assigns(statement, reference.name)) ? 'let' : 'const';
    lines.push(`${keyword} ${reference.name} = ${sourceOf(reference, scope, event).text}${type === undefined ? '' : ` as ${reference.to === 'event' ? [type, ...alsoAsked(statements, reference.name, type, scope)].join(' | ') : type}`};`);
    declared.set(reference.name, type);
  }
  return { lines, declared };
}

/** The type of what was received, as far as anything says it. */
function typeAt(reference: Reference, scope: Scope): string | undefined {
  if (reference.as !== undefined) return narrowedType(reference, scope);
  return reference.to === 'event' ? receivedType(scope.chart, scope.triggers, scope.names) : undefined;
}

/** A statement that ends in a brace has no semicolon, unless the next would go on with it. */
function printStatements(statements: readonly Code[], declared: ReadonlyMap<string, string | undefined>, scope: Scope): readonly string[] {
  const texts = statements.flatMap((statement) => statementsOf(printStatement(statement, declared, scope)).map(withSemicolon));
  return texts.map((text, index) => (!text.endsWith(';') && /^[([`+\-/]/.test(texts[index + 1] ?? '') ? `${text};` : text));
}

function printStatement(statement: Code, declared: ReadonlyMap<string, string | undefined>, scope: Scope): string {
  const text = printWritten(statement, (reference, index) => {
    const as = narrowedType(reference, scope);
    if (as === undefined || isAssignedAt(statement.pieces[index - 1], statement.pieces[index + 1])) return reference.name;
    return isReceived(reference) && declared.get(reference.name) === as ? reference.name : withType({ text: reference.name, as });
  });
  return dedent(text.trim());
}

/** Whether some place in the code assigns to the variable as a whole. */
export function assigns(code: Code, name: string): boolean {
  return code.pieces.some((piece, index) => typeof piece !== 'string' && piece.name === name && isAssignedAt(code.pieces[index - 1], code.pieces[index + 1]));
}

function isAssignedAt(before: Code['pieces'][number] | undefined, after: Code['pieces'][number] | undefined): boolean {
  const follows = typeof after === 'string' && /^\s*(?:\+\+|--|(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>]))/.test(after);
  // In a pattern: what comes after `...` may as well be spread, which `let` does no harm.
  return follows || (typeof before === 'string' && /(?:\+\+|--|\.\.\.)\s*$/.test(before)) || (typeof after === 'string' && /^[^;()]*[\]}]\s*=(?![=>])/.test(after));
}

function withSemicolon(statement: string): string {
  const isBlock = /^(?:\{|(?:if|for|while|do|switch|try|function|class)\b|[\w$]+:)/.test(statement) && statement.endsWith('}');
  return isBlock || statement.endsWith(';') ? statement : `${statement};`;
}

/** `!` binds tighter than a comparison. */
function negated(condition: string): string {
  if (/^!\w+\(\w+\)$/.test(condition)) return condition.slice(1);
  return /^\w+\(\w+\)$/.test(condition) ? `!${condition}` : `!(${condition})`;
}

/** The code with what `wrap` puts around it. */
function aroundCode(code: Code, wrap: (text: string) => string): Code['pieces'] {
  const [before = '', after = ''] = wrap('\0').split('\0');
  return [before, ...code.pieces, after];
}

/**
 * An action in, what stands for it in `setup` out: a plain function where it only does something outside, an `assign` where the machine remembers
 * anything of it, or where the order of effects needs one.
 */
import type { Action, Variable } from '../../../chart/chart.ts';
import type { Code } from '../../../chart/code.ts';
import { LONG, bodyFunction, expressionFunction, functionSource, inlineText, parameters } from './body.ts';
import { raiseAction, raiseParts, raisedBy } from '../../../chart/raise.ts';
import { indent } from './lines.ts';
import { writesOf } from './mutation.ts';
import { type Scope, needsVariables } from './scope.ts';
import { quote } from './tree.ts';

/** `early`: it must run while the step is computed, as an `assign` does. */
export function actionText(action: Action, scope: Scope, early: boolean): string {
  if (action.raises !== undefined) return raiseText(action.name, action.raises, scope);
  const [only, ...more] = action.statements;
  const source = only && more.length === 0 ? functionSource(only) : undefined;
  if (source !== undefined) return source;
  if (action.writes.length === 0 && !early) return bodyFunction(action.statements, scope);
  const assign = scope.names.use('assign');
  return `${assign}(${shortAssign(action, scope) ?? bodyFunction(action.statements, scope, writesOf(action))})`;
}

/** What an action is called. One that raises an event is called so that this can be read back. */
export function actionLabel(action: Action): string {
  const { name, raises, delay } = action;
  return raises === undefined || raisedBy(name).raises === raises ? name : raiseAction(raises, delay).name;
}

function raiseText(name: string, raises: string, scope: Scope): string {
  const { delay, id, fields } = raiseParts(name) ?? {};
  const event = fields?.includes('=>') ? fields : `{ type: ${quote(raises)}${fields?.startsWith('{') ? `, ...${fields}` : ''} }`;
  const options = [...(delay === undefined ? [] : [`delay: ${Number.isNaN(Number(delay)) ? quote(delay) : delay}`]), ...(id === undefined ? [] : [`id: ${quote(id)}`])];
  return `${scope.names.use('raise')}(${event}${options.length === 0 ? '' : `, { ${options.join(', ')} }`})`;
}

/** `assign` of what the machine returns, to the variable that its output reads. */
export function returnText(code: Code, variable: string, scope: Scope): string {
  const assign = scope.names.use('assign');
  if (needsVariables(code)) return `${assign}(${bodyFunction([{ pieces: [`return { ${variable}: `, ...code.pieces, ' }'] }], scope)})`;
  return `${assign}({ ${variable}: ${expressionFunction(code, scope)} })`;
}

/** An uncaught throw. In an `assign`, because XState would not notice one in a plain action. */
export function throwText(code: Code, scope: Scope): string {
  const assign = scope.names.use('assign');
  if (needsVariables(code)) return `${assign}(${bodyFunction([{ pieces: ['throw ', ...code.pieces] }], scope)})`;
  const uses = new Set<string>();
  const value = inlineText(code, scope, uses);
  return `${assign}(${parameters(uses)} => {\n  throw ${indent(value, '  ')};\n})`;
}

/** `failed += 1` → `{ failed: ({ context }) => context.failed + 1 }`; nothing where it takes more than that. */
function shortAssign(action: Action, scope: Scope): string | undefined {
  const [name, ...others] = action.writes;
  const [statement, ...more] = action.statements;
  if (name === undefined || statement === undefined || others.length > 0 || more.length > 0 || action.effect || writesOf(action).copied.length > 0) return undefined;
  const variable = scope.chart.context.find((each) => each.name === name);
  const assigned = variable && assignedValue(statement, variable);
  if (!assigned || needsVariables({ pieces: assigned.value.pieces })) return undefined;
  const uses = new Set<string>();
  const value = inlineText(assigned.value, scope, uses);
  if (assigned.operator !== '') uses.add('context');
  const text = assigned.operator === '' ? value : `context.${name} ${assigned.operator} ${isSimple(value) ? value : `(${value})`}`;
  if (text.length > LONG) return undefined;
  return `{ ${name}: ${parameters(uses)} => ${text.startsWith('{') ? `(${text})` : text} }`;
}

/** The operator and the right side of an assignment that is the whole statement; `x++` adds 1. */
function assignedValue(statement: Code, variable: Variable): { readonly operator: string; readonly value: Code } | undefined {
  const [first, next, ...rest] = statement.pieces;
  if (first === '++' || first === '--') {
    return typeof next === 'object' && next.name === variable.name && rest.length === 0 && isNumber(variable) ? { operator: first.charAt(0), value: { pieces: ['1'] } } : undefined;
  }
  if (typeof first !== 'object' || first.to !== 'context' || first.name !== variable.name || typeof next !== 'string') return undefined;
  const step = /^\s*(\+\+|--)\s*;?$/.exec(next);
  if (step && rest.length === 0) return isNumber(variable) ? { operator: step[1]!.charAt(0), value: { pieces: ['1'] } } : undefined;
  const match = /^\s*([-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])\s*/.exec(next);
  if (!match) return undefined;
  const pieces = [next.slice(match[0].length), ...rest].filter((piece) => piece !== '');
  const last = pieces.at(-1);
  if (typeof last === 'string') pieces[pieces.length - 1] = last.replace(/;?\s*$/, '');
  const assignsMore = pieces.some((piece, index) => typeof piece === 'object' && piece.name === variable.name && /^\s*=(?![=>])/.test(String(pieces[index + 1])));
  return assignsMore ? undefined : { operator: match[1] ?? '', value: { pieces } };
}

/** `++` counts; on a bigint it does not add the number 1. */
function isNumber(variable: Variable): boolean {
  return variable.type === 'number';
}

/** Whether the text needs no brackets beside an operator. */
function isSimple(text: string): boolean {
  return /^(?:[\w$.]+|'[^'\\]*'|[\w$.]*\([^()]*\)(?:\.[\w$]+)*)$/.test(text);
}

/**
 * An action in, which of the variables it changes are assigned to and which are changed in place out. A snapshot must never share with the next what
 * was changed in place, so that is copied first.
 */
import type { Action } from '../../chart/chart.ts';
import { type Code, codeText } from '../../chart/code.ts';
import { type Writes, assigns } from './body.ts';

export function writesOf(action: Action): Writes {
  const assigned = action.writes.filter((name) => action.statements.some((statement) => assigns(statement, name)));
  // What is said to change and is never assigned to can only change in place.
  const copied = action.writes.filter((name) => !assigned.includes(name) || changesInPlaceFirst(action.statements, name));
  return { all: action.writes, copied, assigned };
}

/** Whether the variable's old value is changed in place before the variable gets a new one. */
function changesInPlaceFirst(statements: readonly Code[], name: string): boolean {
  for (const statement of statements) {
    const [first, next] = statement.pieces;
    const isReplaced = typeof first === 'object' && first.name === name && typeof next === 'string' && /^\s*=(?![=>])/.test(next);
    if (changesInPlace(statement, name)) return true;
    if (isReplaced) return false;
  }
  return false;
}

function changesInPlace(statement: Code, name: string): boolean {
  const word = `(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`;
  const member = '(?:\\??\\.[\\w$]+|\\[[^\\]]*\\]|!)';
  const assigned = new RegExp(`${word}${member}+\\s*(?:\\+\\+|--|(?:[-+*/%&|^]|\\*\\*|<<|>>>?|&&|\\|\\||\\?\\?)?=(?![=>]))`);
  const called = new RegExp(`${word}${member}*\\??\\.(?:${MUTATING})\\(`);
  const prefixed = new RegExp(`(?:delete\\b|\\+\\+|--)\\s*${word}${member}`);
  const text = codeText(statement);
  return [assigned, called, prefixed].some((pattern) => pattern.test(text));
}

const MUTATING = 'push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear|set[A-Z]\\w*';

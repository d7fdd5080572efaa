/**
 * A raised event in, the action that raises it out, and back from what that is called: `raise('tick')`; `raise('tick', 1000)` where it is raised after a
 * while, `raise('tick', 1000, 'clock')` where that has a name to be cancelled by. One spelling for every notation, so that an action can be written as its name alone.
 */
import type { Action } from './chart.ts';
import { plainCode } from './code.ts';
import { constantText, unquote } from './label.ts';

/** The action that raises an event of this type; `delay` is milliseconds, or the name of a delay. */
export function raiseAction(raises: string, delay?: string, id?: string): Action {
  const later = delay === undefined ? [] : [isNumber(delay) ? delay : quoted(delay), ...(id === undefined ? [] : [quoted(id)])];
  const name = `raise(${[quoted(raises), ...later].join(', ')})`;
  return { statements: [plainCode(name)], writes: [], mutates: [], effect: false, name, raises, ...(delay === undefined ? {} : { delay }) };
}

/** What an action of this name raises; nothing where the name is no such one. */
export function raisedBy(name: string): Pick<Action, 'raises' | 'delay'> {
  const [, type, delay] = RAISE.exec(name) ?? [];
  if (type === undefined) return {};
  return { raises: unquote(type), ...(delay === undefined ? {} : { delay: delay.startsWith("'") ? unquote(delay) : delay }) };
}

const RAISE = /^raise\(('(?:[^'\\]|\\.)*')(?:, ('(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?)(?:, '(?:[^'\\]|\\.)*')?)?\)$/;

function isNumber(delay: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(delay);
}

function quoted(value: string): string {
  return constantText({ kind: 'string', value });
}

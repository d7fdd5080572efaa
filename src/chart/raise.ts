/**
 * A raised event in, the action that raises it out, and back from what that is called: `raise('tick')`; `raise('tick', 1000)` where it is raised after a
 * while, `raise('tick', 1000, 'clock')` where that has a name to be cancelled by;
 * `raise('tick') with {"n":1}` where the event carries more. One spelling for every notation, so that an action can be written as its name alone.
 */
import type { Action } from './chart.ts';
import { plainCode } from './code.ts';
import { constantText, unquote } from './label.ts';

/** The action that raises an event of this type; `delay` is milliseconds, or the name of a delay; `fields` is what the event carries, as code. */
export function raiseAction(raises: string, delay?: string, id?: string, fields?: string): Action {
  const later = delay === undefined ? [] : [NUMBER.test(delay) ? delay : quoted(delay), ...(id === undefined ? [] : [quoted(id)])];
  const name = `raise(${[quoted(raises), ...later].join(', ')})${fields === undefined ? '' : ` with ${fields}`}`;
  return { statements: [plainCode(name)], writes: [], mutates: [], effect: false, name, raises, ...(delay === undefined ? {} : { delay }) };
}

/** What an action of this name raises; nothing where the name is no such one. */
export function raisedBy(name: string): Pick<Action, 'raises' | 'delay'> {
  const { raises, delay } = raiseParts(name) ?? {};
  return { ...(raises === undefined ? {} : { raises }), ...(delay === undefined ? {} : { delay }) };
}

/** What `raiseAction` was given, out of the name it gave. */
export function raiseParts(name: string): { readonly raises: string; readonly delay?: string; readonly id?: string; readonly fields?: string } | undefined {
  const [, type, delay, id, fields] = RAISE.exec(name) ?? [];
  if (type === undefined) return undefined;
  return { raises: unquote(type), ...(delay === undefined ? {} : { delay: delay.startsWith("'") ? unquote(delay) : delay }), ...(id === undefined ? {} : { id: unquote(id) }), ...(fields === undefined ? {} : { fields }) };
}

const RAISE = /^raise\(('(?:[^'\\]|\\.)*')(?:, ('(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?)(?:, ('(?:[^'\\]|\\.)*'))?)?\)(?: with ([\s\S]+))?$/;

const NUMBER = /^\d+(?:\.\d+)?$/;

function quoted(value: string): string {
  return constantText({ kind: 'string', value });
}

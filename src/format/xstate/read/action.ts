/** An action of a live machine in, the action of a chart out. XState's own are told by their `type`, and carry what they were made of. */
import type { Action } from '../../../chart/chart.ts';
import { plainCode } from '../../../chart/code.ts';
import { constantText } from '../../../chart/label.ts';
import { raiseAction, raisedBy } from '../../../chart/raise.ts';
import { labelText } from '../label.ts';
import { valueWords, withParams } from './code.ts';
import { type Words, expressionOf, sourceOf } from './words.ts';

/** `at` is where the action stands; `refuse` is told what a chart has no word for. */
export function readAction(action: unknown, words: Words, at: string, refuse: (construct: string) => void): Action {
  if (typeof action === 'string') return named(labelText(action));
  if (typeof action !== 'function') return named(withParams(action as { type: string; params?: unknown }, words, `action of ${at}`));
  const given = action as unknown as BuiltIn;
  const type = typeof given['type'] === 'string' ? given['type'] : '';
  if (type === 'xstate.raise') return readRaise(given, words, at, refuse);
  return named(type.startsWith('xstate.') ? builtInWords(type.slice('xstate.'.length), given, words, at, refuse) : words.ofFunction(action, `action of ${at}`));
}

/** An action that is only its name. */
export function named(name: string): Action {
  return { statements: [plainCode(name)], writes: [], mutates: [], effect: false, name, ...raisedBy(name) };
}

/** What `assign`, `raise`, `sendTo`, … were given. */
type BuiltIn = Readonly<Record<string, unknown>>;

function readRaise({ event, id, delay }: BuiltIn, words: Words, at: string, refuse: (construct: string) => void): Action {
  if (typeof delay === 'function') refuse('a `raise` after a computed delay');
  const later = typeof delay === 'number' || typeof delay === 'string' ? String(delay) : undefined;
  const name = typeof id === 'string' ? id : undefined;
  const { type, ...fields } = (typeof event === 'function' ? {} : event) as { readonly type?: string };
  if (type !== undefined && Object.keys(fields).length === 0) return raiseAction(type, later, name);
  const types = typeof event === 'function' ? [...sourceOf(event as object).matchAll(/\btype: ?(['"])([^'"\\]+)\1/g)].map(([, , each]) => each!) : [type!];
  const [only, ...more] = new Set(types);
  if (only === undefined || more.length > 0) {
    refuse('a `raise` of a computed event');
    return named('raise');
  }
  return raiseAction(only, later, name, typeof event === 'function' ? valueWords(event, words, `event of ${at}`) : JSON.stringify(fields));
}

function builtInWords(kind: string, given: BuiltIn, words: Words, at: string, refuse: (construct: string) => void): string {
  const said = (key: string): string => valueWords(given[key], words, `${kind} of ${at}`);
  switch (kind) {
    case 'assign':
      return assignWords(given['assignment'], words, at);
    case 'sendTo': {
      const to = typeof given['to'] === 'function' ? sourceOf(given['to']) : given['to'];
      if (to === '#_internal' || (typeof to === 'string' && to.endsWith('=> self'))) refuse('a `sendTo` to the machine itself');
      return to === '#_parent' ? call('sendParent', [said('event'), later(given)]) : call('sendTo', [said('to'), said('event'), later(given)]);
    }
    case 'emit':
      return call('emit', [said('event')]);
    case 'log':
      return call('log', [given['value'] === undefined ? '' : said('value'), given['label'] === undefined ? '' : said('label')]);
    case 'cancel':
      return call('cancel', [said('sendId')]);
    case 'spawnChild':
      return call('spawnChild', [typeof given['src'] === 'string' ? said('src') : 'actor', given['id'] === undefined ? '' : said('id'), given['input'] === undefined ? '' : `{ input: ${said('input')} }`]);
    case 'stopChild':
      return call('stopChild', [said('actorRef')]);
    case 'enqueueActions':
      if (/\braise\b/.test(sourceOf(given['collect'] as object))) refuse('an `enqueueActions` that raises events');
      return call('enqueueActions', [said('collect')]);
    default:
      refuse(`the action \`${kind}\``);
      return kind;
  }
}

function later(given: BuiltIn): string {
  const { delay } = given;
  if (delay === undefined) return '';
  return typeof delay === 'number' ? String(delay) : typeof delay === 'string' ? constantText({ kind: 'string', value: delay }) : '…';
}

function call(name: string, parameters: readonly string[]): string {
  return `${name}(${parameters.filter((each) => each !== '').join(', ')})`;
}

/** `count = context.count + 1, name = ''`. */
function assignWords(assignment: unknown, words: Words, at: string): string {
  if (typeof assignment === 'function') return words.ofFunction(assignment, `assign of ${at}`);
  return Object.entries(assignment as object)
    .map(([name, value]) => `${name} = ${(typeof value === 'function' && expressionOf(value as object)) || valueWords(value, words, `${name} of ${at}`)}`)
    .join(', ');
}

/**
 * What a loop goes through by index. An array is gone through as it is; a string, a `Map`, a `Set` or a list of entries by
 * a copy, where nothing changes it meanwhile: any other iterator could not be remembered across a `yield`.
 */
import type { Listing } from '../../flow/graph.ts';
import type { Type } from '../../syntax/types/type.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { evaluate, tableOf } from './evaluate.ts';
import { type Machine, NeedsList } from '../machine.ts';
import { possible } from '../values/possible.ts';
import { type Run, scopeOf } from './state.ts';
import { stripCasts } from '../values/term.ts';
import { staysAsItIs } from '../objects/stays.ts';
import { isOf, membersOf, present, unionOf } from '../values/type-parts.ts';

/** The expression whose value is the list; refused where it can be none. */
export function listed(state: Run, value: Expression, listing: Listing): Expression {
  const { machine } = state;
  const whole = typeOf(state, value);
  const type = listing.of === 'keys' || typeof whole === 'string' ? whole : present(whole);
  const still = (object: Node): boolean => listing.during === undefined || staysAsItIs(machine, object, listing.during);
  if (listing.of === 'keys') {
    // Of nothing there are no keys, but `Object.keys` fails.
    const isPlain = type === 'array' || type === 'object' || membersOf(type).every((one) => one.kind === 'object' || one.kind === 'array');
    if (!isPlain) throw refused(machine, listing, 'that is not plainly an object');
    const isList = type === 'array' || (type !== 'object' && membersOf(type).some((one) => one.kind === 'array'));
    if (listing.during && !staysAsItIs(machine, value, listing.during, isList ? 'all' : 'keys')) throw refused(machine, listing, 'that may change meanwhile');
    return listing.copy;
  }
  if (type === 'object') throw refused(machine, listing, 'that is not plainly an array');
  if (type === 'array' || membersOf(type).every((one) => one.kind === 'array')) {
    if (!listing.live && !still(value)) throw refused(machine, listing, 'that may change meanwhile');
    return value;
  }
  if (isOf(type, 'string')) return listing.copy;
  const collection = membersOf(type).every(isCollection) ? value : iterated(state, value);
  if (!collection) throw refused(machine, listing, 'that is not plainly an array');
  if (collection !== 'text' && !still(collection)) throw refused(machine, listing, 'that may change meanwhile');
  return listing.copy;
}

function typeOf(state: Run, value: Expression): Type | 'array' | 'object' {
  const { machine } = state;
  const term = machine.pure(value) ? evaluate(scopeOf(state), value) : undefined;
  if (!term) return machine.typing.ofNode(value);
  const made = tableOf(machine, term) ?? stripCasts(term);
  if (made.kind === 'array' || made.kind === 'object') return made.kind;
  const left = possible(state.knowledge, term);
  return left ? unionOf(left) : machine.typing.ofNode(value);
}

const collections = new Set('Map Set ReadonlyMap ReadonlySet Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array URLSearchParams'.split(' '));

function isCollection(type: Type): boolean {
  return type.kind === 'instance' && collections.has(type.name);
}

/** `list.entries()`, `seen.values()`, `text.matchAll(…)`: what they go through. */
function iterated(state: Run, value: Expression): Expression | 'text' | undefined {
  if (value.type !== 'CallExpression' || value.callee.type !== 'MemberExpression' || value.callee.computed || value.callee.property.type !== 'Identifier') return undefined;
  const { object, property } = value.callee;
  const whole = typeOf(state, object);
  const type = typeof whole === 'string' ? whole : present(whole);
  if (property.name === 'matchAll') return typeof type !== 'string' && isOf(type, 'string') ? 'text' : undefined;
  if (!['entries', 'keys', 'values'].includes(property.name)) return undefined;
  return type === 'array' || (type !== 'object' && membersOf(type).every((one) => one.kind === 'array' || isCollection(one))) ? object : undefined;
}

/** In the words of the loop itself: `for (const x of [...items])`. */
function refused(machine: Machine, { of, node }: Listing, reason: string): NeedsList {
  const loop = node.type === 'ForInStatement' || node.type === 'ForOfStatement' ? node : undefined;
  const text = (at: Node): string => machine.graph.moduleOf(at).text.slice(at.start, at.end);
  const left = loop ? text(loop.left as Node) : '[a, b]';
  const right = loop ? text(loop.right) : 'items';
  // `yield*` to a list is lowered as a loop that nobody wrote.
  if (loop && loop.left.start === loop.right.start) return new NeedsList('yield*', reason, `yield* [...${right}]`, loop.right);
  const instead = of === 'keys' ? `for (${left} of Object.keys(${right}))` : loop ? `for (${left} of [...${right}])` : `${left} = [...${right}]`;
  return new NeedsList(loop ? (of === 'keys' ? 'for…in' : 'for…of') : 'pattern', reason, instead, loop ? loop.right : node);
}

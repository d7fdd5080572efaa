/**
 * What a temporary is called that a person will see: after the function that was called.
 */
import type { Node } from '../../syntax/tree.ts';
import { children } from '../../syntax/walk.ts';
import type { Instruction } from '../graph.ts';
import { contents } from '../contents.ts';

/** What is asked after an attempt: `refund(x)` → `refundFailed`. */
export function failureName(instruction: Instruction): string {
  const node = instruction.kind === 'bind' ? instruction.value : instruction.kind === 'evaluate' ? instruction.expression : undefined;
  const name = node && contents(node).calls ? calleeName(node) : 'step';
  return `${name === 'call' ? 'step' : name}Failed`;
}

/** What the result of a call is called: `check(id)` → `checked`, `isOpen()` → `isOpen`. */
export function resultName(node: Node): string {
  const name = calleeName(node);
  if (/^(is|has|can|should|will|was|does)[A-Z]/.test(name)) return name;
  let bare: Node = node;
  while (bare.type === 'TSAsExpression' || bare.type === 'TSNonNullExpression' || bare.type === 'ParenthesizedExpression') bare = bare.expression;
  if (bare.type !== 'CallExpression') return 'outcome';
  if (participles[name]) return participles[name];
  return `${name}Result`;
}

/** What a value that was read before something else is called: `model.total` → `totalBefore`. */
export function beforeName(node: Node): string {
  if (node.type === 'TSNonNullExpression' || node.type === 'TSAsExpression') return beforeName(node.expression);
  if (node.type === 'Identifier') return `${node.name}Before`;
  if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') return `${node.property.name}Before`;
  return node.type === 'CallExpression' ? resultName(node) : 'before';
}

/** The name of the first function that is called in it. */
function calleeName(node: Node): string {
  let at: Node = node;
  while (at.type !== 'CallExpression') {
    const inner = children(at).find((child) => contents(child).calls);
    if (!inner) return 'call';
    at = inner;
  }
  const callee = at.callee;
  return callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : 'call';
}

/** What is said of something after a function of this name: only plain verbs have such a word. */
const participles: Readonly<Record<string, string>> = Object.fromEntries(
  'check:checked verify:verified validate:validated ask:asked confirm:confirmed accept:accepted approve:approved allow:allowed charge:charged pay:paid withdraw:withdrawn deposit:deposited authorize:authorized authenticate:authenticated login:loggedIn connect:connected open:opened close:closed send:sent save:saved load:loaded fetch:fetched find:found match:matched test:tested try:tried take:taken reserve:reserved book:booked lock:locked unlock:unlocked write:written parse:parsed decode:decoded roll:rolled flip:flipped draw:drawn choose:chosen pick:picked compute:computed measure:measured'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

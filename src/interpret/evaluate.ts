/**
 * An expression that is free of effects → the term it is worth.
 */
import { isSynthetic } from '../flow/builder.ts';
import type { Binding } from '../syntax/module.ts';
import { constantOf, type StaticValue } from '../syntax/constant.ts';
import type { Expression, Node } from '../syntax/tree.ts';
import { binary, conditional, constantOfValue, index, logical, member, template, unary } from './fold.ts';
import { known, type Knowledge } from './knowledge.ts';
import type { Machine } from './machine.ts';
import { isPlain, piecesOf } from './step.ts';
import { constantTerm, type Term, undefinedTerm } from './term.ts';

export interface Scope {
  readonly machine: Machine;
  readonly knowledge: Knowledge;
  /** What a binding of the machine is worth now. */
  readonly valueOf: (binding: Binding) => Term;
}

export function evaluate(scope: Scope, node: Node): Term {
  const { machine } = scope;
  const go = (inner: Node): Term => evaluate(scope, inner);
  switch (node.type) {
    case 'Literal': {
      const value = (node as { value: unknown }).value;
      if ('regex' in node || (value === null && node.raw !== 'null')) return { kind: 'global', name: (node as { raw: string }).raw };
      return constantTerm(constantOfValue(value as never));
    }
    case 'Identifier': {
      const binding = machine.graph.bindingOf(node);
      if (!binding) return node.name === 'undefined' ? undefinedTerm : node.name === 'NaN' || node.name === 'Infinity' ? constantTerm({ kind: 'number', value: Number(node.name) }) : { kind: 'global', name: node.name };
      if (machine.graph.isLocal(binding)) return scope.valueOf(binding);
      const value = constantOf(node as Expression, machine.graph.module, machine.project);
      return value && value.kind !== 'object' && value.kind !== 'array' ? constantTerm(value) : { kind: 'module', name: node.name, binding, node };
    }
    case 'MemberExpression':
      return memberOf(scope, node);
    case 'ChainExpression':
      return go(node.expression);
    case 'UnaryExpression':
      return unary(node.operator, go(node.argument));
    case 'BinaryExpression':
      return binary(node.operator, go(node.left as Node), go(node.right));
    case 'LogicalExpression': {
      const left = go(node.left);
      const truth = node.operator === '??' ? undefined : known(scope.knowledge, left);
      if (truth !== undefined && node.operator !== '??') return (node.operator === '&&') === truth ? go(node.right) : left;
      return logical(node.operator, left, go(node.right));
    }
    case 'ConditionalExpression': {
      const test = go(node.test);
      const truth = known(scope.knowledge, test);
      return truth === undefined ? conditional(test, go(node.consequent), go(node.alternate)) : go(truth ? node.consequent : node.alternate);
    }
    case 'TemplateLiteral':
      return template(node.quasis.map((quasi) => quasi.value.raw), node.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw), node.expressions.map(go));
    case 'TSAsExpression': {
      const term = go(node.expression);
      const type = machine.graph.module.text.slice(node.typeAnnotation.start, node.typeAnnotation.end);
      return type === 'const' || term.kind === 'constant' ? term : { kind: 'cast', term, type };
    }
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return go(node.expression);
    case 'ObjectExpression': {
      const entries = node.properties.map((property) => {
        if (property.type !== 'Property' || property.kind !== 'init' || property.method) return undefined;
        const key = property.computed ? undefined : property.key.type === 'Identifier' ? property.key.name : property.key.type === 'Literal' ? String((property.key as { value: unknown }).value) : undefined;
        return key === undefined || key === '__proto__' ? undefined : { key, value: go(property.value) };
      });
      return entries.every((entry) => entry !== undefined) ? { kind: 'object', entries } : source(scope, node);
    }
    case 'ArrayExpression':
      return node.elements.every((element) => element && element.type !== 'SpreadElement') ? { kind: 'array', items: node.elements.map((element) => go(element as Node)) } : source(scope, node);
    case 'CallExpression':
    case 'NewExpression': {
      const simple = node.arguments.every((argument) => argument.type !== 'SpreadElement' && argument.type !== 'ArrowFunctionExpression' && argument.type !== 'FunctionExpression');
      if (!simple || (node.type === 'CallExpression' && node.optional)) return source(scope, node);
      const term: Term = { kind: 'call', callee: calleeOf(scope, node.callee), arguments: node.arguments.map((argument) => go(argument as Node)), isNew: node.type === 'NewExpression' };
      return term;
    }
    default:
      return source(scope, node);
  }
}

function memberOf(scope: Scope, node: Node & { type: 'MemberExpression' }): Term {
  const { machine } = scope;
  if (!isSynthetic(node)) {
    const value = constantOf(node as Expression, machine.graph.module, machine.project);
    if (value && value.kind !== 'object' && value.kind !== 'array') return constantTerm(value, isEnumMember(machine, node) ? machine.graph.module.text.slice(node.start, node.end) : undefined);
  }
  const object = evaluate(scope, node.object);
  if (!node.computed) return member(object, (node.property as { name: string }).name, node.optional);
  const at = evaluate(scope, node.property as Node);
  if (at.kind === 'constant' && object.kind === 'module') {
    const table = tableOf(machine, object);
    if (table) return index(table, at, false);
  }
  return index(object, at, node.optional);
}

/** Enum members keep their own names in guards. */
function isEnumMember(machine: Machine, node: Node & { type: 'MemberExpression' }): boolean {
  if (node.object.type !== 'Identifier') return false;
  const binding = machine.graph.bindingOf(node.object);
  const at = binding && !machine.graph.isLocal(binding) ? machine.project.lookup(binding, machine.graph.module) : undefined;
  return at !== undefined && 'binding' in at && at.binding.kind === 'enum';
}

/** A table of the module as terms, so that it can be looked up in. */
export function staticTerm(value: StaticValue): Term {
  if (value.kind === 'object') return { kind: 'object', entries: [...value.entries].map(([key, entry]) => ({ key, value: staticTerm(entry) })) };
  if (value.kind === 'array') return { kind: 'array', items: value.items.map(staticTerm) };
  return constantTerm(value);
}

/** The table of constants that a name of the module stands for. */
export function tableOf(machine: Machine, term: Term): Term | undefined {
  if (term.kind === 'object' || term.kind === 'array') return term;
  if (term.kind === 'cast') return tableOf(machine, term.term);
  const value = term.kind === 'module' ? constantOf(term.node as Expression, machine.graph.module, machine.project) : undefined;
  return value && (value.kind === 'object' || value.kind === 'array') ? staticTerm(value) : undefined;
}

function calleeOf(scope: Scope, node: Node): Term {
  if (node.type === 'MemberExpression' && !node.computed) return { kind: 'member', object: evaluate(scope, node.object), property: (node.property as { name: string }).name, optional: node.optional };
  return evaluate(scope, node);
}

/** Any other expression: its text, with terms where it names the machine's own. */
function source(scope: Scope, node: Node): Term {
  const pieces = piecesOf(scope.machine, node, (binding) => scope.valueOf(binding));
  const made = pieces.map((piece): string | Term => {
    if (typeof piece === 'string') return piece;
    if ('binding' in piece) return { kind: 'global', name: piece.binding.name };
    return isPlain(piece.term) || piece.term.kind === 'module' || piece.term.kind === 'variable' || piece.term.kind === 'late' ? piece.term : { kind: 'source', pieces: ['(', piece.term, ')'] };
  });
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration' ? { kind: 'function', node, source: made } : { kind: 'source', pieces: made };
}

/**
 * What is refused wherever it stands in a machine: what it does hangs on more than what the machine's variables hold.
 */
import { isFunction } from '../../flow/contents.ts';
import type { Graph } from '../../flow/graph.ts';
import { bareOf, rootOf, writtenBy } from '../../flow/places.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { Unsupported } from '../machine.ts';

export function refuseForms(graph: Graph): void {
  for (const node of graph.nodes) refuse(graph, node);
}

function refuse(graph: Graph, node: Node): void {
  switch (node.type) {
    case 'Property':
      if (node.kind !== 'init' && !isConstant(node.value as Node)) throw new Unsupported('An object with a getter or a setter that looks further (a class may have them)', node);
      if (graph.parentOf(node)?.type === 'ObjectExpression' && isNamed(node.key as Node, '__proto__') && !node.computed && !node.shorthand) throw new Unsupported(inherits, node);
      return;
    case 'MemberExpression':
      if (!node.computed && isNamed(node.property as Node, '__proto__')) throw new Unsupported(inherits, node);
      return;
    case 'CallExpression':
      if (inheritsFrom(graph, node)) throw new Unsupported(inherits, node);
      return;
    case 'Literal':
      if (remembers(graph, node)) throw new Unsupported('A regular expression that remembers where it was (by its flag `g` or `y`), and is held', node);
      return;
    case 'Identifier':
      if (isOfModule(graph, node)) throw new Unsupported(`Setting \`${node.name}\`, a variable of a module, which whoever imports it cannot (an exported function can),`, node);
      if (isTooEarly(graph, node)) throw new Unsupported(`\`${node.name}\`, looked at before it is declared,`, node);
      return;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return refuseClass(graph, node);
  }
}

const inherits = 'An object that has another one as its prototype';

function isNamed(node: Node, name: string): boolean {
  return (node.type === 'Identifier' && node.name === name) || (node.type === 'Literal' && (node as { value: unknown }).value === name);
}

/** The XState module imports it: it can be looked at, and no more. */
function isOfModule(graph: Graph, node: Node): boolean {
  if (!graph.isAssignment(node)) return false;
  const binding = graph.bindingOf(node);
  return binding !== undefined && !graph.isLocal(binding);
}

/** Whether an accessor gives the same at any time. */
function isConstant(accessor: Node): boolean {
  let found = false;
  walk(accessor, (at) => {
    found ||= ['ThisExpression', 'Super', 'CallExpression', 'NewExpression', 'TaggedTemplateExpression'].includes(at.type);
    return !found;
  });
  return !found;
}

/** `Object.create(other)`: what is changed in the other shows in it. */
function inheritsFrom(graph: Graph, { callee, arguments: [first] }: Node & { type: 'CallExpression' }): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || graph.bindingOf(callee.object)) return false;
  if (callee.object.name !== 'Object' && callee.object.name !== 'Reflect') return false;
  if (isNamed(callee.property as Node, 'setPrototypeOf')) return true;
  return isNamed(callee.property as Node, 'create') && !(first?.type === 'Literal' && (first as { value: unknown }).value === null);
}

/** Methods of a string that begin at the beginning, whatever a regular expression with `g` remembers. */
const fromTheStart = new Set('match matchAll replace replaceAll split search'.split(' '));

/** A regular expression with a memory that is not made anew each time it is used. */
function remembers(graph: Graph, literal: Node): boolean {
  const { flags = '' } = (literal as { regex?: { flags: string } }).regex ?? {};
  if (!/[gy]/.test(flags)) return false;
  const holder = graph.parentOf(literal);
  if (holder?.type === 'CallExpression' || (holder?.type === 'MemberExpression' && holder.object === (literal as unknown))) return false;
  const binding = holder?.type === 'VariableDeclarator' ? graph.bindingOf(holder.id as Node) : undefined;
  return !binding || flags.includes('y') || !binding.references.every((reference) => startsAnew(graph, reference));
}

/** `text.replace(word, …)` */
function startsAnew(graph: Graph, reference: Node): boolean {
  const call = graph.parentOf(reference);
  return call?.type === 'CallExpression' && call.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier' && fromTheStart.has(call.callee.property.name) && call.arguments[0] === (reference as unknown);
}

/** A `let`, `const` or `class` that is looked at where there is no such variable yet: that throws. */
function isTooEarly(graph: Graph, node: Node): boolean {
  const binding = graph.bindingOf(node);
  if (!binding || binding.identifier === node || (binding.kind !== 'let' && binding.kind !== 'const' && binding.kind !== 'class') || !graph.isLocal(binding)) return false;
  const declaration = binding.declarations[0];
  if (!declaration) return false;
  const isBefore = node.start < binding.identifier.start;
  // Where it is declared, what comes later in a pattern may look at what comes before.
  const isInside = declaration.type === 'VariableDeclarator' && declaration.init && node.start >= declaration.init.start && node.end <= declaration.init.end;
  const home = functionAround(graph, declaration);
  if (functionAround(graph, node) !== home) return !isInside && runsBefore(graph, node, home, declaration);
  return isBefore || isInside || isOfOtherCase(graph, node, declaration);
}

/** Whether the function of the machine that looks at it is called, or given away, before the declaration. */
function runsBefore(graph: Graph, node: Node, home: Node | undefined, declaration: Node): boolean {
  let fn = functionAround(graph, node);
  for (let above = fn && functionAround(graph, fn); fn && above && above !== home; above = functionAround(graph, above)) fn = above;
  const holder = fn && graph.parentOf(fn);
  const name = fn?.type === 'FunctionDeclaration' ? fn.id : holder?.type === 'VariableDeclarator' ? holder.id : undefined;
  const binding = name && graph.bindingOf(name as Node);
  return binding?.references.some((reference) => reference.start < declaration.start && functionAround(graph, reference) === home) ?? false;
}

/** One case of a `switch` declares it, another one looks at it: it may not have been declared. */
function isOfOtherCase(graph: Graph, node: Node, declaration: Node): boolean {
  const above = graph.parentOf(declaration);
  const own = above?.type === 'VariableDeclaration' ? graph.parentOf(above) : above;
  if (own?.type !== 'SwitchCase') return false;
  const around = graph.parentOf(own);
  for (let at: Node | undefined = node; at; at = graph.parentOf(at)) if (at.type === 'SwitchCase' && graph.parentOf(at) === around) return at !== own;
  return false;
}

function functionAround(graph: Graph, node: Node): Node | undefined {
  for (let at = graph.parentOf(node); at; at = graph.parentOf(at)) if (isFunction(at)) return at;
  return undefined;
}

/** A class of the machine holds nothing of the machine's own that changes, and is not changed itself. */
function refuseClass(graph: Graph, own: Node & { type: 'ClassDeclaration' | 'ClassExpression' }): void {
  const isOutside = (binding: Binding): boolean => graph.isLocal(binding) && !(binding.identifier.start >= own.start && binding.identifier.end <= own.end);
  for (const member of own.body.body) {
    if (member.type === 'StaticBlock') throw new Unsupported('A static block in a class of the machine', member);
    if (member.type !== 'PropertyDefinition') continue;
    if (member.static && member.key.type === 'Identifier' && isWritten(graph, member.key.name)) throw new Unsupported(`A class of the machine whose static \`${member.key.name}\` changes`, member);
    if (member.value && !isFunction(member.value as Node)) walk(member.value as Node, (at) => {
      const changes = writtenBy(at).length > 0;
      const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
      if (changes || (binding && isOutside(binding) && (binding.assignments.length > 0 || binding.kind === 'function'))) throw new Unsupported('A field of a class of the machine that changes something, or hangs on what changes', member);
      return !isFunction(at);
    });
  }
}

/** Whether a property of this name is assigned to anywhere in the machine. */
function isWritten(graph: Graph, name: string): boolean {
  return graph.nodes.some((node) => writtenBy(node).some((place) => bareOf(place).type === 'MemberExpression' && isNamed((place as Node & { type: 'MemberExpression' }).property as Node, name) && ['ThisExpression', 'Identifier'].includes(rootOf(place).type)));
}

/**
 * Which of the machine's own bindings a piece of syntax reads and writes; those of a local function are counted
 * wherever the function is mentioned.
 */
import { bareOf } from './places.ts';
import { functionsIn } from './lower/own-call.ts';
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { pushChildren } from '../syntax/walk.ts';
import { isFunction } from './contents.ts';
import type { Graph, Instruction, Terminal } from './graph.ts';

export interface Usage {
  readonly reads: ReadonlySet<Binding>;
  readonly writes: ReadonlySet<Binding>;
}

interface Alone extends Usage {
  readonly functions: ReadonlySet<Node>;
}

const nothing: Alone = { reads: new Set(), writes: new Set(), functions: new Set() };

/** A memo for one graph; nodes are shared between graphs, and bindings mean something only within one. */
export function createUsage(graph: Graph): (node: Node) => Usage {
  const known = new Map<Node, Usage>();
  const knownAlone = new Map<Node, Alone>();
  const functions = new Map<Binding, Node>();

  const usage = (node: Node): Usage => {
    const before = known.get(node);
    if (before) return before;
    const own = alone(node);
    const [reads, writes] = [new Set(own.reads), new Set(own.writes)];
    // Functions call each other in circles: whatever can be reached is counted.
    const called = new Set(own.functions);
    for (const fn of called) {
      const inner = alone(fn);
      for (const one of inner.reads) reads.add(one);
      for (const one of inner.writes) writes.add(one);
      for (const other of inner.functions) called.add(other);
    }
    const result = called.size === 0 ? own : { reads, writes };
    known.set(node, result);
    return result;
  };

  /** What the node does by itself, and the functions that it mentions. */
  const alone = (node: Node): Alone => {
    const before = knownAlone.get(node);
    if (before) return before;
    const result = node.type === 'Identifier' && !functionsOf(node) ? ofName(node) : gather(node);
    knownAlone.set(node, result);
    return result;
  };

  const ofName = (node: Node): Alone => {
    const own = graph.bindingOf(node);
    return own && graph.isLocal(own) ? { ...nothing, reads: new Set([own]) } : nothing;
  };

  const gather = (node: Node): Alone => {
    const found = { reads: new Set<Binding>(), writes: new Set<Binding>(), functions: new Set<Node>() };
    const readToo = new Set<Node>();
    const stack: Node[] = [node];
    while (stack.length > 0) {
      const at = stack.pop()!;
      // `x += 1` and `x++` read what they write; `x = 1` does not.
      if (at.type === 'AssignmentExpression' && at.operator !== '=') readToo.add(at.left);
      if (at.type === 'UpdateExpression') readToo.add(at.argument);
      if (at.type === 'Identifier') {
        const binding = graph.bindingOf(at);
        if (!binding || !graph.isLocal(binding) || isWithin(binding, node, graph)) continue;
        const declares = binding.identifier === at;
        const assigns = graph.isAssignment(at);
        if (assigns || declares) found.writes.add(binding);
        if (!declares && (!assigns || readToo.has(at))) found.reads.add(binding);
        const body = functionOf(binding);
        if (body && body !== node && !declares) found.functions.add(body);
        continue;
      }
      if (at.type.startsWith('TS') && /Type|Interface/.test(at.type) && !at.type.endsWith('Assertion')) continue;
      pushChildren(stack, at);
    }
    return found;
  };

  const functionsOf = (node: Node): boolean => {
    const binding = graph.bindingOf(node);
    return binding !== undefined && functionOf(binding) !== undefined;
  };
  const functionOf = (binding: Binding): Node | undefined => {
    const before = functions.get(binding);
    if (before) return before;
    const declaration = binding.declarations[0];
    let body: Node | undefined;
    if (binding.kind === 'function' && declaration) body = declaration;
    else if ((binding.kind === 'const' || (binding.kind === 'let' && binding.assignments.length === 0)) && declaration?.type === 'VariableDeclarator' && declaration.init && (isFunction(declaration.init) || isTableOfFunctions(bareOf(declaration.init)))) body = declaration.init;
    if (body) functions.set(binding, body);
    return body;
  };
  return usage;
}

/** `{ go: () => … }`: what its functions do counts wherever it is named. */
function isTableOfFunctions(node: Node): boolean {
  return node.type === 'ObjectExpression' && functionsIn(node).length > 0;
}

/** Whether the binding belongs to a function that stands inside the node. */
function isWithin(binding: Binding, node: Node, graph: Graph): boolean {
  for (let scope: Binding['scope'] | undefined = binding.scope; scope && scope.node !== graph.fn; scope = scope.parent) {
    if (isFunction(scope.node) && scope.node.start >= node.start && scope.node.end <= node.end) return true;
  }
  return false;
}

export function instructionUsage(instruction: Instruction, usage: (node: Node) => Usage, graph: Graph): Usage {
  switch (instruction.kind) {
    case 'bind': {
      const value = instruction.value ? usage(instruction.value) : nothing;
      const target = instruction.target as Node;
      const own = target.type === 'Identifier' ? graph.bindingOf(target) : undefined;
      const { reads, writes } = usage(target);
      const written = new Set(value.writes);
      for (const one of writes) written.add(one);
      if (own && graph.isLocal(own)) written.add(own);
      if (reads.size === 0 || (reads.size === 1 && own && reads.has(own))) return { reads: value.reads, writes: written };
      const read = new Set(value.reads);
      for (const one of reads) if (one !== own) read.add(one);
      return { reads: read, writes: written };
    }
    case 'evaluate':
      return usage(instruction.expression);
    case 'attempt': {
      const inner = instructionUsage(instruction.instruction, usage, graph);
      return { reads: inner.reads, writes: new Set([...inner.writes, instruction.failed, instruction.error]) };
    }
    case 'note':
      return { reads: new Set(), writes: new Set([instruction.target]) };
  }
}

export function terminalUsage(terminal: Terminal, usage: (node: Node) => Usage): Usage {
  switch (terminal.kind) {
    case 'branch':
      return usage(terminal.test);
    case 'yield':
    case 'return':
      return terminal.value ? usage(terminal.value) : nothing;
    case 'throw':
      return usage(terminal.value);
    case 'goto':
    case 'region':
    case 'unsupported':
      return nothing;
  }
}

/** The bindings that an instruction certainly overwrites without reading them. */
export function kills(instruction: Instruction, usage: (node: Node) => Usage, graph: Graph): readonly Binding[] {
  if (instruction.kind === 'note') return [instruction.target];
  if (instruction.kind !== 'bind') return [];
  const { reads } = instructionUsage(instruction, usage, graph);
  const target = instruction.target as Node;
  if (target.type === 'Identifier') {
    const own = graph.bindingOf(target);
    return own && !reads.has(own) ? [own] : [];
  }
  return [...usage(target).writes].filter((binding) => !reads.has(binding));
}

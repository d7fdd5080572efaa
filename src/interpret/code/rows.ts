/**
 * What a name may stand for that is given a row of the module's tables: `rule` of `RULES.find((rule) => …)`, `page` of
 * `const page = PAGES[at]`. Asked of code, not of a run: every row that it could be.
 */
import type { Graph } from '../../flow/graph.ts';
import { knownOf } from '../../syntax/constants/constant.ts';
import { contents, type Known, partOf } from '../../syntax/constants/known.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Project } from '../../syntax/project.ts';
import type { Node } from '../../syntax/tree.ts';
import { isSteady } from '../objects/steady.ts';

/** All that the value of a node can be; nothing where that is not known. */
export type Rows = (node: Node) => readonly Known[] | undefined;

export function createRows(graph: Graph, project: Project): Rows {
  const busy = new Set<Binding>();

  const rows: Rows = (node) => {
    switch (node.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return rows(node.expression);
      case 'ConditionalExpression':
        return both(rows(node.consequent), rows(node.alternate));
      case 'LogicalExpression':
        return node.operator === '&&' ? undefined : both(rows(node.left), rows(node.right));
      case 'Identifier':
        return ofName(node);
      case 'MemberExpression': {
        const whole = rows(node.object);
        if (!node.computed) return node.property.type === 'Identifier' ? whole && parts(whole, node.property.name) : undefined;
        return whole && [...whole.flatMap(contents), nothing];
      }
      case 'CallExpression': {
        const { callee } = node;
        const list = callee.type === 'MemberExpression' && !callee.computed ? rows(callee.object) : undefined;
        const method = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
        const present = list?.filter(({ kind }) => kind !== 'undefined' && kind !== 'null');
        if (method === 'get' && present?.every((one) => one.kind === 'map')) return [...present.flatMap((one) => one.entries.map(({ value }) => value)), nothing];
        if (!list?.every((one) => one.kind === 'array')) return undefined;
        return giving.has(method) ? [...list.flatMap(contents), nothing] : gathering.has(method) ? list : undefined;
      }
      default:
        return undefined;
    }
  };

  const ofName = (name: Node): readonly Known[] | undefined => {
    const binding = graph.bindingOf(name);
    if (!binding || binding.assignments.length > 0 || busy.has(binding)) return undefined;
    if (!binding.scope.parent && !graph.temporaries.has(binding)) {
      const known = knownOf(name, graph.homeOf(binding), project, (declared) => isSteady(declared.binding, declared.module, project));
      return known.kind === 'opaque' ? undefined : [known];
    }
    busy.add(binding);
    const found = graph.temporaries.has(binding) ? ofTemporary(binding) : within(binding);
    busy.delete(binding);
    return found;
  };

  /** What a temporary is set to, wherever that is. */
  const ofTemporary = (binding: Binding): readonly Known[] | undefined => {
    const values: Node[] = [];
    for (const { instructions, terminal } of graph.blocks) {
      if (terminal.kind === 'yield' && [terminal.received, terminal.thrown?.error, terminal.returned?.value].includes(binding)) return undefined;
      for (const instruction of instructions) {
        const bind = instruction.kind === 'attempt' ? instruction.instruction : instruction;
        if ((bind.kind === 'note' && bind.target === binding) || (instruction.kind === 'attempt' && (instruction.failed === binding || instruction.error === binding))) return undefined;
        if (bind.kind !== 'bind' || (bind.target as Node).type !== 'Identifier' || graph.bindingOf(bind.target as Node) !== binding) continue;
        if (!bind.value || bind.list) return undefined;
        values.push(bind.value);
      }
    }
    return values.length === 0 ? undefined : values.map(rows).reduce(both);
  };

  /** What a pattern gives to the name, wherever it is declared. */
  const within = (binding: Binding): readonly Known[] | undefined => {
    const path: string[] = [];
    let at = binding.identifier;
    for (let above = graph.parentOf(at); above; [at, above] = [above, graph.parentOf(above)]) {
      if (above.type === 'Property') {
        if (above.computed || above.key.type !== 'Identifier' || above.value !== (at as unknown)) return undefined;
        path.unshift(above.key.name);
      } else if (above.type === 'ArrayPattern') path.unshift(String(above.elements.indexOf(at as never)));
      else if (above.type !== 'ObjectPattern') break;
    }
    const whole = given(at, graph.parentOf(at));
    return path.reduce<readonly Known[] | undefined>((all, key) => all && parts(all, key), whole);
  };

  /** What a declaration, a loop or a method that goes through a list gives to a pattern. */
  const given = (pattern: Node, holder: Node | undefined): readonly Known[] | undefined => {
    if (holder?.type === 'VariableDeclarator') {
      const loop = graph.parentOf(graph.parentOf(holder) ?? holder);
      if (loop?.type === 'ForOfStatement') return rows(loop.right)?.flatMap(contents);
      return holder.id === (pattern as unknown) && holder.init ? rows(holder.init) : undefined;
    }
    const call = holder?.type === 'ArrowFunctionExpression' && holder.params[0] === (pattern as unknown) ? graph.parentOf(holder) : undefined;
    if (call?.type !== 'CallExpression' || call.arguments[0] !== (holder as unknown) || call.callee.type !== 'MemberExpression' || call.callee.computed || call.callee.property.type !== 'Identifier' || !eachFirst.has(call.callee.property.name)) return undefined;
    const list = rows(call.callee.object);
    return list?.every((one) => one.kind === 'array') ? list.flatMap(contents) : undefined;
  };
  return rows;
}

const nothing: Known = { kind: 'undefined' };
const giving = new Set('find findLast at'.split(' '));
const gathering = new Set('filter slice toReversed toSorted'.split(' '));
/** Methods that give each item to a function first. */
const eachFirst = new Set('every filter find findIndex findLast findLastIndex flatMap forEach map some'.split(' '));

function both(one: readonly Known[] | undefined, other: readonly Known[] | undefined): readonly Known[] | undefined {
  return one && other && [...one, ...other];
}

function parts(all: readonly Known[], name: string): readonly Known[] | undefined {
  const found = all.filter(({ kind }) => kind !== 'undefined' && kind !== 'null').map((one) => partOf(one, name));
  return found.every((one) => one !== undefined && one.kind !== 'opaque') ? (found as readonly Known[]) : undefined;
}

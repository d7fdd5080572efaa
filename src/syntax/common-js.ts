/**
 * A module of the older kind, which has no `import` and no `export`: its program and what its names mean in; what it exports out, as if it said so. What
 * it gets from `require` becomes an import.
 *
 *     const { next } = require('./table');     import { next } from './table';
 *     exports.light = function* () { … };   →  export const light = function* () { … };
 *     module.exports = { light };              export = { light };   export { light };
 */
import type { Binding, Export } from './module.ts';
import { propertyKey } from './stands-for.ts';
import type { Node, Program } from './tree.ts';
import { parentsIn, walk } from './walk.ts';

export function isCommonJs(path: string, { body }: Program): boolean {
  return /\.c?jsx?$/.test(path) && !body.some(({ type }) => /^(?:Import|Export)/.test(type));
}

/** The exports, and what is required. */
export function readCommonJs(program: Program, bindings: ReadonlyMap<Node, Binding>): { exports: ReadonlyMap<string, Export>; sources: readonly string[] } {
  const isFree = (node: Node, name: string): boolean => node.type === 'Identifier' && node.name === name && !bindings.has(node);
  const isExports = (node: Node): boolean => isFree(node, 'exports') || (node.type === 'MemberExpression' && !node.computed && isFree(node.object, 'module') && node.property.type === 'Identifier' && node.property.name === 'exports');
  const exports = new Map<string, Export>();
  const sources: string[] = [];
  const read = new Set<Node>();
  const give = (name: string, value: Node): void => {
    const binding = value.type === 'Identifier' ? bindings.get(value) : undefined;
    exports.set(name, binding ? { name, binding, typeOnly: false } : { name, node: value, typeOnly: false });
  };

  for (const statement of program.body) {
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        const from = init?.type === 'CallExpression' && isFree(init.callee, 'require') && init.arguments[0]?.type === 'Literal' ? init.arguments[0].value : undefined;
        if (typeof from !== 'string') continue;
        sources.push(from);
        for (const [node, name] of named(id as Node)) importAs(bindings.get(node), from, name);
      }
    }
    if (statement.type !== 'ExpressionStatement') continue;
    for (let at = statement.expression as Node; at.type === 'AssignmentExpression' && at.operator === '='; at = at.right as Node) {
      const { left, right } = at as { left: Node; right: Node };
      const value = finalValue(right);
      const isName = left.type === 'MemberExpression' && !left.computed && left.property.type === 'Identifier' && isExports(left.object);
      if (isExports(left) || isName) read.add(left);
      if (isExports(left)) {
        give('export=', value);
        if (value.type === 'ObjectExpression') for (const property of value.properties) if (property.type === 'Property' && property.kind === 'init' && propertyKey(property) !== undefined) give(propertyKey(property)!, property.value as Node);
      } else if (isName) give((left.property as { name: string }).name, value);
    }
  }
  // Where they are set anywhere else, what they are is only known when the module has run.
  return isSetElsewhere(program, isExports, read) ? { exports: new Map(), sources } : { exports, sources };
}

/** Whether `exports` is used but to read one of its names, and where it was read that it is set. */
function isSetElsewhere(program: Program, isExports: (node: Node) => boolean, read: ReadonlySet<Node>): boolean {
  let found = false;
  walk(program as Node, (node, parent) => {
    if (read.has(node)) return false;
    if (!isExports(node)) return true;
    const parents = parentsIn(program);
    const member = parent?.type === 'MemberExpression' && parent.object === node ? parent : undefined;
    const use = member && parents.get(member);
    const isRead = (use?.type === 'CallExpression' && use.callee === member) || use?.type === 'BinaryExpression' || use?.type === 'ExpressionStatement';
    found ||= !isRead;
    return false;
  });
  return found;
}

/** `c` of `a = b = c`. */
function finalValue(node: Node): Node {
  let at = node;
  while (at.type === 'AssignmentExpression' && at.operator === '=') at = at.right as Node;
  return at;
}

/** The names that a pattern takes from what is required, and by which; all of it where it is no pattern. */
function named(id: Node): readonly (readonly [Node, string])[] {
  if (id.type === 'Identifier') return [[id, 'export=']];
  if (id.type !== 'ObjectPattern') return [];
  return id.properties.flatMap((property) => {
    const key = property.type === 'Property' ? propertyKey(property) : undefined;
    return key !== undefined && property.type === 'Property' && property.value.type === 'Identifier' ? [[property.value as Node, key] as const] : [];
  });
}

/** A variable that is assigned again stays one. */
function importAs(binding: Binding | undefined, from: string, name: string): void {
  if (!binding || binding.assignments.length > 0) return;
  Object.assign(binding, { kind: 'import', imported: { from, name, typeOnly: false } } satisfies Partial<Binding>);
}

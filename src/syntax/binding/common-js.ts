/**
 * A module of the older kind, which has no `import` and no `export`: its program and what its names mean in; what it exports out, as if it said so. What
 * it gets from `require` becomes an import.
 *
 *     const { next } = require('./table');             import { next } from './table';
 *     exports.light = function* () { … };              export const light = function* () { … };
 *     module.exports = { light };                  →   export = { light };   export { light };
 *     module.exports = require('./lights');            export = …;   export * from './lights';
 *     module.exports = { ...require('./lights') };     export * from './lights';
 */
import type { Binding, Export, Module } from '../module.ts';
import { propertyKey } from '../constants/stands-for.ts';
import type { Node, Program } from '../tree.ts';
import { parentsIn, walk } from '../walk.ts';

export function isCommonJs(path: string, { body }: Program): boolean {
  return /\.c?jsx?$/.test(path) && !body.some(({ type }) => /^(?:Import|Export)/.test(type));
}

/** The exports, what is passed on whole, and all that is required. */
export function readCommonJs(program: Program, bindings: ReadonlyMap<Node, Binding>): Pick<Module, 'exports' | 'reexports' | 'sources'> {
  const isFree = (node: Node, name: string): boolean => isFreeName(node, name, bindings);
  const isExports = (node: Node): boolean => isExportsObject(node, bindings);
  const exports = new Map<string, Export>();
  const reexports: string[] = [];
  const sources: string[] = [];
  const read = new Set<Node>();
  /** `./t` of `require('./t')`, and `name` of `require('./t').name`. */
  const required = (node: Node | null | undefined): { specifier: string; name: string } | undefined => {
    const called = node?.type === 'MemberExpression' && nameOf(node) !== undefined ? node.object : node;
    const from = called?.type === 'CallExpression' && isFree(called.callee, 'require') && called.arguments[0]?.type === 'Literal' ? called.arguments[0].value : undefined;
    if (typeof from !== 'string') return undefined;
    sources.push(from);
    return { specifier: from, name: called === node ? 'export=' : nameOf(node!)! };
  };
  const give = (name: string, value: Node): void => {
    const binding = value.type === 'Identifier' ? bindings.get(value) : undefined;
    const before = value.type === 'MemberExpression' && isExports(value.object) ? exports.get(nameOf(value) ?? '') : undefined;
    const from = required(value);
    if (before) exports.set(name, { ...before, name });
    else exports.set(name, { name, ...(binding ? { binding } : from ? { from } : { node: value }), typeOnly: false });
  };
  /** Whatever is in the object counts by its key, too; what is spread in it, as if it were passed on. */
  const giveAll = (value: Node): void => {
    give('export=', value);
    const whole = exports.get('export=')!.from;
    if (whole?.name === 'export=') reexports.push(whole.specifier);
    const object = value.type === 'Identifier' ? objectOf(bindings.get(value), program) : value;
    for (const property of object?.type === 'ObjectExpression' ? object.properties : []) {
      if (property.type === 'SpreadElement') {
        const from = required(property.argument as Node) ?? importOf(property.argument as Node, bindings);
        if (from?.name === 'export=') reexports.push(from.specifier);
      } else if (property.kind === 'init' && propertyKey(property) !== undefined) give(propertyKey(property)!, property.value as Node);
    }
  };

  for (const statement of program.body) {
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        const from = required(init);
        if (from) for (const [node, name] of named(id as Node, from.name)) importAs(bindings.get(node), from.specifier, name);
      }
    }
    if (statement.type !== 'ExpressionStatement') continue;
    const { expression } = statement;
    // As compilers write it.
    if (expression.type === 'CallExpression' && isMark(expression, isExports, isFree)) read.add(expression.arguments[0] as Node);
    for (let at = expression as Node; at.type === 'AssignmentExpression' && at.operator === '='; at = at.right as Node) {
      const { left, right } = at as { left: Node; right: Node };
      const name = left.type === 'MemberExpression' && isExports(left.object) ? nameOf(left) : undefined;
      if (isExports(left) || name !== undefined) read.add(left);
      if (isExports(left)) giveAll(finalValue(right));
      else if (name !== undefined) give(name, finalValue(right));
    }
  }
  // Where they are set anywhere else, what they are is only known when the module has run.
  return isSetElsewhere(program, isExports, read, exports) ? { exports: new Map(), reexports: [], sources } : { exports, reexports, sources };
}

/** The object that a name always stands for, where nothing is put into it later. */
function objectOf(binding: Binding | undefined, program: Program): Node | undefined {
  const [declaration] = binding?.declarations ?? [];
  if (!binding || binding.assignments.length > 0 || declaration?.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier') return undefined;
  const parents = parentsIn(program);
  const isRead = (reference: Node): boolean => {
    const parent = parents.get(reference);
    if (parent?.type === 'AssignmentExpression') return parent.right === reference;
    const use = parent?.type === 'MemberExpression' && parent.object === reference ? parents.get(parent) : undefined;
    return use !== undefined && !/^(?:Update|For|Array|Object|Rest|Property)/.test(use.type) && !(use.type === 'AssignmentExpression' && use.left === parent) && !(use.type === 'UnaryExpression' && use.operator === 'delete');
  };
  return binding.references.every(isRead) ? (declaration.init ?? undefined) : undefined;
}

/** `exports` or `module.exports` of a module of the older kind. */
export function isExportsObject(node: Node, bindings: ReadonlyMap<Node, Binding>): boolean {
  return isFreeName(node, 'exports', bindings) || (node.type === 'MemberExpression' && isFreeName(node.object as Node, 'module', bindings) && nameOf(node) === 'exports');
}

function isFreeName(node: Node, name: string, bindings: ReadonlyMap<Node, Binding>): boolean {
  return node.type === 'Identifier' && node.name === name && !bindings.has(node);
}

/** `name` of `x.name`. */
function nameOf(node: Node): string | undefined {
  return node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier' ? node.property.name : undefined;
}

/** What a name was imported from that `require` gave. */
function importOf(node: Node, bindings: ReadonlyMap<Node, Binding>): { specifier: string; name: string } | undefined {
  const imported = bindings.get(node)?.imported;
  return imported && { specifier: imported.from, name: imported.name };
}

/** `Object.defineProperty(exports, '__esModule', …)`. */
function isMark({ callee, arguments: [object, name] }: Node & { type: 'CallExpression' }, isExports: (node: Node) => boolean, isFree: (node: Node, name: string) => boolean): boolean {
  const isDefine = callee.type === 'MemberExpression' && isFree(callee.object, 'Object') && nameOf(callee) === 'defineProperty';
  return isDefine && !!object && isExports(object as Node) && name?.type === 'Literal' && name.value === '__esModule';
}

/** Whether `exports` is used but to read one of its names, and where it was read that it is set. */
function isSetElsewhere(program: Program, isExports: (node: Node) => boolean, read: ReadonlySet<Node>, exports: ReadonlyMap<string, Export>): boolean {
  let found = false;
  walk(program as Node, (node, parent) => {
    if (read.has(node)) return false;
    if (!isExports(node)) return true;
    const parents = parentsIn(program);
    const member = parent?.type === 'MemberExpression' && parent.object === node ? parent : undefined;
    const use = member && parents.get(member);
    found ||= !use || !isRead(member!, use, isExports, exports.get(nameOf(member!) ?? ''));
    return false;
  });
  return found;
}

/** Whether what is read there stays as it is: it is called, compared, passed on, or a function anyway. */
function isRead(member: Node, use: Node, isExports: (node: Node) => boolean, entry: Export | undefined): boolean {
  switch (use.type) {
    case 'CallExpression':
      if (use.callee === member) return true;
      break;
    case 'BinaryExpression':
    case 'ExpressionStatement':
      return true;
    case 'AssignmentExpression':
      if (use.left === member) return false;
      if (use.left.type === 'MemberExpression' && isExports(use.left.object)) return true;
      break;
    case 'UpdateExpression':
      return false;
    case 'UnaryExpression':
      return use.operator !== 'delete';
    default:
      break;
  }
  return isFunction(entry) && !/^(?:For|Array|Object|Rest|Property)/.test(use.type);
}

function isFunction(entry: Export | undefined): boolean {
  const node = entry?.node ?? (entry?.binding?.kind === 'function' ? entry.binding.declarations[0] : undefined);
  return node !== undefined && /Function/.test(node.type);
}

/** `c` of `a = b = c`. */
function finalValue(node: Node): Node {
  let at = node;
  while (at.type === 'AssignmentExpression' && at.operator === '=') at = at.right as Node;
  return at;
}

/** The names that a pattern takes from what is required, and by which; `whole` where it is no pattern. */
function named(id: Node, whole: string): readonly (readonly [Node, string])[] {
  if (id.type === 'Identifier') return [[id, whole]];
  if (id.type !== 'ObjectPattern' || whole !== 'export=') return [];
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

/** Nodes that name something in, the names out. */
import { Bug } from '../../diagnostic/diagnostic.ts';
import type { Node } from '../tree.ts';

/** `x` of `export { x as y }`, which may also be a string. */
export function exportName(node: { type: string; name?: string; value?: unknown }): string {
  return node.type === 'Literal' ? String(node.value) : (node.name ?? '');
}

export function enumMemberName(id: Node): string {
  if (id.type === 'Identifier') return id.name;
  if (id.type === 'Literal') return String(id.value);
  if (id.type === 'TemplateLiteral') return id.quasis[0]?.value.cooked ?? '';
  throw new Bug(`an enum member named by ${id.type}`);
}

/** The names that a declaration declares, in order. */
export function declaredNames(declaration: Node): string[] {
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap((declarator) => patternNames(declarator.id));
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}

/** The identifiers a pattern binds, in order. */
function patternNames(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => patternNames(property.type === 'RestElement' ? property : property.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? patternNames(element) : []));
    case 'RestElement':
      return patternNames(pattern.argument);
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    default:
      return [];
  }
}

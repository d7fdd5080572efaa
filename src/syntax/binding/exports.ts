/** What a module exports, by exported name, what it passes on whole, imports, and adds to others: a program and its scope in. */
import type { Export, Module, Scope } from '../module.ts';
import { declaredNames, exportName } from './names.ts';
import type { Program } from '../tree.ts';

export function exportsOf(program: Program, scope: Scope): Pick<Module, 'exports' | 'reexports' | 'sources' | 'additions'> {
  const exports = new Map<string, Export>();
  const reexports: string[] = [];
  const sources: string[] = [];
  const additions: Module['additions'][number][] = [];
  const local = (name: string, as: string, typeOnly: boolean): void => {
    const value = typeOnly ? undefined : scope.bindings.get(name);
    const type = scope.types.get(name);
    exports.set(as, { name: as, binding: value ?? type, type: value && type !== value ? type : undefined, typeOnly: typeOnly || !value });
  };
  for (const statement of program.body) {
    if ('source' in statement && statement.source) sources.push(statement.source.value);
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        if (statement.declaration) for (const name of declaredNames(statement.declaration)) local(name, name, false);
        for (const specifier of statement.specifiers) {
          const name = exportName(specifier.local);
          const as = exportName(specifier.exported);
          const typeOnly = statement.exportKind === 'type' || specifier.exportKind === 'type';
          if (statement.source) exports.set(as, { name: as, from: { specifier: statement.source.value, name }, typeOnly });
          else local(name, as, typeOnly);
        }
        break;
      case 'ExportDefaultDeclaration': {
        const node = statement.declaration;
        const name = node.type === 'Identifier' ? node.name : declaredNames(node)[0];
        if (name !== undefined && isDeclared(node.type)) local(name, 'default', false);
        else exports.set('default', { name: 'default', node, typeOnly: false });
        break;
      }
      case 'TSExportAssignment': {
        const node = statement.expression;
        if (node.type === 'Identifier') local(node.name, 'export=', false);
        else exports.set('export=', { name: 'export=', node, typeOnly: false });
        break;
      }
      case 'TSModuleDeclaration':
        if (statement.id.type === 'Literal') additions.push(statement);
        break;
      case 'ExportAllDeclaration': {
        const typeOnly = statement.exportKind === 'type';
        const as = statement.exported && exportName(statement.exported);
        if (as === null) reexports.push(statement.source.value);
        else exports.set(as, { name: as, from: { specifier: statement.source.value, name: '*' }, typeOnly });
        break;
      }
      default:
        break;
    }
  }
  return { exports, reexports, sources, additions };
}

/** Whether an exported default declares its name in the module (`function* f() {}`) or is a name of it (`f`); an expression does neither. */
function isDeclared(type: string): boolean {
  return type === 'Identifier' || type.endsWith('Declaration') || type === 'TSDeclareFunction';
}

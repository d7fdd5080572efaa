/**
 * Names that a module gives twice: its tree in, a diagnostic for each out. JavaScript refuses them (ECMA-262, 16.2.1.1), and
 * of TypeScript the parser leaves them to the checker, since an overload or a type may share a function's name.
 */
import { type Diagnostic, diagnose } from '../../diagnostic/diagnostic.ts';
import type { Scope } from '../module.ts';
import { declaredNames, exportName } from './names.ts';
import type { Node, Program } from '../tree.ts';

export function duplicatesIn(program: Program, scope: Scope, file: string): Diagnostic[] {
  const functions = program.body.flatMap((statement) => {
    const declared = 'declaration' in statement && statement.declaration ? statement.declaration : statement;
    return declared.type === 'FunctionDeclaration' && declared.id ? [{ name: declared.id.name, node: declared.id as Node }] : [];
  });
  const said = repeated(functions).map(({ name, node }) => diagnose('syntax-error', { message: `There is already a function \`${name}\` in this module.` }, { file, span: { start: node.start, end: node.end } }));
  if (said.length > 0) return said;
  return repeated(exportedValues(program, scope)).map(({ name, node }) => diagnose('syntax-error', { message: `This module already exports something as \`${name}\`.` }, { file, span: { start: node.start, end: node.end } }));
}

interface Named {
  readonly name: string;
  readonly node: Node;
}

/** What is exported under a name and is no type; what is passed on from elsewhere may be one. */
function exportedValues(program: Program, scope: Scope): Named[] {
  return program.body.flatMap((statement): Named[] => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source || statement.exportKind === 'type') return [];
    const { declaration } = statement;
    const own = declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration' || declaration?.type === 'VariableDeclaration' ? declaredNames(declaration).map((name) => ({ name, node: declaration as Node })) : [];
    const listed = statement.specifiers.filter(({ exportKind, local }) => exportKind !== 'type' && isValue(exportName(local), scope)).map(({ exported }) => ({ name: exportName(exported), node: exported as Node }));
    return [...own, ...listed];
  });
}

function isValue(name: string, scope: Scope): boolean {
  const binding = scope.bindings.get(name);
  return binding !== undefined && !['import', 'type', 'interface'].includes(binding.kind);
}

function repeated(all: readonly Named[]): Named[] {
  const seen = new Set<string>();
  return all.filter(({ name }) => seen.has(name) || !seen.add(name));
}

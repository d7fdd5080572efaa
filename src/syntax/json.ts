/** A JSON file in; the module that it stands for out: its value is the default export, and each of its keys a name. */
import { parseSync } from 'oxc-parser';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { bindProgram } from './binding/bind.ts';
import type { Export, Module } from './module.ts';
import { propertyKey } from './constants/stands-for.ts';
import type { Node } from './tree.ts';
import { walk } from './walk.ts';

export function parseJson(path: string, text: string): { module?: Module; diagnostics: Diagnostic[] } {
  // Some editors put a mark there, which is no JSON.
  const unmarked = text.replace(/^\uFEFF/, ' ');
  const message = wrongWith(unmarked);
  if (message !== undefined) return { diagnostics: [diagnose('syntax-error', { message: `${message}.` }, { file: path })] };
  const { program } = parseSync(path, `(${unmarked}\n)`, { lang: 'js', preserveParens: false, astType: 'ts' });
  walk(program as Node, (node) => {
    node.start -= 1;
    node.end -= 1;
  });
  const { scope, bindings } = bindProgram(program);
  const [statement] = program.body;
  const value = statement?.type === 'ExpressionStatement' ? (statement.expression as Node) : undefined;
  const exports = new Map<string, Export>();
  const give = (name: string, node: Node): void => void exports.set(name, { name, node, typeOnly: false });
  if (value?.type === 'ObjectExpression') {
    for (const property of value.properties) {
      const key = property.type === 'Property' ? propertyKey(property) : undefined;
      if (key !== undefined && property.type === 'Property') give(key, property.value as Node);
    }
  }
  if (value) give('default', value);
  return { module: { path, text, written: text, program, comments: [], scope, bindings, exports, reexports: [], sources: [], additions: [] }, diagnostics: [] };
}

function wrongWith(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

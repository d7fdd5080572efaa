/**
 * In: the text of a test file. Out: the same with only what it declares, all of it exported: a module like any other, in which a
 * machine can be found, and which can be run without a test being run. Everything stays where it stands.
 *
 *     test('…', () => { … });            ─▶
 *     function* lamp() { … }                 function* lamp() { … }
 *                                            export { lamp };
 */
import type { Module } from '../syntax/module.ts';

export function declarationsOf(module: Module): string {
  const { program, scope, exports, text } = module;
  const lines = program.body.reduce((kept, { type, start, end }) => (DECLARES.test(type) ? kept : kept.slice(0, start) + kept.slice(start, end).replaceAll(/[^\r\n]/g, ' ') + kept.slice(end)), text);
  const taken = new Set([...exports.values()].flatMap((entry) => [entry.name, ...(entry.binding ? [entry.binding.name] : [])]));
  const names = [...scope.bindings.values()].filter(({ name, kind }) => kind !== 'import' && !taken.has(name)).map(({ name }) => name);
  return names.length === 0 ? lines : `${lines}\nexport { ${names.join(', ')} };\n`;
}

const DECLARES = /Declaration$|^TSImportEqualsDeclaration$/;

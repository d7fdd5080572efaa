/**
 * A module in TypeScript in, something that makes what it declares out, anew each time: its own state is never shared
 * between two runs.
 */
import { stripVTControlCharacters } from 'node:util';
import { transformSync } from 'rolldown/utils';

/** The module in JavaScript: types gone, enums and parameter properties written out. */
export function stripped(source: string): string {
  const { code, errors } = transformSync('m.ts', source);
  if (errors.length > 0) throw new SyntaxError(`${stripVTControlCharacters(errors[0]!.message.split('\n')[0]!)}\n\n${source}`);
  return code;
}

function bare(code: string): string {
  return code.replaceAll(/^import .*;$/gm, '').replaceAll(/^export \{\};?$/gm, '').replaceAll(/^export /gm, '');
}

/** Runs JavaScript with `given` names and gives back the value of `result`; imports and `export` are dropped. */
export function maker<T>(code: string, given: readonly string[], result: string): (...values: unknown[]) => T {
  return new Function(...given, `'use strict';\n${bare(code)}\nreturn ${result};`) as (...values: unknown[]) => T;
}

/**
 * A written module that imports from another, run beside it: the names it imports are the very ones of the other, as they
 * change; the other's further names are hidden from it.
 */
export function linked<T>(module: string, written: string, result: string, given: readonly string[]): (...values: unknown[]) => T {
  const declared = [...module.matchAll(/^(?:export )?(?:const|let|var|class|function\*?) (\w+)/gm)].map(([, name]) => name!);
  const imports = [...written.matchAll(/^import \{ (.*) \} from '\.\/(?:m|parts)\.ts';$|^import \{ (.*) \} from "\.\/(?:m|parts)\.ts";$/gm)].flatMap(([, one, other]) => (one ?? other)!.split(', ').map((name) => name.split(' as ')));
  const hidden = declared.filter((name) => !imports.some(([imported]) => imported === name));
  const aliases = imports.flatMap(([imported, as]) => (as === undefined || as === imported ? [] : [`const ${as} = ${imported};`]));
  return maker(module, given, `((${hidden.join(', ')}) => { ${aliases.join(' ')}\nreturn (() => {\n${bare(written)}\nreturn ${result};\n})(); })()`);
}

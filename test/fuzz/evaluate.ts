/**
 * A module in TypeScript in, something that makes what it declares out, anew each time: its own state is never shared
 * between two runs.
 */
import { transformSync } from 'rolldown/utils';

/** The module in JavaScript: types gone, enums and parameter properties written out. */
export function stripped(source: string): string {
  const { code, errors } = transformSync('m.ts', source);
  if (errors.length > 0) throw new SyntaxError(`${errors[0]!.message}\n\n${source}`);
  return code;
}

/** Runs JavaScript with `given` names and gives back the value of `result`; imports and `export` are dropped. */
export function maker<T>(code: string, given: readonly string[], result: string): (...values: unknown[]) => T {
  const body = code.replaceAll(/^import .*;$/gm, '').replaceAll(/^export \{\};?$/gm, '').replaceAll(/^export /gm, '');
  return new Function(...given, `'use strict';\n${body}\nreturn ${result};`) as (...values: unknown[]) => T;
}

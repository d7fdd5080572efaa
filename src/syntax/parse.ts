/** A path and a text in; the module with its scopes out, or what the parser has against it. */
import { type OxcError, type ParserOptions, parseSync } from 'oxc-parser';
import { type Diagnostic, diagnose } from '../diagnostic/diagnostic.ts';
import { bindProgram } from './binding/bind.ts';
import { isCommonJs, readCommonJs } from './binding/common-js.ts';
import { duplicatesIn } from './binding/duplicates.ts';
import { exportsOf } from './binding/exports.ts';
import { hasTypesInComments, typedByComments } from './jsdoc.ts';
import { parseJson } from './json.ts';
import { tooDeepAt } from './nesting.ts';
import type { Module } from './module.ts';

/**
 * Reads one module. What it is written in goes by the path's extension; without one, it is TypeScript.
 * Where the text does not parse, there are diagnostics (`syntax-error`, with the span) and no module; neither where it is
 * nested deeper than the parser can go (`nested-too-deep`).
 *
 *     const { module, diagnostics } = parseModule('light.ts', "export function* light() { yield 'RED'; }");
 */
export function parseModule(path: string, text: string): { module?: Module; diagnostics: Diagnostic[] } {
  if (path.endsWith('.json')) return parseJson(path, text);
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { diagnostics: [diagnose('nested-too-deep', {}, { file: path, span: { start: deep, end: deep + 1 } })] };
  const { errors, program, comments } = parseSync(path, text, { ...languageOf(path), preserveParens: false, showSemanticErrors: true, astType: 'ts' });
  const diagnostics = errors.filter(({ severity }) => severity === 'Error').map((error) => diagnose('syntax-error', { message: sentence(error) }, { file: path, span: spanOf(error) }));
  if (diagnostics.length > 0) return { diagnostics };
  const isOld = isCommonJs(path, program);
  const typed = hasTypesInComments(path, comments) ? typedByComments(text, program, comments) : text;
  const { scope, bindings } = bindProgram(program);
  const duplicates = duplicatesIn(program, scope, path);
  if (duplicates.length > 0) return { diagnostics: duplicates };
  const said = exportsOf(program, scope);
  const required = isOld ? readCommonJs(program, bindings) : undefined;
  const all = required ? { ...said, exports: new Map([...said.exports, ...required.exports]), reexports: [...said.reexports, ...required.reexports], sources: [...said.sources, ...required.sources] } : said;
  return { module: { path, text: typed, written: text, program, comments, scope, bindings, ...all }, diagnostics };
}

/** The parser tells the rest apart by itself; there may be JSX in any JavaScript. */
function languageOf(path: string): ParserOptions {
  if (/\.[cm]?jsx?$/.test(path)) return { lang: 'jsx', ...(path.endsWith('.cjs') && { sourceType: 'commonjs' }) };
  return /\.(?:[cm]?ts|tsx)$/.test(path) ? {} : { lang: 'ts' };
}

/** The parser's own words: the message, what it points at, and its help, each closed like a sentence. */
function sentence({ message, labels, helpMessage }: OxcError): string {
  const said = [message, ...labels.map((label) => label.message), helpMessage].filter((words) => !!words);
  return said.map((words) => (/[.!?]$/.test(words as string) ? words : `${words}.`)).join(' ');
}

function spanOf({ labels }: OxcError): { start: number; end: number } | undefined {
  const [first] = labels;
  return first && { start: first.start, end: first.end };
}

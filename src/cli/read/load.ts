/**
 * In: the paths of modules, TypeScript or JavaScript. Out: what they export, having run them.
 *
 * Each loader is a world of its own: the modules of the project that it reaches are run once in it, and anew in
 * another, so that two sides of a check share nothing. Where an import leads, resolve/ says, as it does when the compiler
 * reads. What is imported from outside (packages, `node:`) may be replaced, and a text may stand for a file that is not on the disk. jiti turns TypeScript into what Node runs; who gives what to whom is decided here, because jiti
 * cannot replace `node:` modules.
 */
import { createRequire, isBuiltin } from 'node:module';
import { basename, dirname, extname, isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { createJiti } from 'jiti';
import { isCode, isPath } from '../../syntax/specifier.ts';
import { readText } from './disk.ts';
import { createResolver, realPath } from '../resolve/resolve.ts';
import { isFileOnDisk } from './stat.ts';

export type Exports = Readonly<Record<string, unknown>>;

export interface Loading {
  /** What stands for a package or a `node:` module; the real one is loaded where this gives nothing. */
  readonly outside?: (specifier: string) => object | undefined;
  /** Texts that stand for files, by absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** A module of the user's did not load: what it threw is theirs, and the cause. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/** Loads a module by its absolute path. `LoadError` where it does not parse, is not there, or throws as it is run. */
export type Load = (path: string) => Promise<Exports>;

export function createLoader({ outside = () => undefined, texts = new Map() }: Loading = {}): Load {
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false });
  const started = new Map<string, Started>();
  const resolveFile = createResolver((path) => texts.has(path) || isFileOnDisk(path));

  /**
   * The file that is to be run for a specifier; or, for a picture, a style sheet, anything with a query, what stands for that which a bundler
   * makes of it: the file's path, where nothing else does. Neither where it comes from outside.
   */
  const leadOf = (specifier: string, from: string): { readonly file?: string; readonly asset?: object } => {
    const path = specifier.startsWith('file:') ? fileURLToPath(specifier) : specifier;
    const whole = texts.has(path) ? path : resolveFile(path, from);
    const found = whole ?? (path.includes('?') ? resolveFile(path.replace(/\?.*$/, ''), from) : undefined);
    if (found === undefined && (isPath(path) || isAbsolute(path))) throw new LoadError(`${from} imports ${specifier}, and there is no such file.`);
    if (found === undefined || DECLARATION.test(found)) return {};
    return found === whole && isCode(found) ? { file: found } : { asset: outside(basename(specifier)) ?? { default: found } };
  };

  const importFrom = async (specifier: string, from: string): Promise<Exports> => {
    const { file, asset } = leadOf(specifier, from);
    if (file !== undefined) return asImported(await run(file));
    return asModule(asset ?? outside(specifier) ?? ((await import(isBuiltin(specifier) ? specifier : jiti.esmResolve(specifier, { parentURL: pathToFileURL(from) }))) as object));
  };

  const requireFrom = (specifier: string, from: string): unknown => {
    const { file, asset } = leadOf(specifier, from);
    return file === undefined ? (asset ?? outside(specifier) ?? createRequire(from)(specifier)) : runAtOnce(file);
  };

  /** A module's code as a function of what a module is given. */
  const bodyOf = (file: string, async: boolean): Body => {
    const source = texts.get(file) ?? readText(file) ?? '';
    const isTypeScript = /\.[cm]?tsx?$/.test(file);
    const jsx = isTypeScript && !file.endsWith('.tsx') ? false : ({ runtime: CLASSIC.test(source) ? 'classic' : 'automatic' } as const);
    const transformed = (filename: string, ts: boolean): string => jiti.transform({ source, filename, ts, jsx, async, retainLines: true, interopDefault: false });
    const plain = transformed(file, isTypeScript);
    // In JavaScript, decorators are only read with TypeScript's syntax.
    const code = plain.includes('__JITI_ERROR__') && !isTypeScript ? transformed(`${file}.tsx`, true) : plain;
    const head = `(${async ? 'async ' : ''}function (exports, module, require, jitiImport, __filename, __dirname) {`;
    return runInThisContext(`${head}${code}\n})`, { filename: file, columnOffset: -head.length }) as Body;
  };
  const begin = (file: string, module: Started, body: Body): unknown => {
    const require = Object.assign((specifier: string) => requireFrom(specifier, file), { resolve: createRequire(file).resolve });
    return body(module.exports, module, require, (specifier) => importFrom(specifier, file), file, dirname(file));
  };

  const run = async (file: string): Promise<object> => {
    const begun = started.get(file);
    // Modules that import each other see what the other has exported so far, as everywhere.
    if (begun) return begun.exports;
    const module: Started = { exports: {} };
    started.set(file, module);
    if (extname(file) === '.json') return (module.exports = fromJson(readJson(file)));
    await begin(file, module, bodyOf(file, true));
    return whole(module, file);
  };

  /** The same for `require`, which cannot wait. */
  const runAtOnce = (file: string): unknown => {
    const begun = started.get(file);
    if (begun) return extname(file) === '.json' ? readJson(file) : begun.exports;
    if (extname(file) === '.json') return readJson(file);
    const module: Started = { exports: {} };
    started.set(file, module);
    begin(file, module, bodyOf(file, false));
    return whole(module, file);
  };

  const readJson = (file: string): unknown => JSON.parse((texts.get(file) ?? readText(file) ?? '').replace(/^\uFEFF/, ''));

  return async (path) => {
    try {
      return asImported(await run(texts.has(path) ? path : realPath(path)));
    } catch (error) {
      // What has begun is not whole: nobody gets it as if it were.
      started.clear();
      if (error instanceof LoadError) throw error;
      throw new LoadError(error instanceof Error ? `${error.name}: ${error.message}` : String(error), { cause: error });
    }
  };
}

interface Started {
  exports: object;
}

type Body = (exports: object, module: Started, require: (specifier: string) => unknown, jitiImport: (specifier: string) => Promise<Exports>, filename: string, dirname: string) => unknown;

/** The file says what its JSX is turned into. */
const CLASSIC = /@jsx(?:Frag)?\s|@jsxRuntime\s+classic/;
const DECLARATION = /\.d\.[cm]?ts$/;

/** What the module exports, now that it has run. */
function whole(module: Started, file: string): object {
  const failure = (module.exports as { readonly __JITI_ERROR__?: { message: string; line: number; column: number } }).__JITI_ERROR__;
  if (failure) throw new LoadError(`${file}:${failure.line}:${failure.column} does not parse: ${failure.message}`);
  // `await import(…)` takes what has such a function for a promise.
  if (typeof Reflect.get(module.exports, 'then') === 'function') throw new LoadError(`${file} exports a function that is called then, so that whoever imports it with await waits for ever.`);
  return module.exports;
}

/** As bundlers have it: the value, and each of its keys by name. */
function fromJson(value: unknown): object {
  return asModule({ ...(typeof value === 'object' ? value : {}), default: value });
}

/** What was written for `require` is its own default export, and each of its keys one by name. */
function asImported(exports: object): Exports {
  if (Reflect.get(exports, '__esModule') === true) return exports as Exports;
  return asModule('default' in exports ? exports : new Proxy(exports, { get: (target, key) => (key === 'default' ? target : Reflect.get(target, key)) }));
}

/** The exports as compiled code expects them: marked as a module, so that `default` is the default export and not all of it. */
function asModule(exports: object): Exports {
  return new Proxy(exports as Exports, { get: (target, key) => (key === '__esModule' ? true : Reflect.get(target, key)) });
}

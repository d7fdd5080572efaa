/**
 * In: the paths of modules, TypeScript or JavaScript. Out: what they export, having run them.
 *
 * Each loader is a world of its own: the modules it reaches through relative imports are run once in it, and anew in
 * another, so that two sides of a check share nothing. What is imported from outside (packages, `node:`) may be replaced, and a text may stand for a file that
 * is not on the disk. jiti turns TypeScript into what Node runs; who gives what to whom is decided here, because jiti
 * cannot replace `node:` modules.
 */
import { existsSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { createJiti } from 'jiti';
import { readText } from './disk.ts';

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
  const started = new Map<string, Record<string, unknown>>();

  const importFrom = async (specifier: string, from: string): Promise<Exports> => {
    const local = localPath(specifier, from);
    if (local === undefined) return asModule(outside(specifier) ?? ((await import(isBuiltin(specifier) ? specifier : jiti.esmResolve(specifier, { parentURL: pathToFileURL(from) }))) as object));
    const found = candidates(local).find((candidate) => texts.has(candidate) || isFile(candidate));
    if (found === undefined) throw new LoadError(`${from} imports ${specifier}, and there is no such file.`);
    return run(found);
  };

  const run = async (file: string): Promise<Exports> => {
    const begun = started.get(file);
    // Modules that import each other see what the other has exported so far, as everywhere.
    if (begun) return begun;
    const module = { exports: {} as Record<string, unknown> };
    started.set(file, module.exports);
    const source = texts.get(file) ?? readText(file) ?? '';
    if (extname(file) === '.json') return asModule({ default: JSON.parse(source) as unknown });
    const code = jiti.transform({ source, filename: file, ts: true, async: true, retainLines: true, interopDefault: false });
    const body = runInThisContext(`${HEAD}${code}\n})`, { filename: file, columnOffset: -HEAD.length }) as (...args: unknown[]) => Promise<void>;
    await body(module.exports, module, createRequire(file), (specifier: string) => importFrom(specifier, file), file, dirname(file));
    const failure = module.exports['__JITI_ERROR__'] as { message: string; line: number; column: number } | undefined;
    if (failure) throw new LoadError(`${file}:${failure.line}:${failure.column} does not parse: ${failure.message}`);
    started.set(file, module.exports);
    return module.exports;
  };

  return async (path) => {
    try {
      return await run(path);
    } catch (error) {
      // What has begun is not whole: nobody gets it as if it were.
      started.clear();
      if (error instanceof LoadError) throw error;
      throw new LoadError(error instanceof Error ? `${error.name}: ${error.message}` : String(error), { cause: error });
    }
  };
}

const HEAD = '(async function (exports, module, require, jitiImport, __filename, __dirname) {';

/** The file that a specifier names; nothing for a package. */
function localPath(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('file:')) return fileURLToPath(specifier);
  if (isAbsolute(specifier)) return specifier;
  return /^\.\.?(?:\/|$)/.test(specifier) ? resolve(dirname(from), specifier) : undefined;
}

/** What TypeScript means by a path: `./a.js` may be `a.ts`, `./a` may be `a.ts` or `a/index.ts`. */
function candidates(path: string): readonly string[] {
  const ending = /\.([cm]?)js(x?)$/.exec(path);
  const typed = ending ? [path.replace(/\.[cm]?jsx?$/, `.${ending[1]}ts${ending[2]}`), path.replace(/\.[cm]?jsx?$/, `.${ending[1]}tsx`)] : [];
  const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];
  return [path, ...typed, ...endings.map((more) => path + more), ...endings.map((more) => join(path, `index${more}`))];
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** The exports as compiled code expects them: marked as a module, so that `default` is the default export and not all of it. */
function asModule(exports: object): Exports {
  return new Proxy(exports as Exports, { get: (target, key) => (key === '__esModule' ? true : Reflect.get(target, key)) });
}

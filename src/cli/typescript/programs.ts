/**
 * The programs of one TypeScript that has been started, one for each tsconfig: a file in, an engine over a program that has it out.
 *
 * Of a project, one file that is asked about is read alone, with what it imports, and with the files that declare something for
 * all; when another is asked about, all of the project is read, and all modules of that folder, so that no third one makes the program anew.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine, Started } from './engine.ts';

export interface Programs {
  /** Over the files as they are now. */
  over(file: string, config: string | undefined): Engine;
}

interface Current {
  readonly engine: Engine;
  readonly roots: readonly string[];
  readonly stamps: ReadonlyMap<string, string>;
}

export function createPrograms(started: Started): Programs {
  const programs = new Map<string, Current>();
  return {
    over(file, config) {
      const key = config ?? dirname(file);
      const current = programs.get(key);
      const isSame = current && [...current.stamps].every(([path, stamp]) => stampOf(path) === stamp);
      if (isSame && current.engine.source(file)) return current.engine;
      const { engine, roots } = programOf(file, config, isSame ? current.roots : undefined);
      const own = engine.files().filter((path) => !path.includes('/node_modules/'));
      // A folder changes when a file appears in it, which may be one that was imported already.
      const watched = new Set([...(config === undefined ? [] : [config]), ...own, ...own.map((path) => dirname(path))]);
      programs.set(key, { engine, roots, stamps: new Map([...watched].map((path) => [path, stampOf(path)])) });
      return engine;
    },
  };

  function programOf(file: string, config: string | undefined, before: readonly string[] | undefined): { readonly engine: Engine; readonly roots: readonly string[] } {
    const roots = rootsFor(file, config, before);
    try {
      return { engine: started.program(config, roots), roots };
    } catch (error) {
      // Another file may be too much for TypeScript: nested too deep. Alone, this one may do; if it does not, that is said.
      if (!before) throw error;
      const alone = rootsFor(file, config, undefined);
      return { engine: started.program(config, alone), roots: alone };
    }
  }

  function rootsFor(file: string, config: string | undefined, before: readonly string[] | undefined): readonly string[] {
    const configured = config === undefined ? [] : started.configured(config);
    const beside = before && !configured.includes(file) ? modulesIn(dirname(file)) : [];
    return [...new Set([...(before ?? configured.filter(declaresForAll)), ...(before ? configured : []), ...beside, file])];
  }
}

/** Of a folder that no tsconfig names, what stands there: but nothing that others would see without importing it. */
function modulesIn(folder: string): readonly string[] {
  const paths = readdirSync(folder).filter((name) => /\.[cm]?tsx?$/.test(name)).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isFile() && !declaresForAll(path));
}

/** Whether a file declares something that others see without importing it; looked at as text, and yes where it is not clear. */
function declaresForAll(path: string): boolean {
  if (/\.d\.[cm]?ts$/.test(path)) return true;
  const text = readFileSync(path, 'utf8');
  return /\bdeclare\s+(?:global|module)\b/.test(text) || !/^\s*(?:import|export)\b/m.test(text);
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size}` : 'none';
}

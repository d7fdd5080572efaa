/**
 * The user's own TypeScript, as the pure rooms are given it: questions about types in, answers out. It is looked for at the first
 * question, from the folder of the file that is asked about; an answer is kept as long as what it rests on is the same.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Type } from '../../chart/type.ts';
import type { Answer, GeneratorTypes, Question, Types, Unasked } from '../../host.ts';
import { ask, type Asked, type Found } from './ask.ts';
import { governing } from './config.ts';
import type { Started } from './engine.ts';
import { type Installed, typescriptFor } from './find.ts';
import { createPrograms, type Programs } from './programs.ts';

interface Kept {
  readonly found: Found | undefined;
  /** The text of each file that it rests on, as it was. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/**
 * Paths are relative to `folder`, as those of the host are. It sees by itself that modules and settings have changed; make a new one
 * when a tsconfig.json has come or gone, or another TypeScript is installed.
 *
 *     const host = { ...diskHost(folder), types: typescriptIn(folder) };
 */
export function typescriptIn(folder: string, find: (folder: string) => Installed | undefined = typescriptFor): Types {
  const installed = new Map<string, Installed | undefined>();
  const started = new Map<string, Programs | undefined>();
  const unasked = new Map<string, Unasked>();
  const answers = new Map<string, Kept>();
  const configs = new Map<string, string | undefined>();

  const programsFor = (file: string, shown: string): Programs | undefined => {
    const home = dirname(file);
    if (!installed.has(home)) installed.set(home, find(home));
    const typescript = installed.get(home);
    if (!typescript) return undefined;
    const { path, version } = typescript;
    if (!started.has(path)) {
      const began = begin(typescript);
      if ('reason' in began) unasked.set(path, { version, reason: began.reason, file: shown });
      started.set(path, 'reason' in began ? undefined : createPrograms(began.started));
    }
    return started.get(path);
  };

  const answer = (asked: Asked, question: Question): Answer<Found> | undefined => {
    const file = resolve(folder, question.file);
    const key = `${asked} ${file} ${question.rests}`;
    const kept = answers.get(key);
    const fresh = kept && [...kept.files].every(([path, text]) => textOf(path) === text) ? kept : keep(key, asked, file, question);
    return fresh?.found && { type: fresh.found, files: [...fresh.files.keys()] };
  };

  const keep = (key: string, asked: Asked, file: string, question: Question): Kept | undefined => {
    const programs = programsFor(file, question.file);
    if (!programs) return undefined;
    if (!configs.has(file)) configs.set(file, governing(file));
    const config = configs.get(file);
    const { found, files } = ask(asked, question, file, programs.over(file, config));
    const all = [...(config === undefined ? [] : [config]), ...files];
    const made = { found, files: new Map(all.map((path) => [path, textOf(path)])) };
    answers.set(key, made);
    return made;
  };

  return {
    generator: (question) => answer('generator', question) as Answer<GeneratorTypes> | undefined,
    annotation(question) {
      const found = answer('annotation', question);
      const type: Type | undefined = found?.type.returned;
      return found && type && { ...found, type };
    },
    unasked: () => [...unasked.values()],
  };
}

function begin(typescript: Installed): { readonly started: Started } | { readonly reason: string } {
  if (typescript.unasked !== undefined) return { reason: typescript.unasked };
  try {
    return { started: typescript.start() };
  } catch (error) {
    return { reason: `it did not start: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function textOf(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
}

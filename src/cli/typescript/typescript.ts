/**
 * The user's own TypeScript, as the pure rooms are given it: questions about types in, answers out. It is looked for at the first
 * question, from the folder of the file that is asked about; an answer is kept as long as what it rests on is the same.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Answer, Question, Types, Unasked } from '../../host.ts';
import { isFileOnDisk } from '../read/stat.ts';
import { unknownType } from '../../syntax/types/make.ts';
import { ask, type Asked, type Found } from './ask.ts';
import { governing } from './config.ts';
import type { Engine } from './engine.ts';
import { type Installed, typescriptFor } from './find.ts';
import { createPrograms, type Programs } from './programs.ts';

interface Kept {
  readonly found: Found;
  /** The text of each file that it rests on, as it was. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/**
 * Paths are relative to `folder`, as those of the host are. It sees by itself that modules and settings have changed, but not that
 * another TypeScript is installed. Nothing is started before the first question; what is started ends with the process.
 *
 *     const host = { ...diskHost(folder), types: typescriptIn(folder) };
 */
export function typescriptIn(folder: string, find: (folder: string) => Installed | undefined = typescriptFor): Types {
  const installed = new Map<string, Installed | undefined>();
  const started = new Map<string, Programs>();
  const unasked = new Map<string, Unasked>();
  const answers = new Map<string, Kept>();

  const installedFor = (file: string): Installed | undefined => {
    const home = dirname(file);
    if (!installed.has(home)) installed.set(home, find(home));
    return installed.get(home);
  };

  const engineFor = (file: string, config: string | undefined, { path, start }: Installed): Engine => {
    const programs = started.get(path) ?? createPrograms(start());
    started.set(path, programs);
    return programs.over(file, config);
  };

  const keep = (asked: Asked, file: string, question: Question): Kept | undefined => {
    const typescript = installedFor(file);
    if (!typescript || unasked.has(typescript.path)) return undefined;
    try {
      const config = governing(file);
      const { found, files } = ask(asked, question, file, engineFor(file, config, typescript));
      return { found, files: new Map([...(config === undefined ? [] : [config]), ...files].map((path) => [path, textOf(path)])) };
    } catch (error) {
      // Whatever it threw, it does not answer: it is named, and not asked again.
      const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      unasked.set(typescript.path, { version: typescript.version, reason, file: question.file });
      return undefined;
    }
  };

  const answer = (asked: Asked, question: Question): Answer<Found> | undefined => {
    const file = resolve(folder, question.file);
    const key = `${asked} ${file} ${question.rests}`;
    const before = answers.get(key);
    const kept = before && [...before.files].every(([path, text]) => textOf(path) === text) ? before : keep(asked, file, question);
    if (!kept) return undefined;
    answers.set(key, kept);
    return { type: kept.found, files: [...kept.files.keys()] };
  };

  return {
    generator: (question) => answer('generator', question),
    annotation(question) {
      const found = answer('annotation', question);
      return found && { ...found, type: found.type.returned ?? unknownType() };
    },
    unasked: () => [...unasked.values()],
  };
}

function textOf(path: string): string | undefined {
  return isFileOnDisk(path) ? readFileSync(path, 'utf8') : undefined;
}

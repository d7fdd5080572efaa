/**
 * In: a file. Out: what the tsconfig.json (or jsconfig.json) that holds for it says of where imports lead. The library that reads
 * these files is loaded only for one that can say anything about it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type * as Library from 'get-tsconfig';
import { UsageError } from '../command.ts';
import { isFileOnDisk, isFolder } from '../read/stat.ts';

export interface Config {
  /** Where a specifier may lead by `paths` and `baseUrl`: paths without an ending as often as with one. */
  readonly aliases: (specifier: string) => readonly string[];
  /** Where a path of a file may lead besides, by `rootDirs`. */
  readonly beside: (path: string) => readonly string[];
  readonly conditions: readonly string[];
  /** The folders that are compiled into others, by the folder that they are compiled into. */
  readonly sources: ReadonlyMap<string, string>;
}

export type ConfigOf = (file: string) => Config;

/** It holds what it has read: make a new one when a tsconfig has changed. `UsageError` where one cannot be read. */
export function createConfigs(): ConfigOf {
  const found = new Map<string, string | undefined>();
  const read = new Map<string, readonly ReadConfig[]>();

  const findIn = (folder: string): string | undefined => {
    if (!found.has(folder)) {
      const here = NAMES.map((name) => join(folder, name)).find(isFileOnDisk);
      found.set(folder, here ?? (dirname(folder) === folder ? undefined : findIn(dirname(folder))));
    }
    return found.get(folder);
  };
  return (file) => {
    const path = findIn(dirname(file));
    if (path === undefined) return silent;
    if (!read.has(path)) read.set(path, readConfig(path));
    const configs = read.get(path)!;
    // Of projects that are only listed, the one that has the file; else the config that lists them.
    return (configs.find(({ has }, index) => index > 0 && has(file)) ?? configs[0]!).config;
  };
}

interface ReadConfig {
  readonly config: Config;
  readonly has: (file: string) => boolean;
}

const NAMES = ['tsconfig.json', 'jsconfig.json'];
const silent: Config = { aliases: () => [], beside: () => [], conditions: [], sources: new Map() };

/** A config that mentions none of these leads no import anywhere. */
const SPEAKS = /"(?:paths|baseUrl|extends|references|rootDirs|customConditions|outDir|declarationDir)"/;

/** The config itself, then those it refers to. */
function readConfig(path: string): readonly ReadConfig[] {
  if (!SPEAKS.test(readFileSync(path, 'utf8'))) return [{ config: silent, has: () => true }];
  const library = createRequire(import.meta.url)('get-tsconfig') as typeof Library;
  const cache = new Map<string, string>();
  const parse = (at: string): Library.TsConfigResult => {
    try {
      return { path: at, config: library.parseTsconfig(at, cache) };
    } catch (error) {
      throw new UsageError(`${at} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const own = parse(path);
  const listed = (own.config.references ?? []).map((reference) => parse(configAt(resolve(dirname(path), reference.path))));
  return [own, ...listed].map((result) => ({ config: configOf(result, library), has: (file) => library.createFilesMatcher(result)(file) !== undefined }));
}

function configAt(path: string): string {
  return isFolder(path) ? join(path, 'tsconfig.json') : path;
}

function configOf(result: Library.TsConfigResult, library: typeof Library): Config {
  const { compilerOptions = {} }: Library.TsConfigJsonResolved = result.config;
  const folder = dirname(result.path);
  const rootDirs = (compilerOptions.rootDirs ?? []).map((dir) => resolve(folder, dir));
  const rootDir = compilerOptions.rootDir && resolve(folder, compilerOptions.rootDir);
  const written = [compilerOptions.outDir, compilerOptions.declarationDir].filter((dir) => dir !== undefined).map((dir) => resolve(folder, dir));
  return {
    aliases: library.createPathsMatcher(result) ?? silent.aliases,
    beside: (path) => rootDirs.filter((dir) => isWithin(path, dir)).flatMap((dir) => rootDirs.filter((other) => other !== dir).map((other) => join(other, relative(dir, path)))),
    conditions: compilerOptions.customConditions ?? [],
    sources: new Map(rootDir === undefined ? [] : written.map((dir) => [dir, rootDir])),
  };
}

export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !/^\.\.[\\/]/.test(way) && resolve(folder, way) === resolve(path);
}

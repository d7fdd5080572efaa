/**
 * The disk for a watcher: each file is read once until it is told that it may be another, and a module that does not parse is what it was
 * when it last did. What stands in the broken text is told beside.
 */
import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Host } from '../../host.ts';
import { parseModule } from '../../syntax/parse.ts';

export interface Texts {
  /** What the compiler reads. */
  readonly host: Host;
  /** What is on the disk, broken or not. */
  readonly real: Host;
  /** A round begins: a file that is not read in it is none of the project's any more. */
  begin(): void;
  /** What is wrong with the files that are read in this round, and not as they are. */
  broken(): readonly Diagnostic[];
  /** Every path that was read or looked for, absolute. */
  asked(): Iterable<string>;
  /** Whether the file, of an absolute path, was read, or looked for where a path leads. */
  hasRead(path: string): boolean;
  /** Something has happened to the file, or it is there or gone. Gives whether its text is another. */
  touch(path: string): boolean;
  /** Files are there or gone: imports may mean something else. */
  forgetMeanings(): void;
}

interface Text {
  readonly real: string | undefined;
  /** The last text that parsed, where the real one does not. */
  readonly good: string | undefined;
  readonly wrong: readonly Diagnostic[];
}

/** `looked`: the files that were looked for besides, absolute; there may come to be more. */
export function createTexts(disk: Host, folder: string, looked: ReadonlySet<string> = new Set()): Texts {
  const texts = new Map<string, Text>();
  const meanings = new Map<string, string | undefined>();
  const names = new Map<string, Set<string>>();
  const used = new Set<string>();

  const read = (path: string, before?: Text): Text => {
    const real = disk.read(path);
    const good = before?.good ?? before?.real;
    if (real === undefined || good === undefined || !isModule(path)) return { real, good: undefined, wrong: [] };
    const { module, diagnostics } = parseModule(path, real);
    return module ? { real, good: undefined, wrong: [] } : { real, good, wrong: diagnostics };
  };
  const textAt = (path: string): Text => {
    const known = texts.get(path);
    if (known) return known;
    const whole = resolve(folder, path);
    names.set(whole, (names.get(whole) ?? new Set()).add(path));
    const text = read(path);
    texts.set(path, text);
    return text;
  };

  return {
    host: {
      read(path) {
        used.add(path);
        const { real, good } = textAt(path);
        return good ?? real;
      },
      resolve: disk.resolve && ((specifier, fromPath) => {
        const key = `${fromPath}\n${specifier}`;
        if (!meanings.has(key)) meanings.set(key, disk.resolve?.(specifier, fromPath));
        return meanings.get(key);
      }),
      ...(disk.types ? { types: disk.types } : {}),
    },
    real: { read: (path) => textAt(path).real },
    begin: () => used.clear(),
    broken: () => [...texts].flatMap(([path, { wrong }]) => (used.has(path) ? wrong : [])),
    asked: () => new Set([...names.keys(), ...looked]),
    hasRead: (path) => names.has(path),
    touch(whole) {
      let isOther = false;
      for (const path of names.get(whole) ?? []) {
        const before = texts.get(path);
        const now = read(path, before);
        texts.set(path, now);
        isOther ||= now.real !== before?.real;
      }
      return isOther;
    },
    forgetMeanings: () => meanings.clear(),
  };
}

/** Also a table in JSON. */
function isModule(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|json)$/.test(path);
}

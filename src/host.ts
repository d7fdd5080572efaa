/** What the pure rooms need from outside: passed in, so that they run in a browser and a test needs no disk. */
import type { Type } from './chart/type.ts';

export interface Host {
  /** The text of the file, or nothing where there is none. Paths are as they were given, with `/`. */
  read(path: string): string | undefined;
  /**
   * The path of the file of the project that an import means: an alias, a package of the same repository. Nothing for any other package.
   * Asked only for what is not a path, or is one at which there is nothing. Without it, every such import is of a package.
   *
   *     host.resolve('@/table', 'machines/light.ts') // 'src/table.ts'
   */
  resolve?(specifier: string, fromPath: string): string | undefined;
  /** Whoever knows the types that are not written plainly: the user's own TypeScript. Without it, these are unknown. */
  readonly types?: Types;
}

/**
 * The user's own TypeScript. It is asked only for what our own reading leaves unknown, and should start no sooner. There is no
 * answer where there is no TypeScript, or it cannot be asked; where it knows no more either, the answer says so.
 *
 *     host.types?.generator({ file: 'light.ts', start: 7, end: 80, rests: '…' })?.type.received?.text // "'next' | 'stop'"
 */
export interface Types {
  /** What the generator function that ends at `end` yields, returns and receives; what it does not know is left out. */
  generator(question: Question): Answer<GeneratorTypes> | undefined;
  /** The type that the annotation from `start` to `end` means; unknown, where it does not know. */
  annotation(question: Question): Answer<Type> | undefined;
  /** The TypeScripts that were needed and there, but could not be asked: each once, in the order in which they were needed. */
  unasked(): readonly Unasked[];
}

export interface Question {
  /** As it was given to `read`. */
  readonly file: string;
  /** UTF-16 offsets into its text. */
  readonly start: number;
  readonly end: number;
  /** All the text of the project's own modules that the answer can depend on. While it is the same, an answer is kept, wherever in the file it is asked. */
  readonly rests: string;
}

export interface Answer<T> {
  /** Its texts mean the same at the top of the file. */
  readonly type: T;
  /**
   * What else it rests on, beside `rests`: the settings, the packages, files that declare something for all. Paths as `read`
   * takes them, of files that may not be there yet. An answer is kept while all of them have the same text.
   */
  readonly files: readonly string[];
}

export interface GeneratorTypes {
  readonly yielded?: Type;
  readonly returned?: Type;
  readonly received?: Type;
}

export interface Unasked {
  readonly version: string;
  /** Why, as the end of a sentence. */
  readonly reason: string;
  /** The first file that needed it. */
  readonly file: string;
}

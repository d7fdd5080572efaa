/** What the pure rooms need from outside: passed in, so that they run in a browser and a test needs no disk. */
export interface Host {
  /** The text of the file, or nothing where there is none. Paths are as they were given, with `/`. */
  read(path: string): string | undefined;
}

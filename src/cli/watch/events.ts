/** What happens to files, one by one in; what has happened, once it is quiet for a moment, out. */

export interface Events {
  /** A file changed; or it has come or gone. */
  note(path: string, comeOrGone: boolean): void;
  /** A key was pressed, or the end was asked for. */
  press(key: string): void;
  /** Whether the end has been asked for by now. */
  isEndAskedFor(): boolean;
  /** The next that happens, with all that came with it. */
  next(): Promise<Happened>;
}

export interface Happened {
  readonly paths: ReadonlySet<string>;
  readonly comeOrGone: boolean;
  readonly keys: ReadonlySet<string>;
}

export function createEvents(quiet = QUIET): Events {
  const now = { paths: new Set<string>(), comeOrGone: false, keys: new Set<string>() };
  const waiting: { timer?: NodeJS.Timeout; wake: () => void } = { wake: () => undefined };
  const isNone = (): boolean => now.paths.size === 0 && now.keys.size === 0;
  const soon = (after: number): void => {
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(() => waiting.wake(), after);
  };
  return {
    note(path, comeOrGone) {
      now.paths.add(path);
      now.comeOrGone ||= comeOrGone;
      soon(quiet);
    },
    press(key) {
      now.keys.add(key);
      soon(0);
    },
    isEndAskedFor: () => now.keys.has('q'),
    async next() {
      if (!isNone()) soon(quiet);
      await new Promise<void>((done) => void (waiting.wake = done));
      waiting.wake = () => undefined;
      const happened: Happened = { paths: new Set(now.paths), comeOrGone: now.comeOrGone, keys: new Set(now.keys) };
      now.paths.clear();
      now.keys.clear();
      now.comeOrGone = false;
      return happened;
    },
  };
}

/** Milliseconds: a program that writes several files is not answered in the middle. */
const QUIET = 25;

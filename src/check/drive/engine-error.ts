/**
 * Whether the engine itself made a TypeError, or the user's code did. The engine's words name variables (`items.at is not a
 * function`), which a machine and what is written for it may call otherwise: two such errors are compared by their class.
 *
 * The global `TypeError` is replaced for a time by one that remembers what it made; the engine does not ask it.
 */
const watchers = new WeakSet<object>();
const made = new WeakSet<object>();

/** Does all of `work` while it is remembered which TypeErrors code makes. `work` must not be asynchronous. */
export function watchingTypeErrors<T>(work: () => T): T {
  const real = globalThis.TypeError;
  const keep = <E extends object>(error: E): E => {
    made.add(error);
    return error;
  };
  const watcher = new Proxy(real, {
    construct: (target, args, maker) => keep(Reflect.construct(target, args, maker) as object),
    apply: (target, _, args: [string?, ErrorOptions?]) => keep(target(...args)),
  });
  watchers.add(watcher);
  globalThis.TypeError = watcher;
  try {
    return work();
  } finally {
    globalThis.TypeError = real;
  }
}

/** Whether it is a TypeError that no code made. False where nobody watched: then it is not known. */
export function isEngineError(error: unknown): boolean {
  return watchers.has(globalThis.TypeError) && error instanceof TypeError && Object.getPrototypeOf(error) === TypeError.prototype && !made.has(error);
}

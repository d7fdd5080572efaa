/** The global doors to the outside, and what stands in their place while a machine is checked. */
import type { Answer, Replace } from './recorders.ts';

const nothing: readonly Answer[] = [() => undefined];
const someId: readonly Answer[] = [() => 1];

/** Global functions by their path, and what they can answer. What a host does not have is left out. */
const doors: Readonly<Record<string, readonly Answer[]>> = {
  ...Object.fromEntries(['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir', 'group', 'groupEnd', 'time', 'timeEnd', 'assert', 'count'].map((name) => [`console.${name}`, nothing])),
  setTimeout: someId,
  setInterval: someId,
  setImmediate: someId,
  requestAnimationFrame: someId,
  clearTimeout: nothing,
  clearInterval: nothing,
  clearImmediate: nothing,
  cancelAnimationFrame: nothing,
  queueMicrotask: nothing,
  fetch: [() => Promise.resolve(undefined)],
  alert: nothing,
  confirm: [() => false, () => true],
  prompt: [() => null, () => 'text'],
  'Math.random': [() => 0.5, () => 0, () => 0.999],
  'crypto.randomUUID': [() => '00000000-0000-4000-8000-000000000000'],
  'process.exit': nothing,
  'process.stdout.write': [() => true],
  'process.stderr.write': [() => true],
};

/** Replaces nothing: for a check that runs the real ones. */
export const replaceNothing: Replace = () => () => {};

export const replaceGlobals: Replace = (recorders, tick) => {
  const undo = Object.entries(doors).map(([path, answers]) => replaceAt(path, () => recorders.recorder(path, answers)));
  undo.push(replaceAt('Date', (real) => scriptedDate(real as DateConstructor, tick)), replaceAt('performance.now', () => tick));
  return () => {
    for (const back of undo) back();
  };
};

/** Puts what `make` gives at the path, and gives the way back; nothing happens where the path leads nowhere. */
function replaceAt(path: string, make: (real: unknown) => unknown): () => void {
  const names = path.split('.');
  const last = names.pop()!;
  const owner = names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], globalThis);
  if (!isObject(owner)) return () => {};
  const own = Object.getOwnPropertyDescriptor(owner, last);
  const real: unknown = Reflect.get(owner, last);
  if (typeof real !== 'function' || own?.configurable === false) return () => {};
  Object.defineProperty(owner, last, { value: make(real), configurable: true, writable: true, enumerable: own?.enumerable ?? false });
  return () => {
    if (own) Object.defineProperty(owner, last, own);
    else Reflect.deleteProperty(owner, last);
  };
}

/** `Date` as it is, but for what time it is now. */
function scriptedDate(real: DateConstructor, tick: () => number): DateConstructor {
  return new Proxy(real, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [tick()] : args, made) as Date,
    apply: () => new real(tick()).toString(),
    get: (target, key) => (key === 'now' ? tick : Reflect.get(target, key)),
  });
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

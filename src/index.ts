/**
 * `yieldchart`: the runtime. A machine is a generator function; this runs it as a coroutine. Safe in a browser, and
 * without any dependency.
 */
export { create, start } from './runtime/coroutine.ts';
export type { AnyMachine, Coroutine, CoroutineOf, Machine, SendArguments, Status } from './runtime/coroutine.ts';
export { CoroutineError } from './runtime/error.ts';
export { pipe } from './runtime/pipe.ts';
export type { Stage } from './runtime/pipe.ts';
export { primed } from './runtime/primed.ts';

/** Waits once and ends. Shows the whole life of a coroutine: created, suspended, running, closed. */
export function* simpleCoroutine(out: (line: string) => void = console.log): Generator<undefined, void, unknown> {
  out('-> coroutine started');
  const value = yield;
  out(`-> coroutine received: ${value}`);
}

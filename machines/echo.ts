/** Repeats what it is sent, forever. Shows a state that names nothing, any event at all, and an effect. */
export function* echo(out: (line: string) => void = console.log): Generator<undefined, never, unknown> {
  while (true) {
    const value = yield;
    out(`Echo: ${value}`);
  }
}

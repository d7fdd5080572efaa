/** Prints the squares of the even numbers it is sent. Shows a guard on a bare value: the odd ones change nothing. */
export function* filterAndSquare(out: (line: string) => void = console.log): Generator<undefined, never, number> {
  while (true) {
    const number = yield;
    if (number % 2 === 0) out(`Even squared: ${number ** 2}`);
  }
}

/**
 * Recursion that goes as deep as code is nested, which may be deeper than the stack: a generator yields the call that it
 * wants to make, and is resumed with what that returns. The calls that wait stand in a list.
 *
 *     function* depth(node: Node): Descent<number> {
 *       let most = 0;
 *       for (const child of children(node)) most = Math.max(most, yield depth(child));
 *       return most + 1;
 *     }
 *     descend(depth(program));
 *
 * Such a function stands at the top of its file. Of one that is made at each call V8 keeps a hidden class, and with it all that the
 * function closes over, until old memory is swept.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- what a call returns is of its own type, each time another
export type Descent<T> = Generator<Descent<unknown>, T, any>;

/** What the call returns in the end. What any of them throws is thrown here, past the others. */
export function descend<T>(start: Descent<T>): T {
  const waiting: Descent<unknown>[] = [start];
  for (let answer: unknown; ; ) {
    const { value, done } = waiting.at(-1)!.next(answer);
    answer = undefined;
    if (!done) waiting.push(value as Descent<unknown>);
    else {
      waiting.pop();
      if (waiting.length === 0) return value as T;
      answer = value;
    }
  }
}

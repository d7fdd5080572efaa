/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// Undeclared events: the string 'a' and objects of type 'a' are both asked for.
export function* m(out) {
  let tries = 0;
  while (true) {
    const event1 = yield 'A';
    if (event1 === 'a') {} else {
      tries = 0;
    }
    tries += 0;
    if (event1?.type === 'a') {} else {
      if (event1?.type === 'a') {} else {
        out('x');
      }
    }
  }
}

export const events = [() => 'a', () => ({ type: 'a', n: 3 }), () => 7, () => null];

/** The average of all numbers sent so far. Shows context that no state's name depends on, and a sentinel that ends it. */
export function* runningAverage(): Generator<number | null, void, number | null> {
  let total = 0, count = 0;
  let average: number | null = null;
  while (true) {
    const value = yield average;
    if (value === null) break;
    total += value;
    count += 1;
    average = total / count;
  }
}

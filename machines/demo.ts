/** Three steps, of which the first two can be interrupted. Shows an error thrown in, caught, and gone on from. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

export function* demo(): Generator<string, void, unknown> {
  try {
    yield 'Start';
    yield 'Middle';
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    yield 'Caught ValueError!';
  }
  yield 'End';
}

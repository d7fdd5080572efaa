/** Where a command reads and writes: given, so that a test needs no process. */

export interface Terminal {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** What was asked for. */
  readonly out: Stream;
  /** What is said about it: diagnostics, progress. */
  readonly err: Stream;
}

export interface Stream {
  write(text: string): void;
  /** Whether a person watches: then there is progress. */
  readonly live: boolean;
  readonly colour: boolean;
}

/** What was asked for cannot be handed over: the disk behind the output is full. Neither the caller's mistake nor ours. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Text as whole lines. */
export function print(stream: Stream, text: string): void {
  if (text !== '') stream.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** JSON as other programs read it. */
export function printJson(stream: Stream, value: unknown): void {
  stream.write(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** In: what went wrong that should not be possible. Out: words that put it on us, and what a report needs. */
import { version } from '../version.ts';

/** `doing` is the command line, or the part of the work that failed. */
export function bugWords(error: unknown, doing: string): string {
  return [
    'This is our bug, not yours: something went wrong that should not be possible.',
    'Please report it with what is below, and the file it happened on.',
    '',
    `yieldchart ${version()}, Node ${process.version}, ${process.platform} ${process.arch}`,
    doing,
    '',
    traced(error),
  ].join('\n');
}

function traced(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = error.stack ?? error.message;
  return error.cause === undefined ? trace : `${trace}\ncaused by ${traced(error.cause)}`;
}

/** In: a machine. Out: the text of it that is shown beside its picture. */
import type { Machine } from '../../compile.ts';
import { Bug } from '../../diagnostic/diagnostic.ts';
import type { Reading } from './read.ts';

/** The machine's own text; all of the file where it is the only machine there: what stands around it explains it. */
export function sourceOf({ file, span }: Machine, { host, machines }: Reading): string {
  const text = host.read(file);
  if (text === undefined) throw new Bug(`${file} was compiled, and is not there`);
  return machines.filter((machine) => machine.file === file).length === 1 ? text : text.slice(span.start, span.end);
}

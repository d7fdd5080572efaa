/** `--partial` is promised and not there yet: it says so, rather than draw a chart that is silently whole. */
import { type Call, type Option, UsageError } from './command.ts';

export const partialOption: Option = { type: 'boolean', says: 'draw what could be followed of a refused machine (not supported yet)' };

export function refusePartial({ options }: Call): void {
  if (options['partial']) throw new UsageError('--partial is not supported yet: a machine that the compiler cannot follow is refused whole.');
}

/** Work in; its result, or what is said where it takes too long, out. Only `vm` can stop a loop from outside. */
import { runInThisContext } from 'node:vm';
import { isTimeout } from './drive.ts';

/** Does the work, or says what it is when that takes longer than `patience` milliseconds; where others had the processor, it is done again. */
export function patiently<T>(patience: number, work: () => T, late: () => T): T {
  const before = process.cpuUsage();
  const isBusy = (): boolean => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 > patience / 2;
  };
  const inVain = (): T => (isBusy() ? late() : patiently(patience * 3, work, late));
  let result: T;
  const holder = globalThis as unknown as { fuzzWork?: () => void };
  holder.fuzzWork = () => {
    result = work();
  };
  try {
    runInThisContext('fuzzWork()', { timeout: patience });
    return result!;
  } catch (error) {
    if (isTimeout(error)) return inVain();
    throw error;
  } finally {
    delete holder.fuzzWork;
  }
}

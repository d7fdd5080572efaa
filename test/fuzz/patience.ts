/** Work in; its result, or what is said where it takes too long, out. Only `vm` can stop a loop from outside. */
import { runInThisContext } from 'node:vm';
import { isTimeout } from './drive.ts';

/** Does the work, or says what it is when that takes longer than `patience` milliseconds. */
export function patiently<T>(patience: number, work: () => T, late: () => T): T {
  let result: T;
  const holder = globalThis as unknown as { fuzzWork?: () => void };
  holder.fuzzWork = () => {
    result = work();
  };
  try {
    runInThisContext('fuzzWork()', { timeout: patience });
    return result!;
  } catch (error) {
    if (isTimeout(error)) return late();
    throw error;
  } finally {
    delete holder.fuzzWork;
  }
}

/** What a coroutine says when it is used in a state that does not allow it: the one error the runtime makes itself. */
import type { Status } from './coroutine.ts';

/**
 * Thrown by `send` to a coroutine that is not started, running or closed, and by `start` of one that is not new.
 * A raw generator would swallow a value sent before the start, and one sent after the end.
 *
 * @example
 * const light = create(trafficLight);
 * try { light.send('next'); } catch (error) { (error as CoroutineError).status; } // 'created'
 */
export class CoroutineError extends Error {
  override readonly name = 'CoroutineError';
  /** The status the coroutine was in. */
  readonly status: Status;

  constructor(machine: string, attempt: 'send' | 'start', status: Status) {
    super(`cannot ${attempt}: ${machine || 'the coroutine'} ${situation[status]}`);
    this.status = status;
  }
}

const situation: Readonly<Record<Status, string>> = {
  created: 'is not started (call start() first)',
  suspended: 'is already started',
  running: 'is running (a machine cannot be resumed by what it calls)',
  closed: 'is closed',
};

import { Priority, type Change } from './priority.ts';

/** A ticket, which is as urgent as it was last said to be. */
export function* ticket(): Generator<Priority | 'closed', void, Change<Priority>> {
  let priority = Priority.Low;
  while (true) {
    const change: Change<Priority> = yield priority;
    if (change.type === 'close') break;
    priority = change.to;
  }
  while ((yield 'closed').type !== 'close');
}

import type { support } from '@shop/events';
import { transferred } from '~/transfer';

export type Team = support.Team | 'first line';

/** Remembers who was asked. */
export function note(team: Team): void {
  console.log(`to ${team}`);
}

/** A chat with a customer, who may be passed on once. */
export function* chat(): Generator<'waiting' | 'talking' | 'passed on', 'closed', support.ChatEvent> {
  while (true) {
    const event = yield 'waiting';
    if (event.type === 'close') return 'closed';
    if (event.type === 'message') break;
  }
  while (true) {
    const event = yield 'talking';
    if (event.type === 'close') return 'closed';
    if (event.type === 'transfer') return yield* transferred(event.to);
  }
}

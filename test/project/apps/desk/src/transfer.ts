import type { support } from '@shop/events';
import { note, type Team } from './chat.ts';

/** The rest of a chat that was passed on. */
export function* transferred(to: Team): Generator<'passed on', 'closed', support.ChatEvent> {
  note(to);
  while ((yield 'passed on').type !== 'close');
  return 'closed';
}

import * as chats from '~/chat';
import { lift } from './lift.ts';

/** What the desk works with. */
export const machines = { support: chats.chat, queue: lift };
export * from './ticket.ts';
export { shelf } from './shelf.ts';

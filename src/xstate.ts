/** `yieldchart/xstate`: the bridge between the generator protocol and XState's actors. */
export { returned, sent, thrown } from './bridge/event.ts';
export type { BareEvent, ReturnedEvent, SentEvent, ThrownEvent } from './bridge/event.ts';
export { fromCoroutine } from './bridge/from-coroutine.ts';
export type { CoroutineLogic, CoroutineSnapshot, InputOf } from './bridge/from-coroutine.ts';
export { yielded } from './bridge/yielded.ts';

import { setup } from 'xstate';

export const liftMachine = setup({
  types: { events: {} as { type: 'call' } | { type: 'send' } | { type: 'fault'; code: number } | { type: 'reset' } },
}).createMachine({
  initial: 'down',
  states: {
    down: { on: { call: 'up' } },
    up: { on: { send: 'down', fault: 'stuck', reset: 'down' } },
    stuck: { on: { reset: 'down' } },
  },
});

/** check --against: a generator that asks for work, and an XState machine that invokes an actor for it. */
import { beforeAll, expect, test } from 'vitest';
import { folderOf, yieldchart } from './terminal.ts';

const user = `type Event = { type: 'FETCH'; id: string } | { type: 'LOADED' };
export function* user(load: (id: string) => void): Generator<'idle' | 'loading' | 'success', never, Event> {
  while (true) {
    const event = yield 'idle';
    if (event.type !== 'FETCH') continue;
    load(event.id);
    while ((yield 'loading').type !== 'LOADED');
    yield 'success';
  }
}
`;
const machine = `import { fromPromise, setup } from 'xstate';
export const userMachine = setup({
  types: { events: {} as { type: 'FETCH'; id: string } },
  actors: { load: fromPromise(async ({ input }: { input: { id: string } }) => (await fetch('/users/' + input.id)).json()) },
}).createMachine({
  initial: 'idle',
  states: {
    idle: { on: { FETCH: 'loading' } },
    loading: { invoke: { src: 'load', input: ({ event }) => ({ id: (event as { id: string }).id }), onDone: 'success' } },
    success: {},
  },
});
`;

let cwd: string;
beforeAll(() => {
  cwd = folderOf({ 'user.ts': user, 'user.machine.ts': machine });
});

test('shows the run on which nothing outside fails, where there is one as short', async () => {
  const { exit, out } = await yieldchart('check user.ts --against user.machine.ts', cwd);
  expect(exit).toBe(1);
  expect(out).toMatch(/≠ send\(\{ type: 'FETCH', id: '\w*' \}\).*\n {6}generator {2}yields 'loading'; load\('\w*'\)\n {6}machine {4}is in loading; fetch\('\/users\/\w*'\)/);
});

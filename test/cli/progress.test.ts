import { expect, test } from 'vitest';
import { progress } from '../../src/cli/say/progress.ts';

function watched(live: boolean, times: readonly number[]): string {
  let text = '';
  const clock = [...times];
  const shown = progress({ write: (more) => void (text += more), live, colour: false }, 3, () => clock.shift()!);
  for (const name of ['a', 'b', 'c']) shown.step(name);
  shown.end();
  return text;
}

test('work of less than a second says nothing', () => {
  expect(watched(true, [0, 10, 400, 999])).toBe('');
});

test('longer work shows where it is, and wipes its line when done', () => {
  expect(watched(true, [0, 10, 1000, 2000])).toBe('\r\u001b[2K2 of 3: b\r\u001b[2K3 of 3: c\r\u001b[2K');
});

test('where nobody watches there is no progress', () => {
  expect(watched(false, [])).toBe('');
});

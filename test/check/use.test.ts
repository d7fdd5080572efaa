/** What is made of an event or an argument that no type describes: what the code reads of it. */
import { describe, expect, test } from 'vitest';
import { usesIn } from '../../src/check/inputs/use.ts';
import { compile } from '../../src/compile.ts';
import { folderOf, yieldchart } from '../cli/terminal.ts';

const uses = (source: string) => usesIn(compile(['m.js'], { read: (path) => (path === 'm.js' ? source : undefined) }).machines[0]!.chart!);
const any = { kind: 'any' };
const field = (name: string, type: object = any) => ({ name, type, optional: false });

describe('a value is what is read of it', () => {
  test.each([
    ['event.stop', { kind: 'object', fields: [field('stop')] }],
    ['event.left > 3', { kind: 'object', fields: [field('left', { kind: 'number' })] }],
    ['3 < event.left', { kind: 'object', fields: [field('left', { kind: 'number' })] }],
    ['event.length > 3', { kind: 'array', element: any }],
    ["event.startsWith('a')", { kind: 'string' }],
    ["event.items.includes('a')", { kind: 'object', fields: [field('items', { kind: 'array', element: any })] }],
    ['event.user.name', { kind: 'object', fields: [field('user', { kind: 'object', fields: [field('name')] })] }],
  ])('%s', (condition, type) => {
    expect(uses(`export function* m() { while (true) { const event = yield 'a'; if (${condition}) yield 'b'; } }`).event).toEqual({ type, asked: false });
    expect(uses(`export function* m(event) { yield 'a'; if (${condition}) yield 'b'; }`).parameters.get('event')).toEqual({ type, asked: false });
  });

  test('of members that are taken apart, too, and where it is kept for later', () => {
    expect(uses("export function* m(log) { const { user, id: key } = yield 'a'; log(user, key); yield 'b'; }").event?.type).toMatchObject({ fields: [field('user'), field('id')] });
    expect(uses("export function* m() { const event = yield 'a'; yield 'b'; if (event.stop) yield 'c'; }").event?.type).toMatchObject({ fields: [field('stop')] });
  });

  test('and nothing is known of one that is only asked for, or passed on', () => {
    expect(uses("export function* m(log) { const event = yield 'a'; log(event); if (event) yield 'b'; }").event).toBeUndefined();
  });

  test('it may be nothing where the code asks first', () => {
    expect(uses("export function* m() { const event = yield 'a'; if (event && event.stop) yield 'b'; }").event).toMatchObject({ asked: true });
    expect(uses("export function* m() { const event = yield 'a'; if (event?.stop) yield 'b'; }").event).toMatchObject({ type: { fields: [field('stop')] }, asked: true });
  });
});

test('machines in plain JavaScript are checked on all their arrows: no type says what they are given', { timeout: 60_000 }, async () => {
  const cwd = folderOf({
    'm.js': [
      "export function* stops() { while (true) { const { stop } = yield 'a'; if (stop) return; yield 'b'; } }",
      "export function* fast(options) { yield 'a'; if (options.fast) yield 'b'; }",
      "export function* many(list) { yield 'a'; if (list.length > 4) yield 'b'; }",
      "export function* ready() { while (true) { const event = yield 'a'; if (event.type === 'go' && event.count > 2) yield 'b'; } }",
      "export function* later() { let last = yield 'a'; while (true) { if (last.fast) yield 'b'; last = yield 'c'; } }",
      '',
    ].join('\n'),
  });
  const { exit, out } = await yieldchart('check m.js', cwd);
  expect(out.trimEnd().split('\n').slice(2).map((line) => line.split(/\s+/).filter((word) => /^[a-z]+$/.test(word)))).toEqual([['stops', 'same'], ['fast', 'same'], ['many', 'same'], ['ready', 'same'], ['later', 'same']]);
  expect(exit).toBe(0);
});

/** --max-values reaches the compiler from every command that compiles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, yieldchart } from './terminal.ts';

/** Twenty states where their names may be control, else one. */
const bell = "export function* bell(): Generator<string, void, 'ring'> {\n  for (let count = 0; count < 20; count++) yield `rung ${count}`;\n}\n";
const cwd = folderOf({ 'bell.ts': bell });

test.each(['20', '1000', '99999999999'])('%s is enough for twenty states', async (limit) => {
  const { exit, out } = await yieldchart(`list bell.ts --max-values ${limit} --json`, cwd);
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ machines: [{ states: 21 }] });
});

test('list counts what is left, and says nothing of it', async () => {
  expect(JSON.parse((await yieldchart('list bell.ts --max-values 19 --json', cwd)).out)).toMatchObject({ machines: [{ states: 2 }] });
});

test('export and compile draw it, and say why', async () => {
  const { exit, out, err } = await yieldchart('export bell.ts --to mermaid --max-values 19', cwd);
  expect(exit).toBe(0);
  expect(out).toContain('[*] --> waiting\n');
  expect(err).toContain('(`count` is context: it has more than 19 values)');
  expect((await yieldchart('compile bell.ts --out drawn --max-values 19', cwd)).exit).toBe(0);
  expect(readFileSync(join(cwd, 'drawn', 'bell.mmd'), 'utf8')).toBe(out);
  expect((await yieldchart('compile bell.ts --out drawn --check', cwd)).exit).toBe(1);
  expect((await yieldchart('compile bell.ts --out drawn --check --max-values=19', cwd)).exit).toBe(0);
});

test('check holds against each other what it makes, also of another generator', async () => {
  const folder = folderOf({ 'bell.ts': bell, 'other.ts': bell });
  expect((await yieldchart('check bell.ts --max-values 19', folder)).out).toMatch(/^bell: same\n {2}2 states, /);
  const { exit, out } = await yieldchart('check bell.ts --against other.ts --max-values 19', folder);
  expect(exit).toBe(0);
  expect(out).toMatch(/^bell: same\n {2}2 states, /);
});

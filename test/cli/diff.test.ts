/** `yieldchart diff`: between two files of any kind, and between revisions of a real repository. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Ran, folderOf, yieldchart } from './terminal.ts';
import { repository } from './repository.ts';

const limits = (limit: number, body = "user !== 'eve'"): string => `
export const LIMIT = ${limit};
export function allowed(user: string): boolean { return ${body}; }
`;

const shop = (paid: string): string => `
import { LIMIT, allowed } from './limits.ts';
import { notify } from 'mailer';
type Event = { type: 'pay'; user: string } | { type: 'ship' } | { type: 'cancel' } | { type: 'refunded' };
/** A shop. */
export function* shop(): Generator<'cart' | 'paid' | 'refunding' | 'shipped', 'lost' | 'done', Event> {
  let tries = 0;
  while (true) {
    const event = yield 'cart';
    if (event.type !== 'pay') continue;
    tries += 1;
    if (tries > LIMIT) return 'lost';
    if (allowed(event.user)) break;
  }
  while (true) {
    const event = yield 'paid';
    ${paid}
  }
  while ((yield 'shipped').type !== 'cancel');
  return 'done';
}
`;

const before = shop("if (event.type === 'ship') break;");
const after = shop("if (event.type === 'ship') { notify(); break; } if (event.type === 'cancel') { while ((yield 'refunding').type !== 'refunded'); return 'lost'; }");

const light = (names: readonly string[], event = 'next'): string => `export function* light(): Generator<string, never, '${event}'> { while (true) { ${names.map((name) => `yield '${name}';`).join(' ')} } }\n`;

function shopRepository(): ReturnType<typeof repository> {
  const repo = repository();
  repo.commit('v1', { 'src/shop.ts': before, 'src/limits.ts': limits(3), 'light.ts': light(['RED', 'GREEN']) });
  return repo;
}

const text = ({ out, exit, err }: Ran): string[] => [`exit ${exit}`, ...err.split('\n').filter(Boolean), ...out.trimEnd().split('\n')];

describe('diff between revisions', () => {
  test('says what was added and changed, where, and after what', async () => {
    const repo = shopRepository();
    repo.write({ 'src/shop.ts': after });
    expect(text(await yieldchart('diff src/shop.ts --from v1', repo.folder))).toEqual([
      'exit 1',
      'shop: 4 differences',
      '  + The event `refunded` is new.',
      '  + `refunding` is new: there `refunded` ends the machine with `\'lost\'`.',
      '  In `paid`, after `pay` where `allowed(event.user)`:',
      '    ± `ship` now does `notify()` when it leads to `shipped`; before it did nothing.',
      '    + `cancel` now leads to `refunding`; before it was ignored.',
    ]);
    repo.commit('v2', {});
    expect(text(await yieldchart('diff src/shop.ts --from v2 --to v1', repo.folder)).slice(1)).toEqual([
      'shop: 4 differences',
      '  − The event `refunded` is gone.',
      '  − `refunding` is gone.',
      '  In `paid`, after `pay` where `allowed(event.user)`:',
      '    ± `ship` no longer does `notify()` when it leads to `shipped`.',
      '    − `cancel` is now ignored; before it led to `refunding`.',
    ]);
  });

  test('is none where only lines and names of variables differ, and then the exit code is 0', async () => {
    const repo = shopRepository();
    repo.write({ 'src/shop.ts': before.replaceAll('tries', 'attempts').replaceAll('event', 'sent').replace('/** A shop. */', '// Rewritten.'), 'src/limits.ts': `// Also.\n${limits(3)}` });
    expect(text(await yieldchart('diff src/shop.ts --from v1', repo.folder))).toEqual(['exit 0', 'shop: no difference in behaviour (3 configurations compared)']);
  });

  test('reads what is imported at the revision: another constant is a difference, a rewritten function is undecided', async () => {
    const repo = shopRepository();
    repo.write({ 'src/limits.ts': limits(5) });
    expect(text(await yieldchart('diff src/shop.ts --from v1', repo.folder))).toEqual(['exit 1', 'shop: 1 difference', '  ± `LIMIT` is now `5`; before `3`.']);
    repo.write({ 'src/limits.ts': limits(3, "user !== 'mallory'") });
    expect(text(await yieldchart('diff src/shop.ts --from v1', repo.folder))).toEqual(['exit 4', 'shop: undecided', '  No difference was found, but: `allowed` was rewritten, and whether that shows was not decided.']);
  });

  test('follows a helper through several modules', async () => {
    const repo = repository();
    const machine = "import { ok } from './a.ts';\nexport function* gate(): Generator<'shut' | 'open', never, { type: 'ask'; n: number }> { while (true) { const event = yield 'shut'; if (ok(event.n)) yield 'open'; } }\n";
    repo.commit('v1', { 'gate.ts': machine, 'a.ts': "export { ok } from './b.ts';", 'b.ts': "import { least } from './c.ts';\nexport const ok = (n: number) => n > least;", 'c.ts': 'export const least = 1;\nexport const other = 1;' });
    repo.write({ 'c.ts': 'export const least = 1;\nexport const other = 2;' });
    expect((await yieldchart('diff gate.ts --from v1', repo.folder)).exit).toBe(0);
    repo.write({ 'c.ts': 'export const least = 2;' });
    expect((await yieldchart('diff gate.ts --from v1', repo.folder)).exit).toBe(4);
  });

  test('works from a folder within, of a folder, and of one machine in a file', async () => {
    const repo = shopRepository();
    repo.write({ 'src/shop.ts': after, 'src/more/light.ts': light(['RED', 'GREEN']) });
    const within = join(repo.folder, 'src');
    expect(text(await yieldchart('diff shop.ts#shop --from v1', within)).slice(0, 2)).toEqual(['exit 1', 'shop: 4 differences']);
    expect(text(await yieldchart('diff ../light.ts --from HEAD', within))).toEqual(['exit 0', 'light: no difference in behaviour (2 configurations compared)']);
    expect(text(await yieldchart('diff . --from v1', within)).filter((line) => /^\w/.test(line))).toEqual(['exit 1', 'light: 1 difference', 'shop: 4 differences']);
    mkdirSync(join(repo.folder, 'empty'));
    expect(text(await yieldchart('diff .. --from v1', join(repo.folder, 'empty'))).filter((line) => /^\w/.test(line))).toEqual(['exit 1', 'light: no difference in behaviour (2 configurations compared)', 'light: 1 difference', 'shop: 4 differences']);
  });

  test('tells the machines of a file that is only in one of the two as new, or gone', async () => {
    const repo = shopRepository();
    repo.commit('v2', { 'new.ts': light(['ON', 'OFF']), 'light.ts': undefined });
    expect(text(await yieldchart('diff new.ts --from v1', repo.folder))).toEqual(['exit 1', 'light: 1 difference', '  + The machine `light` is new: it has `ON` and `OFF`.']);
    expect(text(await yieldchart('diff light.ts --from v1', repo.folder))).toEqual(['exit 1', 'light: 1 difference', '  − The machine `light` is gone.']);
    expect(text(await yieldchart('diff light.ts#light --from v1 --to v2', repo.folder)).at(-1)).toBe('  − The machine `light` is gone.');
  });

  test('reads a diagram at a revision', async () => {
    const repo = repository();
    repo.commit('v1', { 'light.mmd': 'stateDiagram-v2\n  [*] --> RED\n  RED --> GREEN : next\n  GREEN --> RED : next\n' });
    repo.write({ 'light.mmd': 'stateDiagram-v2\n  [*] --> RED\n  RED --> GREEN : next\n  GREEN --> GREEN : next\n' });
    expect(text(await yieldchart('diff light.mmd --from HEAD', repo.folder))).toEqual(['exit 1', 'light: 1 difference', '  In `GREEN`, after `next`:', '    − `next` now changes nothing; before it led to `RED`.']);
  });

  test('follows a link to a file, names that are not ASCII, and leaves the work tree and the index alone', async () => {
    const repo = repository();
    repo.write({ 'real/lämpchen.ts': light(['RED', 'GREEN']) });
    symlinkSync('real/lämpchen.ts', join(repo.folder, 'link.ts'));
    repo.commit('v1', {});
    repo.write({ 'real/lämpchen.ts': light(['RED', 'AMBER', 'GREEN']), 'staged.ts': '' });
    repo.git('add', 'staged.ts');
    const status = repo.git('status', '--porcelain');
    expect((await yieldchart('diff link.ts --from v1', repo.folder)).out).toContain('+ `AMBER` is new');
    expect((await yieldchart('diff real --from v1', repo.folder)).out).toContain('+ `AMBER` is new');
    expect(repo.git('status', '--porcelain')).toBe(status);
    expect(readFileSync(join(repo.folder, 'link.ts'), 'utf8')).toContain('AMBER');
  });

  test('says what is wrong: no repository, no such revision, no such file, a file outside', async () => {
    const repo = shopRepository();
    const wrong = async (line: string, cwd: string): Promise<string> => {
      const { exit, out, err } = await yieldchart(line, cwd);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      return err;
    };
    expect(await wrong('diff light.ts --from v1', folderOf({ 'light.ts': light(['A']) }))).toContain('A revision can only be read in a git repository, and this folder is in none.');
    expect(await wrong('diff light.ts --from v9', repo.folder)).toContain('There is no revision v9.\n');
    expect(await wrong('diff light.ts --from=-x', repo.folder)).toContain('There is no revision -x.');
    expect(await wrong('diff nothing.ts --from v1', repo.folder)).toContain('There is no machine in nothing.ts, or no such file. Neither at v1 nor in the work tree.');
    expect(await wrong('diff light.ts#dark --from v1', repo.folder)).toContain('There is no machine in light.ts#dark');
    expect(await wrong('diff ../x.ts --from v1', repo.folder)).toContain('../x.ts is outside the repository, so it has no revisions.');
    expect(await wrong('diff light.ts src/shop.ts --from v1', repo.folder)).toContain('--from compares two revisions of one FILE, so what is src/shop.ts for?');
    expect(await wrong('diff light.ts --to v1', repo.folder)).toContain('--from must say what the old one is.');
    expect(await wrong('diff light.ts', repo.folder)).toContain('diff needs OLD and NEW, or --from REV');
    expect(await wrong('diff light.ts nothing.ts', repo.folder)).toContain('There is no machine in nothing.ts, or no such file.');
  });

  test('reads XState JSON at a revision, and runs no module of one', async () => {
    const repo = repository();
    const config = (target: string): string => JSON.stringify({ id: 'light', initial: 'red', states: { red: { on: { next: target } }, green: { on: { next: 'red' } }, off: {} } });
    repo.commit('v1', { 'light.json': config('green'), 'light.ts': `import { createMachine } from 'xstate';\nexport const light = createMachine(${config('green')});\n` });
    repo.write({ 'light.json': config('off') });
    expect(text(await yieldchart('diff light.json --from v1', repo.folder))).toContain('    ± `next` now leads to `off`; before it led to `green`.');
    const { exit, err } = await yieldchart('diff light.ts --from v1', repo.folder);
    expect(exit).toBe(2);
    expect(err).toContain('light.ts has no generator, and at a revision no module is run to find an XState machine in it');
  });

  test('says of a clone without its history that there is more', async () => {
    const repo = shopRepository();
    repo.commit('v2', { 'light.ts': light(['RED']) });
    const clone = join(folderOf(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(repo.folder).href, clone], { stdio: 'ignore' });
    expect((await yieldchart('diff light.ts --from HEAD~1', clone)).err).toContain('There is no revision HEAD~1. This clone has only the newest ones: fetch more first');
  });

  test('says so where there is no git', async () => {
    const repo = shopRepository();
    const path = process.env['PATH'];
    process.env['PATH'] = repo.folder;
    try {
      expect((await yieldchart('diff light.ts --from v1', repo.folder)).err).toContain('git is needed to read a revision, and there is none on this machine.');
    } finally {
      process.env['PATH'] = path;
    }
  });
});

/** A whole project, as people have them: a monorepo of a shop, compiled and checked by the packed command, with each TypeScript installed and with none. */
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPackage, cliOf, packed, removeFolder, runProcess, type Process } from './package.ts';
import { filesIn } from './terminal.ts';
import { laidOut, members, shop } from './whole-project.ts';

const expected = join(shop, 'diagrams');
const installs: Readonly<Record<string, string | undefined>> = { '5.9': 'ts59', '6.0': 'ts60', '7.0': 'typescript', none: undefined };

/** Those whose events come from a package, by z.infer, InferOutput and EventFromLogic. */
const NEED_TYPESCRIPT = ['chat', 'checkout', 'lift', 'payment', 'transferred'];

/** That nothing is left of an empty cart from which something is removed is not seen: two arrows that nothing can take. */
const UNDECIDED = ['cart undecided'];

/** What events carry is guessed from what is read of them: for the payment that is enough, for the checkout around it not. */
const UNDECIDED_WITHOUT = ['cart undecided', 'checkout undecided'];

const folders: Record<string, string> = {};
const compiled: Record<string, Process> = {};
const run = (version: string, ...words: string[]): Process => runProcess(process.execPath, [cliOf(join(folders[version]!, 'node_modules', 'yieldchart')), ...words], folders[version]!);

beforeAll(async () => {
  const tarball = packed(await builtPackage(true));
  for (const [version, typescript] of Object.entries(installs)) {
    folders[version] = laidOut(tarball, typescript);
    compiled[version] = run(version, 'compile', '.', '--out', 'diagrams', '--index');
  }
  if (process.env['UPDATE'] !== '1') return;
  rmSync(expected, { recursive: true, force: true });
  cpSync(join(folders['6.0']!, 'diagrams'), expected, { recursive: true, filter: (path) => !/\.(?:svg|ts|json)$|README/.test(path) });
}, 300_000);

afterAll(() => {
  for (const folder of Object.values(folders)) removeFolder(folder);
});

const written = (version: string): Readonly<Record<string, string>> => {
  const folder = join(folders[version]!, 'diagrams');
  return Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
};
const drawn = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(files).filter(([file]) => file.endsWith('.mmd')));

describe('a monorepo of a shop', () => {
  test('is of fifty files and more, and TypeScript finds nothing wrong with them', () => {
    expect(filesIn(shop).filter((file) => !file.startsWith('diagrams/')).length).toBeGreaterThanOrEqual(50);
    for (const member of members) {
      const config = ['tsconfig.json', 'jsconfig.json'].map((name) => join(member, name)).find((path) => existsSync(join(shop, path)))!;
      expect({ member, ...runProcess(process.execPath, [resolve('node_modules/ts60/lib/tsc.js'), '--noEmit', '-p', config], folders['6.0']!) }).toEqual({ member, exit: 0, out: '', err: '' });
    }
  });

  test.each(['5.9', '6.0', '7.0'])('is compiled without a word, with TypeScript %s', (version) => {
    expect(compiled[version]).toEqual({ exit: 0, out: expect.stringMatching(/^24 machines in diagrams: 97 files written/), err: '' });
  });

  test('is drawn as it was when it was looked at', () => {
    expect(drawn(written('6.0'))).toEqual(Object.fromEntries(readdirSync(expected).map((file) => [file, readFileSync(join(expected, file), 'utf8')])));
  });

  test.each(['5.9', '7.0'])('is written byte for byte the same with TypeScript %s', (version) => {
    expect(written(version)).toEqual(written('6.0'));
  });

  test('has, without a TypeScript, open alphabets where the types need one, which is said, and is else the same', () => {
    expect(compiled['none']!.exit).toBe(0);
    const [without, withOne] = [written('none'), written('6.0')];
    expect(Object.keys(without)).toEqual(Object.keys(withOne));
    const machineOf = (file: string): string => file.slice(0, file.indexOf('.'));
    const differing = Object.keys(without).filter((file) => file !== 'README.md' && without[file] !== withOne[file]);
    expect([...new Set(differing.map(machineOf))]).toEqual(NEED_TYPESCRIPT);
    const hints = [...compiled['none']!.err.matchAll(/^hint (\S+) (\S+?):/gm)].map(([, code, file]) => `${code} ${file}`);
    expect(hints.toSorted()).toMatchInlineSnapshot(`
      [
        "alphabet-unread apps/desk/src/chat.ts",
        "alphabet-unread apps/desk/src/lift.ts",
        "alphabet-unread apps/desk/src/transfer.ts",
        "alphabet-unread apps/web/src/checkout.ts",
        "alphabet-unread packages/payments/src/payment.ts",
      ]
    `);
  });

  test.each(Object.keys(installs))('names its machines once, with TypeScript: %s', (version) => {
    const { machines } = JSON.parse(run(version, 'list', '.', '--json').out) as { machines: readonly { name: string; file: string }[] };
    expect(machines.map(({ name, file }) => `${file.split('/src/')[1]!} ${name}`)).toEqual([
      'parcel.js parcel',
      'shift.js shift',
      'chat.ts chat',
      'lift.ts lift',
      'shelf.ts shelf',
      'ticket.ts ticket',
      'transfer.ts transferred',
      'greeting.ts greeting',
      'menu.mts menu',
      'printer.cts printer',
      'cart.ts cart',
      'checkout.ts checkout',
      'coupon.ts coupon',
      'newsletter.ts default',
      'search.ts search',
      'search.ts suggestions',
      'sign-in.ts signIn',
      'wishlist.tsx wishlist',
      'door.ts automaticDoor',
      'lamp.ts default',
      'scale.ts scale',
      'payment.ts payment',
      'refund.ts refund',
      'terminal.ts terminal',
    ]);
  });

  test.each(Object.keys(installs))('is checked against its generators, with TypeScript: %s', (version) => {
    const { exit, out, err } = run(version, 'check', '.', '--json');
    const { verdicts } = JSON.parse(out) as { verdicts: readonly { machine: string; kind: string; unexercised: readonly string[] }[] };
    expect(verdicts).toHaveLength(24);
    expect({ exit, others: verdicts.filter(({ kind }) => kind !== 'same').map(({ machine, kind }) => `${machine} ${kind}`) }).toEqual({ exit: 4, others: version === 'none' ? UNDECIDED_WITHOUT : UNDECIDED });
    expect(verdicts.find(({ machine }) => machine === 'cart')?.unexercised).toHaveLength(2);
    if (version !== 'none') expect(err).toBe('');
  });
});

/** What a stranger gets: the tarball that npm would publish, in a project that has nothing else. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtPackage, packed, projectWith, runProcess, typeCheck } from './package.ts';
import { filesIn, folderOf } from './terminal.ts';

const machine = `export function* lamp(): Generator<'off' | 'on', never, 'press'> {
  while (true) {
    yield 'off';
    yield 'on';
  }
}
`;

let built: string;
beforeAll(async () => {
  built = await builtPackage(true);
});

describe('the tarball in an empty project', () => {
  let project: string;
  beforeAll(() => {
    project = folderOf({ 'package.json': '{ "private": true, "type": "module" }\n', 'my-machine.ts': machine });
    const installed = runProcess('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', packed(built), 'xstate'], project);
    expect(installed.err + installed.out).toContain('added');
    expect(installed.exit).toBe(0);
  });

  test('compiles a machine by npx', () => {
    const { exit, err } = runProcess('npx', ['--no-install', 'yieldchart', 'compile', 'my-machine.ts', '--out', 'diagrams'], project);
    expect({ exit, err: err.replaceAll(/^npm warn.*\n/gm, '') }).toEqual({ exit: 0, err: '' });
    expect(readdirSync(join(project, 'diagrams')).toSorted()).toEqual(['lamp.mmd', 'lamp.svg', 'lamp.xstate.json', 'lamp.xstate.ts']);
  });

  test('checks it', () => {
    const { exit, out } = runProcess('npx', ['--no-install', 'yieldchart', 'check', 'my-machine.ts'], project);
    expect(out).toMatch(/^lamp: same\n/);
    expect(exit).toBe(0);
  });

  test('is light: at most 15 MB with what it depends on, xstate aside', () => {
    const bytes = filesIn(join(project, 'node_modules'))
      .filter((file) => !file.startsWith('xstate/'))
      .reduce((sum, file) => sum + statSync(join(project, 'node_modules', file)).size, 0);
    expect(bytes / 1e6).toBeLessThan(15);
  });

  test('brings neither mermaid nor typescript nor vitest', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => /mermaid|typescript|vitest/.test(name))).toEqual([]);
  });
});

describe('the entries', () => {
  test('type-check in a strict project, their declarations included', () => {
    const project = projectWith(built, {
      'use.ts': [
        "import { start } from 'yieldchart';",
        "import { type Host, compile, toMermaid, toSvg, toXState } from 'yieldchart/compile';",
        "import { checkMachine, type Verdict } from 'yieldchart/check';",
        "import { fromCoroutine, returned, sent, thrown, yielded } from 'yieldchart/xstate';",
        "import { lamp } from './lamp.ts';",
        'export const value: "off" | "on" | undefined = start(lamp).value;',
        '// @ts-expect-error: not an event of the lamp',
        "start(lamp).send('pull');",
        'const host: Host = { read: () => undefined };',
        'const [machine] = compile(["a.ts"], host).machines;',
        'export const text: string | undefined = machine?.chart && toMermaid(machine.chart) + toXState(machine.chart);',
        'export const all = [checkMachine, fromCoroutine, returned, sent, thrown, yielded, toSvg] as const;',
        'export type Kind = Verdict["kind"];',
      ].join('\n'),
      'lamp.ts': machine,
    });
    expect(typeCheck(project, ['use.ts'])).toEqual({ exit: 0, out: '', err: '' });
  });

  test('of the runtime reaches no package and nothing of Node: it runs in a browser', () => {
    expect(reachedFrom('index.js').packages).toEqual([]);
    expect(reachedFrom('index.js').text).not.toMatch(/\bprocess\.|\bBuffer\b/);
  });

  test('of the compiler and the bridge reach only what they are for', () => {
    expect(reachedFrom('compile.js').packages).toEqual(['@viz-js/viz', 'oxc-parser']);
    expect(reachedFrom('xstate.js').packages).toEqual([]);
    // What the conditions of two charts ask is parsed.
    expect(reachedFrom('check.js').packages).toEqual(['oxc-parser', 'xstate']);
    expect(reachedFrom('vitest.js').packages.filter((name) => !name.startsWith('node:'))).toEqual(['@viz-js/viz', 'jiti', 'oxc-parser', 'vitest', 'xstate']);
  });

  /** All that a file of dist/ imports, directly or through others, at once or later. */
  function reachedFrom(entry: string): { readonly packages: readonly string[]; readonly text: string } {
    const texts = new Map<string, string>();
    const packages = new Set<string>();
    const follow = (file: string): void => {
      if (texts.has(file)) return;
      const text = readFileSync(join(built, 'dist', file), 'utf8');
      texts.set(file, text);
      for (const [, now, later = ''] of text.matchAll(/(?:^|;)(?:import|export)\b[^;"()]*"([^"]+)"|\bimport\(["`]([^"`]+)["`]\)/gm)) {
        const specifier = now ?? later;
        if (specifier.startsWith('.')) follow(posix.join(posix.dirname(file), specifier));
        else packages.add(specifier);
      }
    };
    follow(entry);
    return { packages: [...packages].sort(), text: [...texts.values()].join('\n') };
  }
});

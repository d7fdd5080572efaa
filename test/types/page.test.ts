import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diskHost } from '../../src/cli/read/disk.ts';
import { compile, toXState } from '../../src/compile.ts';
import { folderOf, tsconfig } from './folder.ts';
import { typesOf, versions } from './typescripts.ts';

test.each(Object.keys(versions))('docs/types.md is right about what TypeScript %s says', (version) => {
  const page = readFileSync('docs/types.md', 'utf8');
  const block = (name: string): string => new RegExp(`\`\`\`ts ${name}\n([^]*?)\n\`\`\``).exec(page)![1]!;
  const folder = folderOf({ 'tsconfig.json': tsconfig, 'gate.ts': block('gate.ts') });
  const { machines, diagnostics } = compile(['gate.ts'], { ...diskHost(folder), types: typesOf(version, folder) });
  expect([...diagnostics, ...machines.flatMap((machine) => machine.diagnostics)]).toEqual([]);
  const { chart } = machines[0]!;
  expect(chart?.alphabet.events.map(({ type }) => type)).toEqual(['ticket', 'leave']);
  const text = toXState(chart!);
  for (const event of block('gate.events.ts').split(' | {').map((part, at) => (at === 0 ? part : `{${part}`))) expect(text).toContain(event.trim());
});

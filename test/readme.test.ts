/**
 * What the README and the docs show is so. Each document is followed as a reader would, in a project where the package is
 * installed: ```ts FILE (or js, json) writes a file, ```sh runs, and a ```text right after it is what was printed. A ```ts FILE that this
 * repository has must be that file; a ```mermaid must be a diagram that was compiled, its first line, a comment, left out; a ```mermaid FILE writes one. In
 * a ```text, … stands for anything. A line of ```sh that ends in `# exit 1` must. At the end, everything type-checks.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bin, builtPackage, cliOf, runProcess, typeCheck } from './cli/package.ts';
import { vitestProject } from './vitest/project.ts';

const documents = ['README.md', 'docs/first-machine.md', 'docs/control-and-context.md', 'docs/comparing.md', 'docs/in-tests.md', 'docs/projects.md', 'docs/moving-here.md'].filter((file) => existsSync(file));

/** Commands that are for a clone of this repository, or for the network; CI and the test of the package run them. */
const elsewhere = ['npm ci && npm start', 'npm ci && npm test', 'npm install yieldchart xstate'];

interface Block {
  readonly language: string;
  readonly file?: string;
  readonly text: string;
  /** Whether it stands right after the block before, with no words between. */
  readonly adjacent: boolean;
}

let built: string;
beforeAll(async () => {
  built = await builtPackage(true);
});

describe.each(documents)('%s', (document) => {
  const blocks = blocksOf(readFileSync(document, 'utf8'));

  test('shows code that type-checks, and output that is what is printed', () => {
    expect(blocks.length).toBeGreaterThan(0);
    const project = vitestProject(built, {});
    const modules: string[] = [];
    let printed: string | undefined;
    for (const block of blocks) {
      const shell = printed;
      printed = undefined;
      switch (block.language) {
        case 'ts':
          expect(block.file, `a ts block names its file:\n${block.text}`).toBeDefined();
          if (existsSync(block.file!)) expect(readFileSync(block.file!, 'utf8')).toBe(block.text);
          else {
            writeFileSync(join(project, block.file!), block.text);
            modules.push(block.file!);
          }
          break;
        case 'js':
        case 'json':
        case 'yaml':
          if (block.file !== undefined) writeFileSync(join(project, block.file), block.text);
          break;
        case 'sh':
          printed = block.text.trim().split('\n').map((line) => run(line, project)).join('');
          break;
        case 'text':
          if (block.adjacent && shell !== undefined) expect(shell).toMatch(patternOf(block.text));
          break;
        case 'mermaid':
          if (block.file !== undefined) writeFileSync(join(project, block.file), block.text);
          else expect(compiledDiagrams(project)).toContain(block.text);
          break;
        default:
          throw new Error(`${document} has a block of ${block.language || 'no language'}, which is not followed`);
      }
    }
    expect(typeCheck(project, modules)).toEqual({ exit: 0, out: '', err: '' });
  });

  test('links only to what is there', () => {
    const links = [...readFileSync(document, 'utf8').matchAll(/\]\(([^)#:]+)[^)]*\)|src="([^"]+)"/g)].map(([, link, source]) => link ?? source!);
    expect(links.filter((link) => !existsSync(join(document, '..', link)))).toEqual([]);
  });
});

function run(line: string, project: string): string {
  if (elsewhere.includes(line)) return '';
  const [, command = '', expected = '0'] = /^(.*?)(?: # exit (\d))?$/.exec(line) ?? [];
  const [runner, program, ...words] = command.split(' ');
  const script = { yieldchart: cliOf(built), tsx: bin('jiti'), vitest: resolve('node_modules', 'vitest', 'vitest.mjs') }[program ?? ''];
  if (runner !== 'npx' || script === undefined) throw new Error(`This test does not know how to run: ${line}`);
  const { exit, out, err } = runProcess(process.execPath, [script, ...words], project);
  // A test runner tells of tests that fail where others tell of mistakes.
  const isTold = program === 'vitest';
  expect({ line, exit, err: isTold ? '' : err }).toEqual({ line, exit: Number(expected), err: '' });
  return isTold ? out + err : out;
}

function patternOf(text: string): RegExp {
  const parts = text.trimEnd().split('…').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*?')}\\s*$`);
}

function compiledDiagrams(project: string): readonly string[] {
  const folder = join(project, 'diagrams');
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.mmd')).map((file) => readFileSync(join(folder, file), 'utf8').replace(/^%%.*\n/, '')) : [];
}

function blocksOf(markdown: string): readonly Block[] {
  let end = 0;
  return [...markdown.matchAll(/^```(\w*)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(({ 0: whole, 1: language = '', 2: file, 3: text = '', index }) => {
    const adjacent = markdown.slice(end, index).trim() === '';
    end = index + whole.length;
    return { language, file, text, adjacent };
  });
}

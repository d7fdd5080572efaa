/** For the tests of the matchers: a project of somebody else's with vitest in it, run as a person would, and what became of each test. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectWith } from '../cli/package.ts';

export interface Outcome {
  readonly status: string;
  /** Without colours and the trace. */
  readonly message: string;
}

export function vitestProject(built: string, files: Readonly<Record<string, string>>): string {
  const project = projectWith(built);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  symlinkSync(resolve('node_modules', 'vitest'), join(project, 'node_modules', 'vitest'));
  return project;
}

/** Every test that ran, by its title. The surroundings are a person's own machine, unless `env` says otherwise. */
export function runVitest(project: string, words: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Readonly<Record<string, Outcome>> {
  const report = join(project, 'report.json');
  const surroundings = { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], NO_COLOR: '1', ...env };
  const script = resolve('node_modules', 'vitest', 'vitest.mjs');
  const { stdout, stderr, error } = spawnSync(process.execPath, [script, 'run', '--reporter=json', `--outputFile=${report}`, ...words], { cwd: project, encoding: 'utf8', env: surroundings as NodeJS.ProcessEnv });
  if (error) throw error;
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const broken = testResults.find(({ message }) => message !== '');
  if (broken) throw new Error(`${broken.message}\n${stdout}${stderr}`);
  return Object.fromEntries(testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title, status, failureMessages }) => [title, { status, message: failureMessages.map(withoutTrace).join('\n') }])));
}

interface Report {
  readonly testResults: readonly { readonly message: string; readonly assertionResults: readonly { readonly title: string; readonly status: string; readonly failureMessages: readonly string[] }[] }[];
}

function withoutTrace(message: string): string {
  return message.replace(/(?:\n {4}at .*)+$/, '').replace(/^Error: /, '');
}

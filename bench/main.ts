/** `npm run bench`: every benchmark in a process of its own, one after the other; exits 1 where one of them missed a goal, after all have run. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const jiti = resolve('node_modules/jiti/lib/jiti-cli.mjs');
const benches = ['cold-start', 'compile-speed', 'compile-scaling', 'memory', 'incremental', 'equivalence', 'diagram-reader', 'static-reading', 'trie'];

const started = Date.now();
const failed = benches.filter((name) => spawnSync(process.execPath, [jiti, `bench/${name}.ts`], { stdio: 'inherit' }).status !== 0);
process.stdout.write(`${benches.length} benchmarks in ${Math.round((Date.now() - started) / 1_000)} s.\n`);
if (failed.length > 0) {
  process.stderr.write(`Goals were missed by: ${failed.join(', ')}.\n`);
  process.exitCode = 1;
}

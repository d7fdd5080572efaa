/**
 * One file for each entry of package.json, what they share in chunks beside them. The packages stay outside;
 * those that are slow to load stand behind a dynamic import in the code, so that a command pays only for what it uses.
 */
import { existsSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const entries = {
  index: 'src/index.ts',
  compile: 'src/compile.ts',
  check: 'src/check/index.ts',
  xstate: 'src/xstate.ts',
  cli: 'src/cli/bin.ts',
};

export default defineConfig({
  input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  platform: 'node',
  external: [/^node:/, /^[^./]/],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
  },
});

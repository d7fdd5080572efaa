import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Tests that pack, install or type-check start whole processes, on a machine that may be busy.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Most of them compute: none is to wait for a processor that does nothing.
    maxWorkers: '100%',
    typecheck: { enabled: false },
  },
});

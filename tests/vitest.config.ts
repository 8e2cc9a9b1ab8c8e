import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Where the test command wants a report to count from; see src/build/runTests.ts. */
const report = process.env['RSP_TEST_REPORT'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte({ configFile: false })],
  // Without it Svelte resolves to its server half, in which state never updates.
  resolve: { conditions: ['browser'] },
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/long/**', 'tests/e2e/**', 'tests/engines/**'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts', 'tests/engines/**/*.test.ts'],
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});

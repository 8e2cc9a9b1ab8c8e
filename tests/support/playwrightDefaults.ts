import process from 'node:process';
import type { PlaywrightTestConfig } from '@playwright/test';

/** Where the test command wants a report to count from; see src/build/runTests.ts. */
const report = process.env['RSP_TEST_REPORT'];

/** The server takes any free port, says which, and Playwright keeps it in this variable. */
const address = process.env['RSP_SITE_ADDRESS'];

/** What the tests of the built page have in common, whichever browser they drive. */
export const playwrightDefaults: PlaywrightTestConfig = {
  outputDir: '../test-results',
  workers: 2,
  // No test is about speed: a machine that is busy with other things may take its time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: address === undefined ? {} : { baseURL: address },
  webServer: {
    command: 'node src/build/run.mjs src/build/serve.ts --port 0',
    cwd: '..',
    wait: { stdout: /RSP Simulator is at (?<RSP_SITE_ADDRESS>http:\S+)/ },
  },
};

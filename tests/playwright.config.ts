import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { ChromiumMissing, findChromium } from '../src/build/findChromium';

function chromiumOrExit(): string {
  try {
    return findChromium();
  } catch (error) {
    if (!(error instanceof ChromiumMissing)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

// Playwright reads this file once more in each worker process, which inherits what was found the first time.
const executablePath = chromiumOrExit();
process.env['RSP_CHROMIUM'] = executablePath;

/** Where the test command wants a report to count from; see src/build/runTests.ts. */
const report = process.env['RSP_TEST_REPORT'];

/** The server takes any free port, says which, and Playwright keeps it in this variable. */
const address = process.env['RSP_SITE_ADDRESS'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 2,
  // No test is about speed: a machine that is busy with other things may take its time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: {
    ...(address === undefined ? {} : { baseURL: address }),
    browserName: 'chromium',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'node src/build/run.mjs src/build/serve.ts --port 0',
    cwd: '..',
    wait: { stdout: /RSP Simulator is at (?<RSP_SITE_ADDRESS>http:\S+)/ },
  },
});

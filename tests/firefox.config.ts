import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findBrowserOrExit } from '../src/build/findBrowser';
import { findFirefox } from '../src/build/findFirefox';
import { playwrightDefaults } from './support/playwrightDefaults';

// Playwright reads this file once more in each worker process, which inherits what was found the first time.
const executablePath = findBrowserOrExit(findFirefox);
process.env['RSP_FIREFOX'] = executablePath;

export default defineConfig(playwrightDefaults, {
  testDir: 'firefox',
  workers: 1,
  // The channel is that of Firefox as it is released, which is driven over WebDriver BiDi.
  use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: { executablePath } },
});

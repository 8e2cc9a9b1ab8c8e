import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findBrowserOrExit } from '../src/build/findBrowser';
import { findChromium } from '../src/build/findChromium';
import { playwrightDefaults } from './support/playwrightDefaults';

// Playwright reads this file once more in each worker process, which inherits what was found the first time.
const executablePath = findBrowserOrExit(findChromium);
process.env['RSP_CHROMIUM'] = executablePath;

export default defineConfig(playwrightDefaults, {
  testDir: 'e2e',
  use: {
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
});

import { join } from 'node:path';
import process from 'node:process';
import {
  findBrowser,
  findBrowserOrExit,
  macApplications,
  onPath,
  windowsPrograms,
  type BrowserKind,
} from './findBrowser';

const namesOnPath: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where installers put Chromium and the browsers built on it. */
function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return macApplications().flatMap((folder) =>
        ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((app) =>
          join(folder, `${app}.app`, 'Contents', 'MacOS', app),
        ),
      );
    case 'win32':
      return windowsPrograms().flatMap((folder) => [
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
    default:
      return [
        ...onPath(namesOnPath),
        '/usr/lib/chromium/chromium',
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
      ];
  }
}

const chromium: BrowserKind = {
  name: 'Chromium',
  variables: ['RSP_CHROMIUM', 'CHROMIUM_PATH'],
  usualPlaces,
  debianPackage: 'chromium',
  advice:
    'install it (Debian: sudo apt-get install chromium; macOS: brew install --cask chromium; ' +
    'Windows: winget install Google.Chrome) or set RSP_CHROMIUM to the path of a Chromium-based browser',
};

/** The path of an executable Chromium or a browser built on it; see `findBrowser`. */
export function findChromium(): string {
  return findBrowser(chromium);
}

/** Prints the browser's path. */
export function main(): number {
  console.log(findBrowserOrExit(findChromium));
  return 0;
}

import { join } from 'node:path';
import process from 'node:process';
import { findBrowser, macApplications, onPath, windowsPrograms, type BrowserKind } from './findBrowser';

/** Where installers put Firefox. */
function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return macApplications().map((folder) => join(folder, 'Firefox.app', 'Contents', 'MacOS', 'firefox'));
    case 'win32':
      return windowsPrograms().map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe'));
    default:
      return [...onPath(['firefox-esr', 'firefox']), '/usr/lib/firefox-esr/firefox-esr', '/snap/bin/firefox'];
  }
}

const firefox: BrowserKind = {
  name: 'Firefox',
  variables: ['RSP_FIREFOX'],
  usualPlaces,
  debianPackage: 'firefox-esr',
  advice:
    'install it (Debian: sudo apt-get install firefox-esr; macOS: brew install --cask firefox; ' +
    'Windows: winget install Mozilla.Firefox) or set RSP_FIREFOX to its path',
};

/** The path of an executable Firefox; see `findBrowser`. */
export function findFirefox(): string {
  return findBrowser(firefox);
}

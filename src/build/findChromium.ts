import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Variables naming the browser's executable; they win over everything found. */
const variables = ['RSP_CHROMIUM', 'CHROMIUM_PATH'] as const;

const namesOnPath: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Thrown when no browser is found; the message is one line that says what to do. */
export class ChromiumMissing extends Error {
  override readonly name = 'ChromiumMissing';
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Where installers put Chromium and the browsers built on it, best first. */
function usualPlaces(): string[] {
  const env = process.env;
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(env['HOME'] ?? '', 'Applications')].flatMap((folder) =>
        ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((app) =>
          join(folder, `${app}.app`, 'Contents', 'MacOS', app),
        ),
      );
    case 'win32':
      return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]);
    default:
      return [
        ...namesOnPath.flatMap((name) =>
          (env['PATH'] ?? '')
            .split(delimiter)
            .filter((folder) => folder !== '')
            .map((folder) => join(folder, name)),
        ),
        '/usr/lib/chromium/chromium',
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
      ];
  }
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs Debian's Chromium; apt's whole output goes to stderr, so that stdout stays free for data. */
function installByApt(): void {
  const commands = [['update'], ['install', '-y', '--no-install-recommends', 'chromium']];
  for (const args of commands) {
    console.error(`Chromium is missing: apt-get ${args.join(' ')}`);
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    // A failed update may still leave usable package lists; whether the browser came is looked at afterwards.
    if (status !== 0) console.error(`apt-get ${args.join(' ')} ended with ${status ?? 'a signal'}`);
  }
}

/**
 * The path of an executable Chromium or a browser built on it. As root on a Debian-like system it is installed when
 * missing. Throws ChromiumMissing when there is none, or when a variable names something that can't be executed.
 */
export function findChromium(): string {
  for (const variable of variables) {
    const path = process.env[variable];
    if (path === undefined || path === '') continue;
    if (isExecutable(path)) return path;
    throw new ChromiumMissing(`${variable} names no executable file: ${path}`);
  }
  const found = usualPlaces().find(isExecutable);
  if (found !== undefined) return found;
  if (isRootOnDebian()) {
    installByApt();
    const installed = usualPlaces().find(isExecutable);
    if (installed !== undefined) return installed;
  }
  throw new ChromiumMissing(
    'Chromium is missing: install it (Debian: sudo apt-get install chromium; macOS: brew install --cask chromium; ' +
      'Windows: winget install Google.Chrome) or set RSP_CHROMIUM to the path of a Chromium-based browser',
  );
}

/** Prints the browser's path. */
export function main(): number {
  try {
    console.log(findChromium());
    return 0;
  } catch (error) {
    if (!(error instanceof ChromiumMissing)) throw error;
    console.error(error.message);
    return 1;
  }
}

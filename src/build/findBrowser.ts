import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** A kind of browser that the tests drive. */
export interface BrowserKind {
  readonly name: string;
  /** Variables naming the browser's executable; they win over everything found. */
  readonly variables: readonly string[];
  /** Where installers put it, best first. */
  readonly usualPlaces: () => readonly string[];
  readonly debianPackage: string;
  /** How else to get it, for people. */
  readonly advice: string;
}

/** Thrown when no browser is found; the message is one line that says what to do. */
export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing';
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Places of these names in the folders of `PATH`, by name. */
export function onPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Where macOS keeps applications. */
export function macApplications(): string[] {
  return ['/Applications', join(process.env['HOME'] ?? '', 'Applications')];
}

/** Where Windows keeps programs. */
export function windowsPrograms(): string[] {
  const { env } = process;
  return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
    (folder) => folder !== undefined,
  );
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs Debian's package; apt's whole output goes to stderr, so that stdout stays free for data. */
function installByApt({ name, debianPackage }: BrowserKind): void {
  const commands = [['update'], ['install', '-y', '--no-install-recommends', debianPackage]];
  for (const args of commands) {
    console.error(`${name} is missing: apt-get ${args.join(' ')}`);
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    // A failed update may still leave usable package lists; whether the browser came is looked at afterwards.
    if (status !== 0) console.error(`apt-get ${args.join(' ')} ended with ${status ?? 'a signal'}`);
  }
}

/**
 * The path of an executable browser of a kind. As root on a Debian-like system it is installed when missing. Throws
 * BrowserMissing when there is none, or when a variable names something that can't be executed.
 */
export function findBrowser(kind: BrowserKind): string {
  for (const variable of kind.variables) {
    const path = process.env[variable];
    if (path === undefined || path === '') continue;
    if (isExecutable(path)) return path;
    throw new BrowserMissing(`${variable} names no executable file: ${path}`);
  }
  const found = kind.usualPlaces().find(isExecutable);
  if (found !== undefined) return found;
  if (isRootOnDebian()) {
    installByApt(kind);
    const installed = kind.usualPlaces().find(isExecutable);
    if (installed !== undefined) return installed;
  }
  throw new BrowserMissing(`${kind.name} is missing: ${kind.advice}`);
}

/** The same for a program that can do nothing without it: says what is missing and ends. */
export function findBrowserOrExit(find: () => string): string {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

// The command line from a checkout: npm run --silent rsp -- simulate baseline
//
// Builds dist/cli when it is missing or older than anything it is made from, then runs it in this very process, so
// that arguments, standard streams, signals and the exit code are its own. Standard output carries its data only.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'dist/cli/rsp.js');
const lock = join(root, 'dist/.cli-build');
const madeFrom = ['src', 'scenarios', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

/**
 * Milliseconds of the last change of a path or of anything below it; 0 when there is nothing.
 * Folders count too: theirs is the time when a file was last added or removed.
 * @param {string} path
 * @returns {number}
 */
function lastChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, lastChange(join(path, name))),
    stats.mtimeMs,
  );
}

/** @returns {boolean} */
function isFresh() {
  return lastChange(command) > Math.max(...madeFrom.map((path) => lastChange(join(root, path))));
}

/** @returns {number} the exit code of the build */
function build() {
  console.error('Building the command line …');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--mode', 'cli', '--logLevel', 'warn'];
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }).status ?? 1;
}

/** @returns {boolean} whether the process that took the lock still runs */
function lockIsHeld() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Takes the lock, so that commands started side by side don't build over each other. The lock of a process that was
 * killed is taken over.
 * @returns {boolean} whether it is ours now
 */
function takeLock() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!lockIsHeld()) rmSync(lock, { force: true });
    return false;
  }
}

let status = 0;
while (status === 0 && !isFresh()) {
  if (!takeLock()) {
    await sleep(100);
    continue;
  }
  try {
    if (isFresh()) continue;
    status = build();
    if (!isFresh()) break; // Something changed while it was built; what was built is used.
  } finally {
    rmSync(lock, { force: true });
  }
}

if (status === 0) {
  process.argv[1] = command;
  await import(pathToFileURL(command).href);
} else {
  process.exitCode = status;
}

import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import type { EnsembleSummary } from '../../src/results/summary';

const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = join(root, 'src/build/rsp.mjs');
const command = join(root, 'dist/cli/rsp.js');

/** The environment of a user's shell: without what the test runner adds, which would change the build. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')),
);

/** Where tests of one file write; removed after the last of them. */
export const folder = mkdtempSync(join(tmpdir(), 'rsp-cli-'));

/** Builds the command line before the tests of a file, where it is older than its source. */
export function useBuiltCommand(): void {
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [launcher, '--version'], {
      env: environment,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the command line could not be built:\n${stderr}`);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

export interface Finished {
  /** Exit code; null where a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built command as a process of its own. */
export function start(args: readonly string[], script = command): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [script, ...args], { env: environment, cwd: folder });
}

/** What a process says until it ends. */
export function finished(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs the built command to its end, with `input` on its standard input. */
export function rsp(args: readonly string[], input = ''): Promise<Finished> {
  const child = start(args);
  child.stdin.on('error', () => {}); // A command that reads none may end before it is written.
  child.stdin.end(input);
  return finished(child);
}

/** Runs the command as `npm run rsp` does. */
export function rspFromCheckout(args: readonly string[]): Promise<Finished> {
  return finished(start(args, launcher));
}

/** The summary that `simulate … --format json` prints; throws where it says anything else. */
export async function simulated(args: readonly string[]): Promise<EnsembleSummary> {
  const { code, stdout, stderr } = await rsp(['simulate', ...args, '--format', 'json']);
  if (code !== 0 || stderr !== '') throw new Error(`simulate ${args.join(' ')}: ${code}\n${stderr}`);
  return JSON.parse(stdout) as EnsembleSummary;
}

/** Rows of a table of comma-separated values without quoted cells, by column. */
export function readTable(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.split('\r\n');
  if (lines.pop() !== '') throw new Error('the last line has no end');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}

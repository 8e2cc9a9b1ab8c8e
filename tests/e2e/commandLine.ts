import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface CommandLineResult {
  readonly fingerprint: string;
  readonly outcomes: Readonly<Record<string, { readonly share: number }>>;
}

/** What the command line says, as a person would ask it. */
export async function simulate(...args: string[]): Promise<CommandLineResult> {
  const command = ['src/build/rsp.mjs', 'simulate', ...args, '--format', 'json', '--runs', '10000'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root });
  return JSON.parse(stdout) as CommandLineResult;
}

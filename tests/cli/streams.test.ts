import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { finished, folder, rsp, start, useBuiltCommand } from './builtCommand';

useBuiltCommand();

test('a reader that goes after the first lines ends the command quietly', async () => {
  // A trace is far longer than a pipe's buffer.
  expect((await rsp(['trace', 'baseline'])).stdout.length).toBeGreaterThan(100_000);
  const child = start(['trace', 'baseline']);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.each([
  ['simulate', 'baseline', '--runs', '10', '--format', 'csv'],
  ['simulate', '--help'],
  ['presets', '--format', 'json'],
  ['validate', 'baseline'],
])('a reader that is gone from the start is no error: %s %s', async (...args) => {
  const child = start(args);
  child.stdout.destroy();
  expect(await finished(child)).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('nothing but data is on standard output, and no progress where no terminal is', async () => {
  const { code, stdout, stderr } = await rsp(['simulate', 'baseline', '--runs', '3000', '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(() => void JSON.parse(stdout)).not.toThrow();
});

test.skipIf(process.platform === 'win32').each([
  ['SIGINT', '1', 130],
  ['SIGINT', '2', 130],
  ['SIGTERM', '2', 143],
] as const)(
  '%s stops %s jobs, removes the unfinished table and says so by the exit code',
  async (signal, jobs, code) => {
    const file = join(folder, `${signal}-${jobs}.csv`);
    const child = start(['simulate', 'baseline', '--runs', '1e7', '--jobs', jobs, '--per-run', file]);
    const end = finished(child);
    while (!existsSync(file) || statSync(file).size < 10_000) await sleep(20);
    child.kill(signal);
    expect(await end).toEqual({ code, stdout: '', stderr: '' });
    expect(existsSync(file)).toBe(false);
  },
);

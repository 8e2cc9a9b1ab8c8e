import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

/** What a build script finds in its environment. */
function environmentSeen(given: string | undefined): string {
  const { NODE_ENV: _, ...rest } = process.env;
  const env = given === undefined ? rest : { ...rest, NODE_ENV: given };
  const script = ['src/build/run.mjs', 'tests/build/fixtures/environment.ts'];
  const { stdout, status } = spawnSync(process.execPath, script, { env, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.trim();
}

test('a build script is told what its caller was, so that a site it builds is one to publish', () => {
  expect(environmentSeen(undefined)).toBe('none');
  expect(environmentSeen('production')).toBe('production');
});

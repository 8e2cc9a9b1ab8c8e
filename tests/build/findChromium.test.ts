import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BrowserMissing } from '../../src/build/findBrowser';
import { findChromium } from '../../src/build/findChromium';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rsp-chromium-'));
  vi.stubEnv('RSP_CHROMIUM', undefined);
  vi.stubEnv('CHROMIUM_PATH', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function makeExecutable(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

test('the variables win, RSP_CHROMIUM before CHROMIUM_PATH', () => {
  const own = makeExecutable('own');
  const other = makeExecutable('other');
  vi.stubEnv('CHROMIUM_PATH', other);
  expect(findChromium()).toBe(other);
  vi.stubEnv('RSP_CHROMIUM', own);
  expect(findChromium()).toBe(own);
});

test('a variable that names no executable file is an error, not a hint', () => {
  for (const path of [join(folder, 'missing'), folder]) {
    vi.stubEnv('RSP_CHROMIUM', path);
    expect(() => findChromium()).toThrow(
      new BrowserMissing(`RSP_CHROMIUM names no executable file: ${path}`),
    );
  }
});

test.runIf(process.platform === 'linux')('the best name on the path is taken', () => {
  vi.stubEnv('PATH', folder);
  const chrome = makeExecutable('google-chrome');
  expect(findChromium()).toBe(chrome);
  const chromium = makeExecutable('chromium');
  expect(findChromium()).toBe(chromium);
});

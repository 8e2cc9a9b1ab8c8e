import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'rsp-engines-'));
const bundle = join(folder, 'entry.js');

/** JavaScript shells of other engines, with the Debian package that has each. */
const shells = [
  { name: 'jsc', engine: 'JavaScriptCore (Safari)', debian: 'libjavascriptcoregtk-4.0-bin' },
  { name: 'js102', engine: 'SpiderMonkey (Firefox)', debian: 'libmozjs-102-dev' },
] as const;

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((each) => join(each, name)).find((path) => existsSync(path));
}

/** The shell, installed first where that is possible; undefined: there is none. */
function findShell(name: string, debian: string): string | undefined {
  const found = onPath(name);
  if (found !== undefined || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return found;
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (apt('install', '-y', '--no-install-recommends', debian).status !== 0) {
    apt('update');
    apt('install', '-y', '--no-install-recommends', debian);
  }
  return onPath(name);
}

function linesFrom(command: string, args: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr || stdout}`);
  return stdout.trim().split('\n');
}

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      target: 'es2022',
      lib: { entry: 'tests/engines/entry.ts', formats: ['iife'], name: 'entry', fileName: () => 'entry.js' },
    },
  });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the same bits in every engine', () => {
  let reference: string[];
  beforeAll(() => {
    reference = linesFrom(process.execPath, [bundle]);
  }, 120_000);

  test('a line for each scenario, none alike', () => {
    expect(reference.length).toBeGreaterThanOrEqual(18);
    expect(new Set(reference.map((line) => line.split(' ')[2])).size).toBe(reference.length);
  });

  test('Node without its compilers', () => {
    expect(linesFrom(process.execPath, ['--jitless', bundle])).toEqual(reference);
  });

  test.each(shells)('$engine', ({ name, debian }) => {
    const shell = findShell(name, debian);
    if (shell === undefined) throw new Error(`${name} is missing: install Debian's package ${debian}`);
    expect(linesFrom(shell, [bundle])).toEqual(reference);
  });
});

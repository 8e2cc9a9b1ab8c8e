import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';

/** What the type checks are run on; copied, so that the checkout itself never holds a planted error. */
const copied = [
  'src',
  'tests',
  'scenarios',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'eslint.config.js',
];

const plantedModules = [
  'src/engine/planted.ts',
  'src/cli/planted.ts',
  'src/build/planted.ts',
  'tests/planted.test.ts',
];
const plantedComponent = 'src/app/Planted.svelte';
const error = "export const planted: number = 'not a number';\n";

interface Check {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  /** Files the check has to complain about. */
  readonly names: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'tsc', script: 'typescript/bin/tsc', args: ['--pretty', 'false'], names: plantedModules },
  {
    name: 'svelte-check',
    script: 'svelte-check/bin/svelte-check',
    args: ['--output', 'machine'],
    names: [plantedComponent],
  },
];

function copyProject(target: string): void {
  for (const path of copied) cpSync(path, join(target, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(target, 'node_modules'), 'junction');
}

function plant(target: string): void {
  for (const path of [...plantedModules, plantedComponent])
    mkdirSync(join(target, dirname(path)), { recursive: true });
  for (const path of plantedModules) writeFileSync(join(target, path), error);
  const script = error.replace('export ', '  ');
  writeFileSync(join(target, plantedComponent), `<script lang="ts">\n${script}</script>\n\n{planted}\n`);
}

/** Plants type errors in a copy of the project and shows that each type check fails and names the planted files. */
export function main(): number {
  const target = mkdtempSync(join(tmpdir(), 'rsp-planted-'));
  try {
    copyProject(target);
    plant(target);
    let missed = 0;
    for (const { name, script, args, names } of checks) {
      const { status, stdout } = spawnSync(process.execPath, [resolve('node_modules', script), ...args], {
        cwd: target,
        encoding: 'utf8',
      });
      for (const path of names) {
        const caught = status !== 0 && stdout.includes(path);
        if (!caught) missed++;
        console.log(`${name} ${caught ? 'catches' : 'MISSES'} the type error planted in ${path}`);
      }
    }
    return missed === 0 ? 0 : 1;
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

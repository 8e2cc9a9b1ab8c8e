import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** npm scripts in the order they run, cheap before dear; a red one doesn't keep the others from running. */
const steps = [
  { script: 'format:check', says: 'every file is formatted' },
  { script: 'lint', says: 'no rule is broken, the determinism bans included' },
  { script: 'typecheck', says: 'types hold in modules and components' },
  { script: 'typecheck:planted', says: 'planted type errors are caught' },
  { script: 'generate:check', says: 'generated files are fresh' },
  { script: 'build', says: 'the site and the command line build' },
  { script: 'test:unit', says: 'unit and property tests' },
  { script: 'test:e2e', says: 'the built page in Chromium' },
] as const;

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** The parts of Vitest's and Playwright's JSON reports that are counted. */
interface Report {
  readonly numPassedTests?: number;
  readonly testResults?: readonly { status: string; assertionResults: readonly { status: string }[] }[];
  readonly stats?: { expected: number; unexpected: number; flaky: number };
}

/**
 * How many tests a step's report names as passed and failed; a test file that could not be loaded counts as one
 * failed test. A step without report counts as one test itself.
 */
function countTests(reportPath: string, green: boolean): Count {
  const itself = green ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  let report: Report;
  try {
    report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  } catch {
    return itself;
  }
  let passed: number;
  let failed: number;
  if (report.stats !== undefined) {
    passed = report.stats.expected;
    failed = report.stats.unexpected + report.stats.flaky;
  } else {
    passed = report.numPassedTests ?? 0;
    failed = 0;
    for (const { status, assertionResults } of report.testResults ?? []) {
      const failedHere = assertionResults.filter((assertion) => assertion.status === 'failed').length;
      failed += status === 'failed' ? Math.max(1, failedHere) : failedHere;
    }
  }
  return green ? { passed, failed } : { passed, failed: Math.max(1, failed) };
}

/** Runs an npm script with this project's npm; its output is shown as it comes, its input is empty. */
function runScript(script: string, environment: Readonly<Record<string, string>>): boolean {
  const npm = process.env['npm_execpath'];
  const args = ['run', '--silent', script];
  const options: SpawnSyncOptions = {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  };
  const { status } =
    npm === undefined
      ? spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...args], options);
  return status === 0;
}

/** Runs all steps; the last line counts their tests, `N passed, N failed`, and any red step makes it fail. */
export function main(): number {
  const folder = mkdtempSync(join(tmpdir(), 'rsp-tests-'));
  const summary: string[] = [];
  let passed = 0;
  let failed = 0;
  try {
    for (const { script, says } of steps) {
      console.log(`\n=== ${script}: ${says}`);
      const reportPath = join(folder, `${script.replace(':', '-')}.json`);
      const start = performance.now();
      const green = runScript(script, { RSP_TEST_REPORT: reportPath });
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const count = countTests(reportPath, green);
      passed += count.passed;
      failed += count.failed;
      summary.push(`${green ? 'green' : 'RED  '}  ${script.padEnd(18)} ${seconds.padStart(6)} s`);
      console.log(`=== ${script}: ${green ? 'green' : 'RED'} after ${seconds} s`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

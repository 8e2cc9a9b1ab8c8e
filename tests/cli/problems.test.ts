import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeScenario } from '../../src/scenario/encode';
import { preset } from '../../src/scenario/presets';
import { folder, rsp, rspFromCheckout, useBuiltCommand } from './builtCommand';

useBuiltCommand();

/** Runs a command that must fail with `code`, say nothing on standard output, and say why in plain words. */
async function refused(args: readonly string[], code: number, input = ''): Promise<string[]> {
  const result = await rsp(args, input);
  expect(result.code, result.stderr).toBe(code);
  expect(result.stdout).toBe('');
  expect(result.stderr).not.toMatch(/^ +at |node:|\bError\b|\[object|undefined/m);
  expect(result.stderr).toMatch(/^rsp-simulator: .*\n( {2}.*\n)+/);
  return result.stderr.split('\n');
}

const numberOfRuns = 'expected a whole number from 1 to 10,000,000';
const text = (name: string): string => `expected a text of 1 to ${name} characters on one line`;

test.each([
  [['--runs', '0'], `  --runs: ${numberOfRuns}, received "0"`],
  [['--runs', '1e12'], `  --runs: ${numberOfRuns}, received "1e12"`],
  [['--runs', '2.5'], `  --runs: ${numberOfRuns}, received "2.5"`],
  [['--runs', '-5'], `  --runs: ${numberOfRuns}, received "-5"`],
  [['--runs=many'], `  --runs: ${numberOfRuns}, received "many"`],
  [['--runs', '0x10'], `  --runs: ${numberOfRuns}, received "0x10"`],
  [['--runs='], `  --runs: ${numberOfRuns}, received an empty text`],
  [['--runs'], '  --runs: expected a value (N) after it, received nothing'],
  [['--runs', '--seed', 'a'], '  --runs: expected a value (N) after it, received "--seed"'],
  [['--runs', '1', '--runs', '2'], '  --runs: expected to be given once, received it 2 times'],
  [['--jobs', '0'], '  --jobs: expected a whole number from 1 to 256, received "0"'],
  [['--format', 'xml'], '  --format: expected one of text, json, csv, received "xml"'],
  [['--seed', ''], `  --seed: ${text('200')}, received an empty text`],
  [['--seed', 'a\nb'], `  --seed: ${text('200')}, received "a\\nb"`],
  [['--help=yes'], '  --help: expected no value, received "yes"'],
  [['--fromat', 'json'], '  --fromat: expected a known flag (nearest: --format), received "--fromat"'],
  [
    ['--growth', '4'],
    '  --growth: expected --set growth=value, for parameters are set that way, received "--growth"',
  ],
  [['-x'], '  -x: expected no flag of this name here, received "-x"'],
  [['more'], '  expected no further arguments, received "more"'],
  [['--set', 'growth'], '  --set: expected id=value, received "growth"'],
  [
    ['--set', 'growth=ten'],
    '  --set growth: expected a number from 0 to 15 (doublings a year), or low/mode/high, received "ten"',
  ],
  [['--set', 'grwth=1'], '  --set grwth: expected the id of a parameter (nearest: growth), received "grwth"'],
  [['--set', 't4.limit=1'], '  --set t4.limit: expected one of the levels t1 to t3, received "t4.limit"'],
  [['--set', 'growth=1', '--set', 'growth=2'], '  --set growth: expected each parameter to be set once'],
  [
    ['--set', 't1.protectedAtStart=yes', '--set', 't1.leadTime.security=none'],
    '  --set thresholds[0].leadTime.security: expected weeks, because this level is protected at the start',
  ],
  [
    ['--per-run', './no/such/folder.csv'],
    '  --per-run: expected a file that can be written, received no such folder',
  ],
  [['--per-run', '.'], '  --per-run: expected a file that can be written, received a folder'],
])('simulate baseline %j is refused', async (flags, line) => {
  const lines = await refused(['simulate', 'baseline', ...flags], 2);
  expect(lines[1]?.slice(0, line.length)).toBe(line);
  expect(lines).toHaveLength(4);
  expect(lines[2]).toBe('See rsp-simulator simulate --help.');
});

test('everything wrong with a command line is said at once', async () => {
  const flags = ['--runs', '0', '--format', 'xml', '--seed=', '--foo', '--set', 'x', '--set', 'growth=-1'];
  const lines = await refused(['simulate', 'baselin', ...flags], 2);
  const places = lines
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim().split(/: | expected/)[0]);
  expect(places).toEqual([
    ...[
      'expected the id of a preset (nearest',
      '--foo',
      '--runs',
      '--seed',
      '--format',
      '--set',
      '--set growth',
    ],
  ]);
});

test('commands are known by name', async () => {
  const unknown = await refused(['simulat', 'baseline'], 2);
  expect(unknown[1]).toBe(
    '  expected one of the commands simulate, trace, validate, presets, received "simulat"',
  );
  for (const command of ['simulate', 'trace', 'validate']) {
    expect((await refused([command], 2))[1]).toMatch(/^ {2}expected .*, received nothing$/);
  }
  expect((await refused(['presets', 'baseline'], 2))[1]).toContain('expected no further arguments');
  expect((await refused(['trace', 'baseline', '--run', '-1'], 2))[1]).toContain('whole number from 0');
  expect((await refused(['--foo'], 2))[1]).toContain('--foo: expected no flag of this name');
  const nothing = await rsp([]);
  expect(nothing).toMatchObject({ code: 2, stdout: '' });
  expect(nothing.stderr).toContain('Usage\n');
});

test('an unknown preset is answered with the nearest names', async () => {
  const [first, second] = await refused(['simulate', 'baselin'], 1);
  expect(first).toBe('rsp-simulator: scenario baselin is wrong');
  expect(second).toContain('(nearest: baseline; all: rsp-simulator presets)');
  expect(second).toContain('received "baselin"');
});

test('files that are none are refused', async () => {
  mkdirSync(join(folder, 'folder.json'));
  writeFileSync(join(folder, 'bytes.json'), Buffer.from([0x7b, 0xff, 0x7d]));
  const said = async (args: string[]): Promise<string | undefined> => (await refused(args, 1))[1];
  expect(await said(['simulate', 'nowhere.json'])).toBe(
    '  expected a file that can be read, received no such file',
  );
  expect(await said(['trace', './baseline'])).toBe(
    '  expected a file that can be read, received no such file',
  );
  expect(await said(['validate', 'folder.json'])).toBe(
    '  expected a file that can be read, received a folder',
  );
  expect(await said(['simulate', 'bytes.json'])).toBe('  expected text in UTF-8, received other bytes');
});

test('broken JSON is refused with line and column, from a file or standard input', async () => {
  writeFileSync(join(folder, 'broken.json'), '{\n  "id": "x",\n  "title": }\n');
  const expected = '  line 3, column 12: expected a JSON value, received "}"';
  expect((await refused(['simulate', 'broken.json'], 1))[1]).toBe(expected);
  expect((await refused(['trace', '-'], 1, '{\n  "id": "x",\n  "title": }\n'))[1]).toBe(expected);
  expect((await refused(['simulate', '-'], 1))[1]).toContain('line 1, column 1: expected a JSON value');
});

test('validate names every issue of every file, and those that are valid', async () => {
  const scenario = preset('baseline');
  writeFileSync(join(folder, 'good.json'), encodeScenario(scenario));
  const world = { ...scenario.world, growth: 99, colour: 'red' };
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ ...scenario, id: 'Not Kebab', world }));
  const { code, stdout, stderr } = await rsp([
    'validate',
    'wrong.json',
    'good.json',
    'baseline',
    'nowhere.json',
  ]);
  expect(code).toBe(1);
  expect(stdout).toBe('good.json: valid (baseline, Baseline)\nbaseline: valid (baseline, Baseline)\n');
  const lines = stderr.split('\n');
  expect(lines[0]).toBe('rsp-simulator: scenario wrong.json is wrong, in 3 places');
  expect(lines.slice(1, 4).map((line) => line.split(':')[0]?.trim())).toEqual([
    'id',
    'world.growth',
    'world.colour',
  ]);
  expect(lines.slice(1, 4).every((line) => /expected .+, received .+/.test(line))).toBe(true);
  expect(lines[4]).toBe('rsp-simulator: scenario nowhere.json is wrong');
  expect(await rsp(['validate', 'good.json'])).toMatchObject({ code: 0, stderr: '' });
});

test('a table is never written over the scenario', async () => {
  const file = join(folder, 'mine.json');
  writeFileSync(file, encodeScenario(preset('baseline')));
  const lines = await refused(['simulate', file, '--per-run', `${folder}/./mine.json`], 2);
  expect(lines[1]).toBe('  --per-run: expected a file other than the scenario, received the scenario itself');
  expect(readFileSync(file, 'utf8')).toBe(encodeScenario(preset('baseline')));
});

test('the exit code passes through the command of a checkout', async () => {
  expect(await rspFromCheckout(['validate', 'nowhere.json'])).toMatchObject({ code: 1, stdout: '' });
  expect(await rspFromCheckout(['simulate', 'baseline', '--runs', '0'])).toMatchObject({
    code: 2,
    stdout: '',
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mergeAggregate } from '../../src/engine/aggregate';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { runColumns } from '../../src/engine/runTable';
import { flagIds, levelFlagIds, measureIds } from '../../src/engine/runReport';
import { outcomes } from '../../src/model/score';
import { headline } from '../../src/results/headline';
import { summarise } from '../../src/results/summary';
import { applySettings } from '../../src/scenario/applySettings';
import { encodeScenario } from '../../src/scenario/encode';
import { preset } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { folder, readTable, rsp, simulated, useBuiltCommand } from './builtCommand';

useBuiltCommand();

function baselineWith(settings: Readonly<Record<string, string>>): Scenario {
  const changed = applySettings(
    preset('baseline'),
    Object.entries(settings).map(([id, text]) => ({ id, text })),
  );
  if (!changed.ok) throw new Error(JSON.stringify(changed.issues));
  return changed.scenario;
}

test('JSON is the summary of the same runs simulated on one thread, whatever the number of jobs', async () => {
  const scenario = preset('baseline');
  const aggregate = await inlineRunner().run({ scenario, seed: 'jobs', from: 0, to: 1000 });
  const expected = `${JSON.stringify(summarise(aggregate, scenario, 'jobs'), null, 2)}\n`;
  for (const jobs of ['1', '2', '3']) {
    const args = [
      'simulate',
      'baseline',
      '--runs',
      '1000',
      '--seed',
      'jobs',
      '--jobs',
      jobs,
      '--format',
      'json',
    ];
    expect(await rsp(args), `jobs ${jobs}`).toEqual({ code: 0, stdout: expected, stderr: '' });
  }
});

test('chunks of odd sizes give the same JSON', async () => {
  // 50,000 weeks a chunk: 1,515 runs of 33 weeks, so that the last of three chunks is a small one.
  const args = ['baseline', '--runs', '3100', '--set', 'horizon=33', '--set', 'growth=2/4/9'];
  const scenario = baselineWith({ horizon: '33', growth: '2/4/9' });
  const simulator = new EnsembleSimulator(scenario, '1');
  const aggregate = simulator.newAggregate();
  const bounds = [0, 1, 8, 1515, 1516, 3099, 3100];
  for (let part = bounds.length - 2; part >= 0; part--) {
    const ofPart = simulator.newAggregate();
    simulator.simulate({ from: bounds[part]!, to: bounds[part + 1]! }, ofPart);
    mergeAggregate(aggregate, ofPart);
  }
  const expected: unknown = JSON.parse(JSON.stringify(summarise(aggregate, scenario, '1')));
  for (const jobs of ['1', '2', '5']) {
    expect(await simulated([...args, '--jobs', jobs]), `jobs ${jobs}`).toEqual(expected);
  }
});

test('JSON has the keys of the contract', async () => {
  const summary = await simulated(['baseline', '--runs', '50', '--set', 'horizon=52']);
  expect(Object.keys(summary)).toEqual([
    ...['modelVersion', 'schemaVersion', 'scenario', 'seed', 'runs', 'fingerprint'],
    ...['outcomes', 'flags', 'measures', 'firstPauseWeek', 'thresholds'],
  ]);
  expect(Object.keys(summary.scenario)).toEqual(['id', 'title', 'hash']);
  expect(Object.keys(summary.outcomes)).toEqual([...outcomes]);
  expect(Object.keys(summary.flags)).toEqual(
    'missedWarning falseAlarm pauseAbandoned recalled evaluationSkipped rivalFirst'.split(' '),
  );
  for (const share of [...Object.values(summary.outcomes), ...Object.values(summary.flags)]) {
    expect(Object.keys(share)).toEqual(['count', 'share', 'low', 'high']);
  }
  expect(Object.keys(summary.measures)).toEqual([
    ...['pausedWeeks', 'needlessPauseWeeks', 'suspendedWeeks', 'withheldWeeks', 'unsafeDeploymentWeeks'],
    ...['unsafeInternalUseWeeks', 'unsecuredWeeks', 'foregoneDoublings', 'rivalAheadWeeks', 'evaluations'],
    'releases',
  ]);
  for (const measure of [...Object.values(summary.measures), summary.firstPauseWeek]) {
    expect(Object.keys(measure)).toEqual(['mean', 'q05', 'q25', 'q50', 'q75', 'q95']);
  }
  expect(summary.thresholds.map(({ name }) => name)).toEqual(['CBRN-3', 'CBRN-4', 'AI R&D-4']);
  for (const level of summary.thresholds) {
    expect(Object.keys(level)).toEqual([
      ...['name', 'crossed', 'warned', 'missedWarning', 'falseAlarm', 'protectedAtCrossing', 'leadWeeks'],
    ]);
  }
  expect(summary.fingerprint).toMatch(/^[0-9a-f]{16}$/);
});

test('without flags there are 10,000 runs under the seed "1"', async () => {
  const settings = ['--set', 'horizon=26'];
  const summary = await simulated(['baseline', ...settings]);
  expect(summary).toMatchObject({ runs: 10_000, seed: '1' });
  expect(await simulated(['baseline', ...settings, '--seed', '1', '--runs', '1e4'])).toEqual(summary);
});

test('seeds that look alike give different luck', async () => {
  const seeds = ['1', '11', '111', 'A', 'Ł', '-1', '--x'];
  const summaries = await Promise.all(
    seeds.map((seed) => simulated(['baseline', '--runs', '200', '--seed', seed, '--set', 'horizon=104'])),
  );
  expect(summaries.map(({ seed }) => seed)).toEqual(seeds);
  expect(new Set(summaries.map(({ fingerprint }) => fingerprint)).size).toBe(seeds.length);
});

test('a preset, its file and its text on standard input give the same', async () => {
  const scenario = preset('paper-policy');
  const file = join(folder, 'paper.json');
  writeFileSync(file, encodeScenario(scenario));
  const args = ['--runs', '100', '--format', 'json', '--set', 'evaluation.interval=26'];
  const results = await Promise.all([
    rsp(['simulate', 'paper-policy', ...args]),
    rsp(['simulate', file, ...args]),
    rsp(['simulate', 'paper.json', ...args]),
    rsp(['simulate', './paper.json', ...args]),
    rsp(['simulate', '-', ...args], `\uFEFF${encodeScenario(scenario)}`),
  ]);
  const [first] = results;
  expect(first.code).toBe(0);
  for (const result of results) expect(result).toEqual(first);
});

test('--set changes the scenario, its hash and its results', async () => {
  const plain = await simulated(['baseline', '--runs', '100']);
  const args = ['baseline', '--runs', '100', '--set', 't1.limit=none', '--set=response.training=continue'];
  const set = await simulated(args);
  expect(set.scenario.hash).not.toBe(plain.scenario.hash);
  expect(set.fingerprint).not.toBe(plain.fingerprint);
  expect(set.measures.pausedWeeks.mean).toBe(0);
  expect(set.thresholds[0]?.warned.count).toBe(0);
});

test('the table with one row per run agrees with the JSON', async () => {
  const file = join(folder, 'runs.csv');
  const args = ['baseline', '--runs', '700', '--set', 't3.limit=none', '--jobs', '2', '--per-run', file];
  const summary = await simulated(args);
  const rows = readTable(readFileSync(file, 'utf8'));
  expect(Object.keys(rows[0]!)).toEqual(runColumns(3).map(({ id }) => id));
  expect(rows.map((row) => row['run'])).toEqual(Array.from({ length: 700 }, (_, run) => String(run)));

  const numbers = (column: string): number[] =>
    rows.flatMap((row) => (row[column] === '' ? [] : [Number(row[column])]));
  const sum = (column: string): number => numbers(column).reduce((total, value) => total + value, 0);
  for (const id of outcomes) {
    expect(rows.filter((row) => row['outcome'] === id).length, id).toBe(summary.outcomes[id].count);
  }
  // Exact but for the order in which floating-point values are added here.
  for (const id of measureIds) expect(sum(id) / 700, id).toBeCloseTo(summary.measures[id].mean!, 10);
  const some = (test: (row: Record<string, string>) => boolean): number => rows.filter(test).length;
  for (const id of flagIds) expect(sum(id), id).toBe(summary.flags[id].count);
  expect(some((row) => Number(row['recalls']) > 0)).toBe(summary.flags.recalled.count);
  expect(some((row) => Number(row['abandoned']) > 0)).toBe(summary.flags.pauseAbandoned.count);
  expect(some((row) => Number(row['skippedEvaluations']) > 0)).toBe(summary.flags.evaluationSkipped.count);
  const pausing = numbers('firstPauseWeek');
  expect(pausing).toHaveLength(some((row) => Number(row['pauses']) > 0));
  expect(sum('firstPauseWeek') / pausing.length).toBe(summary.firstPauseWeek.mean);
  summary.thresholds.forEach((level, k) => {
    for (const id of levelFlagIds) expect(sum(`t${k + 1}.${id}`), `${k} ${id}`).toBe(level[id].count);
    const leads = numbers(`t${k + 1}.leadWeeks`);
    const mean = leads.length === 0 ? null : sum(`t${k + 1}.leadWeeks`) / leads.length;
    expect(level.leadWeeks.mean, `lead of level ${k}`).toBe(mean);
  });
  // A level without a limit never warns.
  expect(numbers('t3.alertWeek')).toEqual([]);
  expect(numbers('t3.crossedWeek').length).toBeGreaterThan(0);
});

test('the table is the same whatever the number of jobs', async () => {
  const tables = await Promise.all(
    ['1', '2', '4'].map(async (jobs) => {
      const file = join(folder, `jobs-${jobs}.csv`);
      await simulated([
        'no-policy',
        '--runs',
        '5003',
        '--set',
        'horizon=26',
        '--jobs',
        jobs,
        '--per-run',
        file,
      ]);
      return readFileSync(file, 'utf8');
    }),
  );
  expect(tables[0]!.split('\r\n')).toHaveLength(5005);
  for (const table of tables) expect(table === tables[0]).toBe(true);
});

test('CSV has every number of the JSON, in a long table', async () => {
  const args = ['metr-ideal', '--runs', '100', '--set', 't2.name=a "b", c'];
  const summary = await simulated(args);
  const { code, stdout, stderr } = await rsp(['simulate', ...args, '--format', 'csv']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.split('\r\n');
  expect(lines[0]).toBe('group,id,level,statistic,value');
  expect(lines).toContain(`ensemble,fingerprint,,,${summary.fingerprint}`);
  expect(lines).toContain('threshold,name,2,,"a ""b"", c"');
  expect(lines).toContain(`outcome,unsecured,,low,${summary.outcomes.unsecured.low}`);
  expect(lines).toContain(`flag,recalled,,count,${summary.flags.recalled.count}`);
  expect(lines).toContain(`measure,foregoneDoublings,,q95,${summary.measures.foregoneDoublings.q95}`);
  expect(lines).toContain(`measure,firstPauseWeek,,q50,${summary.firstPauseWeek.q50}`);
  expect(lines).toContain(`threshold,crossed,3,share,${summary.thresholds[2]?.crossed.share}`);
  expect(lines).toContain(`threshold,leadWeeks,1,mean,${summary.thresholds[0]?.leadWeeks.mean}`);
  // Header, 8 about the ensemble, 7 outcomes and 6 flags of 4, 11 measures and the first pause of 6, 3 levels of
  // 1 + 5·4 + 6, the end.
  expect(lines).toHaveLength(1 + 8 + 13 * 4 + 12 * 6 + 3 * 27 + 1);
});

test('text, the usual format, tells the finding, the numbers and how to have them again', async () => {
  const args = ['metr-time-horizon-replay', '--runs', '300', '--seed', "it's 1", '--set', 't1.name=A & B'];
  const { code, stdout, stderr } = await rsp(['simulate', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const summary = await simulated(args);
  const lines = stdout.split('\n');
  expect(lines[0]).toMatch(/^Replay of METR's time horizons: 300 futures of /);
  const { title, detail } = headline(summary);
  expect(stdout.replace(/\s+/g, ' ')).toContain(`${title} ${detail}`);
  for (const line of lines.slice(0, -2)) expect(line.length, line).toBeLessThanOrEqual(88);
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(stdout).toContain(`Fingerprint ${summary.fingerprint} `);
  expect(stdout).toContain('  A & B ');
  expect(stdout).toMatch(/^ {2}First paused in week +\d+ +\d+ to \d+ +week \d+$/m);
  expect(stdout).toContain(preset('metr-time-horizon-replay').caveats[0]!.slice(0, 60));
  expect(lines.at(-2)).toBe(
    "Again: rsp-simulator simulate metr-time-horizon-replay --runs 300 --seed 'it'\\''s 1' --set 't1.name=A & B'",
  );
});

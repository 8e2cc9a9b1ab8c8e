import { describe, expect, test } from 'vitest';
import { fileName, footerOf, scenarioName } from '../../src/app/charts/source';
import { activityCsv, capabilityCsv } from '../../src/app/charts/weeklyCsv';
import { sampleRun } from '../../src/engine/sampleRun';
import { preset, presetIds } from '../../src/scenario/presets';
import { answer, changed, pinned } from './chartFixtures';

/** Rows of an RFC 4180 table as records by the names of its columns. */
function records(csv: string): Record<string, string>[] {
  expect(csv.endsWith('\r\n')).toBe(true);
  const rows = csv
    .slice(0, -2)
    .split('\r\n')
    .map((row) =>
      [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
        .slice(0, -1),
    );
  const [heads = [], ...body] = rows;
  expect(new Set(heads).size).toBe(heads.length);
  return body.map((row) => {
    expect(row.length).toBe(heads.length);
    return Object.fromEntries(heads.map((head, i) => [head, row[i]!]));
  });
}

describe.each(presetIds)('the tables of %s', (id) => {
  const result = answer(preset(id));
  const { scenario, bands, activity, summary } = result;
  const sample = sampleRun(scenario, '1', 4);
  const unit = scenario.scale === 'task-horizon' ? '(hours of work)' : "(x today's frontier)";

  test('have every week of the bands', () => {
    const rows = records(capabilityCsv(result, sample));
    expect(rows).toHaveLength(scenario.world.horizon + 1);
    const series = {
      '5%': bands.capability.quantiles.q05,
      median: bands.capability.quantiles.q50,
      '95%': bands.capability.quantiles.q95,
      'deployed median': bands.deployed.quantiles.q50,
      'rival median': bands.rival.quantiles.q50,
      'future 4': sample.capability,
    };
    rows.forEach((row, week) => {
      expect(row['week']).toBe(String(week));
      for (const [name, values] of Object.entries(series)) {
        const cell = row[`${name} ${unit}`]!;
        if (Number.isNaN(values[week]!)) expect(cell).toBe('');
        else expect(Math.log2(Number(cell)), name).toBeCloseTo(values[week]!, 4);
      }
      for (const { name, limit, danger } of scenario.thresholds) {
        const cell = row[`${name} limit ${unit}`]!;
        if (limit === null) expect(cell).toBe('');
        else expect(Math.log2(Number(cell))).toBeCloseTo(limit, 4);
        expect(Math.log2(Number(row[`${name} danger point ${unit}`]))).toBeCloseTo(danger, 4);
      }
    });
  });

  test('have the shares as they are, and say in every row where they come from', () => {
    const rows = records(activityCsv(result));
    rows.forEach((row, week) => {
      expect(Number(row['deployed or used unsafely (share of futures)'])).toBe(activity.unsafe[week]);
      expect(Number(row['training paused (share of futures)'])).toBe(activity.paused[week]);
      expect(Number(row['internal use suspended (share of futures)'])).toBe(activity.suspended[week]);
      expect(Number(row['release held back (share of futures)'])).toBe(activity.withheld[week]);
      expect(row).toMatchObject({
        scenario: scenario.title,
        seed: '1',
        futures: '200',
        fingerprint: summary.fingerprint,
        'model version': summary.modelVersion,
      });
    });
  });
});

test('dates stand beside the weeks where the scenario has them', () => {
  const result = answer(preset('metr-time-horizon-replay'), 20);
  const [first, second] = records(activityCsv(result));
  expect([first!['date'], second!['date']]).toEqual(['2023-03-14', '2023-03-21']);
  expect(records(activityCsv(answer(preset('baseline'), 20)))[0]).not.toHaveProperty('date');
});

test('compared policies are columns that name their scenario', () => {
  const other = answer(changed('baseline', { 'limits.safetyBuffer': '0' }));
  const result = answer(preset('baseline'));
  const comparison = { compared: [pinned('A', other)], letter: 'B' } as const;
  const rows = records(capabilityCsv(result, sampleRun(result.scenario, '1', 0), comparison));
  const column = "A median, Baseline, changed (x today's frontier)";
  expect(Math.log2(Number(rows[200]![column]))).toBeCloseTo(other.bands.capability.quantiles.q50[200]!, 4);
  const shares = records(activityCsv(result, comparison));
  expect(Number(shares[200]!['A training paused (share of futures), Baseline, changed'])).toBe(
    other.activity.paused[200],
  );
});

test('a changed preset is called changed, and so in the footer of a picture', () => {
  const result = answer(changed('baseline', { 't1.limit': '6' }), 20);
  expect(scenarioName(result)).toBe('Baseline, changed');
  expect(scenarioName(answer(preset('baseline'), 20))).toBe('Baseline');
  expect(footerOf(result)).toBe(
    `RSP Simulator · Baseline, changed · 20 futures · seed 1 · fingerprint ${result.summary.fingerprint} · ` +
      `model ${result.summary.modelVersion}`,
  );
  expect(fileName(result, 'capability', 'csv')).toBe('baseline-capability.csv');
});

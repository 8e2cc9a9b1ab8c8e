import { describe, expect, test } from 'vitest';
import { flagIds } from '../../src/engine/runReport';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { outcomes } from '../../src/model/score';
import { comparePaired, safetyRanks, type PairedComparison } from '../../src/results/comparePaired';
import type { PairedInterval } from '../../src/results/paired';
import { comparedColumns, comparedMeasures, RowsCollector, type RunRows } from '../../src/results/runRows';
import { summarise } from '../../src/results/summary';
import { unsafeShare } from '../../src/results/unsafe';
import { applySettings } from '../../src/scenario/applySettings';
import { preset } from '../../src/scenario/presets';
import { momentsOf } from '../support/estimates';

const Z = 1.959963984540054;
const RUNS = 2000;
const seed = 'pairs';

async function baselineWith(settings: Readonly<Record<string, string>>, runs = RUNS) {
  const list = Object.entries(settings).map(([id, text]) => ({ id, text }));
  const result = applySettings(preset('baseline'), list);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { scenario } = result;
  const collector = new RowsCollector();
  const job = { scenario, seed, from: 0, to: runs, columns: comparedColumns };
  const aggregate = await inlineRunner().run(job, { onRows: collector.onRows });
  return { rows: collector.rows, summary: summarise(aggregate, scenario, seed) };
}

const baseline = await baselineWith({});
/** A buffer of 12x in place of 6x. */
const wider = await baselineWith({ 'limits.safetyBuffer': '3.585' });
const seldom = await baselineWith({ 'evaluation.interval': '26' }, 1500);

/** Rows of so many runs, of which only the outcome is told. */
function rowsOf(ends: readonly (typeof outcomes)[number][]): RunRows {
  const columns = Object.fromEntries(comparedColumns.map((id) => [id, new Float64Array(ends.length)]));
  columns['outcome'] = Float64Array.from(ends, (id) => outcomes.indexOf(id));
  return { runs: ends.length, columns: columns as RunRows['columns'] };
}

const width = ({ low, high }: PairedInterval): number => high - low;

describe('two policies', () => {
  test('are compared by safety: the order of the outcomes, the three safe ones being equal', () => {
    expect(Object.keys(safetyRanks)).toEqual([...outcomes]);
    expect(Object.values(safetyRanks)).toEqual([0, 1, 2, 3, 4, 4, 4]);
    const a = rowsOf([
      'unsecured',
      'protected',
      'unsecured',
      'paused-in-time',
      'protection-failed',
      'unsecured',
    ]);
    const b = rowsOf([
      'unsafe-deployment',
      'not-reached',
      'unsecured',
      'protected',
      'unsecured',
      'protected',
    ]);
    const { better, worse, same, unsafe, outcomes: ends, table } = comparePaired(a, b);
    expect([better.count, worse.count, same.count]).toEqual([1, 2, 3]);
    expect([unsafe.a.count, unsafe.b.count, unsafe.difference]).toEqual([3, 3, 0]);
    expect([ends.unsecured.a.count, ends.unsecured.b.count]).toEqual([3, 2]);
    expect(ends.unsecured.difference).toBe(-1 / 6);
    expect(table[outcomes.indexOf('unsecured')]).toEqual([1, 0, 1, 0, 0, 1, 0]);
    expect(table.flat().reduce((sum, count) => sum + count)).toBe(6);
  });

  test('are each told as their summaries tell them', () => {
    const { a, b } = comparePaired(baseline.rows, wider.rows).unsafe;
    expect(a).toEqual(unsafeShare(baseline.summary));
    expect(b).toEqual(unsafeShare(wider.summary));
    const compared = comparePaired(baseline.rows, wider.rows);
    for (const id of outcomes) {
      expect([id, compared.outcomes[id].a]).toEqual([id, baseline.summary.outcomes[id]]);
      expect([id, compared.outcomes[id].b]).toEqual([id, wider.summary.outcomes[id]]);
    }
    for (const id of flagIds) {
      expect([id, compared.flags[id].a]).toEqual([id, baseline.summary.flags[id]]);
      expect([id, compared.flags[id].b]).toEqual([id, wider.summary.flags[id]]);
    }
    for (const id of comparedMeasures) {
      const measure = compared.measures[id];
      expect([id, measure.a]).toEqual([id, baseline.summary.measures[id].mean]);
      expect([id, measure.b]).toEqual([id, wider.summary.measures[id].mean]);
      expect(measure.difference).toBeCloseTo(measure.b - measure.a, 12);
    }
  });

  test('are compared over the runs both have', () => {
    const { runs, better, worse, same, outcomes: ends } = comparePaired(baseline.rows, seldom.rows);
    expect(runs).toBe(1500);
    expect(better.count + worse.count + same.count).toBe(1500);
    expect(outcomes.reduce((sum, id) => sum + ends[id].b.count, 0)).toBe(1500);
    expect(ends.unsecured.b).toEqual(seldom.summary.outcomes.unsecured);
    expect(() => comparePaired(baseline.rows, rowsOf(['protected']))).toThrow(RangeError);
  });

  test('exchanged are the same with the other sign', () => {
    const there = comparePaired(baseline.rows, wider.rows);
    const back = comparePaired(wider.rows, baseline.rows);
    const expectMirrored = (one: PairedInterval, other: PairedInterval): void => {
      expect(other).toMatchObject({
        difference: 0 - one.difference,
        low: 0 - one.high,
        high: 0 - one.low,
      });
    };
    expect([back.better, back.worse, back.same]).toEqual([there.worse, there.better, there.same]);
    for (const id of outcomes) expectMirrored(there.outcomes[id], back.outcomes[id]);
    for (const id of comparedMeasures) expectMirrored(there.measures[id], back.measures[id]);
    expect(back.table).toEqual(outcomes.map((_, column) => there.table.map((row) => row[column])));
  });

  test('that are one differ by nothing', async () => {
    const again = await baselineWith({});
    const compared = comparePaired(baseline.rows, again.rows);
    expect([compared.better.count, compared.worse.count, compared.same.count]).toEqual([0, 0, RUNS]);
    const { outcomes: ends, flags, measures, unsafe } = compared;
    for (const share of [unsafe, ...Object.values(ends), ...Object.values(flags)]) {
      expect(share.difference).toBe(0);
      expect(share.b).toEqual(share.a);
      expect(share.high).toBeCloseTo((Z * Z) / (RUNS + Z * Z), 14);
    }
    for (const mean of Object.values(measures))
      expect(mean).toMatchObject({ difference: 0, low: 0, high: 0 });
    compared.table.forEach((row, a) =>
      row.forEach((count, b) => {
        if (a !== b) expect(count).toBe(0);
      }),
    );
  });
});

describe('under the same luck, intervals are narrower than those of independent runs', () => {
  /** How many times. */
  function gains(a: RunRows, b: RunRows, { runs, unsafe, measures }: PairedComparison) {
    const variance = ({ share }: { readonly share: number }): number => (share * (1 - share)) / runs;
    const ofMeasure = (id: (typeof comparedMeasures)[number]): number => {
      const [one, other] = [a, b].map(
        ({ columns }) => momentsOf(columns[id].subarray(0, runs)).variance / runs,
      );
      return (2 * Z * Math.sqrt(one! + other!)) / width(measures[id]);
    };
    return {
      unsafe: (2 * Z * Math.sqrt(variance(unsafe.a) + variance(unsafe.b))) / width(unsafe),
      pausedWeeks: ofMeasure('pausedWeeks'),
      unsafeDeploymentWeeks: ofMeasure('unsafeDeploymentWeeks'),
      foregoneDoublings: ofMeasure('foregoneDoublings'),
    };
  }

  // Shares gain less than weeks: where 70 and 46 of 100 futures end unsafely, 24 of 100 differ whatever the luck.
  test.each([
    ['a buffer of 12x in place of 6x', wider.rows],
    ['an evaluation every 26 weeks in place of 13', seldom.rows],
  ])('%s: weeks and doublings more than twice, the share of unsafe futures a third', (_, rows) => {
    const gained = gains(baseline.rows, rows, comparePaired(baseline.rows, rows));
    expect(gained.unsafe).toBeGreaterThan(1.33);
    expect(gained.pausedWeeks).toBeGreaterThan(2);
    expect(gained.unsafeDeploymentWeeks).toBeGreaterThan(2);
    expect(gained.foregoneDoublings).toBeGreaterThan(2);
  });
});
